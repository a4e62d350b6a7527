"""Failure signatures: which tests each known-wrong solution of a problem fails."""

from __future__ import annotations

from grader.grade import failing_checks
from grader.native import grade
from grader.problem import Problem, Signature


def compute(problem: Problem, wrong: dict[str, tuple[str, str]]) -> list[Signature]:
    """Grade each known-wrong solution; `wrong` maps its name to source and message."""
    signatures: list[Signature] = []
    for name, (source, message) in sorted(wrong.items()):
        failing = failing_checks(grade(problem, source))
        signatures.append({"name": name, "failing": failing, "message": message})
    return signatures
