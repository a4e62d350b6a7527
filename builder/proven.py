"""Remembers which problems are proven, by their whole content, and proves the others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
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


def prove_folders(
    problems: Path,
    slugs: Sequence[str],
    faults: list[Fault],
    say: Callable[[str], None] = print,
    say_graded: Callable[[str], None] = print,
) -> Iterator[tuple[str, Checked]]:
    """Prove these problems; yield the good ones once they are remembered, note what is wrong.

    `say` hears of notes, `say_graded` of each problem that is graded.
    """
    for start in range(0, len(slugs), _AT_ONCE):
        some = slugs[start : start + _AT_ONCE]
        # Before the reading: a change in between must not count as proven.
        there = [slug for slug in some if (problems / slug).is_dir()]
        contents = {slug: fingerprint_folder(problems / slug) for slug in there}
        read = list(_read(problems, some, faults))
        for slug, checked in _prove_some(read, faults, say, say_graded).items():
            remember(contents[slug], checked)
            yield slug, checked


def _read(problems: Path, slugs: Sequence[str], faults: list[Fault]) -> Iterator[ProblemFolder]:
    for slug in slugs:
        try:
            yield read_problem(problems / slug)
        except ProblemFaults as found:
            faults += found.faults


def _prove_some(
    waiting: list[ProblemFolder],
    faults: list[Fault],
    say: Callable[[str], None],
    say_graded: Callable[[str], None],
) -> dict[str, Checked]:
    """Prove problems together; if some of them have faults, the others once more without them."""
    while waiting:
        try:
            return prove(waiting, say, say_graded).checked
        except ProblemFaults as found:
            faults += found.faults
            sound = [folder for folder in waiting if not within(folder.path, found.faults)]
            waiting = sound if len(sound) < len(waiting) else []
    return {}


def within(folder: Path, faults: Sequence[Fault]) -> list[Fault]:
    """Return the faults of a problem's folder and of what is in it."""
    return [fault for fault in faults if fault.path == folder or folder in fault.path.parents]


def _place(content: str) -> Path:
    return CACHE / "proofs" / read_version()[:16] / content[:2] / f"{content}.json"
