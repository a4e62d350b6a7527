"""Tells what a test compares of the submission's answer from what it has only found out about it.

A count of wrong entries, a shape or the letter of a dtype is no answer to the call beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from grader.values import is_array, loaded_numpy, plain_array

_MOST_CELLS = 10_000
_BOXES = (list, tuple, set, frozenset, dict)
_NUMBERS = {"int", "float", "complex"}
_PLAIN = (bool, int, float, complex, str, type(None))


def is_of_answer(compared: object, answer: object) -> bool:
    """Tell whether a compared value is the answer, a part of it, or made of all of it.

    Where one of them holds more than numbers and texts, it is taken for one.
    """
    if compared is answer or answer is None:
        return True
    if type(compared) in (int, tuple) and compared in _sizes(answer):
        return False
    try:
        parts, cells = ({*islice(_cells(one), _MOST_CELLS)} for one in (compared, answer))
    except (TypeError, RecursionError):
        return True
    if not parts.isdisjoint(cells):
        return True
    kinds, wanted = ({kind for kind, _ in found} for found in (parts, cells))
    if _is_box(compared) and _is_box(answer):
        return not parts or "float" in kinds
    same = kinds == wanted or kinds | wanted <= _NUMBERS
    return same and not _is_box(compared) and not _is_box(answer)


def _is_box(value: object) -> bool:
    return plain_array(value).ndim > 0 if is_array(value) else type(value) in _BOXES


def _sizes(answer: Any) -> Iterator[object]:
    parts = [answer, *answer] if type(answer) in (list, tuple) else [answer]
    for part in parts[:_MOST_CELLS]:
        if is_array(part):
            yield from (plain_array(part).shape, plain_array(part).size, plain_array(part).ndim)
        elif type(part) in _BOXES:
            yield len(part)


def _cells(value: Any) -> Iterator[tuple[str, object]]:
    """Yield the plain values in a value, each with its kind; raise `TypeError` for others."""
    numpy = loaded_numpy()
    if is_array(value):
        value = plain_array(value).reshape(-1)[:_MOST_CELLS].tolist()
    elif numpy is not None and type(value) in numpy.ScalarType:
        value = value.item() if isinstance(value, numpy.generic) else value
    if type(value) in _BOXES:
        parts = chain(value, value.values()) if type(value) is dict else value
        for part in parts:
            yield from _cells(part)
    elif type(value) in _PLAIN:
        yield type(value).__name__, value if value == value else "nan"  # a nan
    else:
        raise TypeError
