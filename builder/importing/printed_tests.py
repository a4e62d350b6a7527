"""Hidden tests made of snippets that print and the text that each is to print."""

from __future__ import annotations

import ast
import builtins
import json
import math
import textwrap
from dataclasses import dataclass

from builder.importing import starters
from builder.importing.draft import NotConvertible
from builder.importing.edits import apply, replace
from builder.importing.printed import parse

_LONGEST_NAME = 90
_CHECK = "assert_almost_equal"


@dataclass(frozen=True)
class Snippet:
    """One test of the source: code that prints, and what it is to print."""

    number: int
    code: str
    printed: str


def make_module(snippets: list[Snippet], reference: str) -> tuple[str, list[str]]:
    """Return the hidden tests and the names that they take from the submission.

    Raises `NotConvertible`.
    """
    defined = starters.defined_names(reference)
    asked: list[str] = []
    imports: dict[str, None] = {}
    for snippet in snippets:
        for name in _free_names(snippet):
            if isinstance(defined.get(name), ast.Import | ast.ImportFrom) or name == "np":
                imports[_import_of(name, defined.get(name))] = None
            elif name in defined:
                asked.append(name)
            else:
                reason = f"test {snippet.number} uses {name}, which the solution does not define"
                raise NotConvertible(reason)
    asked = list(dict.fromkeys(asked))
    tests = [_make_test(snippet) for snippet in snippets]
    shown = "Printed, " * any("Printed()" in test for test in tests)
    head = [*imports, f"from printed import {shown}{_CHECK}"]
    head += [f"from solution import {', '.join(asked)}"] if asked else []
    return "\n\n\n".join(["\n".join(head), *tests]) + "\n", asked


def _parse_code(snippet: Snippet) -> ast.Module:
    try:
        return ast.parse(snippet.code)
    except (SyntaxError, ValueError) as error:
        raise NotConvertible(f"test {snippet.number} does not compile: {error}") from None


def _free_names(snippet: Snippet) -> list[str]:
    """Return the names that a snippet uses and does not bind."""
    nodes = list(ast.walk(_parse_code(snippet)))
    bound: set[str] = set()
    for node in nodes:
        match node:
            case ast.Name(ctx=ast.Store()):
                bound.add(node.id)
            case ast.arg():
                bound.add(node.arg)
            case ast.FunctionDef() | ast.ClassDef():
                bound.add(node.name)
            case ast.ExceptHandler(name=str(name)):
                bound.add(name)
            case ast.Import() | ast.ImportFrom():
                bound |= {(a.asname or a.name).partition(".")[0] for a in node.names}
    used = [n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]
    return [n for n in dict.fromkeys(used) if n not in bound and not hasattr(builtins, n)]


def _import_of(name: str, node: ast.stmt | None) -> str:
    if not isinstance(node, ast.Import | ast.ImportFrom):
        return "import numpy as np"
    aliases = [a for a in node.names if (a.asname or a.name).partition(".")[0] == name]
    if isinstance(node, ast.Import):
        return ast.unparse(ast.Import(aliases))
    return ast.unparse(ast.ImportFrom(node.module, aliases, node.level))


def _make_test(snippet: Snippet) -> str:
    tree = _parse_code(snippet)
    printing = _single_print(tree)
    code = snippet.code.strip("\n")
    if printing is not None:
        value = ast.get_source_segment(code, printing) or ""
        value = f"({value})" if "\n" in value else value
        body = apply(code, [replace(tree.body[-1], f"got = {value}")])
        body += f"\n{_CHECK}(got, {_literal(_expected(snippet.printed))})"
        name = ast.unparse(printing)
    elif _count_prints(tree):
        body = (
            f"print = Printed()\n{code}\n{_CHECK}(print.text(), {_quoted(snippet.printed.strip())})"
        )
        name = ast.unparse(tree.body[-1])
    else:
        raise NotConvertible(f"test {snippet.number} prints nothing")
    name = " ".join(name.split())
    name = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
    title = f"Test {snippet.number}: {name}"
    return f"def test_{snippet.number}():\n    {_quoted(title)}\n{_indent(body)}"


def _single_print(tree: ast.Module) -> ast.expr | None:
    """Return what the only `print` of a snippet prints, if it is its end and prints one value."""
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr) or not _is_print(last.value) or _count_prints(tree) != 1:
        return None
    assert isinstance(last.value, ast.Call)
    plain = len(last.value.args) == 1 and not last.value.keywords
    value = last.value.args[0] if plain else None
    return None if isinstance(value, ast.Starred) else value


def _count_prints(tree: ast.Module) -> int:
    return sum(isinstance(n, ast.Name) and n.id == "print" for n in ast.walk(tree))


def _is_print(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    )


def _expected(printed: str) -> object:
    try:
        value = parse(printed)
    except (ValueError, TypeError):
        return printed.strip()
    return printed.strip() if isinstance(value, str) else value


def _literal(value: object) -> str:
    """Return Python that gives the value: `repr`, but for numbers that are not finite."""
    if isinstance(value, list | tuple):
        inner = ", ".join(map(_literal, value))
        if isinstance(value, list):
            return f"[{inner}]"
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k!r}: {_literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    return _quoted(value) if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _indent(code: str) -> str:
    """Indent code, but not what stands inside of its texts."""
    inside: set[int] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.JoinedStr | ast.Constant) and node.end_lineno is not None:
            inside |= set(range(node.lineno + 1, node.end_lineno + 1))
    lines = code.split("\n")
    return "\n".join(
        line if number in inside else textwrap.indent(line, "    ")
        for number, line in enumerate(lines, start=1)
    )
