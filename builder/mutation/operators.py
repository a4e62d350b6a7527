"""Mutants of operators: another operator, an operand left out, a sign or a `not` dropped."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator

from builder.mutation.source import Edit, Mutant, Source

_SYMBOLS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.MatMult: "@", ast.LShift: "<<", ast.RShift: ">>", ast.BitAnd: "&",
    ast.BitOr: "|", ast.BitXor: "^",
}  # fmt: skip
_SWAPS: dict[type[ast.operator], list[type[ast.operator]]] = {
    ast.Add: [ast.Sub, ast.Mult],
    ast.Sub: [ast.Add, ast.Mult],
    ast.Mult: [ast.Div, ast.Add],
    ast.Div: [ast.Mult, ast.FloorDiv],
    ast.FloorDiv: [ast.Div, ast.Mult],
    ast.Mod: [ast.FloorDiv, ast.Mult],
    ast.Pow: [ast.Mult, ast.Add],
    ast.MatMult: [ast.Mult],
    ast.LShift: [ast.RShift],
    ast.RShift: [ast.LShift],
    ast.BitAnd: [ast.BitOr, ast.BitXor],
    ast.BitOr: [ast.BitAnd, ast.BitXor],
    ast.BitXor: [ast.BitAnd, ast.BitOr],
}
_COMPARISONS = {
    "<": ["<=", ">="],
    "<=": ["<", ">"],
    ">": [">=", "<="],
    ">=": [">", "<"],
    "==": ["!="],
    "!=": ["=="],
    "is": ["is not"],
    "is not": ["is"],
    "in": ["not in"],
    "not in": ["in"],
}
_COMPOUND = (ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Lambda, ast.Await)


def mutate_binary(source: Source, node: ast.BinOp) -> Iterator[Mutant]:
    """Take another operator, or one of the operands alone."""
    token = source.operator(node.left, node.right)
    for operator in _SWAPS[type(node.op)]:
        yield _swap_binary(source, node, operator())
    start, end = source.start(node), source.end(node)
    yield source.replace(start, end, source.text[start : source.before(token.start).end])
    yield source.replace(start, end, source.text[source.after(token.end).start : end])


def _swap_binary(source: Source, node: ast.BinOp, operator: ast.operator) -> Mutant:
    token = source.operator(node.left, node.right)
    new = _SYMBOLS[type(operator)]
    change: Edit = (token.start, token.end, new)
    original, node.op = node.op, operator
    try:
        simple = source.mutant([change], token.text, new)
        if source.same_tree(simple.text):
            return simple
        operands = [part for part in (node.left, node.right) if isinstance(part, _COMPOUND)]
        around = [edit for part in (node, *operands) for edit in _parenthesize(source, part)]
        return source.mutant([change, *around], token.text, new)
    finally:
        node.op = original


def _parenthesize(source: Source, node: ast.expr) -> list[Edit]:
    start, end = source.start(node), source.end(node)
    return [(start, start, "("), (end, end, ")")]


def mutate_augmented(source: Source, node: ast.AugAssign) -> Iterator[Mutant]:
    """Take another operator, or assign plainly."""
    token = source.operator(node.target, node.value)
    for operator in _SWAPS[type(node.op)]:
        yield source.replace(token.start, token.end, f"{_SYMBOLS[operator]}=")
    yield source.replace(token.start, token.end, "=")


def mutate_boolean(source: Source, node: ast.BoolOp) -> Iterator[Mutant]:
    """Take `or` for `and` or the other way round, or leave one operand out."""
    tokens = [source.operator(*pair) for pair in itertools.pairwise(node.values)]
    old = tokens[0].text
    new = "or" if old == "and" else "and"
    changes: list[Edit] = [(token.start, token.end, new) for token in tokens]
    yield source.mutant([*changes, *_parenthesize(source, node)], old, new)
    yield source.replace(source.start(node), source.after(tokens[0].end).start, "")
    ends = [*(source.before(token.start).end for token in tokens), source.end(node)]
    for start, end in itertools.pairwise(ends):
        yield source.replace(start, end, "")


def mutate_comparison(source: Source, node: ast.Compare) -> Iterator[Mutant]:
    """Move a comparison's boundary, or turn the comparison round."""
    operands = [node.left, *node.comparators]
    for left, right in zip(operands, node.comparators, strict=False):
        token = source.operator(left, right)
        for new in _COMPARISONS[token.text]:
            yield source.replace(token.start, token.end, new)


def mutate_unary(source: Source, node: ast.UnaryOp) -> Iterator[Mutant]:
    """Drop the operator; signed numbers are numbers, and a plus changes nothing."""
    if isinstance(node.operand, ast.Constant) or isinstance(node.op, ast.UAdd):
        return
    token = source.after(source.start(node))
    yield source.replace(token.start, source.after(token.end).start, "")
