"""What the common syntax errors mean to one who is learning."""

from __future__ import annotations

_SYNTAX = ("SyntaxError", "IndentationError", "TabError", "_IncompleteInputError")

# The types' names, what their text has in it, and what to say; the first that fits is said.
SYNTAX_WORDS: list[tuple[tuple[str, ...], str, str]] = [
    (
        _SYNTAX,
        r"expected an indented block",
        "The line before ends in `:`, so this one has to be indented, by four spaces.",
    ),
    (
        _SYNTAX,
        r"unexpected indent|unindent does not match",
        "This line is not indented like its neighbours. Lines of one block begin in one column.",
    ),
    (
        _SYNTAX,
        r"inconsistent use of tabs",
        "Tabs and spaces are mixed here. Use four spaces.",
    ),
    (
        _SYNTAX,
        r"was never closed",
        "This bracket has no partner. The mistake may be a line above.",
    ),
    (
        _SYNTAX,
        r"unmatched|does not match opening",
        "There is a closing bracket too many, or one of another kind.",
    ),
    (
        _SYNTAX,
        r"expected ':'",
        "A line that begins with `def`, `if`, `for`, `while`, `else` or `class` ends in `:`.",
    ),
    (
        _SYNTAX,
        r"unterminated (?:triple-quoted )?(?:f-)?string",
        "A text begins here and its closing quotation mark is missing.",
    ),
    (
        _SYNTAX,
        r"Maybe you meant '=='",
        "`=` gives a name to a value; `==` compares.",
    ),
    (
        _SYNTAX,
        r"'return' outside function",
        "This `return` is in no function. Is it indented too little?",
    ),
    (
        _SYNTAX,
        r"'await' outside",
        "`await` is for functions that begin with `async def`. Nothing here has to be awaited.",
    ),
    (
        _SYNTAX,
        r"invalid (?:non-printable )?character",
        "There is a character that is no Python: often a curly quotation mark or a dash that came "
        "with a paste.",
    ),
]
