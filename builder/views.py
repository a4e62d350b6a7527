"""What the templates get to see: the catalogue as cards, series and problems."""

from __future__ import annotations

from dataclasses import dataclass

from builder.catalogue import Catalogue
from builder.checks import Checked
from builder.series import Series
from builder.statements import Page
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
    """The step before or after a problem; one that is coming has no `url`."""

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
    series: list[Membership]


def view_card(folder: ProblemFolder, checked: Checked) -> ProblemCard:
    """Show a problem as a card."""
    return ProblemCard(
        slug=folder.slug,
        title=folder.title,
        summary=folder.summary,
        difficulty=folder.difficulty,
        tags=folder.tags,
        url=_problem_url(folder.slug),
        test_count=len(checked.tests),
    )


def view_series(catalogue: Catalogue) -> list[SeriesView]:
    """Show every series, with what is known of the problems of its steps."""
    problems = {folder.slug: folder for folder in catalogue.problems}
    return [_view_one(series, problems) for series in catalogue.series]


def view_problem(
    folder: ProblemFolder, checked: Checked, page: Page, series: list[SeriesView]
) -> ProblemView:
    """Show a problem as its page does."""
    return ProblemView(
        **vars(view_card(folder, checked)),
        statement_html=page.html,
        has_math=page.has_math,
        tests=checked.tests,
        examples=checked.examples,
        requires=folder.problem["requires"],
        packages=folder.problem["packages"],
        hint_count=len(folder.hints),
        origin=folder.origin,
        series=[place for one in series for place in _places(folder.slug, one)],
    )


def _problem_url(slug: str) -> str:
    return f"problems/{slug}/"


def _view_one(series: Series, problems: dict[str, ProblemFolder]) -> SeriesView:
    steps = []
    for step in series.steps:
        folder = problems.get(step.slug)
        steps.append(
            StepView(
                step=step.step,
                slug=step.slug,
                title=folder.title if folder else step.title,
                url=_problem_url(step.slug) if folder else None,
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


def _places(slug: str, series: SeriesView) -> list[Membership]:
    steps = series.steps
    return [
        Membership(
            title=series.title,
            url=series.url,
            step=step.step,
            total=len(steps),
            previous=_neighbour(steps, place - 1),
            next=_neighbour(steps, place + 1),
        )
        for place, step in enumerate(steps)
        if step.slug == slug
    ]


def _neighbour(steps: list[StepView], place: int) -> Neighbour | None:
    if not 0 <= place < len(steps):
        return None
    return Neighbour(steps[place].title, steps[place].url)
