"""Mutants of indexing: slices with other bounds or no step, indices in another order."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from builder.mutation.source import Mutant, Source


def mutate_slice(source: Source, node: ast.Slice) -> Iterator[Mutant]:
    """Move a bound by one, leave one out, or leave the step out."""
    yield from _change_lower(source, node)
    yield from _change_upper(source, node)
    if node.step is not None:
        colon = source.before(source.start(node.step))
        yield source.replace(colon.start, source.end(node.step), "")


def _change_lower(source: Source, node: ast.Slice) -> Iterator[Mutant]:
    start = source.start(node)
    if node.lower is not None:
        if source.segment(node.lower) != "0":
            yield source.replace_node(node.lower, "")
        yield from _move(source, node.lower)
    elif not _runs_back(node):
        yield source.replace(start, start, "1")


def _change_upper(source: Source, node: ast.Slice) -> Iterator[Mutant]:
    if node.upper is not None:
        yield source.replace_node(node.upper, "")
        yield from _move(source, node.upper)
    elif node.step is None:  # with a step, the last element may be left out anyway
        place = source.end(node.lower) if node.lower is not None else source.start(node)
        colon = next(t for t in source.tokens(place, source.end(node)) if t.text == ":")
        yield source.replace(colon.end, colon.end, "-1")


def _move(source: Source, bound: ast.expr) -> Iterator[Mutant]:
    if isinstance(bound, ast.Constant | ast.UnaryOp):
        return  # numbers have mutants of their own
    text = source.segment(bound)
    for change in ("- 1", "+ 1"):
        yield source.replace_node(bound, f"{text} {change}")


def _runs_back(node: ast.Slice) -> bool:
    return isinstance(node.step, ast.UnaryOp)


def mutate_subscript(source: Source, node: ast.Subscript) -> Iterator[Mutant]:
    """Swap neighbouring indices, or take the whole itself instead of a copy of it."""
    if isinstance(node.slice, ast.Tuple):
        yield from source.swap_neighbours(node.slice.elts)
    if source.text[source.end(node.value) : source.end(node)] == "[:]":
        yield source.replace_node(node, source.segment(node.value))
