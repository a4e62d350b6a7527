"""What is said of the common errors: raised here for real, in the interpreter's own words."""

import numpy as np
import pytest

from grader.plain_words import explain_error, explain_shown, explain_values
from grader.submission import CannotRun, Submission, raised_error
from grader.values import describe

METHOD = "class Net:\n    def forward({0}):\n        pass\n"
# What a learner's code does, and words that its explanation has.
RAISED = {
    "near name": ("total = 1\nprint(totl)", "Did you mean `total`?"),
    "name in other letters": ("def f(Data):\n    return data\nf(1)", "Did you mean `Data`?"),
    "built-in name": ("prnt(1)", "Did you mean `print`?"),
    "not imported": ("np.zeros(3)", "`import numpy as np`"),
    "unknown name": ("quux", "Nothing is called `quux`"),
    "self outside": ("self.x = 1", "first parameter of the method"),
    "no value yet": (
        "def f():\n    n += 1\nn = 0\nf()",
        "`n` is assigned somewhere in this function",
    ),
    "missing self": (METHOD.format("x") + "Net().forward(1)", "Is `self` missing"),
    "no self at all": (METHOD.format("") + "Net().forward()", "Is `self` missing"),
    "called on the class": (METHOD.format("self") + "Net.forward()", "called on the class itself"),
    "method that is missing": (
        "__name__ = 'solution'\n" + METHOD.format("self") + "Net().backward",
        "your class `Net` has no `backward`",
    ),
    "one value unpacked": ("a, b = 3", "a single value of type int"),
    "too many arguments": ("def f(a):\n    pass\nf(1, 2)", "called with 2 arguments"),
    "too few arguments": ("def f(a, b):\n    pass\nf(1)", "without a value for 'b'"),
    "unknown keyword": ("def f(a):\n    pass\nf(b=1)", "a parameter 'b'"),
    "None calculated with": ("None + 1", "Something here is None"),
    "None indexed": ("[3, 1].sort()[0]", "Something here is None"),
    "None's attribute": ("None.shape", "Something here is None"),
    "broadcast": ("N.zeros((2, 3)) + N.zeros(2)", "shapes (2,3) and (2,) do not go together"),
    "matmul": ("N.zeros((2, 3)) @ N.zeros((2, 3))", "left side has 3 columns"),
    "dot": ("N.dot(N.zeros((2, 3)), N.zeros((2, 3)))", "inner sizes, 3 and 2"),
    "matmul with a number": ("N.zeros(3) @ 2", "Use `*`"),
    "reshape": ("N.zeros(6).reshape(4, 2)", "6 elements do not fill the shape (4,2)"),
    "assigned shape": ("N.zeros(3)[:] = N.zeros(4)", "has shape (4,)"),
    "truth of an array": ("bool(N.zeros(2))", "`.all()` or"),
    "ragged": ("N.array([[1], [1, 2]])", "same length"),
    "axis": ("N.zeros(3).sum(axis=1)", "no axis 1"),
    "concatenate": ("N.vstack([N.zeros(2), N.zeros(3)])", "different sizes"),
    "array index": ("N.zeros(3)[3]", "Axis 0 has 3 elements"),
    "too many indices": ("N.zeros(3)[0, 0]", "The array has 1 axes"),
    "float index": ("N.zeros(3)[1.0]", "whole number"),
    "in-place cast": ("a = N.arange(3)\na += 0.5", "`a = a + b`"),
    "singular": ("N.linalg.inv(N.zeros((2, 2)))", "no inverse"),
    "list index": ("[1][1]", "the first is 0"),
    "pop from empty": ("[].pop()", "nothing left"),
    "list with a pair": ("a = [[1]]\na[0, 0]", "`a[i][j]`"),
    "list as array": ("[1, 2] * 0.5", "np.array"),
    "list's shape": ("[1].shape", "A list has no `shape`"),
    "text and number": ("'a' + 1", "A text and a number"),
    "range of a float": ("range(4 / 2)", "`//` does not"),
    "number called": ("x = 3\nx(1)", "A value of type int is not callable"),
    "number iterated": ("for i in 3: pass", "A value of type int is not iterable"),
    "length of a number": ("len(3)", "no length"),
    "key": ("{'a': 1}['b']", "no key 'b'"),
    "list as key": ("{[1]: 1}", "A tuple can be one"),
    "attribute": ("'a'.uper()", "Did you mean `upper`?"),
    "module's attribute": ("import math\nmath.sqroot(2)", "Did you mean `sqrt`?"),
    "unpacking too many": ("a, b = 1, 2, 3", "2 names on the left"),
    "unpacking too few": ("a, b = [1]", "and 1 values"),
    "root of a negative": ("import math\nmath.sqrt(-1)", "not defined for this number"),
    "text as a number": ("float('x')", "does not read as a number"),
    "greatest of none": ("max([])", "empty"),
    "division": ("1 / 0", "divided by 0"),
    "too large for an index": ("[0.0] * 10**30", "more memory than there is"),
    "input of nobody": ("raise EOFError('EOF when reading a line')", "nobody types while tests"),
    "file": ("open('no-such-file')", "apart from your own files"),
    "wait": ("raise RuntimeError('Cannot stack switch because')", "without `async`"),
    "thread": ('raise RuntimeError("can\'t start new thread")', "no threads"),
    "recursion": ("def f():\n    return f()\nf()", "calls itself without an end"),
}
SYNTAX = {
    "no colon": ("def f()\n    pass", "ends in `:`"),
    "not indented": ("def f():\npass", "has to be indented"),
    "indented": ("x = 1\n  y = 2", "one column"),
    "open bracket": ("x = (1,\n", "no partner"),
    "closing bracket": ("x = 1)", "too many"),
    "open text": ("x = 'a", "quotation mark is missing"),
    "one equals sign": ("if x = 1:\n    pass", "`==` compares"),
    "return alone": ("return 1", "in no function"),
    "await alone": ("await f()", "begin with `async def`"),
    "curly quotation mark": ("x = “a”", "curly quotation mark"),
}


class Hostile(NameError):
    def __str__(self):
        raise RuntimeError


def explain(code: str) -> str | None:
    """Run code that raises, and return what is said of its error."""
    try:
        exec(compile(code, "solution.py", "exec"), {"N": np})
    except Exception as error:  # noqa: BLE001 - whatever the case raises
        return explain_error(error, raised_error(error))
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize("case", RAISED)
def test_common_error_is_explained(case: str) -> None:
    code, words = RAISED[case]
    assert words in (explain(code) or "")


@pytest.mark.parametrize("case", SYNTAX)
def test_common_syntax_error_is_explained(case: str) -> None:
    code, words = SYNTAX[case]
    with pytest.raises(CannotRun) as stop:
        Submission(code)
    assert words in (stop.value.fault["plain"] or "")


@pytest.mark.parametrize("code", ["raise ValueError('mine')", "assert 1 == 2", "x = 1\nx.foo"])
def test_nothing_is_said_of_other_errors(code: str) -> None:
    assert explain(code) is None


def test_a_hostile_error_is_left_alone() -> None:
    error = Hostile("x")
    assert explain_error(error, raised_error(error)) is None


# The author's message, what was expected, what came, and words of what is said; None for nothing.
VALUES = {
    "none": ("Wrong.", 3.0, None, "`f` returned None"),
    "none, as the author says": ("It returned None.", 3.0, None, None),
    "list for an array": ("Wrong.", np.zeros(2), [0, 0], "A NumPy array is wanted"),
    "transposed": ("Wrong.", np.zeros((2, 3)), np.ones((3, 2)), "It is transposed."),
    "axis too many": ("Wrong.", np.zeros(2), np.zeros((2, 1)), "an axis too many"),
    "axis missing": ("Wrong.", np.zeros((2, 1)), np.zeros(2), "An axis is missing"),
    "shape, as the author says": ("Its shape is wrong.", np.zeros(2), np.zeros(3), None),
    "array for a number": ("Wrong.", 3.0, np.zeros(2), "No array is wanted"),
    "array for a list of its numbers": ("Wrong.", [3.0, 1.0], np.zeros(2), None),
    "other type": ("Wrong.", [1], (1,), "of type list is wanted here, and this is a tuple"),
    "numbers": ("Wrong.", 3.0, np.float64(4), None),
    "generator": ("Wrong.", 3.0, (n for n in ()), "`yield` makes a generator"),
    "function": ("Wrong.", 3.0, abs, "parentheses missing"),
    "function, as wanted": ("Wrong.", abs, max, None),
    "nan": ("Wrong.", 3.0, float("nan"), "There is a nan"),
    "nan in an array": ("Wrong.", np.zeros(2), np.array([np.nan, 0]), "There is a nan"),
    "nan as wanted": ("Wrong.", float("nan"), float("nan"), None),
}


@pytest.mark.parametrize("case", VALUES)
def test_plainly_wrong_answer_is_explained(case: str) -> None:
    message, expected, got, words = VALUES[case]
    said = explain_values(message, "f", describe(expected), describe(got))
    assert (said is None) == (words is None)
    assert words is None or words in str(said)


async def answer_late() -> float:
    return 1.0


def test_a_coroutine_is_explained_with_nothing_expected() -> None:
    coroutine = answer_late()
    coroutine.close()
    said = explain_values("f should return a float.", "f", None, describe(coroutine))
    assert "`async def` makes a coroutine" in str(said)


# What an example should show and what it shows, and words of what is said.
SHOWN = {
    "generator": ("1.0", "<generator object f>", "`yield` makes a generator"),
    "method": ("1.0", "<bound method Net.forward of <Net object>>", "parentheses missing"),
    "as it should": ("<function f>", "<function g>", None),
    "other": ("1.0", "2.0", None),
}


@pytest.mark.parametrize("case", SHOWN)
def test_what_an_example_shows_is_explained(case: str) -> None:
    expected, got, words = SHOWN[case]
    said = explain_shown(expected, got)
    assert (said is None) == (words is None)
    assert words is None or words in str(said)
