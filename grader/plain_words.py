"""Says in plain words what the common errors mean; the original stands beside it."""

from __future__ import annotations

import builtins
import difflib
import re
from collections.abc import Callable, Iterable
from types import FrameType, ModuleType, TracebackType

from grader.array_words import ARRAY_WORDS
from grader.error_words import ERROR_WORDS
from grader.output import printable
from grader.report import Failure, RaisedError, Value
from grader.syntax_words import SYNTAX_WORDS

_IMPORTS = {
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "pd": "import pandas as pd",
    **{
        name: f"import {name}"
        for name in ("math", "random", "itertools", "functools", "collections", "numpy", "re")
    },
    **{name: f"from collections import {name}" for name in ("Counter", "defaultdict", "deque")},
    **{name: f"from typing import {name}" for name in ("Any", "Callable", "List", "Optional")},
}
_METHOD_COUNT = re.compile(
    r"(?:[\w<>]+\.)*?(?P<owner>\w+)\.(?P<name>\w+)\(\) takes (?P<takes>\d+) positional arguments?"
    r" but (?P<given>\d+) (?:was|were) given"
)
_NEAR_ENOUGH = 0.7
_LEARNERS = ("solution", "__main__")  # modules, in tests and when the code runs alone
_CALL_MISSING = "This is a function itself. Are the parentheses missing that call it?"
# What comes back where a function was written in another way than was meant, by its type.
_KINDS = {
    "generator": "`yield` makes a generator of a function. `return` gives the answer itself.",
    "coroutine": "`async def` makes a coroutine of a function. Write `def` alone.",
    "function": _CALL_MISSING,
    "method": _CALL_MISSING,
    "builtin_function_or_method": _CALL_MISSING,
}
_KIND_SHOWN = re.compile(r"<(?:bound |built-in )?(generator|coroutine|function|method) ")
_PRINTED = (
    "Something was printed, and None was returned. `print` only shows a value; `return` hands it "
    "to whoever called the function."
)
_WORDS = [*ERROR_WORDS, *ARRAY_WORDS, *SYNTAX_WORDS]


def explain_error(error: BaseException, said: RaisedError) -> str | None:
    """Return what an error means, in a sentence or two; None for the less common ones.

    `said` is the error in the interpreter's own words.
    """
    for kind, explain in _BY_TYPE.items():
        if type(error) is kind:
            return explain(error, said["text"])
    return words_for(said["type"], said["text"])


def words_for(kind: str, text: str) -> str | None:
    """Return what is said of an error by its type's name and its text alone."""
    if kind == "TypeError" and (words := _missing_self(text)):
        return words
    for kinds, pattern, words in _WORDS:
        found = re.search(pattern, text) if kind in kinds else None
        if found:
            shown = {key: value for key, value in found.groupdict().items() if value is not None}
            return printable(words.format_map(shown))
    return None


def explain_values(message: str, name: str, expected: Value | None, got: Value) -> str | None:
    """Return what is plainly wrong with an answer, where the author's message does not say it."""
    said = message.lower()
    if got["type"] in _KINDS and (expected is None or expected["type"] != got["type"]):
        return _KINDS[got["type"]]
    if got["type"] == "NoneType":
        return None if "None" in message else f"`{name}` returned None. Is a `return` missing?"
    if expected is None or (expected["type"], expected["shape"]) == (got["type"], got["shape"]):
        return _not_a_number(said, expected, got)
    if expected["shape"] is not None and got["shape"] is None:
        if "array" in said or not expected["shape"]:
            return None
        return f"A NumPy array is wanted here, and this is of type {got['type']}."
    if expected["type"] in {"list", "tuple"} and got["shape"] is not None:
        return _not_a_number(said, expected, got)  # an author's way to write an array's numbers
    apart = expected["shape"] != got["shape"] and (expected["shape"] or got["shape"])
    if apart and "shape" not in said:
        return _shapes_apart(expected["shape"], got["shape"])
    if expected["type"] != got["type"] and not _both_numbers(expected, got):
        if got["type"].lower() in said:
            return None
        return f"A value of type {expected['type']} is wanted here, and this is a {got['type']}."
    return _not_a_number(said, expected, got)


def explain_shown(expected: str, got: str) -> str | None:
    """Return what is plainly wrong with what an example shows instead of a value."""
    found = _KIND_SHOWN.search(got)
    return _KINDS[found[1]] if found and not _KIND_SHOWN.search(expected) else None


def explain_printing(failure: Failure, printed: str) -> None:
    """Say what `print` does where something was printed and None came instead of a value."""
    expected, got = failure["expected"], failure["got"]
    if not printed.strip() or got is None or got["text"] != "None":
        return
    if expected is None or expected["text"] != "None":
        failure["plain"] = _PRINTED


def _not_a_number(said: str, expected: Value | None, got: Value) -> str | None:
    if "nan" in said or expected is None or "nan" in expected["text"].lower():
        return None
    if not re.search(r"(?<![\w.])nan(?!\w)", got["text"]):
        return None
    return (
        "There is a nan in the result, which is no number: it comes from 0 / 0, inf - inf, "
        "or the root or logarithm of a negative number."
    )


def _shapes_apart(expected: list[int] | None, got: list[int] | None) -> str:
    if expected is None:
        return f"No array is wanted here, but one of shape {_shape(got)} came."
    words = f"The shape should be {_shape(expected)}, but it is {_shape(got)}."
    if got is not None and len(got) > len(expected):
        return f"{words} There is an axis too many."
    if got is not None and len(got) < len(expected):
        return f"{words} An axis is missing."
    return f"{words} It is transposed." if got == expected[::-1] else words


def _shape(shape: list[int] | None) -> str:
    return str(tuple(shape or ()))


def _both_numbers(expected: Value, got: Value) -> bool:
    number = re.compile(r"(int|float|complex|bool|longdouble|uint)\d*_?$")
    return all(number.match(value["type"]) for value in (expected, got))


def _missing_self(text: str) -> str | None:
    found = _METHOD_COUNT.match(text)
    if not found or int(found["given"]) != int(found["takes"]) + 1:
        return None
    return (
        f"`{found['name']}` is a method: Python passes it the object itself as the first "
        "argument. Is `self` missing in its `def` line?"
    )


def _unknown_name(error: BaseException, _: str) -> str | None:
    name = error.name if isinstance(error, NameError) else None
    if type(name) is not str or not name:
        return None
    if name == "self":
        return "`self` is there only where it is the first parameter of the method."
    near = _nearest(name, _names_in_reach(error.__traceback__))
    if near is not None:
        return f"Nothing is called `{name}` here. Did you mean `{near}`?"
    if name in _IMPORTS:
        return f"`{name}` has not been imported. Put `{_IMPORTS[name]}` at the top."
    return f"Nothing is called `{name}` here. It has to be defined or imported before this line."


def _unbound_name(_: BaseException, text: str) -> str | None:
    found = re.search(r"local variable '(\w+)'", text)
    return found and (
        f"`{found[1]}` is assigned somewhere in this function, so it is the function's own "
        "variable, and it has no value yet on this line."
    )


def _unknown_attribute(error: BaseException, text: str) -> str | None:
    owner, name = (getattr(error, key, None) for key in ("obj", "name"))
    if type(name) is str and type(owner) is ModuleType:
        near = _nearest(name, vars(owner))
        return f"The module has no `{name}`. Did you mean `{near}`?" if near else None
    words = words_for("AttributeError", text)
    if words or type(name) is not str:
        return words
    mro = type.__dict__["__mro__"].__get__(type(owner))
    near = _nearest(name, (key for kind in mro for key in type.__dict__["__dict__"].__get__(kind)))
    kind = type.__dict__["__name__"].__get__(type(owner))
    if near:
        return f"A value of type {kind} has no `{name}`. Did you mean `{near}`?"
    module = type.__getattribute__(type(owner), "__module__")
    if type(module) is not str or module not in _LEARNERS:
        return None
    return printable(
        f"An object of your class `{kind}` has no `{name}`. Is a method missing, or indented out "
        "of the class, or an attribute not set in `__init__`?"
    )


def _unknown_key(_: BaseException, text: str) -> str | None:
    return printable(f"The dictionary has no key {text[:200]}.") if text else None


_BY_TYPE: dict[type[BaseException], Callable[[BaseException, str], str | None]] = {
    NameError: _unknown_name,
    UnboundLocalError: _unbound_name,
    AttributeError: _unknown_attribute,
    KeyError: _unknown_key,
}


def _names_in_reach(traceback: TracebackType | None) -> list[str]:
    """Return the names that the innermost frame could use: its own, the module's, built-in ones."""
    frame: FrameType | None = None
    while traceback is not None:
        frame, traceback = traceback.tb_frame, traceback.tb_next
    if frame is None:
        return []
    code = frame.f_code
    return [*code.co_varnames, *code.co_freevars, *frame.f_globals, *vars(builtins)]


def _nearest(name: str, names: Iterable[object]) -> str | None:
    known = [other for other in names if type(other) is str and not other.startswith("_")]
    alike = [other for other in known if other.lower() == name.lower() and other != name]
    near = alike or difflib.get_close_matches(name, known, 1, _NEAR_ENOUGH)
    return near[0] if near and near[0] != name else None
