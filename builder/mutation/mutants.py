"""Makes the mutants of a source: which rules apply to which parts of it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any

from builder.mutation import calls, constants, operators, statements, subscripts
from builder.mutation.source import Mutant, Source

Rule = Callable[[Source, Any], Iterator[Mutant]]
_RULES: dict[type[ast.AST], list[Rule]] = {
    ast.AnnAssign: [statements.leave_out_annotated],
    ast.Assert: [statements.leave_out],
    ast.Assign: [statements.leave_out],
    ast.Attribute: [constants.mutate_named],
    ast.AugAssign: [operators.mutate_augmented, statements.leave_out],
    ast.BinOp: [operators.mutate_binary],
    ast.BoolOp: [operators.mutate_boolean],
    ast.Break: [statements.mutate_break],
    ast.Call: [calls.mutate_call],
    ast.Compare: [operators.mutate_comparison],
    ast.Constant: [constants.mutate_constant],
    ast.Continue: [statements.mutate_continue],
    ast.Delete: [statements.leave_out],
    ast.DictComp: [statements.mutate_filters],
    ast.Expr: [statements.mutate_expression],
    ast.For: [statements.mutate_for],
    ast.GeneratorExp: [statements.mutate_filters],
    ast.If: [statements.mutate_branch],
    ast.IfExp: [statements.mutate_branch],
    ast.JoinedStr: [constants.mutate_text],
    ast.Lambda: [statements.mutate_lambda],
    ast.ListComp: [statements.mutate_filters],
    ast.Raise: [statements.mutate_raise],
    ast.Return: [statements.mutate_return],
    ast.SetComp: [statements.mutate_filters],
    ast.Slice: [subscripts.mutate_slice],
    ast.Subscript: [subscripts.mutate_subscript],
    ast.Try: [statements.mutate_handler],
    ast.UnaryOp: [operators.mutate_unary],
    ast.While: [statements.mutate_while],
    ast.Yield: [statements.mutate_yield],
}
# What no test can see, or should: types, decorators, and the wording of messages.
_UNSEEN = {"annotation", "returns", "decorator_list", "msg", "type_params"}


def make_mutants(text: str) -> list[Mutant]:
    """Return the mutants of a source in the order of their lines, each of them another program."""
    source = Source(text)
    original = ast.dump(source.tree)
    found: dict[str, Mutant] = {}
    for node in _walk(source.tree):
        for rule in _RULES.get(type(node), []):
            for mutant in rule(source, node):
                found.setdefault(_dump(mutant.text), mutant)
    found.pop(original, None)
    found.pop("", None)
    return _number(sorted(found.values(), key=lambda mutant: mutant.line))


def _dump(text: str) -> str:
    """Return a text's syntax tree; nothing for what is no program."""
    try:
        tree = ast.parse(text)
        compile(tree, "mutant", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return ""
    return ast.dump(tree)


def _number(mutants: list[Mutant]) -> list[Mutant]:
    """Give those of one line that are called the same a number each, from the second on."""
    seen: dict[tuple[int, str], int] = {}
    numbered: list[Mutant] = []
    for mutant in mutants:
        key = mutant.line, mutant.what
        seen[key] = seen.get(key, 0) + 1
        what = mutant.what if seen[key] == 1 else f"{mutant.what} #{seen[key]}"
        numbered.append(Mutant(mutant.line, what, mutant.text))
    return numbered


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that have mutants, as they come in the text."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in _UNSEEN or isinstance(node, ast.JoinedStr):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_unseen(node, child):
                yield from _walk(child)


def _is_unseen(parent: ast.AST, node: ast.AST) -> bool:
    if isinstance(parent, ast.Raise):
        return True
    if isinstance(parent, ast.Module) and isinstance(node, ast.If):
        return ast.unparse(node.test) == "__name__ == '__main__'"
    if isinstance(node, ast.Assign):
        return any(isinstance(t, ast.Name) and t.id.startswith("__") for t in node.targets)
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
