"""What the templates get to see: the catalogue as cards, series and problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.outline import Facts, Outline
from builder.proven import Checked, Texts
from builder.series import Series
from grader.problem import ProblemFolder
from grader.report import TestCase


@dataclass(frozen=True)
class ProblemCard:
    """A problem in a list; `url` is relative to the site's root."""

    slug: str
    title: str
    summary: str
    difficulty: str
    tags: list[str]
    url: str
    test_count: int


@dataclass(frozen=True)
class StepView:
    """A step of a series; one that is coming has no `url`."""

    step: int
    slug: str
    title: str
    url: str | None
    coming: bool
    summary: str
    difficulty: str


@dataclass(frozen=True)
class SeriesView:
    """A series with its steps; `hours` says in words how long it takes, or nothing."""

    slug: str
    title: str
    summary: str
    outcome: str
    needs: str
    hours: str
    url: str
    steps: list[StepView]


@dataclass(frozen=True)
class Neighbour:
    """A problem that goes before or after another; one that is coming has no `url`."""

    title: str
    url: str | None


@dataclass(frozen=True)
class Membership:
    """A problem's place in a series."""

    title: str
    url: str
    step: int
    total: int
    previous: Neighbour | None
    next: Neighbour | None


@dataclass(frozen=True)
class Surroundings:
    """What a problem's page shows of others: its places in series, and what to solve around it."""

    series: list[Membership] = field(default_factory=list)
    before: list[Neighbour] = field(default_factory=list)
    after: list[Neighbour] = field(default_factory=list)


@dataclass(frozen=True)
class ProblemView(ProblemCard):
    """A problem on its own page."""

    statement_html: str
    has_math: bool
    tests: list[TestCase]
    examples: list[TestCase]
    requires: list[str]
    packages: list[str]
    hint_count: int
    origin: str
    around: Surroundings


def view_card(problem: Facts | ProblemFolder, test_count: int) -> ProblemCard:
    """Show a problem as a card."""
    return ProblemCard(
        slug=problem.slug,
        title=problem.title,
        summary=problem.summary,
        difficulty=problem.difficulty,
        tags=problem.tags,
        url=problem_url(problem.slug),
        test_count=test_count,
    )


def view_series(outline: Outline) -> list[SeriesView]:
    """Show every series, with what is known of the problems of its steps."""
    problems = {facts.slug: facts for facts in outline.problems}
    return [_view_one(series, problems) for series in outline.series]


def view_surroundings(outline: Outline, series: list[SeriesView]) -> dict[str, Surroundings]:
    """Show what is around each problem, by slug; a prerequisite that is no problem is left out."""
    known = {facts.slug: facts for facts in outline.problems}
    around = {slug: Surroundings() for slug in known}
    for one in series:
        for index, step in enumerate(one.steps):
            if step.slug in around:
                around[step.slug].series.append(_view_place(one, index))
    for facts in outline.problems:
        for slug in (slug for slug in facts.prerequisites if slug in known):
            around[facts.slug].before.append(_link(known[slug]))
            around[slug].after.append(_link(facts))
    return around


def view_problem(
    folder: ProblemFolder, checked: Checked, page: Texts, around: Surroundings
) -> ProblemView:
    """Show a problem as its page does."""
    return ProblemView(
        **vars(view_card(folder, len(checked.tests))),
        statement_html=page.html,
        has_math=page.has_math,
        tests=checked.tests,
        examples=checked.examples,
        requires=folder.problem["requires"],
        packages=folder.problem["packages"],
        hint_count=len(folder.hints),
        origin=folder.origin,
        around=around,
    )


def problem_url(slug: str) -> str:
    """Return the address of a problem's page, relative to the site's root."""
    return f"problems/{slug}/"


def _view_one(series: Series, problems: dict[str, Facts]) -> SeriesView:
    steps = []
    for step in series.steps:
        folder = problems.get(step.slug)
        steps.append(
            StepView(
                step=step.step,
                slug=step.slug,
                title=folder.title if folder else step.title,
                url=problem_url(step.slug) if folder else None,
                coming=folder is None,
                summary=folder.summary if folder else "",
                difficulty=folder.difficulty if folder else "",
            )
        )
    return SeriesView(
        slug=series.slug,
        title=series.title,
        summary=series.summary,
        outcome=series.outcome,
        needs=series.needs,
        hours=_say_hours(series.hours),
        url=f"series/{series.slug}/",
        steps=steps,
    )


def _say_hours(hours: float | None) -> str:
    if hours is None:
        return ""
    if hours < 1:
        return f"About {max(1, round(hours * 60))} minutes"
    return f"About {hours:g} {'hour' if hours == 1 else 'hours'}"


def _view_place(series: SeriesView, index: int) -> Membership:
    return Membership(
        title=series.title,
        url=series.url,
        step=series.steps[index].step,
        total=len(series.steps),
        previous=_neighbour(series.steps, index - 1),
        next=_neighbour(series.steps, index + 1),
    )


def _neighbour(steps: list[StepView], place: int) -> Neighbour | None:
    if not 0 <= place < len(steps):
        return None
    return Neighbour(steps[place].title, steps[place].url)


def _link(problem: Facts) -> Neighbour:
    return Neighbour(problem.title, problem_url(problem.slug))
