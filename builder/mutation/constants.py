"""Mutants of constants: numbers, truth values, texts, and named numbers such as infinity."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator

from builder.mutation.source import Mutant, Source

_TINY = 1e-3
_NAMED = {"inf": "0.0", "pi": "1.0", "e": "1.0", "nan": "0.0", "newaxis": "0"}
_OF_AXES = {"swapaxes", "moveaxis", "transpose", "expand_dims", "squeeze"}
# Which axis is which: the last one is the second one of a table, so neither stands for the other.
_AXES = {0: [1], 1: [0], -1: [0], 2: [1], -2: [-1]}


def mutate_constant(source: Source, node: ast.Constant) -> Iterator[Mutant]:
    """Take another value of the same kind."""
    if isinstance(node.value, bool):
        yield source.replace_node(node, str(not node.value))
    elif isinstance(node.value, str):
        yield source.replace_node(node, '""' if node.value else '"mutant"')
    elif isinstance(node.value, int | float):
        whole = source.parents[node]
        if isinstance(whole, ast.UnaryOp) and isinstance(whole.op, ast.USub):
            yield from _mutate_number(source, whole, -node.value)
        else:
            yield from _mutate_number(source, node, node.value)


def _mutate_number(source: Source, node: ast.expr, value: float) -> Iterator[Mutant]:
    if isinstance(value, int) and _is_axis(source, node):
        others: list[float] = [*_AXES.get(value, [value - 1])]
    else:
        others = _other_numbers(value)
    for other in dict.fromkeys(others):
        if other != value and not math.isinf(other):
            yield source.replace_node(node, _written(source, node, other))


def _other_numbers(value: float) -> list[float]:
    if 0 < abs(value) <= _TINY:
        return [0.0, value * 1000]
    others = [value + 1, value - 1, 2 * value]
    return [*others, -value] if value < 0 else others


def _written(source: Source, node: ast.expr, value: float) -> str:
    text = repr(value)
    parent = source.parents[node]
    is_part = isinstance(parent, ast.BinOp | ast.Attribute)
    return f"({text})" if value < 0 and is_part else text


def _is_axis(source: Source, node: ast.expr) -> bool:
    parent = source.parents[node]
    if isinstance(parent, ast.keyword):
        return parent.arg == "axis"
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute):
        return parent.func.attr in _OF_AXES
    return (
        isinstance(parent, ast.Subscript)
        and parent.slice is node
        and isinstance(parent.value, ast.Attribute)
        and parent.value.attr == "shape"
    )


def mutate_text(source: Source, node: ast.JoinedStr) -> Iterator[Mutant]:
    """Take an empty text instead of a composed one."""
    yield source.replace_node(node, '""')


def mutate_named(source: Source, node: ast.Attribute) -> Iterator[Mutant]:
    """Take another number instead of a named one, or a table that is not transposed."""
    if node.attr == "T":
        yield source.replace(source.start(node), source.end(node), _owner(source, node))
    elif node.attr in _NAMED and isinstance(node.value, ast.Name):
        yield source.replace_node(node, _NAMED[node.attr])


def _owner(source: Source, node: ast.Attribute) -> str:
    dot = source.tokens(source.end(node.value), source.end(node))
    [place] = [token.start for token in dot if token.text == "."]
    return source.text[source.start(node) : source.before(place).end]
