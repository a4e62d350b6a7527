"""The catalogue's search index: small files, of which a page fetches those that a search needs."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from builder.places import fingerprint
from builder.views import ProblemCard, SeriesView

FOLDER = "search"
# So many problems are in one file of records: a page of results needs a few of them.
_CHUNK = 25
_LETTERS = 2
_LEVELS = ("easy", "medium", "hard")
_WORD = re.compile(r"[^\W_]+")


def make_index(cards: Sequence[ProblemCard], series: Sequence[SeriesView]) -> dict[str, str]:
    """Return the index as JSON by path; problems go by their number in the catalogue's order.

    `facets.json` has what is needed at once: the levels, the series with their problems, the tags,
    and which files of words there are. Rising numbers are written as the gaps between them.
    """
    numbers = {card.slug: number for number, card in enumerate(cards)}
    tags = _by_tag(cards)
    words = _by_letters(cards, _titles_by_slug(series))
    files: dict[str, Any] = {f"words/{name}": found for name, found in words.items()}
    files |= {f"tags/{place}": _gaps(found) for place, found in enumerate(tags.values())}
    for start in range(0, len(cards), _CHUNK):
        files[f"records/{start // _CHUNK}"] = [_record(c) for c in cards[start : start + _CHUNK]]
    files["slugs"] = [card.slug for card in cards]
    files["facets"] = {
        "chunk": _CHUNK,
        "levels": "".join(str(_LEVELS.index(_level(card))) for card in cards),
        "series": [[one.slug, one.title, _gaps(_members(one, numbers))] for one in series],
        "tags": [[tag, len(found)] for tag, found in tags.items()],
        "words": sorted(words),
    }
    return {f"{FOLDER}/{name}.json": _write(data) for name, data in files.items()}


def version_of(index: dict[str, str]) -> str:
    """Return what tells one state of the index from another."""
    return fingerprint(part for item in sorted(index.items()) for part in item)[:12]


def split_words(text: str) -> list[str]:
    """Return the words of a text for searching: lower case, no accents, two letters or more."""
    plain = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [word for word in _WORD.findall(letters) if len(word) >= _LETTERS]


def _titles_by_slug(series: Iterable[SeriesView]) -> dict[str, str]:
    return {step.slug: one.title for one in series for step in one.steps}


def _members(series: SeriesView, numbers: dict[str, int]) -> list[int]:
    return sorted(numbers[step.slug] for step in series.steps if step.slug in numbers)


def _by_tag(cards: Sequence[ProblemCard]) -> dict[str, list[int]]:
    tags: dict[str, list[int]] = {}
    for number, card in enumerate(cards):
        for tag in dict.fromkeys(card.tags):
            tags.setdefault(tag, []).append(number)
    return dict(sorted(tags.items(), key=lambda item: (-len(item[1]), item[0])))


def _by_letters(
    cards: Sequence[ProblemCard], titles: dict[str, str]
) -> dict[str, dict[str, list[list[int]]]]:
    """Return, by its file, each word with who has it in the title and who elsewhere."""
    found: dict[str, tuple[list[int], list[int]]] = {}
    for number, card in enumerate(cards):
        title = dict.fromkeys(split_words(card.title))
        more = split_words(" ".join([card.summary, *card.tags, titles.get(card.slug, "")]))
        for word in title:
            found.setdefault(word, ([], []))[0].append(number)
        for word in dict.fromkeys(more):
            if word not in title:
                found.setdefault(word, ([], []))[1].append(number)
    files: dict[str, dict[str, list[list[int]]]] = {}
    for word, (inside, elsewhere) in sorted(found.items()):
        files.setdefault(_file_of(word), {})[word] = [_gaps(inside), _gaps(elsewhere)]
    return files


def _file_of(word: str) -> str:
    # By code points: names of files must not depend on case or on a file system's letters.
    return "-".join(f"{ord(letter):x}" for letter in word[:_LETTERS])


def _record(card: ProblemCard) -> list[Any]:
    return [card.slug, card.title, card.summary, _level(card), card.tags, card.test_count]


def _level(card: ProblemCard) -> str:
    # In a draft, a problem whose manifest cannot be read has none.
    return card.difficulty if card.difficulty in _LEVELS else _LEVELS[0]


def _gaps(numbers: Sequence[int]) -> list[int]:
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _write(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
