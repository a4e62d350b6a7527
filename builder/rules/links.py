"""The rule on links: what a statement or an explanation leads to is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from markdown_it.token import Token

from builder.rules.finding import Finding
from builder.rules.shelf import Shelf
from builder.statement import heading_ids, parse_markdown, walk
from grader.faults import quoted
from grader.problem import ProblemFolder

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_PROBLEM = re.compile(r"problems/([^/]+)/")
_SERIES = re.compile(r"series/([^/]+)/")
_ASSET = re.compile(r"problems/([^/]+)/(assets/.+)")


@dataclass(frozen=True)
class Link:
    """A link or a picture, and the line it stands on."""

    file: str
    line: int
    target: str
    is_picture: bool


def find_links(folder: ProblemFolder) -> list[Link]:
    """Return what the texts of a problem link to and show."""
    found: list[Link] = []
    for file, tokens in _parse(folder).items():
        for line, token in walk(tokens):
            if token.type in ("link_open", "image"):
                is_picture = token.type == "image"
                target = unquote(str(token.attrGet("src" if is_picture else "href")))
                found.append(Link(file, line, target, is_picture))
    return found


def check_links(folder: ProblemFolder, links: Iterable[Link], shelf: Shelf) -> Iterator[Finding]:
    """Find the links of a problem's texts that lead nowhere; pictures are another rule."""
    ids = {file: heading_ids(tokens) for file, tokens in _parse(folder).items()}
    ids["explanation.md"] |= ids["statement.md"]  # whoever reads it has the statement there too
    for link in links:
        if link.is_picture:
            continue
        page, anchor = _split(folder.slug, link.target)
        if page is None:
            wrong = _find_fault_of_address(link.target)
        else:
            own = page == f"problems/{folder.slug}/"
            anchors = ids[link.file] if own else _anchors_of(page, shelf)
            wrong = _find_fault_of_page(page, shelf)
            if not wrong and anchor and anchors is not None and anchor not in anchors:
                wrong = "leads to a heading that is not there; correct what comes after the #"
        if wrong:
            yield Finding(link.file, link.line, f"the link {quoted(link.target)} {wrong}")


def used_assets(links: Iterable[Link]) -> set[str]:
    """Return the files of a problem's `assets/` that its pages show or link to."""
    return {_resolve("", link.target.partition("#")[0]) for link in links}


def _parse(folder: ProblemFolder) -> dict[str, Sequence[Token]]:
    return {
        "statement.md": parse_markdown(folder.statement, "statement"),
        "explanation.md": parse_markdown(folder.explanation, "explanation"),
    }


def _split(slug: str, target: str) -> tuple[str | None, str]:
    """Return the page of the site that a problem's link leads to, if any, and the anchor on it."""
    path, _, anchor = target.partition("#")
    if _SCHEME.match(target) or path.startswith("/"):
        return None, anchor
    page = _resolve(f"problems/{slug}/", path.partition("?")[0])
    return page.removesuffix("index.html"), anchor


def _resolve(page: str, path: str) -> str:
    """Return what a path leads to from a page, relative to the site; folders end in a slash."""
    path = page + path
    whole = posixpath.normpath(path)
    return "" if whole == "." else whole + "/" * path.endswith(("/", "/..", "/."))


def _find_fault_of_address(target: str) -> str | None:
    scheme = _SCHEME.match(target)
    if scheme is None:
        elsewhere = target.startswith("//")
        return None if elsewhere else "depends on the site's place; write ../../ before"
    known = scheme[1].lower() in ("http", "https", "mailto")
    return None if known else "is no web address; begin it with https:"


def _anchors_of(page: str, shelf: Shelf) -> set[str] | None:
    found = _PROBLEM.fullmatch(page)
    return shelf.anchors(found[1]) if found else None


def _find_fault_of_page(page: str, shelf: Shelf) -> str | None:
    if asset := _ASSET.fullmatch(page):
        there = shelf.has_asset(asset[1], asset[2])
        return None if there else "leads to a file that is not there; put it into assets/"
    if problem := _PROBLEM.fullmatch(page):
        there = shelf.has_problem(problem[1])
        return None if there else f"leads to no problem: {problem[1]!r} is not there; correct it"
    if series := _SERIES.fullmatch(page):
        there = shelf.has_series(series[1])
        return None if there else f"leads to no series: {series[1]!r} is not there; correct it"
    if not page:
        return None
    advice = "link as ../other-problem/, ../../series/some-series/ or assets/some-file"
    return f"leads to no page of the site; {advice}"
