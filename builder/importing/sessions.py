"""Finds in a statement the interpreter sessions that may become examples."""

from __future__ import annotations

import ast
import doctest
from dataclasses import dataclass

from markdown_it import MarkdownIt

from builder.importing.hidden_tests import import_from_solution

_MARKDOWN = MarkdownIt("commonmark")
_PROMPT = ">>> "


@dataclass(frozen=True)
class Session:
    """A fenced session: its place among the statement's lines, and its lines as an example."""

    first: int
    end: int
    example: list[str]


def find_sessions(statement: str, module: str, names: list[str]) -> list[Session]:
    """Return the sessions that use one of the submission's names, with the imports they need."""
    lines = statement.split("\n")
    found: list[Session] = []
    for token in _MARKDOWN.parse(statement):
        if token.type != "fence" or token.level or token.info != "pycon" or token.map is None:
            continue
        first, end = token.map
        body = [_with_import(line, module) for line in lines[first + 1 : end - 1]]
        needed = _missing_names(body, module, names)
        if needed is not None:
            imports = [f"{_PROMPT}from solution import {', '.join(needed)}"] if needed else []
            fence = lines[first].replace("pycon", "python")
            found.append(Session(first, end, [fence, *imports, *body, lines[end - 1]]))
    return found


def with_examples(statement: str, sessions: list[Session]) -> str:
    """Return the statement with some of its sessions as examples."""
    lines = statement.split("\n")
    for session in sorted(sessions, key=lambda session: session.first, reverse=True):
        lines[session.first : session.end] = session.example
    return "\n".join(lines)


def _with_import(line: str, module: str) -> str:
    source = line.removeprefix(_PROMPT)
    if source == line or not source.startswith(("import ", "from ")):
        return line
    try:
        return _PROMPT + import_from_solution(source, module)
    except SyntaxError:
        return line


def _missing_names(body: list[str], module: str, names: list[str]) -> list[str] | None:
    """Return the names that a session uses without an import; None where it is no example."""
    try:
        steps = doctest.DocTestParser().get_examples("\n".join(body) + "\n")
        trees = [ast.parse(step.source) for step in steps]
    except (SyntaxError, ValueError):
        return None
    if any(step.exc_msg for step in steps):
        return None
    nodes = [node for tree in trees for node in ast.walk(tree)]
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    imported = {
        alias.asname or alias.name
        for node in nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    if not (used | imported) & {module, *names}:
        return None
    return [name for name in names if name in used - imported]
