"""Rules on the short texts of `problem.toml`: tags and hints."""

from __future__ import annotations

from collections.abc import Iterator

from builder.rules.finding import Finding, in_manifest
from grader.manifest import SLUG
from grader.problem import ProblemFolder


def check_tags(folder: ProblemFolder) -> Iterator[Finding]:
    """Find the tags that are not lower-case words joined by hyphens."""
    for tag in folder.tags:
        if not SLUG.fullmatch(tag):
            message = f"the tag {tag!r} is not lower-case words joined by hyphens; write it so"
            yield in_manifest(folder.path, "tags", tag, message)


def check_hints(folder: ProblemFolder) -> Iterator[Finding]:
    """Find the hints whose code is not closed; note it if an imported problem has no hint."""
    if not folder.hints:
        message = "there is no hint; write at least one"
        yield Finding("problem.toml", 1, message, "hints")
    for hint in folder.hints:
        if hint.count("`") % 2:
            message = f"the hint {hint[:40]!r} opens code and does not close it; add the backtick"
            yield in_manifest(folder.path, "hints", hint, message)


def check_known_wrong(folder: ProblemFolder) -> Iterator[Finding]:
    """Note it if an imported problem has no known-wrong solution."""
    if not folder.wrong:
        message = "there is no known-wrong solution; add at least one module to wrong/"
        yield Finding("problem.toml", 1, message, "known-wrong")
