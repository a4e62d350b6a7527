"""Rules on the hidden tests: each has a name of its own, and each check speaks to the learner."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache

from builder.rules.finding import Finding
from grader.problem import ProblemFolder

_FILE = "test_solution.py"
Function = ast.FunctionDef | ast.AsyncFunctionDef


def parse_tests(folder: ProblemFolder) -> ast.Module:
    """Return the syntax tree of the hidden tests; nobody may change it."""
    return _parse(folder.problem["files"][_FILE])


@lru_cache(maxsize=2)  # several rules look at one problem after the other
def _parse(source: str) -> ast.Module:
    return ast.parse(source)


def check_names(folder: ProblemFolder) -> Iterator[Finding]:
    """Find the tests without a name for the learner, and those that share or lose theirs."""
    named: dict[str, Function] = {}
    defined: dict[str, Function] = {}
    for owner, test in find_tests(parse_tests(folder)):
        first = defined.setdefault(f"{owner}.{test.name}", test)
        if first is not test:
            message = f"{test.name} is defined at line {first.lineno} too; rename one of them"
            yield Finding(_FILE, test.lineno, message)
            continue
        name = (ast.get_docstring(test) or "").strip().partition("\n")[0].strip()
        other = named.setdefault(name, test)
        if not name:
            advice = "write the name that the learner sees as its first line"
            message = f"{test.name} has no docstring; {advice}"
            yield Finding(_FILE, test.lineno, message, "names")
        elif other is not test:
            message = f"{test.name} has the same name for the learner as {other.name}: {name!r}"
            advice = "say in it what is different"
            yield Finding(_FILE, test.lineno, f"{message}; {advice}", "names")


def find_tests(tree: ast.Module) -> Iterator[tuple[str, Function]]:
    """Yield the tests that pytest collects, each with the class it stands in, in order."""
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    for node in tree.body:
        if isinstance(node, Function) and node.name.startswith("test"):
            yield "", node
        elif isinstance(node, ast.ClassDef) and _is_collected(node, classes):
            for member in node.body:
                if isinstance(member, Function) and member.name.startswith("test"):
                    yield node.name, member


def _is_collected(node: ast.ClassDef, classes: dict[str, ast.ClassDef]) -> bool:
    return node.name.startswith("Test") or any(
        name.rpartition(".")[2] == "TestCase"
        or (name in classes and name != node.name and _is_collected(classes[name], {}))
        for name in map(ast.unparse, node.bases)
    )
