"""What may be wrong with a problem that has not changed: others that it leads to have."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from builder.outline import Outline
from builder.rules.prerequisites import check_prerequisites
from builder.stamp import Note
from grader.faults import Fault


def misled(outline: Outline, last: Note) -> set[str]:
    """Return the problems that link to another one, or to a series, which is not as it was."""
    still = {facts.slug for facts in outline.problems if last.facts.get(facts.slug) is facts}
    still |= {series.slug for series in outline.series}
    pages = ((facts.slug, last.pages.get(facts.slug)) for facts in outline.problems)
    return {slug for slug, page in pages if page and not still.issuperset(page.leads)}


def check_order(problems: Path, outline: Outline) -> Iterable[Fault]:
    """Return what is wrong with the prerequisites of all problems together."""
    wanted = {facts.slug: facts.prerequisites for facts in outline.problems}
    named = {slug for before in wanted.values() for slug in before}
    try:
        # As a rule all is well, which this tells without a look at any file.
        TopologicalSorter(wanted).prepare()
    except CycleError:
        return list(check_prerequisites(problems, wanted))
    return [] if wanted.keys() >= named else list(check_prerequisites(problems, wanted))
