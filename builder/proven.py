"""Remembers which problems are proven, by their whole content, and proves the others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
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
        some = slugs[start : start + _AT_ONCE]
        # Before the reading: a change in between must not count as proven.
        contents = {slug: fingerprint_folder(problems / slug) for slug in some}
        _prove_some(_read(problems, some, faults), contents, faults)
    return faults


def _read(problems: Path, slugs: Sequence[str], faults: list[Fault]) -> Iterator[ProblemFolder]:
    for slug in slugs:
        try:
            yield read_problem(problems / slug)
        except ProblemFaults as found:
            faults += found.faults


def _prove_some(
    folders: Iterable[ProblemFolder], contents: dict[str, str], faults: list[Fault]
) -> None:
    """Prove problems together; if some of them have faults, the others once more without them."""
    waiting = list(folders)
    while waiting:
        try:
            proof = prove(waiting)
        except ProblemFaults as found:
            faults += found.faults
            sound = [folder for folder in waiting if not _concern(folder, found.faults)]
            waiting = sound if len(sound) < len(waiting) else []
            continue
        for slug, checked in proof.checked.items():
            remember(contents[slug], checked)
        return


def _concern(folder: ProblemFolder, faults: Sequence[Fault]) -> bool:
    return any(fault.path.is_relative_to(folder.path) for fault in faults)


def _place(content: str) -> Path:
    return CACHE / "proofs" / read_version()[:16] / content[:2] / f"{content}.json"
