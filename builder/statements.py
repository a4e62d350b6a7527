"""Renders the statements of many problems, their formulas in one go."""

from __future__ import annotations

from dataclasses import dataclass

from builder.math import render_formulas
from builder.statement import parse_statement, render_statement
from grader.faults import Fault, ProblemFaults
from grader.problem import ProblemFolder


@dataclass(frozen=True)
class Page:
    """A statement as HTML, and whether it has formulas, which need a style sheet."""

    html: str
    has_math: bool


def render_statements(problems: list[ProblemFolder]) -> dict[str, Page]:
    """Render the statement of each problem, by slug.

    Raises `ProblemFaults` with everything that is wrong in all of them.
    """
    statements = {folder.slug: parse_statement(folder) for folder in problems}
    rendered = render_formulas({f for one in statements.values() for f in one.formulas})
    faults = [fault for statement in statements.values() for fault in statement.faults]
    for statement in statements.values():
        for formula, line in statement.formulas.items():
            if error := rendered[formula].error:
                message = f"the formula {formula.tex!r} cannot be read: {error}; correct it"
                faults.append(Fault(statement.path, line, message))
    if faults:
        raise ProblemFaults(faults)
    html = {formula: made.html for formula, made in rendered.items()}
    return {
        slug: Page(render_statement(statement, html), bool(statement.formulas))
        for slug, statement in statements.items()
    }
