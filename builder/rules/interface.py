"""The rule on the starter: it defines what the reference defines, and it is called alike."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from builder.rules.finding import Finding
from grader.problem import ProblemFolder

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_BINDINGS = ("classmethod", "staticmethod", "property")
_CALLED = ("function", "class", "field")  # a constant is a solution's own affair
_OPEN = "?"  # what is known to be there, but not how it is called
_ADVICE = "define it in both or neither, or begin its name with an underscore"


@dataclass(frozen=True)
class _Name:
    """A public name of a module or a class: what it is, how it is called, what it holds."""

    kind: str
    line: int
    signature: str = _OPEN
    annotations: dict[str, str] = field(default_factory=dict)
    members: dict[str, _Name] = field(default_factory=dict)
    inherits: bool = False


def check_interface(folder: ProblemFolder) -> Iterator[Finding]:
    """Find where the public names and signatures of starter and reference differ."""
    starter, reference = (_read(ast.parse(text)) for text in (folder.starter, folder.solution))
    for line, message in _compare(starter, reference, "", 1):
        yield Finding("starter.py", line, message, "interface")


def _compare(
    starter: dict[str, _Name], reference: dict[str, _Name], prefix: str, line: int
) -> Iterator[tuple[int, str]]:
    for name, there in reference.items():
        shown = f"{prefix}{name}"
        if (here := starter.get(name)) is None:
            if _is_public(name) and there.kind in _CALLED:
                yield line, f"the reference defines {shown!r}, but not the starter; {_ADVICE}"
        elif here.kind in _CALLED and there.kind in _CALLED:
            yield from _compare_one(here, there, shown)
    for name, here in starter.items():
        if name not in reference and _is_public(name) and here.kind in _CALLED:
            message = f"the starter defines {prefix + name!r}, but not the reference; {_ADVICE}"
            yield here.line, message


def _compare_one(here: _Name, there: _Name, shown: str) -> Iterator[tuple[int, str]]:
    if here.kind != there.kind:
        found = f"{shown!r} is a {here.kind}, but a {there.kind} in the reference"
        yield here.line, f"{found}; make it the same in both"
    elif _OPEN not in (here.signature, there.signature) and here.signature != there.signature:
        found = f"{shown}{here.signature} is {shown}{there.signature} in the reference"
        yield here.line, f"{found}; write the same signature in both"
    elif here.kind == there.kind == "class":
        members = _with_initializer(here), _with_initializer(there)
        yield from _compare(*members, f"{shown}.", here.line)
    for name in here.annotations.keys() & there.annotations.keys():
        if here.annotations[name] != there.annotations[name]:
            what = "what it returns" if name == "return" else repr(name)
            found = f"{shown} annotates {what} as {here.annotations[name]}"
            yield here.line, f"{found}, the reference as {there.annotations[name]}; write the same"


def _with_initializer(found: _Name) -> dict[str, _Name]:
    """Return a class's members, and the `__init__` that a class without bases always has."""
    if found.inherits:
        return found.members
    return {"__init__": _Name("function", found.line, "(self)"), **found.members}


def _is_public(name: str) -> bool:
    return not name.startswith("_") or name == "__init__"


def _read(tree: ast.Module) -> dict[str, _Name]:
    """Return the names that a module defines at its top level, in whatever branch."""
    names: dict[str, _Name] = {}
    for node in _statements(tree.body):
        if isinstance(node, ast.ClassDef):
            names[node.name] = _read_class(node, names)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            names[node.name] = _read_function(node, node.lineno)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                names[alias.asname or alias.name] = _Name("import", node.lineno)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            names |= _read_assignment(node)
    return names


def _statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        if isinstance(node, ast.If) and "__main__" not in ast.dump(node.test):
            yield from _statements([*node.body, *node.orelse])
        elif isinstance(node, ast.Try):
            handlers = [statement for handler in node.handlers for statement in handler.body]
            yield from _statements([*node.body, *handlers, *node.orelse, *node.finalbody])
        else:
            yield node


def _read_assignment(node: ast.Assign | ast.AnnAssign) -> dict[str, _Name]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    value = node.value
    if isinstance(value, ast.Lambda):
        found = _read_function(value, node.lineno)
    else:
        found = _Name("value", node.lineno)
    parts = [part for target in targets for part in ast.walk(target)]
    return {part.id: found for part in parts if isinstance(part, ast.Name) and _stores(part)}


def _stores(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _read_class(node: ast.ClassDef, known: dict[str, _Name]) -> _Name:
    """Read a class; what it inherits from classes of its own module is its own too."""
    members: dict[str, _Name] = {}
    bases = [base for base in map(ast.unparse, node.bases) if base != "object"]
    for base in reversed(bases):
        members |= known[base].members if base in known else {}
    fields = bool(bases) or bool(node.decorator_list)
    for member in node.body:
        if isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef):
            members[member.name] = _read_function(member, member.lineno)
        elif fields and isinstance(member, ast.AnnAssign) and isinstance(member.target, ast.Name):
            members[member.target.id] = _Name("field", member.lineno)
    return _Name("class", node.lineno, _OPEN, {}, members, inherits=fields)


def _read_function(node: Function, line: int) -> _Name:
    if isinstance(node, ast.Lambda):
        return _Name("function", line, f"({_shown(node.args)})")
    bindings = [
        f"@{name} "
        for name in map(ast.unparse, node.decorator_list)
        if name in _BINDINGS or name.endswith(".setter")
    ]
    waits = "async " * isinstance(node, ast.AsyncFunctionDef)
    annotations = {
        argument.arg: ast.unparse(argument.annotation)
        for argument in ast.walk(node.args)
        if isinstance(argument, ast.arg) and argument.annotation
    }
    if node.returns:
        annotations["return"] = ast.unparse(node.returns)
    prefix = "".join([*bindings, waits])
    signature = f"({_shown(node.args)})" + (f" [{prefix.strip()}]" if prefix else "")
    return _Name("function", line, signature, annotations)


def _shown(arguments: ast.arguments) -> str:
    """Return parameters as they are written; takes their annotations away."""
    for argument in ast.walk(arguments):
        if isinstance(argument, ast.arg):
            argument.annotation = None
    return ast.unparse(arguments)
