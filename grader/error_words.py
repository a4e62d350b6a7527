"""What the common errors mean to one who is learning."""

from __future__ import annotations

_TYPE, _VALUE, _INDEX = ("TypeError",), ("ValueError",), ("IndexError",)

# The types' names, what their text has in it, and what to say; the first that fits is said.
ERROR_WORDS: list[tuple[tuple[str, ...], str, str]] = [
    (
        (*_VALUE, *_TYPE, "AttributeError", "UFuncTypeError", "_UFuncNoLoopError"),
        r"NoneType",
        "Something here is None. A function without `return` gives None, and so do methods that "
        "change a value in place, such as `list.sort`.",
    ),
    (
        _VALUE,
        r"too many values to unpack \(expected (?P<n>\d+)",
        "There are {n} names on the left of `=`, and more values than that on the right.",
    ),
    (
        _VALUE,
        r"not enough values to unpack \(expected (?:at least )?(?P<n>\d+), got (?P<m>\d+)",
        "There are {n} names on the left of `=`, and {m} values on the right.",
    ),
    (
        _VALUE,
        r"math domain error|expected a (?:positive|nonnegative) input",
        "The function is not defined for this number: a root or logarithm of a negative one, or "
        "the logarithm of 0.",
    ),
    (
        _VALUE,
        r"invalid literal for int|could not convert string to float",
        "This text does not read as a number.",
    ),
    (
        _VALUE,
        r"is not in list|x not in list",
        "The list does not hold the value that is looked for.",
    ),
    (
        (*_VALUE, *_TYPE),
        r"(?:min|max|reduction operation|arg).*(?:empty|zero-size)",
        "There is nothing to choose from: what this looks through is empty.",
    ),
    (
        _INDEX,
        r"pop from (?:an )?empty",
        "There is nothing left to take out.",
    ),
    (
        _INDEX,
        r"(?P<kind>list|tuple|string|range object|deque|list assignment) index out of range",
        "The index is not there: the first is 0, and the last is the length minus 1.",
    ),
    (
        _TYPE,
        r"missing (?P<n>\d+) required positional arguments?: 'self'",
        "A method is called on the class itself. Make an object of it first, and call the method "
        "on that.",
    ),
    (
        _TYPE,
        r"(?:^|\.)(?P<name>\w+)\(\) takes (?:from \d+ to )?(?P<n>\d+) positional arguments? but "
        r"(?P<m>\d+)",
        "`{name}` is called with {m} arguments, and its `def` line takes {n}.",
    ),
    (
        _TYPE,
        r"(?:^|\.)(?P<name>\w+)\(\) missing (?P<n>\d+) required .*?: (?P<which>.*)",
        "`{name}` is called without a value for {which}.",
    ),
    (
        _TYPE,
        r"(?:^|\.)(?P<name>\w+)\(\) got an unexpected keyword argument (?P<which>'\w+')",
        "`{name}` is called with a parameter {which}, which its `def` line does not have.",
    ),
    (
        _TYPE,
        r"list indices must be integers or slices, not tuple",
        "A list takes one index at a time: `a[i][j]`. `a[i, j]` is for arrays; `np.array(a)` "
        "makes one.",
    ),
    (
        _TYPE,
        r"indices must be integers",
        "An index has to be a whole number; `/` always gives a float, `//` does not.",
    ),
    (
        _TYPE,
        r"can't multiply sequence by non-int|can only concatenate (?:list|tuple)|"
        r"unsupported operand type\(s\) for .*'list'",
        "A list does not calculate element by element. Make an array of it with `np.array`, or "
        "use a loop.",
    ),
    (
        _TYPE,
        r"can only concatenate str|unsupported operand type\(s\) for .*'str'",
        "A text and a number do not go together; `str(...)` or `float(...)` turns one into the "
        "other.",
    ),
    (
        _TYPE,
        r"unsupported operand type\(s\) for (?P<op>\S+): '(?P<a>\w+)' and '(?P<b>\w+)'",
        "`{op}` is not defined for a {a} and a {b}.",
    ),
    (
        _TYPE,
        r"'float' object cannot be interpreted as an integer",
        "A whole number is needed here; `/` always gives a float, `//` does not.",
    ),
    (
        _TYPE,
        r"'(?P<kind>[\w.]+)' object is not (?P<what>callable|iterable|subscriptable)",
        "A value of type {kind} is not {what}. Has a name been given to something else, or is "
        "a `*` or an operator missing?",
    ),
    (
        _TYPE,
        r"cannot unpack non-iterable (?P<kind>[\w.]+) object",
        "Several values are wanted from this, and it is a single value of type {kind}.",
    ),
    (
        _TYPE,
        r"object of type '(?P<kind>[\w.]+)' has no len",
        "A value of type {kind} has no length: it is a single value.",
    ),
    (
        _TYPE,
        r"unhashable type: '(?P<kind>[\w.]+)'",
        "A value of type {kind} can change, so it is no key of a dictionary and no element of a "
        "set. A tuple can be one.",
    ),
    (
        _TYPE,
        r"does not support item assignment",
        "This value cannot be changed in place; make a new one.",
    ),
    (
        ("AttributeError",),
        r"'list' object has no attribute '(?P<name>shape|ndim|size|T|mean|sum|dot|reshape|astype)'",
        "A list has no `{name}`; an array has. `np.array(...)` makes one.",
    ),
    (
        ("EOFError",),
        r"EOF when reading a line",
        "`input()` finds nothing here: nobody types while tests run. What a function needs comes "
        "as its arguments.",
    ),
    (
        ("FileNotFoundError",),
        r"",
        "There is no such file here: the code runs apart from your own files. Write the data into "
        "the code.",
    ),
    (
        ("RuntimeError",),
        r"Cannot stack switch|stack switching",
        "Python in a page cannot wait for a coroutine. Write the functions without `async`.",
    ),
    (
        ("RuntimeError",),
        r"can't start new thread",
        "Python in a page has no threads. Call the function itself.",
    ),
    (
        ("ZeroDivisionError",),
        r"",
        "Something is divided by 0 here. Is there an empty input, or a count that starts at 0?",
    ),
    (
        ("RecursionError",),
        r"",
        "The function calls itself without an end. Is the case missing in which it stops?",
    ),
]
