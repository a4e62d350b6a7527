"""Everything that must hold of problems before they are published, found in one go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from builder.checks import Checked, check_problems
from builder.judging import Noted
from builder.rules.apply import apply_rules
from builder.statements import Page, render_statements
from grader.faults import Fault, Note, ProblemFaults
from grader.problem import ProblemFolder

Result = TypeVar("Result")


@dataclass(frozen=True)
class Proof:
    """What the proof of the problems gave, by slug."""

    statements: dict[str, Page]
    checked: dict[str, Checked]


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
