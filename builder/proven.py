"""Remembers which problems are proven, by their whole content, and proves the others."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from builder.checks import Checked
from builder.places import CACHE, write_whole
from builder.proof import prove
from builder.scan import fingerprint_folder
from builder.version import read_version
from grader.faults import Fault, ProblemFaults
from grader.problem import ProblemFolder, read_problem

# So many are in memory at a time; enough to keep all cores busy.
_AT_ONCE = 100


def recall(content: str) -> Checked | None:
    """Return what the proof of a problem with this content told, if there was one."""
    try:
        return Checked(**json.loads(_place(content).read_bytes()))
    except FileNotFoundError:
        return None


def remember(content: str, checked: Checked) -> None:
    """Note that a problem with this content is proven."""
    write_whole(_place(content), json.dumps(asdict(checked)))


def prove_folders(problems: Path, slugs: Sequence[str]) -> list[Fault]:
    """Prove these problems and remember it; return everything that is wrong in the others."""
    faults: list[Fault] = []
    for start in range(0, len(slugs), _AT_ONCE):
        faults += _prove_some(problems, slugs[start : start + _AT_ONCE])
    return faults


def _prove_some(problems: Path, slugs: Sequence[str]) -> Iterator[Fault]:
    contents: dict[str, str] = {}
    folders: list[ProblemFolder] = []
    for slug in slugs:
        # Before the reading: a change in between must not count as proven.
        contents[slug] = fingerprint_folder(problems / slug)
        try:
            folders.append(read_problem(problems / slug))
        except ProblemFaults as found:
            yield from found.faults
    try:
        proof = prove(folders)
    except ProblemFaults as found:
        yield from found.faults
        return
    for slug, checked in proof.checked.items():
        remember(contents[slug], checked)


def _place(content: str) -> Path:
    return CACHE / "proofs" / read_version()[:16] / content[:2] / f"{content}.json"
