"""Starters: what a stub of another project lacks so that it imports and the tests can ask it."""

from __future__ import annotations

import ast
import builtins
from copy import deepcopy
from typing import Any

_KEPT_MARKS = {"classmethod", "property", "staticmethod"}
_CONCURRENT = {"concurrent", "multiprocessing", "threading"}
_WORKERS = {"Pool", "Process", "ProcessPoolExecutor", "Thread", "ThreadPoolExecutor"}
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def defined_names(source: str) -> dict[str, ast.stmt]:
    """Return the top-level names of a module, each with the statement that binds it last."""
    found: dict[str, ast.stmt] = {}
    for node in _top_level(ast.parse(source).body):
        for name in _bound(node):
            found[name] = node
    return found


def required_names(reference: str, used: list[str]) -> list[str]:
    """Return which of the names that tests use are functions, classes or constants."""
    defined = defined_names(reference)
    return [name for name in used if name in defined and _is_required(name, defined[name])]


def complete(stub: str, reference: str, used: list[str]) -> tuple[str, list[str]]:
    """Return the stub with empty definitions of the names it lacks, and those names."""
    wanted = defined_names(reference)
    missing = [name for name in used if name in wanted and name not in defined_names(stub)]
    if not missing:
        return stub, []
    parts = [stub.rstrip("\n")] if stub.strip() else []
    parts += [_empty(name, wanted[name]) for name in missing]
    return "\n\n\n".join(parts) + "\n", missing


def imported_modules(source: str) -> set[str]:
    """Return the top-level modules that a module imports; of what does not compile, none."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return set()
    names = {a.name for node in nodes if isinstance(node, ast.Import) for a in node.names}
    names |= {
        str(node.module) for node in nodes if isinstance(node, ast.ImportFrom) and not node.level
    }
    return {name.partition(".")[0] for name in names}


def starts_threads(source: str) -> bool:
    """Tell whether a module that compiles makes threads or processes."""
    made = {
        getattr(node.func, "attr", getattr(node.func, "id", None))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
    }
    return bool(imported_modules(source) & _CONCURRENT and made & _WORKERS)


def does_nothing(stub: str) -> bool:
    """Tell whether no function of a module has a body that does something."""
    functions = [node for node in ast.walk(ast.parse(stub)) if isinstance(node, _Function)]
    return all(map(_is_idle, (node for function in functions for node in function.body)))


def compiles(source: str) -> str | None:
    """Return why a module does not compile, or None."""
    try:
        compile(source, "module", "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        return f"line {line}: {getattr(error, 'msg', error)}" if line else str(error)
    return None


def _top_level(body: list[ast.stmt]) -> list[ast.stmt]:
    """Return statements with those inside of `if` and `try`, which bind names there as well."""
    found: list[ast.stmt] = []
    for node in body:
        found.append(node)
        for part in ("body", "orelse", "finalbody", "handlers"):
            if isinstance(node, ast.If | ast.Try | ast.With):
                for inner in getattr(node, part, []):
                    nested = inner.body if isinstance(inner, ast.ExceptHandler) else [inner]
                    found += _top_level(nested)
    return found


def _bound(node: ast.stmt) -> list[str]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return [node.name]
        case ast.Import() | ast.ImportFrom():
            return [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
        case ast.Assign():
            targets: list[Any] = node.targets
        case ast.AnnAssign() if node.value is not None:
            targets = [node.target]
        case _:
            return []
    return [
        part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)
    ]


def _is_required(name: str, node: ast.stmt) -> bool:
    named_lambda = isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda)
    return name.isupper() or named_lambda or isinstance(node, _Function | ast.ClassDef)


def _is_idle(node: ast.stmt) -> bool:
    if isinstance(node, ast.Return):
        return node.value is None or isinstance(node.value, ast.Constant)
    constant = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return constant or isinstance(node, ast.Pass | ast.Raise)


def _empty(name: str, node: ast.stmt) -> str:
    if isinstance(node, _Function):
        return _empty_function(node)
    if isinstance(node, ast.ClassDef):
        return _empty_class(node)
    if isinstance(node, ast.Import | ast.ImportFrom):
        return ast.unparse(node)
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
        return f"def {name}({_arguments(node.value.args)}):\n    pass"
    return f"{name} = None"


def _empty_class(node: ast.ClassDef) -> str:
    # Bases of the reference's own may be missing in the stub.
    named = [ast.unparse(base) for base in node.bases]
    bases = ", ".join(name for name in named if hasattr(builtins, name))
    methods = [
        _empty_function(member, "    ")
        for member in node.body
        if isinstance(member, _Function) and _is_public(member.name)
    ]
    head = f"class {node.name}({bases}):" if bases else f"class {node.name}:"
    return f"{head}\n" + ("\n\n".join(methods) or "    pass")


def _is_public(name: str) -> bool:
    return not name.startswith("_") or name == "__init__"


def _empty_function(node: _Function, indentation: str = "") -> str:
    written = map(ast.unparse, node.decorator_list)
    marks = (mark for mark in written if mark in _KEPT_MARKS or mark.endswith(".setter"))
    lines = [*(f"@{mark}" for mark in marks), f"def {node.name}({_arguments(node.args)}):"]
    return "\n".join(indentation + line for line in [*lines, "    pass"])


def _arguments(arguments: ast.arguments) -> str:
    """Return the arguments without annotations, and with defaults that need no name."""
    bare = deepcopy(arguments)
    for node in ast.walk(bare):
        if isinstance(node, ast.arg):
            node.annotation = None
    bare.defaults = [_plain_default(default) for default in bare.defaults]
    bare.kw_defaults = [default and _plain_default(default) for default in bare.kw_defaults]
    return ast.unparse(bare)


def _plain_default(default: ast.expr) -> ast.expr:
    try:
        ast.literal_eval(default)
    except ValueError:
        return ast.Constant(None)
    return default
