"""Compares, by value, what a test gets with what the source of this problem says is printed.

Lists, tuples and arrays count alike. A number agrees within a relative 1e-6; one that is expected
with four decimals or more was rounded, and agrees within one unit of the last of them.
"""

from __future__ import annotations

import ast
import io
import re
from decimal import Decimal
from typing import Any

_RELATIVE, _ABSOLUTE = 1e-6, 1e-9
_ROUNDED_FROM = 4
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w.])"
_TOKEN = re.compile(
    rf"""\s*(?:({_NUMBER})|([A-Za-z_][\w.]*|-inf)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(.))"""
)
_WORD = re.compile(rf"{_NUMBER}|\w+|[^\s\w,]")
_CONSTANTS = {
    "True": True, "False": False, "None": None,
    "nan": float("nan"), "inf": float("inf"), "-inf": float("-inf"),
}  # fmt: skip
_CLOSING = {"[": "]", "(": ")", "{": "}"}


class Printed:
    """Stands in for `print` and keeps the text."""

    def __init__(self) -> None:
        self._file = io.StringIO()

    def __call__(self, *values: object, **options: Any) -> None:
        options.pop("file", None)
        print(*values, file=self._file, **options)

    def text(self) -> str:
        """Return what has been printed."""
        return self._file.getvalue().strip()


def assert_almost_equal(got: object, expected: object) -> None:
    """Raise `AssertionError` where a value does not agree with the expected one."""
    same = _same_text(str(got), expected) if isinstance(expected, str) else agree(got, expected)
    if not same:
        raise AssertionError("This is not the expected result.")


def agree(got: Any, expected: Any) -> bool:
    """Tell whether a value agrees with an expected one."""
    if hasattr(type(got), "tolist"):
        got = got.tolist()
    if isinstance(expected, list | tuple):
        return (
            isinstance(got, list | tuple)
            and len(got) == len(expected)
            and all(map(agree, got, expected))
        )
    if isinstance(expected, dict):
        return (
            isinstance(got, dict)
            and got.keys() == expected.keys()
            and all(agree(got[key], value) for key, value in expected.items())
        )
    if expected is None or isinstance(expected, bool | str | set):
        return type(got) is type(expected) and bool(got == expected)
    return _same_number(got, expected)


def parse(text: str) -> Any:
    """Return the one value that a printed text shows; raise `ValueError` where it is no value."""
    tokens = [match for match in _TOKEN.findall(text.strip()) if any(match)]
    value, rest = _parse_value(tokens)
    if rest:
        raise ValueError(f"more than one value: {text!r}")
    return value


def _same_number(got: Any, expected: float) -> bool:
    if isinstance(got, str):
        try:
            got = parse(got)
        except ValueError:
            return False
    if isinstance(got, bool) or not isinstance(got, int | float | complex):
        return False
    if got == expected or (got != got and expected != expected):
        return True
    return bool(abs(got - expected) <= max(_tolerance(expected), _RELATIVE * abs(expected)))


def _tolerance(expected: float) -> float:
    shown = Decimal(repr(expected)) if isinstance(expected, float) else Decimal(0)
    exponent = shown.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent < _ROUNDED_FROM:
        return _ABSOLUTE
    return max(_ABSOLUTE, 1.01 * 10.0**exponent)


def _same_text(got: str, expected: str) -> bool:
    """Compare texts word for word: white space and commas are folded, numbers have a tolerance."""
    words, wanted = _WORD.findall(got), _WORD.findall(expected)
    return len(words) == len(wanted) and all(map(_same_word, words, wanted))


def _same_word(got: str, expected: str) -> bool:
    if got == expected:
        return True
    numbers = [re.fullmatch(_NUMBER, word) for word in (got, expected)]
    return all(numbers) and _same_number(_number(got), _number(expected))


def _number(text: str) -> int | float:
    return int(text) if re.fullmatch(r"[-+]?\d+", text) else float(text)


def _parse_value(tokens: list[Any]) -> tuple[Any, list[Any]]:
    if not tokens:
        raise ValueError("there is no value")
    (number, word, quoted, mark), rest = tokens[0], tokens[1:]
    if number:
        return _number(number), rest
    if quoted:
        return ast.literal_eval(quoted), rest
    if word and rest and rest[0][3] == "(":
        items, rest = _parse_items(rest[1:], ")")
        if len(items) != 1:
            raise ValueError(f"{word} of {len(items)} values")
        return items[0], rest
    if word in _CONSTANTS:
        return _CONSTANTS[word], rest
    if mark == "{":
        return _parse_braces(rest)
    if mark in _CLOSING:
        items, rest = _parse_items(rest, _CLOSING[mark])
        return (tuple(items) if mark == "(" else items), rest
    raise ValueError(f"{word or mark!r} is no value")


def _parse_items(tokens: list[Any], closing: str) -> tuple[list[Any], list[Any]]:
    items: list[Any] = []
    while tokens and tokens[0][3] != closing:
        if tokens[0][3] == ",":
            tokens = tokens[1:]
        elif len(tokens) > 2 and tokens[0][1] and tokens[1][3] == "=":  # dtype=float64
            tokens = tokens[3:]
        else:
            item, tokens = _parse_value(tokens)
            items.append(item)
    if not tokens:
        raise ValueError(f"{closing!r} is missing")
    return items, tokens[1:]


def _parse_braces(tokens: list[Any]) -> tuple[Any, list[Any]]:
    pairs: dict[Any, Any] = {}
    members: list[Any] = []
    while tokens and tokens[0][3] != "}":
        if tokens[0][3] == ",":
            tokens = tokens[1:]
            continue
        item, tokens = _parse_value(tokens)
        if tokens and tokens[0][3] == ":":
            pairs[item], tokens = _parse_value(tokens[1:])
        else:
            members.append(item)
    if not tokens or (pairs and members):
        raise ValueError("this is neither a dictionary nor a set")
    return (set(members) if members else pairs), tokens[1:]
