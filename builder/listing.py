"""What the catalogue page and the lists behind it show; each stays small however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.views import ProblemCard, SeriesView
from grader.manifest import PACKAGES

# Up to so many problems are all on the catalogue page; more are listed on pages of so many.
_ALL_AT_ONCE = 150
_PER_PAGE = 100
_SERIES_SHOWN = 24
_STEPS_SHOWN = 150
_OTHERS = "More"
_INITIALS = {"cnn", "ml"}  # written in capitals when a topic is a title


@dataclass(frozen=True)
class Group:
    """Problems of one topic."""

    title: str
    cards: list[ProblemCard]


@dataclass(frozen=True)
class ListPage:
    """One page of the list of all problems; `numbers` are the pages it links to, 0 for a gap."""

    number: int
    total: int
    url: str
    cards: list[ProblemCard]
    numbers: list[int]


@dataclass(frozen=True)
class Front:
    """The catalogue page: some series with their steps, and the other problems by topic.

    With too many problems there are no topics, and series without steps; `pages` is then the
    number of pages that list everything.
    """

    count: int
    series: list[SeriesView]
    with_steps: bool
    more_series: int
    groups: list[Group]
    pages: int


def view_front(cards: Sequence[ProblemCard], series: Sequence[SeriesView]) -> Front:
    """Show the catalogue page."""
    in_series = {step.slug for one in series for step in one.steps}
    others = [card for card in cards if card.slug not in in_series]
    small = len(cards) <= _ALL_AT_ONCE and sum(len(one.steps) for one in series) <= _STEPS_SHOWN
    return Front(
        count=len(cards),
        series=list(series if small else series[:_SERIES_SHOWN]),
        with_steps=small,
        more_series=0 if small else max(0, len(series) - _SERIES_SHOWN),
        groups=_group(others) if small else [],
        pages=0 if small else _count_pages(cards),
    )


def view_pages(cards: Sequence[ProblemCard]) -> list[ListPage]:
    """Show the pages of the list of all problems."""
    total = _count_pages(cards)
    return [
        ListPage(
            number=number,
            total=total,
            url=page_url(number),
            cards=list(cards[(number - 1) * _PER_PAGE : number * _PER_PAGE]),
            numbers=_near(number, total),
        )
        for number in range(1, total + 1)
    ]


def page_url(number: int) -> str:
    """Return the address of a page of the list, relative to the site's root."""
    return f"all/{number}/"


def _count_pages(cards: Sequence[ProblemCard]) -> int:
    return -(-len(cards) // _PER_PAGE)


def _near(number: int, total: int) -> list[int]:
    """Return the pages to link to: the ends, the neighbours, and every tenth, with gaps as 0."""
    near = {1, total, *range(number - 2, number + 3), *range(10, total, 10)}
    shown: list[int] = []
    for one in sorted(near & set(range(1, total + 1))):
        if shown and one - shown[-1] > 1:
            shown.append(0)
        shown.append(one)
    return shown


def _group(cards: Sequence[ProblemCard]) -> list[Group]:
    """Group problems by topic, the first tag that is no package; topics of one problem together."""
    topics: dict[str, list[ProblemCard]] = {}
    for card in cards:
        topic = next((tag for tag in card.tags if tag not in PACKAGES), _OTHERS)
        topics.setdefault(topic, []).append(card)
    large = {topic: found for topic, found in topics.items() if len(found) > 1 and topic != _OTHERS}
    rest = [card for card in cards if all(card not in found for found in large.values())]
    groups = [Group(_title(topic), large[topic]) for topic in sorted(large)]
    return groups + ([Group(_OTHERS if groups else "Problems", rest)] if rest else [])


def _title(topic: str) -> str:
    words = " ".join(word.upper() if word in _INITIALS else word for word in topic.split("-"))
    return words[:1].upper() + words[1:]
