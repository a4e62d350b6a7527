"""The rule on required names: what a submission must define, a test uses."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from builder.rules.finding import Finding, in_manifest
from grader.problem import ProblemFolder


class _Text(ast.Constant):
    value: str


def check_required(folder: ProblemFolder) -> Iterator[Finding]:
    """Find the required names that neither a test nor what it imports uses."""
    used: set[str] = set()
    for name, text in folder.problem["files"].items():
        if name.endswith(".py"):
            used |= _used_of_solution(ast.parse(text))
    for name in folder.problem["requires"]:
        if name not in used:
            message = f"no test uses the required name {name!r}; test it, or do not require it"
            yield in_manifest(folder.path, "requires", name, message)


def _used_of_solution(tree: ast.Module) -> set[str]:
    """Return what a module uses of `solution`, whichever way it imports that."""
    known_as: dict[str, set[str]] = {}
    modules: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "solution":
            for alias in node.names:
                known_as.setdefault(alias.asname or alias.name, set()).add(alias.name)
        elif isinstance(node, ast.Import):
            modules |= {a.asname or a.name for a in node.names if a.name == "solution"}
    by_name = any(_is_text(node) and node.value == "solution" for node in ast.walk(tree))
    used: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            used |= {node.id} if "*" in known_as else known_as.get(node.id, set())
        elif isinstance(node, ast.Attribute) and (by_name or _is_one_of(node.value, modules)):
            used.add(node.attr)
        elif (modules or by_name) and _is_text(node):
            used.add(node.value)  # getattr(solution, name)
    return used


def _is_text(node: ast.AST) -> TypeGuard[_Text]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_one_of(node: ast.expr, modules: set[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in modules
