"""Everything that must hold of problems before they are published, found in one go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from builder.checks import Checked, check_problems
from builder.rules.apply import apply_rules
from builder.statements import Page, render_statements
from grader.faults import Fault, ProblemFaults
from grader.problem import ProblemFolder

Result = TypeVar("Result")


@dataclass(frozen=True)
class Proof:
    """What the proof of the problems gave, by slug."""

    statements: dict[str, Page]
    checked: dict[str, Checked]


def prove(problems: list[ProblemFolder], say: Callable[[str], None] = print) -> Proof:
    """Apply every rule, render every statement, grade every solution; say what is to be noted.

    Raises `ProblemFaults` with everything that is wrong.
    """
    faults, notes = apply_rules(problems)
    statements = _noting(faults, lambda: render_statements(problems))
    checked = _noting(faults, lambda: check_problems(problems))
    for note in sorted(notes):
        say(str(note))
    if faults or statements is None or checked is None:
        raise ProblemFaults(faults)
    return Proof(statements, checked)


def _noting(faults: list[Fault], step: Callable[[], Result]) -> Result | None:
    try:
        return step()
    except ProblemFaults as found:
        faults += found.faults
        return None
