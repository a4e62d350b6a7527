"""Mutants of statements: left out, returning something else, going another way."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from builder.mutation.source import Mutant, Source


def leave_out(source: Source, node: ast.stmt) -> Iterator[Mutant]:
    """Take `pass` instead of a statement."""
    yield source.replace_node(node, "pass")


def leave_out_annotated(source: Source, node: ast.AnnAssign) -> Iterator[Mutant]:
    """Leave out an assignment; a declaration alone assigns nothing."""
    if node.value is not None:
        yield source.replace_node(node, "pass")


def mutate_expression(source: Source, node: ast.Expr) -> Iterator[Mutant]:
    """Leave out a call whose result nobody takes."""
    if isinstance(node.value, ast.Call):
        yield source.replace_node(node, "pass")


def mutate_return(source: Source, node: ast.Return) -> Iterator[Mutant]:
    """Return nothing, the first argument, or the parts of a tuple in another order."""
    if node.value is None:
        yield source.replace_node(node, "pass")
        return
    first = _first_argument(source, node)
    for text in ("None", first):
        if text and text != source.segment(node.value):
            yield source.replace_node(node, f"return {text}")
    if isinstance(node.value, ast.Tuple):
        yield from source.swap_neighbours(node.value.elts)


def _first_argument(source: Source, node: ast.AST) -> str | None:
    while not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        node = source.parents[node]
    names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    return next((name for name in names if name not in ("self", "cls")), None)


def mutate_branch(source: Source, node: ast.If | ast.IfExp) -> Iterator[Mutant]:
    """Go one way always, or the other way round."""
    yield from mutate_condition(source, node.test)


def mutate_condition(source: Source, test: ast.expr) -> Iterator[Mutant]:
    """Let a condition hold always, never, or where it did not."""
    for value in ("True", "False"):
        yield source.replace_node(test, value)
    if not isinstance(test, ast.Compare | ast.UnaryOp | ast.Constant):
        yield source.replace_node(test, f"not ({source.segment(test)})")


def mutate_filters(source: Source, node: ast.expr) -> Iterator[Mutant]:
    """Change what a comprehension leaves out."""
    assert isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp)
    for generator in node.generators:
        for test in generator.ifs:
            yield from mutate_condition(source, test)


def mutate_while(source: Source, node: ast.While) -> Iterator[Mutant]:
    """Never enter the loop."""
    yield source.replace_node(node.test, "False")


def mutate_for(source: Source, node: ast.For) -> Iterator[Mutant]:
    """Never enter the loop."""
    yield source.replace_node(node.iter, "[]")


def mutate_break(source: Source, node: ast.Break) -> Iterator[Mutant]:
    """Go on with the loop."""
    for text in ("continue", "pass"):
        yield source.replace_node(node, text)


def mutate_continue(source: Source, node: ast.Continue) -> Iterator[Mutant]:
    """End the loop, or go on with this round of it."""
    for text in ("break", "pass"):
        yield source.replace_node(node, text)


def mutate_raise(source: Source, node: ast.Raise) -> Iterator[Mutant]:
    """Raise nothing, or something less specific."""
    yield source.replace_node(node, "pass")
    kind = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    if isinstance(kind, ast.Name) and kind.id != "Exception":
        yield source.replace_node(kind, "Exception")


def mutate_lambda(source: Source, node: ast.Lambda) -> Iterator[Mutant]:
    """Return nothing."""
    yield source.replace_node(node.body, "None")


def mutate_yield(source: Source, node: ast.Yield) -> Iterator[Mutant]:
    """Yield nothing."""
    if node.value is not None:
        yield source.replace_node(node.value, "None")


def mutate_handler(source: Source, node: ast.Try) -> Iterator[Mutant]:
    """Let an exception through that is handled."""
    for handler in node.handlers:
        start, end = source.start(handler.body[0]), source.end(handler.body[-1])
        yield source.replace(start, end, "raise")
