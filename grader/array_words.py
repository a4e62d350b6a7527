"""What the common errors of NumPy mean to one who is learning."""

from __future__ import annotations

_TYPE, _VALUE, _INDEX = ("TypeError",), ("ValueError",), ("IndexError",)
_SHAPE = r"\((?P<{0}>[\d, ]*)\)"
_LEFT, _RIGHT = _SHAPE.format("left"), _SHAPE.format("right")

# The types' names, what their text has in it, and what to say; the first that fits is said.
ARRAY_WORDS: list[tuple[tuple[str, ...], str, str]] = [
    (
        _VALUE,
        rf"operands could not be broadcast together with shapes {_LEFT} {_RIGHT}",
        "Arrays of shapes ({left}) and ({right}) do not go together element by element: counted "
        "from the right, each pair of sizes has to be equal, or one of them 1.",
    ),
    (
        _VALUE,
        rf"shapes {_LEFT} and {_RIGHT} not aligned: (?P<a>\d+) .*? != (?P<b>\d+) ",
        "A matrix product of shapes ({left}) and ({right}) does not fit: the inner sizes, {a} and "
        "{b}, have to be equal. Is a transpose missing, or the order the other way round?",
    ),
    (
        _VALUE,
        r"matmul: .*\(size (?P<b>\d+) is different from (?P<a>\d+)\)",
        "A matrix product does not fit: the left side has {a} columns and the right side {b} "
        "rows, and they have to be equal. Is a transpose missing, or the order the other way "
        "round?",
    ),
    (
        _VALUE,
        r"matmul: .*does not have enough dimensions",
        "`@` multiplies arrays with axes, and one side here is a single number. Use `*` for that.",
    ),
    (
        _VALUE,
        r"cannot reshape array of size (?P<size>\d+) into shape \((?P<shape>[\d, -]*)\)",
        "{size} elements do not fill the shape ({shape}): the product of its sizes has to be "
        "{size}.",
    ),
    (
        _VALUE,
        r"could not broadcast input array from shape \((?P<a>[\d, ]*)\) into shape "
        r"\((?P<b>[\d, ]*)\)",
        "What is assigned has shape ({a}), and the place for it has shape ({b}).",
    ),
    (
        _VALUE,
        r"truth value of an array",
        "An array of several elements is neither true nor false as a whole. Use `.all()` or "
        "`.any()`, or `&` and `|` instead of `and` and `or`.",
    ),
    (
        _VALUE,
        r"inhomogeneous shape|setting an array element with a sequence",
        "The rows do not all have the same length, so they make no array.",
    ),
    (
        _VALUE,
        r"axes don't match array|axis (?P<axis>-?\d+) is out of bounds",
        "The array has fewer axes than this asks for; they are counted from 0.",
    ),
    (
        ("AxisError",),
        r"axis (?P<axis>-?\d+) is out of bounds for array of dimension (?P<n>\d+)",
        "There is no axis {axis}: the array has {n}, and they are counted from 0.",
    ),
    (
        _VALUE,
        r"all the input array dimensions except|all input arrays must have the same shape",
        "The arrays that are put together have different sizes along another axis.",
    ),
    (
        _INDEX,
        r"index (?P<i>-?\d+) is out of bounds for axis (?P<axis>\d+) with size (?P<n>\d+)",
        "Axis {axis} has {n} elements, counted from 0, so there is no index {i}.",
    ),
    (
        _INDEX,
        r"too many indices for array: array is (?P<n>\d+)-dimensional, but (?P<m>\d+)",
        "The array has {n} axes, and {m} indices are given.",
    ),
    (
        _INDEX,
        r"only integers, slices|arrays used as indices must be of integer",
        "An index has to be a whole number; `/` always gives a float, `//` does not.",
    ),
    (
        _TYPE,
        r"only (?:integer scalar|length-1|0-dimensional) arrays can be converted",
        "A single number is needed here, and this is an array of several.",
    ),
    (
        ("UFuncTypeError", "_UFuncOutputCastingError", "UFuncOutputCastingError"),
        r"Cannot cast ufunc .* from dtype\('(?P<a>\w+)'\) to dtype\('(?P<b>\w+)'\)",
        "The array holds {b}, and the result is {a}, so it cannot be put into it in place. Make "
        "the array of floats first, or write `a = a + b` instead of `a += b`.",
    ),
    (
        ("MemoryError", "_ArrayMemoryError"),
        r"",
        "This takes more memory than there is. Look for an array or a list that grows too large.",
    ),
    (
        ("OverflowError",),  # how 32 bits say the same
        r"index-sized|ssize_t",
        "This takes more memory than there is. Look for an array or a list that grows too large.",
    ),
    (
        ("LinAlgError",),
        r"Singular",
        "The matrix has no inverse: its rows depend on one another.",
    ),
]
