"""Proves problems: everything that must hold of them before they are published, found in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from builder.checks import check_problems
from builder.proven import Checked, Noted, Texts, remember
from builder.rules.apply import apply_rules
from builder.scan import fingerprint_folder
from builder.statements import render_statements
from grader.faults import Fault, Note, ProblemFaults
from grader.problem import ProblemFolder, read_problem

Result = TypeVar("Result")
# So many are in memory at a time; enough to keep all cores busy.
_AT_ONCE = 100


@dataclass(frozen=True)
class Proof:
    """What the proof of the problems gave, by slug."""

    statements: dict[str, Texts]
    checked: dict[str, Checked]


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
        proof = _prove_some(read, faults, say, say_graded)
        for slug, checked in proof.checked.items():
            remember(contents[slug], checked, proof.statements[slug])
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
) -> Proof:
    """Prove problems together; if some of them have faults, the others once more without them."""
    while waiting:
        try:
            return prove(waiting, say, say_graded)
        except ProblemFaults as found:
            faults += found.faults
            sound = [folder for folder in waiting if not within(folder.path, found.faults)]
            waiting = sound if len(sound) < len(waiting) else []
    return Proof({}, {})


def within(folder: Path, faults: Sequence[Fault]) -> list[Fault]:
    """Return the faults of a problem's folder and of what is in it."""
    return [fault for fault in faults if fault.path == folder or folder in fault.path.parents]


def prove(
    problems: list[ProblemFolder],
    say: Callable[[str], None] = print,
    say_graded: Callable[[str], None] = print,
) -> Proof:
    """Apply every rule, render every statement, grade every solution; say what is to be noted.

    `say_graded` hears of each problem that is graded.
    Raises `ProblemFaults` with everything that is wrong.
    """
    faults, notes = apply_rules(problems)
    statements = _noting(faults, lambda: render_statements(problems))
    checked = _noting(faults, lambda: check_problems(problems, say_graded))
    for note in sorted(notes):
        say(str(note))
    if faults or statements is None or checked is None:
        raise ProblemFaults(faults)
    folders = {folder.slug: folder for folder in problems}
    return Proof(
        statements, {slug: _add(one, folders[slug], notes) for slug, one in checked.items()}
    )


def _add(checked: Checked, folder: ProblemFolder, notes: list[Note]) -> Checked:
    """Return what is known of a problem with the notes of the rules."""
    own: list[Noted] = [
        {
            "file": note.path.relative_to(folder.path).as_posix(),
            "line": note.line,
            "check": "",
            "message": note.message,
        }
        for note in sorted(notes)
        if folder.path in note.path.parents
    ]
    return replace(checked, notes=[*checked.notes, *own])


def _noting(faults: list[Fault], step: Callable[[], Result]) -> Result | None:
    try:
        return step()
    except ProblemFaults as found:
        faults += found.faults
        return None
