"""Markdown of other projects, as the statements here have it: headings, links, code, no HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from markdown_it import MarkdownIt
from markdown_it.token import Token

from builder.highlight import UnknownLanguage, highlight

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
_KEPT = re.compile("\ue000(\\d+)\ue001")
_TARGET = r"(<[^>\n]*>|(?:[^\s()<]|\([^\s()]*\))*)"
_TITLE = r"""(\s+(?:"[^"]*"|'[^']*'))?"""
_LINK = re.compile(rf"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*{_TARGET}{_TITLE}\s*\)")
_REFERENCE = re.compile(rf"^( {{0,3}}\[[^\]\n]+\]:[ \t]*){_TARGET}", re.M)
_LABEL = re.compile(r"^ {0,3}\[([^\]\n]+)\]:", re.M)
_BY_REFERENCE = re.compile(r"!?\[([^\[\]]+)\](?:\s?\[([^\[\]]*)\])?")
_STARRED = re.compile(r"(?<![\w*])\*\*?(?=\S)([^*\n]+)(?<=\S)\*\*?(?![\w*])")
_UNDERLINED = re.compile(r"(?<!\w)_{1,2}(?=\S)([^_\n]+)(?<=\S)_{1,2}(?!\w)")
_PICTURE_BY_REFERENCE = re.compile(r"!(\[[^\]\n]*\]\s?\[[^\]\n]*\])")
_COMMENT = re.compile(r"<!--.*?-->[ \t]*\n?", re.S)
_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*", re.I)
_RAISED = re.compile(r"<(sup|sub)>([^<]*)</\1>", re.I)
_IMAGE_TAG = re.compile(r"<img\b[^>]*>", re.I)
_ATTRIBUTE = re.compile(r"""\b(src|alt)\s*=\s*["']([^"']*)["']""", re.I)
_TAG = re.compile(
    r"</?(a|b|center|details|div|em|font|h[1-6]|i|kbd|p|small|span|strong|summary|u)"
    r"(?:\s[^<>]*)?/?>",
    re.I,
)
_FORMULA = re.compile(
    r"\$\$(.+?)\$\$|\\\[(.+?)\\\]|(?<![\\$])\$([^$\n]+)\$(?!\$)|\\\((.+?)\\\)", re.S
)
_DOLLAR = re.compile(r"(?<!\\)\$")
_DIGITS = {
    "sup": str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"),
    "sub": str.maketrans("0123456789+-=()ij", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵢⱼ"),
}


@dataclass
class Prose:
    """Converts the Markdown of one exercise; `assets` are the pictures that it shows.

    `folder` is where its files lie, `address` where that folder is on the web, and `site` what a
    target that begins with a slash is below. With `math` off a dollar is a dollar.
    """

    folder: Path
    address: str
    site: str
    math: bool = False
    assets: dict[str, bytes] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def convert(self, text: str, *, deepest: int = 2) -> str:
        """Return Markdown whose highest heading is of level `deepest`, headings above it moved."""
        text = _with_moved_headings(text.replace("\r\n", "\n").strip() + "\n", deepest)
        kept: list[str] = []

        def keep(part: str) -> str:
            kept.append(part)
            return f"\ue000{len(kept) - 1}\ue001"

        text = self._without_blocks(text, keep)
        text = _CODE_SPAN.sub(lambda found: keep(found[0]), text)
        if self.math:
            text = _FORMULA.sub(lambda found: keep(_as_formula(found)), text)
        text = self._convert_prose(text)
        while _KEPT.search(text):
            text = _KEPT.sub(lambda found: kept[int(found[1])], text)
        return text.strip() + "\n"

    def _without_blocks(self, text: str, keep: Callable[[str], str]) -> str:
        """Take code blocks out, each as a statement shows it."""
        lines = text.split("\n")
        for token in reversed(_MARKDOWN.parse(text)):
            if token.type not in ("fence", "code_block") or token.map is None:
                continue
            first, end = token.map
            block = lines[first:end]
            if token.type == "fence":
                block = self._convert_fence(token, block)
            lines[first:end] = [keep("\n".join(block))]
        return "\n".join(lines)

    def _convert_fence(self, token: Token, block: list[str]) -> list[str]:
        words = token.info.split()
        language = words[0] if words else ""
        if language.startswith("exercism/"):
            inner = self.convert(token.content, deepest=4).rstrip("\n").split("\n")
            title = language.partition("/")[2].capitalize()
            return [f"> **{title}:**", ">", *(f"> {line}".rstrip() for line in inner)]
        opening, _, _ = block[0].partition(token.markup)
        return [f"{opening}{token.markup}{_language(language, token.content)}", *block[1:]]

    def _convert_prose(self, text: str) -> str:
        text = _COMMENT.sub("", text)
        text = _IMAGE_TAG.sub(_as_picture, text)
        text = _RAISED.sub(_as_character, text)
        text = _BREAK.sub(lambda found: " " if _in_table(found) else "  \n", text)
        text = _TAG.sub("", text)
        text = _PICTURE_BY_REFERENCE.sub(r"\1", text)
        text = _LINK.sub(self._convert_link, text)
        text = _REFERENCE.sub(lambda found: found[1] + self._resolve(found[2]), text)
        return text if self.math else _DOLLAR.sub(r"\\$", text)

    def _convert_link(self, found: re.Match[str]) -> str:
        picture, text, target, title = found[1], found[2], found[3].strip("<>"), found[4] or ""
        if picture and (asset := self._take_picture(target)):
            return f"![{text}]({asset})"
        if "![" in text or "](" in text:
            text = _LINK.sub(self._convert_link, text)
        if target.startswith("#") or not target:
            return text
        return f"[{text or 'picture'}]({self._resolve(target)}{title})"

    def _take_picture(self, target: str) -> str | None:
        path = self.folder / target
        if "//" in target or not path.is_file():
            return None
        name = f"assets/{path.name}"
        self.assets[path.name] = path.read_bytes()
        return name

    def _resolve(self, target: str) -> str:
        target = target.strip("<>")
        if "//" in target or target.startswith(("mailto:", "#")):
            return target
        return urljoin(self.site if target.startswith("/") else self.address, target)


def plain(text: str, labels: Collection[str] = ()) -> str:
    """Return Markdown of one paragraph as plain text, its links as words; code stays as it is.

    `labels` are those of the document's references, as `defined_labels` gives them.
    """
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(" ".join(found[0].split()))
        return f"\ue000{len(kept) - 1}\ue001"

    def restore(text: str) -> str:
        return _KEPT.sub(lambda found: kept[int(found[1])], text)

    def words(found: re.Match[str]) -> str:
        return found[1] if _folded(restore(found[2] or found[1])) in labels else found[0]

    text = _CODE_SPAN.sub(keep, text)
    text = _LINK.sub(lambda found: found[2], text)
    text = _BY_REFERENCE.sub(words, text)
    text = _STARRED.sub(r"\1", text)
    text = _UNDERLINED.sub(r"\1", text)
    return restore(" ".join(text.replace("\\", "").split()))


def defined_labels(text: str) -> set[str]:
    """Return the labels of a document's references."""
    return {_folded(label) for label in _LABEL.findall(text)}


def with_formulas_as_code(text: str, formulas: list[str]) -> str:
    """Return Markdown with some formulas, by their TeX, as code."""
    for tex in formulas:
        pattern = re.compile(rf"(\$\$?)\s*{re.escape(tex)}\s*\1")
        code = f"`{' '.join(tex.split())}`"
        text = pattern.sub(lambda _, code=code: code, text)  # type: ignore[misc]
    return text


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def _with_moved_headings(text: str, highest: int) -> str:
    lines = text.split("\n")
    headings = [token for token in _MARKDOWN.parse(text) if token.type == "heading_open"]
    if not headings:
        return text
    shift = max(0, highest - min(int(token.tag[1]) for token in headings))
    for token in reversed(headings):
        assert token.map is not None
        first, end = token.map
        title = " ".join(lines[first : end - (token.markup[0] in "=-")]).strip()
        title = title if token.markup[0] in "=-" else title.lstrip("#").strip()
        lines[first:end] = [f"{'#' * min(6, int(token.tag[1]) + shift)} {title}"]
    return "\n".join(lines)


def _language(name: str, code: str) -> str:
    """Return a language that a statement may name; what looks like a doctest is a session."""
    if name in ("python", "pycon", "py", "python3") and ">>>" in code:
        return "pycon"
    try:
        highlight("", name)
    except UnknownLanguage:
        return ""
    return name


def _as_formula(found: re.Match[str]) -> str:
    """Return a formula as statements have it: between dollars, without spaces inside."""
    display, inline = found[1] or found[2], found[3] or found[4]
    return f"$${display.strip()}$$" if display else f"${inline.strip()}$"


def _as_picture(found: re.Match[str]) -> str:
    attributes = {key.lower(): value for key, value in _ATTRIBUTE.findall(found[0])}
    return f"![{attributes.get('alt', '')}]({attributes.get('src', '')})"


def _as_character(found: re.Match[str]) -> str:
    kind, text = found[1].lower(), found[2]
    small = text.translate(_DIGITS[kind])
    raised = all(before != after for before, after in zip(text, small, strict=True))
    return small if raised else ("^" if kind == "sup" else "_") + text


def _in_table(found: re.Match[str]) -> bool:
    start = found.string.rfind("\n", 0, found.start()) + 1
    return found.string[start:].lstrip().startswith("|")
