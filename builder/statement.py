"""Turns a problem's Markdown into HTML: formulas, highlighted code, tables, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from builder.highlight import UnknownLanguage, check_language, highlight
from builder.math import Formula
from grader.faults import Fault
from grader.problem import ProblemFolder

_NOT_WORD = re.compile(r"[^\w]+")
_FORMULAS = {"math_inline": False, "math_inline_double": True, "math_block": True}


@dataclass(frozen=True)
class Text:
    """A statement or an explanation between parsing and rendering.

    Its `formulas` map to the line each is first seen on; `place` ends the names of its regions.
    """

    path: Path
    tokens: Sequence[Token]
    formulas: dict[Formula, int]
    faults: list[Fault]
    place: str


def parse_statement(folder: ProblemFolder) -> Text:
    """Parse a problem's statement."""
    return _parse(folder, "statement.md", folder.statement, "")


def parse_explanation(folder: ProblemFolder) -> Text:
    """Parse the explanation of a problem's reference solution; it may be empty."""
    return _parse(folder, "explanation.md", folder.explanation, " of the explanation")


def render_text(text: Text, formulas: dict[Formula, str]) -> str:
    """Render a parsed text; `formulas` maps each formula to its HTML."""
    env: EnvType = {"formulas": formulas, "tables": 0, "displays": 0, "place": text.place}
    return str(_MARKDOWN.renderer.render(text.tokens, _MARKDOWN.options, env))


def _parse(folder: ProblemFolder, name: str, markdown: str, place: str) -> Text:
    path = folder.path / name
    tokens = parse_markdown(markdown, path.stem)
    formulas: dict[Formula, int] = {}
    faults: list[Fault] = []
    for line, token in walk(tokens):
        if token.type in _FORMULAS:
            formulas.setdefault(_formula(token), line)
        elif message := _find_fault(token, folder):
            faults.append(Fault(path, line, message))
    return Text(path, tokens, formulas, faults, place)


def parse_markdown(text: str, prefix: str) -> Sequence[Token]:
    """Parse Markdown as the pages show it, with a prefix before the id of each heading."""
    tokens = _MARKDOWN.parse(text)
    for token in tokens:
        if token.type == "heading_open":  # several texts are on one page, which has each id once
            token.attrSet("id", f"{prefix}-{token.attrGet('id')}")
    return tokens


def heading_ids(tokens: Sequence[Token]) -> set[str]:
    """Return the ids of the headings."""
    return {str(token.attrGet("id")) for token in tokens if token.type == "heading_open"}


def walk(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """Yield every token with its line in the file."""
    for token in tokens:
        line = token.map[0] + 1 if token.map else 1
        yield line, token
        for child in token.children or ():
            yield line, child
            line += child.type in ("softbreak", "hardbreak")


def _find_fault(token: Token, folder: ProblemFolder) -> str | None:
    if token.type == "image":
        target = unquote(str(token.attrGet("src")))
        if not target.startswith("assets/") or folder.path / target not in folder.assets:
            return f"the picture {target!r} is not there; put it into the problem's assets/"
    if token.type == "fence":
        try:
            check_language(token.info.strip())
        except UnknownLanguage:
            return f"the language {token.info.strip()!r} is not known; name one that Pygments knows"
    return None


def _formula(token: Token) -> Formula:
    return Formula(token.content.strip(), _FORMULAS[token.type])


def _render_formula(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    formula = _formula(tokens[index])
    html = str(env["formulas"][formula])
    return _scroll("Formula", "displays", html, env) if formula.display else html


def _scroll(label: str, counter: str, html: str, env: EnvType) -> str:
    # A region that scrolls must be reachable by keyboard, and no two may share a name.
    env[counter] += 1
    name = f'aria-label="{label} {env[counter]}{env["place"]}"'
    return f'<div class="scroll" tabindex="0" role="group" {name}>{html}</div>'


def _open_table(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return _scroll("Table", "tables", "<table>\n", env).removesuffix("</div>")


def _close_table(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return "</table></div>\n"


def _render_fence(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    code = highlight(tokens[index].content, tokens[index].info.strip())
    return f'<pre class="hl" tabindex="0"><code>{code}</code></pre>\n'


def _open_link(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    if "//" in str(tokens[index].attrGet("href")):
        tokens[index].attrSet("rel", "noopener")
    return renderer.renderToken(tokens, index, options, env)


def _anchor(title: str) -> str:
    return _NOT_WORD.sub("-", title.lower()).strip("-")


def _make_markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    markdown.use(anchors_plugin, max_level=6, slug_func=_anchor)
    markdown.use(dollarmath_plugin, allow_labels=False, allow_space=False, double_inline=True)
    rules: dict[str, Any] = {
        "fence": _render_fence,
        "link_open": _open_link,
        "table_open": _open_table,
        "table_close": _close_table,
        **dict.fromkeys(_FORMULAS, _render_formula),
    }
    for name, rule in rules.items():
        markdown.add_render_rule(name, rule)
    return markdown


_MARKDOWN = _make_markdown()
