"""The search index: what is in it, and that no part of it grows with the catalogue unchecked."""

import json
from typing import Any

import pytest

from builder.search import make_index, split_words, version_of
from builder.views import ProblemCard, SeriesView, StepView

SERIES = SeriesView(
    "gpt", "A GPT", "", "", "", "", "series/gpt/",
    [StepView(1, "b", "Bee", None, False, "", ""), StepView(2, "z", "Zed", None, True, "", "")],
)  # fmt: skip


def card(slug: str, title: str, summary: str = "", *tags: str, level: str = "easy") -> ProblemCard:
    return ProblemCard(slug, title, summary, level, list(tags), f"problems/{slug}/", 3)


CARDS = [
    card("a", "Café softmax", "Over the rows.", "loss", "numpy"),
    card("b", "Softplus", "A softmax it is not.", "numpy", level="hard"),
]
INDEX = make_index(CARDS, [SERIES])


def part(name: str) -> Any:
    return json.loads(INDEX[f"search/{name}.json"])


def test_facets_tell_what_there_is_to_choose_from() -> None:
    facets = part("facets")
    assert facets["levels"] == "02"
    assert facets["tags"] == [["numpy", 2], ["loss", 1]]
    assert facets["series"] == [["gpt", "A GPT", [1]]]
    assert {f"search/words/{name}.json" for name in facets["words"]} <= INDEX.keys()


def test_words_say_who_has_them_in_the_title_and_who_elsewhere() -> None:
    words = part("words/73-6f")
    assert words == {"softmax": [[0], [1]], "softplus": [[1], []]}
    assert part("words/63-61") == {"cafe": [[0], []]}
    assert part("words/67-70") == {"gpt": [[], [1]]}


def test_rising_numbers_are_written_as_gaps() -> None:
    assert part("tags/0") == [0, 1]
    many = make_index(
        [card(f"p{n}", "P", "", *(["x"] if n in (3, 5, 9) else [])) for n in range(12)], []
    )
    assert json.loads(many["search/tags/0.json"]) == [3, 2, 4]


def test_records_are_what_a_card_shows() -> None:
    record = ["b", "Softplus", "A softmax it is not.", "hard", ["numpy"], 3]
    assert part("records/0")[1] == record
    assert part("slugs") == ["a", "b"]


WORDS = {
    "Top-k & top_p": ["top", "top"],
    "Über naïve K-means": ["uber", "naive", "means"],
    "conv2d 3x3": ["conv2d", "3x3"],
    "": [],
}


@pytest.mark.parametrize("text", WORDS)
def test_texts_are_split_as_the_page_splits_them(text: str) -> None:
    assert split_words(text) == WORDS[text]


def test_a_change_shows_in_the_version() -> None:
    assert version_of(INDEX) == version_of(make_index(CARDS, [SERIES]))
    assert version_of(INDEX) != version_of(make_index(CARDS[:1], [SERIES]))


def test_ten_thousand_problems_are_searched_in_small_parts() -> None:
    words = [f"{one}{two}" for one in ("soft", "norm", "beam", "gate") for two in range(250)]
    cards = [
        card(f"p-{n}", f"{words[n % 1000]} {n}", f"{words[n * 7 % 1000]} of a model.", "tag")
        for n in range(10_000)
    ]
    index = make_index(cards, [])
    sizes = {name: len(text.encode()) for name, text in index.items()}
    assert max(size for name, size in sizes.items() if "/records/" in name) < 5_000
    assert max(size for name, size in sizes.items() if "/words/" in name) < 60_000
    assert sizes["search/facets.json"] < 30_000
