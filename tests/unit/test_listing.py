"""The catalogue page and the lists behind it: every problem is on them, none grows too large."""

import re

import pytest

from builder.listing import view_front, view_pages
from builder.pages import Pages
from builder.site_config import SiteConfig, clean_base_url
from builder.views import ProblemCard, SeriesView, StepView

INDEX_BYTES = 60_000


def card(number: int, *tags: str) -> ProblemCard:
    slug = f"problem-{number}"
    words = "What this problem asks for, said in one line as long as most."
    return ProblemCard(slug, f"Problem {number}", words, "easy", list(tags), f"problems/{slug}/", 8)


def series(number: int, cards: list[ProblemCard]) -> SeriesView:
    steps = [
        StepView(step, one.slug, one.title, one.url, False, one.summary, "easy")
        for step, one in enumerate(cards, start=1)
    ]
    slug = f"series-{number}"
    return SeriesView(slug, f"Series {number}", "S.", "", "", "", f"series/{slug}/", steps)


def links(html: str) -> set[str]:
    return set(re.findall(r'href="[./]*(problems/[^"]+)"', html))


CATALOGUES = {"a few": (10, 1), "sixty": (60, 3), "many": (230, 5), "ten thousand": (10_000, 200)}


@pytest.mark.parametrize("name", CATALOGUES)
def test_every_problem_is_reached_without_scripts(name: str) -> None:
    count, series_count = CATALOGUES[name]
    cards = [card(number, "numpy", f"topic-{number % 5}") for number in range(count)]
    all_series = [series(n, cards[n * 3 : n * 3 + 3]) for n in range(series_count)]
    pages = dict(Pages("assets/0").render_lists(cards, all_series))
    lists = [html for path, html in pages.items() if path.startswith(("index.html", "all/"))]
    assert set().union(*map(links, lists)) == {one.url for one in cards}
    assert len(pages["index.html"].encode()) < INDEX_BYTES
    for html in lists:
        for target in re.findall(r'href="[./]*(all/\d+/)"', html):
            assert f"{target}index.html" in pages


def test_topics_are_first_tags_that_are_no_package() -> None:
    tags = [("numpy", "loss"), ("numpy", "gradient-descent"), ("loss",), ("alone",), ("numpy",), ()]
    tags += [("gradient-descent", "loss"), ("classic-ml",), ("numpy", "classic-ml")]
    front = view_front([card(number, *names) for number, names in enumerate(tags)], [])
    groups = {group.title: [one.slug for one in group.cards] for group in front.groups}
    assert groups == {
        "Classic ML": ["problem-7", "problem-8"],
        "Gradient descent": ["problem-1", "problem-6"],
        "Loss": ["problem-0", "problem-2"],
        "More": ["problem-3", "problem-4", "problem-5"],
    }


def test_a_step_of_a_series_is_not_listed_twice() -> None:
    cards = [card(number, "loss") for number in range(4)]
    front = view_front(cards, [series(1, cards[:3])])
    assert [one.slug for group in front.groups for one in group.cards] == ["problem-3"]
    assert front.with_steps


NUMBERS = {
    1: [1, 2, 3, 0, 10, 0, 20, 0, 25],
    12: [1, 0, 10, 11, 12, 13, 14, 0, 20, 0, 25],
    25: [1, 0, 10, 0, 20, 0, 23, 24, 25],
}


@pytest.mark.parametrize("number", NUMBERS)
def test_a_page_of_the_list_links_to_pages_near_and_far(number: int) -> None:
    pages = view_pages([card(n) for n in range(2_401)])
    assert len(pages) == 25
    assert pages[number - 1].numbers == NUMBERS[number]


def test_the_page_for_wrong_addresses_needs_nothing_else() -> None:
    [html] = [html for path, html in Pages("assets/0").render_lists([], []) if path == "404.html"]
    assert re.findall(r'(?:href|src)="([^"]*)"', html) == ["./"]
    home = "https://example.org/exercises/"
    for base in (home, home.removesuffix("/")):
        pages = dict(
            Pages("assets/0", SiteConfig(base_url=clean_base_url(base))).render_lists([], [])
        )
        assert f'href="{home}"' in pages["404.html"]
