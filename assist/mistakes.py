"""Finds what is wrong in code without running it: Python's own syntax errors, and pyflakes."""

from __future__ import annotations

import ast
import builtins
import difflib
import re
import warnings
from typing import Any, Literal, TypedDict

from pyflakes import messages
from pyflakes.checker import Checker

from grader.plain_words import words_for

Severity = Literal["error", "warning", "hint"]

_NEAR_ENOUGH = 0.75
# What is said of each kind, with pyflakes' own arguments; of other kinds pyflakes' words are used.
_WORDS: dict[type[messages.Message], tuple[Severity, str]] = {
    messages.UndefinedName: ("warning", "`{0}` is not defined."),
    messages.UndefinedLocal: ("warning", "`{0}` is used here before it has a value."),
    messages.UndefinedExport: ("warning", "`{0}` is in `__all__` but not defined."),
    messages.UnusedImport: ("hint", "`{0}` is imported but not used."),
    messages.UnusedVariable: ("hint", "`{0}` gets a value that is not used."),
    messages.UnusedAnnotation: ("hint", "`{0}` has a type but no value."),
    messages.RedefinedWhileUnused: ("warning", "`{0}` is defined again; line {1} has no effect."),
    messages.IsLiteral: ("warning", "`is` asks for the same object; compare values with `==`."),
    messages.IfTuple: ("warning", "A tuple that is not empty is always true here."),
    messages.AssertTuple: ("warning", "This `assert` holds always: it is given a tuple."),
    messages.FStringMissingPlaceholders: ("hint", "This f-string has no `{{}}` in it."),
    messages.MultiValueRepeatedKeyLiteral: ("warning", "The key {0} is in this dictionary twice."),
    messages.MultiValueRepeatedKeyVariable: ("warning", "The key {0} is in this dictionary twice."),
    messages.ImportStarUsed: ("hint", "What `*` imports cannot be checked here."),
    messages.RaiseNotImplemented: ("warning", "Raise `NotImplementedError`, not `NotImplemented`."),
}
# What `*` brings is unknown, so every name may be one of them.
_UNSAID = (messages.ImportStarUsage,)


class Mistake(TypedDict):
    """One place; columns count from 0 in UTF-16 units, as the page does, and end before `end`."""

    line: int
    column: int
    end: int
    severity: Severity
    message: str


def find_mistakes(code: str) -> list[Mistake]:
    """Return what is wrong: the one syntax error, or else all that pyflakes finds, by place."""
    lines = code.split("\n")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(code, "solution.py", "exec", dont_inherit=True)
            tree = ast.parse(code)
    except SyntaxError as error:
        return [_syntax_mistake(error, lines)]
    except (ValueError, RecursionError, MemoryError, OverflowError):
        return []  # null bytes, nesting without end: a run says so
    checker = Checker(tree, filename="solution.py", withDoctest=False)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {name for scope in checker.deadScopes for name in scope} | {*dir(builtins)}
    found = [one for one in checker.messages if not isinstance(one, _UNSAID)]
    found.sort(key=lambda one: (one.lineno, one.col))
    undefined = {one.message_args[0] for one in found if isinstance(one, messages.UndefinedName)}
    return [_mistake(one, lines, names - undefined) for one in found]


def _syntax_mistake(error: SyntaxError, lines: list[str]) -> Mistake:
    line = min(max(error.lineno or 1, 1), len(lines))
    text = lines[line - 1]
    column = min(max((error.offset or 1) - 1, 0), len(text))
    ends_there = error.end_lineno == error.lineno and (error.end_offset or 0) - 1 > column
    end = min((error.end_offset or 0) - 1, len(text)) if ends_there else len(text)
    if end <= column:
        column, end = max(len(text[:column].rstrip()) - 1, 0), max(column, 1)
    plain = words_for(type(error).__name__, error.msg)
    said = f"{error.msg[:1].upper()}{error.msg[1:]}."
    message = f"{said} {plain}" if plain else said
    return _place(line, text, column, end, "error", message)


def _mistake(found: messages.Message, lines: list[str], names: set[str]) -> Mistake:
    args = [_said(one) for one in found.message_args]
    default = ("warning", f"{found.message % found.message_args}.")
    severity, words = _WORDS.get(type(found), default)
    message = words.format(*args) if type(found) in _WORDS else words
    if isinstance(found, messages.UndefinedName):
        near = difflib.get_close_matches(args[0], sorted(names), n=1, cutoff=_NEAR_ENOUGH)
        message += f" Did you mean `{near[0]}`?" if near else ""
    text = lines[found.lineno - 1]
    column = len(text.encode()[: found.col].decode(errors="ignore"))
    named = re.compile(rf"{re.escape(args[0])}(?!\w)") if args else None
    spelled = named.match(text, column) if named else None
    end = spelled.end() if spelled else len(text.rstrip())
    return _place(found.lineno, text, column, end, severity, message)


def _said(argument: Any) -> str:
    return str(getattr(argument, "lineno", argument))


def _place(line: int, text: str, column: int, end: int, severity: Any, message: str) -> Mistake:
    return {
        "line": line,
        "column": _units(text[:column]),
        "end": _units(text[:end]),
        "severity": severity,
        "message": message,
    }


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
