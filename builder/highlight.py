"""Highlights code at build time: classes only, so that the style sheet has both colour schemes."""

from __future__ import annotations

from functools import cache

from pygments import highlight as run_pygments
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_FORMATTER = HtmlFormatter(nowrap=True, classprefix="hl-")


class UnknownLanguage(Exception):
    """No lexer has that name."""


def highlight(code: str, language: str) -> str:
    """Return code as HTML whose text is the code, character for character."""
    doctest = language == "python" and ">>>" in code
    name = "pycon" if doctest else language or "text"
    html: str = run_pygments(code, _lexer(name), _FORMATTER)
    return html


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
