"""Highlights code at build time: classes only, so that the style sheet has both colour schemes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Any

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Token
from pygments.util import ClassNotFound

# The class of each kind of token that has a colour; a kind goes with the nearest one above it.
_CLASSES = {
    Token.Keyword: "k",
    Token.Operator.Word: "k",
    Token.Literal.String: "s",
    Token.Literal.Number: "m",
    Token.Name.Function: "f",
    Token.Name.Decorator: "f",
    Token.Name.Class: "t",
    Token.Name.Namespace: "t",
    Token.Name.Builtin: "t",
    Token.Name.Exception: "t",
    Token.Comment: "c",
    Token.Generic.Prompt: "p",
    Token.Generic.Output: "o",
    Token.Generic.Error: "e",
    Token.Generic.Traceback: "e",
    Token.Error: "e",
}


class UnknownLanguage(Exception):
    """No lexer has that name."""


def highlight(code: str, language: str) -> str:
    """Return code as HTML whose text is the code, character for character."""
    doctest = language == "python" and ">>>" in code
    name = "pycon" if doctest else language or "text"
    tokens: Iterable[tuple[Any, str]] = _lexer(name).get_tokens(code)
    painted = ((_class_of(kind), text) for kind, text in tokens)
    runs = groupby(painted, key=lambda token: token[0])
    return "".join(_mark(kind, "".join(text for _, text in run)) for kind, run in runs)


def check_language(language: str) -> None:
    """Raise `UnknownLanguage` if no lexer has that name."""
    _lexer(language or "text")


@cache
def _lexer(name: str) -> Lexer:
    try:
        # The lexers would otherwise strip empty lines and add a last line break.
        return get_lexer_by_name(name, stripnl=False, ensurenl=False)
    except ClassNotFound as error:
        raise UnknownLanguage(name) from error


def _class_of(kind: Any) -> str:
    while kind not in _CLASSES and kind is not Token:
        kind = kind.parent
    return _CLASSES.get(kind, "")


def _mark(name: str, text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")  # as much as a text needs
    return f'<span class="hl-{name}">{escaped}</span>' if name else escaped
