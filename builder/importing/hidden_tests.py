"""Hidden tests made of another project's test module: its imports, and names for learners."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from builder.importing.draft import NotConvertible
from builder.importing.edits import Edit, apply, insert, replace, source_before

_TESTS = (ast.FunctionDef, ast.AsyncFunctionDef)
_DEFINITIONS = (*_TESTS, ast.ClassDef)


def import_from_solution(source: str, module: str) -> str:
    """Let a test module import from `solution` what it imports from the exercise's own module."""
    edits: list[Edit] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == module and not node.level:
            edits.append(_module_edit(source, node, module))
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name == module:
                    edits.append(replace(alias, f"solution as {alias.asname or module}"))
    return apply(source, edits)


def drop_unused_imports(source: str, module: str) -> str:
    """Let a test module not import from the exercise's own module what it does not use."""
    tree = ast.parse(source)
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    edits: list[Edit] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == module and not node.level:
            kept = [name for name in node.names if (name.asname or name.name) in {"*", *read}]
            if len(kept) < len(node.names):
                shorter = ast.ImportFrom(module, kept, level=0)
                edits.append(replace(node, ast.unparse(shorter) if kept else "pass"))
    return apply(source, edits)


def search_for_solution(source: str, module: str) -> str:
    """Let a helper that looks for the exercise's name in a text, as a file's, find `solution`."""
    return apply(
        source,
        [
            replace(node.left, '"solution"')
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Compare)
            and isinstance(node.ops[0], ast.In | ast.NotIn)
            and isinstance(node.left, ast.Constant)
            and node.left.value == module
        ],
    )


def used_names(source: str, module: str) -> list[str]:
    """Return the names of a module that a test module uses, in order and once each."""
    nodes = sorted(ast.walk(ast.parse(source)), key=_place)
    found: list[str] = []
    modules: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module == module and not node.level:
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            modules |= {alias.asname or module for alias in node.names if alias.name == module}
    found += [
        node.attr
        for node in nodes
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in modules
    ]
    if "*" in found:
        found += [node.id for node in nodes if isinstance(node, ast.Name)]
    return [name for name in dict.fromkeys(found) if name != "*"]


def imports(source: str, module: str) -> bool:
    """Tell whether a module imports another."""
    nodes = list(ast.walk(ast.parse(source)))
    named = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    named |= {a.name for node in nodes if isinstance(node, ast.Import) for a in node.names}
    return module in named


def names_as_text(source: str, module: str) -> bool:
    """Tell whether a text names a module, as `mock.patch("module.open")` does."""
    named = re.compile(rf"{re.escape(module)}(\.\w+)*")
    return any(
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and named.fullmatch(node.value)
        for node in ast.walk(ast.parse(source))
    )


def has_tests(source: str) -> bool:
    """Tell whether a module defines tests."""
    return any(True for _ in _find_tests(ast.parse(source)))


def join(sources: list[str]) -> str:
    """Return one module of several; raise `NotConvertible` where they define a name twice."""
    if len(sources) == 1:
        return sources[0]
    taken: set[str] = set()
    for source in sources:
        names = {node.name for node in ast.parse(source).body if isinstance(node, _DEFINITIONS)}
        if names & taken:
            raise NotConvertible(f"two test modules define {min(names & taken)}")
        taken |= names
    return "\n\n".join(source.rstrip("\n") + "\n" for source in sources)


def name_tests(source: str) -> str:
    """Give each test without a docstring one that says its name in words, for the learner."""
    edits: list[Edit] = []
    taken: set[str] = set()
    for owner, test in _find_tests(ast.parse(source)):
        name = _unique(_spoken_name(test), owner, taken)
        taken.add(name)
        if ast.get_docstring(test) is None:
            edits.append(_docstring_edit(source, test.body[0], name))
    return apply(source, edits)


def in_words(name: str) -> str:
    """Return a name of a test as words."""
    bare = name.removeprefix("test").strip("_") or name
    words = bare if bare.isupper() else bare.replace("_", " ")
    return words[0].upper() + words[1:]


def _place(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


def _module_edit(source: str, node: ast.ImportFrom, module: str) -> Edit:
    # Of `from module import ...` the tree does not say where the module's name stands.
    line = source.split("\n")[node.lineno - 1].encode()
    column = line.index(module.encode(), node.col_offset + len("from"))
    end = column + len(module.encode())
    return Edit((node.lineno, column), (node.lineno, end), "solution")


def _find_tests(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for node in tree.body:
        if isinstance(node, _TESTS) and node.name.startswith("test"):
            yield "", node
        elif isinstance(node, ast.ClassDef):
            for member in node.body:
                if isinstance(member, _TESTS) and member.name.startswith("test"):
                    yield node.name, member


def _spoken_name(test: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    task = _task_number(test)
    return in_words(test.name) if task is None else f"Task {task}: {in_words(test.name)}"


def _task_number(test: ast.FunctionDef | ast.AsyncFunctionDef) -> int | None:
    """Return N of the decorator `@pytest.mark.task(taskno=N)`."""
    for mark in test.decorator_list:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.task":
            for value in (*mark.args, *(keyword.value for keyword in mark.keywords)):
                if isinstance(value, ast.Constant) and isinstance(value.value, int):
                    return value.value
    return None


def _unique(name: str, owner: str, taken: set[str]) -> str:
    names = [name, f"{name} ({owner})", *(f"{name} ({n})" for n in range(2, len(taken) + 3))]
    return next(new for new in names if new not in taken)


def _docstring_edit(source: str, first: ast.stmt, name: str) -> Edit:
    marks = [mark.lineno for mark in getattr(first, "decorator_list", [])]
    line, column = min([first.lineno, *marks]), first.col_offset
    indentation = source_before(source, line, column)
    if indentation.strip():  # the body stands on the line of its `def`
        return insert(line, column, f'"""{name}"""; ')
    return insert(line, 0, f'{indentation}"""{name}"""\n')
