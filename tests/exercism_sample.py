"""A small checkout in the layout of Exercism's Python track, every word of it our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CONFIG = {
    "language": "Python",
    "exercises": {
        "concept": [{"slug": "tea-time", "name": "Tea Time", "concepts": ["basics"]}],
        "practice": [
            {"slug": "pair-up", "name": "Pair Up", "difficulty": 5, "topics": ["text_handling"]},
            {"slug": "line-reader", "name": "Line Reader", "difficulty": 8, "topics": None},
        ],
    },
}
LICENCE = "The MIT License (MIT)\n\nCopyright (c) 2020 A. Person\n\nPermission is granted.\n"


def meta(solution: list[str], test: list[str], example: list[str], **more: Any) -> str:
    """Return the text of a `.meta/config.json`."""
    key = "exemplar" if "exemplar" in example[0] else "example"
    files = {"solution": solution, "test": test, key: example}
    return json.dumps({"authors": ["ada", "bo"], "files": files, **more})


PAIR_UP = {
    ".meta/config.json": meta(
        ["pair_up.py"],
        ["pair_up_test.py"],
        [".meta/example.py"],
        blurb="Put *two* and two together.",
        source="A rainy day",
        source_url="https://example.org/rain",
        contributors=["cy", "di"],
    ),
    ".meta/example.py": """\
def pair_up(items, fill=None):
    items = list(items)
    if not items:
        raise ValueError("nothing to pair up")
    items += [fill] * (len(items) % 2)
    return list(zip(items[::2], items[1::2]))
""",
    ".docs/instructions.md": "# Instructions\n\nPair up neighbours.\n",
    ".docs/instructions.append.md": "# Instructions append\n\n## Errors\n\nRaise one.\n",
    "pair_up.py": "def pair_up(items, fill=None):\n    pass\n",
    "pair_data.py": "CASES = [([1, 2], [(1, 2)]), ([1, 2, 3], [(1, 2), (3, None)])]\n",
    "pair_up_test.py": '''\
import io
import unittest
from unittest import mock

from pair_data import CASES
from pair_up import (
    pair_up,
)


class PairUpTest(unittest.TestCase):
    def setUp(self):
        self.letters = "abcd"

    def test_two_letters(self):
        self.assertEqual(pair_up("ab"), [("a", "b")])

    def test_fill_is_used(self):
        self.assertEqual(pair_up("abc", fill="-"), [("a", "b"), ("c", "-")])

    def test_all_cases(self):
        for items, pairs in CASES:
            with self.subTest(items=items):
                self.assertEqual(pair_up(items), pairs)

    def test_one_line(self): self.assertEqual(len(pair_up(self.letters)), 2)

    def test_nothing(self):
        with self.assertRaises(ValueError) as error:
            pair_up([])
        self.assertEqual(error.exception.args[0], "nothing to pair up")

    @mock.patch("sys.stdout", new_callable=io.StringIO)
    def test_prints_nothing(self, printed):
        """It works in silence"""
        self.assertEqual(pair_up([1, 2]), [(1, 2)])
        self.assertEqual(printed.getvalue(), "")


if __name__ == "__main__":
    unittest.main()
''',
}
LINE_READER = {
    ".meta/config.json": meta(
        ["line_reader.py"],
        ["line_reader_test.py"],
        [".meta/example.py"],
        authors=[],
        contributors=["cy", "di"],
        source="What a teacher said.",
    ),
    ".meta/example.py": """\
SEPARATOR = "\\n"


def read_lines(name):
    with open(name) as file:
        return file.read().split(SEPARATOR)
""",
    ".docs/instructions.md": "# Instructions\n\nRead the lines of a file.\n",
    "line_reader.py": "# Your code here.\n",
    "line_reader_test.py": """\
import io
import unittest
from unittest import mock

import line_reader


@mock.patch("line_reader.open", create=True, return_value=io.StringIO("é\\nb"))
class LineReaderTest(unittest.TestCase):
    def test_lines(self, opened):
        for name in ["any"]:
            with self.subTest(name):
                self.assertEqual(line_reader.read_lines(name), ["é", "b"])
        opened.assert_called_once_with("any")

    def test_separator(self, opened):
        self.assertEqual(line_reader.SEPARATOR, "\\n")
""",
}
TEA_TIME = {
    ".meta/config.json": meta(
        ["tea.py"], ["tea_test.py"], [".meta/exemplar.py"], contributors=["cy"]
    ),
    ".meta/exemplar.py": '''\
STEEPING = 4


class CupError(Exception):
    """A cup that cannot be."""


class Saucer:
    """What the tests import, and do not ask for."""


def wait(passed: int) -> int:
    """Say how long it still takes."""
    return STEEPING - passed


def serve(cups=STEEPING, *, milk=False):
    """Say what is served."""
    if cups < 1:
        raise CupError("no cup")
    return f"{cups} cups" + " with milk" * milk
''',
    ".docs/introduction.md": """\
# Introduction

Tea costs $2, [cake][cake] $3.

~~~~exercism/caution
It is `hot`; see [safety](../safety.md).
~~~~

```python
>>> x = 1
>>> x
2
```

[cake]: /tracks/cake
""",
    ".docs/instructions.md": """\
# Instructions

![a cup](cup.png) ![far](https://example.org/far.png) 2<sup>3</sup>

## 1. Wait

Write `wait`.

```python
>>> from tea import wait
>>> wait(1)
3
```

## 2. Serve

```madeup
>>> serve(1)
```

```python
>>> serve(2)
'2 cups'
>>> serve(0)
Traceback (most recent call last):
tea.CupError: no cup
```

### Both

```python
>>> import tea
>>> tea.serve(2)
'2 cups'
>>> serve(3)
'3 cups'
```

```python
>>> serve(2)
'2 mugs'
```
""",
    ".docs/cup.png": "not really a picture",
    ".docs/hints.md": """\
# Hints

## General

- Read [about tea][tea] or [Tea].

Both are [long].

## 1. Wait

- Subtract, with
  the _minus_ sign.
- Then return `cups[0]`, as 'ab'[0][1:] or 2 * 3 * 4.

## 2. Serve

- There is no `__init__()` here.

[tea]: https://example.org/tea
""",
    "tea.py": "# TODO: STEEPING\ndef wait():\n'''Not indented.'''\n    pass\n",
    "tea_test.py": """\
import pytest
import unittest

try:
    from tea import (
        STEEPING, wait, serve, CupError,
        Saucer,
    )
except ImportError as missing:
    raise ImportError("tea.py lacks something") from missing


class TeaTest(unittest.TestCase):
    @pytest.mark.task(taskno=1)
    def test_STEEPING(self):
        self.assertEqual(STEEPING, 4, msg="it steeps for 4 minutes")

    @pytest.mark.task(taskno=1)
    def test_wait(self):
        for variant, passed in enumerate([0, 2], start=1):
            with self.subTest(f"variation #{variant}", passed=passed):
                self.assertEqual(wait(passed), 4 - passed, msg="the waiting is wrong")

    @pytest.mark.task(taskno=2)
    def test_serve(self):
        self.assertIn("milk", serve(milk=True))
        with self.assertRaisesRegex(CupError, "no"):
            serve(0)
""",
}
TWO_PARTS = {
    ".meta/config.json": meta(
        ["front.py", "back.py"],
        ["first_test.py", "second_test.py"],
        [".meta/example/front.py", ".meta/example/back.py"],
    ),
    ".meta/example/front.py": "from back import turn\n\n\ndef show(text):\n    return turn(text)\n",
    ".meta/example/back.py": "def turn(text):\n    return text[::-1]\n",
    ".docs/instructions.md": "# Instructions\n\nTurn a text round.\n",
    "front.py": "def show(text):\n    pass\n",
    "back.py": "def turn(text):\n    pass\n",
    "first_test.py": """\
from front import show


def test_short():
    assert show("ab") == "ba"
""",
    "second_test.py": """\
from front import show as turned


def test_long():
    assert turned("abc") == "cba"
""",
}
IMPROVE = {
    ".meta/config.json": meta(["add_up.py"], ["add_up_test.py"], [".meta/example.py"]),
    ".meta/example.py": "def add_up(items, start=0):\n    return sum(items, start)\n",
    ".docs/instructions.md": "# Instructions\n\nMake it shorter.\n",
    "add_up.py": """\
def add_up(items, start=0):
    total = start
    for item in items:
        total = total + item
    return total
""",
    "add_up_test.py": """\
from add_up import add_up


def test_some():
    assert add_up([1, 2], 3) == 6
""",
}
EXERCISES = {
    "practice/add-up": IMPROVE,
    "practice/pair-up": PAIR_UP,
    "practice/line-reader": LINE_READER,
    "practice/two-parts": TWO_PARTS,
    "concept/tea-time": TEA_TIME,
}


def write_track(folder: Path, exercises: dict[str, dict[str, str]]) -> Path:
    """Write a checkout that holds some exercises."""
    files = {"config.json": json.dumps(CONFIG), "LICENSE": LICENCE}
    for name, contents in exercises.items():
        files |= {f"exercises/{name}/{path}": text for path, text in contents.items()}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder
