"""Mutants of calls: another function, arguments swapped or left out, the call itself left out."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from builder.mutation.source import Mutant, Source

_PAIRS = [
    ("max", "min"), ("any", "all"), ("floor", "ceil"), ("sin", "cos"), ("log", "log1p"),
    ("exp", "expm1"), ("argmax", "argmin"), ("maximum", "minimum"), ("zeros", "ones"),
    ("zeros_like", "ones_like"), ("cumsum", "cumprod"), ("std", "var"), ("hstack", "vstack"),
    ("tril", "triu"), ("nanmax", "nanmin"), ("fmax", "fmin"), ("sinh", "cosh"), ("sqrt", "square"),
    ("logical_and", "logical_or"), ("less", "less_equal"), ("greater", "greater_equal"),
    ("sort", "argsort"), ("append", "extend"), ("appendleft", "append"), ("popleft", "pop"),
    ("upper", "lower"), ("lstrip", "rstrip"), ("startswith", "endswith"), ("find", "rfind"),
    ("ljust", "rjust"), ("keys", "values"), ("union", "intersection"), ("heappush", "append"),
    ("flipud", "fliplr"), ("bisect_left", "bisect_right"), ("repeat", "tile"),
]  # fmt: skip
_ONE_WAY = {
    "sum": ["mean", "prod"], "mean": ["sum", "median"], "median": ["mean"], "prod": ["sum"],
    "dot": ["multiply"], "matmul": ["multiply"], "outer": ["multiply"], "add": ["subtract"],
    "subtract": ["add"], "multiply": ["divide"], "divide": ["multiply"], "log2": ["log"],
    "log10": ["log"], "round": ["floor"], "tanh": ["sin"], "isnan": ["isinf"],
    "array": ["asarray"], "deepcopy": ["copy"],
}  # fmt: skip
_ATTRIBUTES: dict[str, list[str]] = {name: list(others) for name, others in _ONE_WAY.items()}
for _one, _other in _PAIRS:
    _ATTRIBUTES.setdefault(_one, []).append(_other)
    _ATTRIBUTES.setdefault(_other, []).append(_one)
_NAMES = {"max": ["min"], "min": ["max"], "any": ["all"], "all": ["any"], "divmod": ["pow"]}
# Where leaving the call out leaves something of the same kind. `float` and `bool` are not among
# them: NumPy's own numbers are as good as Python's.
_FUNCTIONS = {
    "abs", "absolute", "fabs", "sqrt", "square", "exp", "log", "log1p", "expm1", "log2", "log10",
    "tanh", "sin", "cos", "floor", "ceil", "round", "rint", "trunc", "sign", "sorted", "sort",
    "reversed", "int", "str", "list", "tuple", "set", "copy", "deepcopy", "transpose", "squeeze",
    "ravel", "sum", "mean", "max", "min", "cumsum", "cumprod", "clip", "maximum", "minimum",
    "nan_to_num", "flip", "roll", "unique", "expand_dims", "reshape", "where",
}  # fmt: skip
_METHODS = {
    "copy", "astype", "reshape", "ravel", "flatten", "squeeze", "transpose", "strip", "lower",
    "upper", "lstrip", "rstrip", "clip", "round", "cumsum", "title", "replace", "sum", "mean",
}  # fmt: skip
_COMMUTATIVE = {
    "maximum", "minimum", "max", "min", "add", "multiply", "isclose", "allclose", "array_equal",
    "gcd", "lcm", "logaddexp", "hypot", "equal", "not_equal", "logical_and", "logical_or", "vdot",
    "swapaxes",
}  # fmt: skip
_DEFAULTS = {"axis": "None", "ddof": "0", "dtype": "None", "key": "None", "initial": "None"}
_FLOAT_BY_DEFAULT = {"zeros", "ones", "empty", "eye", "identity", "linspace"}
_DTYPES = {
    "float": "int", "int": "float", "complex": "float", "np.float64": "np.float32",
    "np.float32": "np.float64",
}  # fmt: skip
_ATOMS = (
    ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Constant, ast.List, ast.Dict, ast.Tuple,
    ast.Set, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.JoinedStr,
)  # fmt: skip


def mutate_call(source: Source, node: ast.Call) -> Iterator[Mutant]:
    """Make every mutant of a call."""
    name = _name(node)
    yield from _swap_function(source, node, name)
    yield from _leave_out_call(source, node, name)
    if name not in _COMMUTATIVE:
        yield from source.swap_neighbours(node.args)
    for keyword in node.keywords:
        yield from _change_keyword(source, name, keyword)
    if name == "range":
        yield from _move_bounds(source, node)


def _name(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _swap_function(source: Source, node: ast.Call, name: str) -> Iterator[Mutant]:
    table = _ATTRIBUTES if isinstance(node.func, ast.Attribute) else _NAMES
    end = source.end(node.func)
    for other in table.get(name, []):
        if name != "array" or _is_variable(node):
            yield source.replace(end - len(name), end, other)


def _is_variable(node: ast.Call) -> bool:
    return len(node.args) > 0 and isinstance(node.args[0], ast.Name)


def _leave_out_call(source: Source, node: ast.Call, name: str) -> Iterator[Mutant]:
    func = node.func
    of_module = isinstance(func, ast.Attribute) and _is_module(func.value)
    if isinstance(func, ast.Attribute) and not of_module:
        if name in _METHODS:
            dot = source.before(source.end(func) - len(name))
            owner = source.text[source.start(node) : source.before(dot.start).end]
            yield source.replace_node(node, owner)
    elif name in _FUNCTIONS and node.args and not isinstance(node.args[0], ast.Starred):
        text = source.segment(node.args[0])
        atomic = isinstance(node.args[0], _ATOMS)
        yield source.replace_node(node, text if atomic else f"({text})")


def _is_module(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("np", "numpy", "math", "copy")


def _change_keyword(source: Source, name: str, keyword: ast.keyword) -> Iterator[Mutant]:
    value = source.segment(keyword.value)
    if keyword.arg == "dtype" and value in _DTYPES:
        yield source.replace_node(keyword.value, _DTYPES[value])
        if name in _FLOAT_BY_DEFAULT and value in ("float", "np.float64"):
            return
    if keyword.arg == "dtype" and value == "bool":
        return  # as a mask, numbers do the same or raise
    if keyword.arg is None or _DEFAULTS.get(keyword.arg) == value or value in ("True", "False"):
        return
    before, after = source.before(source.start(keyword)), source.after(source.end(keyword))
    if before.text == ",":
        yield source.replace(before.start, source.end(keyword), "")
    else:
        end = source.after(after.end).start if after.text == "," else source.end(keyword)
        yield source.replace(source.start(keyword), end, "")


def _move_bounds(source: Source, node: ast.Call) -> Iterator[Mutant]:
    for argument in node.args[:2]:
        if isinstance(argument, ast.Constant | ast.Starred | ast.UnaryOp):
            continue  # numbers have mutants of their own
        text = source.segment(argument)
        text = text if isinstance(argument, _ATOMS) else f"({text})"
        for change in ("- 1", "+ 1"):
            yield source.replace_node(argument, f"{text} {change}")
    if len(node.args) == 1 and not isinstance(node.args[0], ast.Starred):
        yield source.replace_node(node.args[0], f"1, {source.segment(node.args[0])}")
