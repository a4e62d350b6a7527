"""Renders the statements and explanations of many problems, their formulas in one go."""

from __future__ import annotations

from collections.abc import Iterable

from builder.math import Formula, Rendered, render_formulas
from builder.proven import Texts
from builder.statement import Text, parse_explanation, parse_statement, render_text
from grader.faults import Fault, ProblemFaults
from grader.problem import ProblemFolder


def render_statements(problems: list[ProblemFolder]) -> dict[str, Texts]:
    """Render the statement and the explanation of each problem, by slug.

    Raises `ProblemFaults` with everything that is wrong in all of them.
    """
    texts = {one.slug: (parse_statement(one), parse_explanation(one)) for one in problems}
    every = [text for pair in texts.values() for text in pair]
    rendered = render_formulas({formula for text in every for formula in text.formulas})
    if faults := list(_find_faults(every, rendered)):
        raise ProblemFaults(faults)
    html = {formula: made.html for formula, made in rendered.items()}
    return {
        slug: Texts(
            render_text(statement, html),
            render_text(explanation, html),
            bool(statement.formulas or explanation.formulas),
        )
        for slug, (statement, explanation) in texts.items()
    }


def _find_faults(texts: Iterable[Text], rendered: dict[Formula, Rendered]) -> Iterable[Fault]:
    for text in texts:
        yield from text.faults
        for formula, line in text.formulas.items():
            if error := rendered[formula].error:
                message = f"the formula {formula.tex!r} cannot be read: {error}; correct it"
                yield Fault(text.path, line, message)
