"""Records, at the call sites of the hidden tests, what the submission was asked and answered.

The test module's syntax tree is rewritten: calls report to a `Recorder`, and a failing assertion
hands over the author's message. The submission itself is not touched.
"""

from __future__ import annotations

import ast
import builtins
import functools
from collections.abc import Callable
from dataclasses import dataclass
from textwrap import indent
from types import CodeType
from typing import Any

from _pytest.assertion.rewrite import rewrite_asserts

from grader.answers import is_of_answer
from grader.submission import FILENAME, MODULE
from grader.values import is_array, short_text

RECORDER = "@recorder"
TEST_FILE = "test_solution.py"
_COMPARISONS = {
    "allclose", "array_equal", "array_equiv", "assert_allclose", "assert_almost_equal",
    "assert_array_almost_equal", "assert_array_equal", "assert_equal", "isclose",
    "assertAlmostEqual", "assertCountEqual", "assertDictEqual", "assertEqual", "assertIs",
    "assertListEqual", "assertMultiLineEqual", "assertSequenceEqual", "assertSetEqual",
    "assertTupleEqual",
}  # fmt: skip
_COPIED_UP_TO = 10_000
_CALL_TEXT_CAP = 1500
_CALL_LINE = 88
_BREAK = ",\n"


@dataclass
class Call:
    """A call of the submission from a test, with its arguments as they were before it."""

    name: str
    args: list[object]
    kwargs: dict[str, object]
    result: object = None
    returned: bool = False

    def text(self) -> str:
        """Return the call as source text, abridged; long arguments have lines of their own."""
        parts = [short_text(value) for value in self.args]
        parts += [f"{key}={short_text(value)}" for key, value in self.kwargs.items()]
        text = f"{self.name}({', '.join(parts)})"
        if "\n" in text or len(text) > _CALL_LINE:
            text = f"{self.name}(\n{indent(_BREAK.join(parts), '    ')},\n)"
        return text if len(text) <= _CALL_TEXT_CAP else text[: _CALL_TEXT_CAP - 4] + "...)"


@dataclass
class Comparison:
    """The operands of a comparison that did not hold."""

    got: object
    expected: object
    call: Call | None = None  # the one that it is about


@dataclass
class Recorder:
    """What the running test has done so far."""

    call: Call | None = None
    comparison: Comparison | None = None
    message: str | None = None
    part: str | None = None

    def reset(self) -> None:
        """Forget the previous test."""
        self.call = self.comparison = self.message = self.part = None

    def so_far(self) -> tuple[Call | None, Comparison | None]:
        """Return the last call and comparison: making a message may make more of them."""
        return self.call, self.comparison

    def say(self, before: tuple[Call | None, Comparison | None], message: object) -> object:
        """Keep the author's assertion message, and what was there before it was made."""
        self.call, self.comparison = before
        self.message = message if isinstance(message, str) else short_text(message)
        return message

    def compare(self, left: object, right: object) -> None:
        """Keep the operands of a comparison; the submission's answer is the one that it got.

        What a test has only found out about the answer is not kept, and takes the place of nothing.
        """
        if isinstance(left, type) and isinstance(right, type):
            return  # the message names the types; the answer itself says more
        answer = self.call.result if self.call is not None else None
        if answer is not None and right is answer and left is not answer:
            left, right = right, left
        if is_of_answer(left, answer):
            self.comparison = Comparison(got=left, expected=right, call=self.call)
        elif self.comparison is not None and self.comparison.call is not self.call:
            self.comparison = None

    def __call__(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call `function`, keeping note where it is the submission's or a comparison."""
        name = getattr(function, "__name__", "")
        if type(name) is str and name in _COMPARISONS and not _is_submitted(function):
            return self._check(function, args, kwargs)
        if not _is_submitted(function):
            return function(*args, **kwargs)
        self.call = call = Call(_display_name(function), [_copy(a) for a in args], _copied(kwargs))
        call.result = function(*args, **kwargs)
        call.returned = True
        return call.result

    def _check(self, function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        named = dict(zip(("got", "expected"), args, strict=False))
        for key in ("actual", "a", "x", "desired", "b", "y"):
            if key in kwargs:
                named["got" if key in ("actual", "a", "x") else "expected"] = kwargs[key]
        holds = False
        try:
            result = function(*args, **kwargs)
            holds = result is None or bool(_all(result))
            return result
        finally:
            if not holds and len(named) == 2:
                self.compare(named["got"], named["expected"])
                for said in (kwargs.get("err_msg"), kwargs.get("msg"), *args[2:3]):
                    if said and isinstance(said, str):  # a third argument may be a tolerance
                        self.message = said


@functools.cache
def compile_tests(source: str) -> CodeType:
    """Compile a test module with pytest's assertion rewriting and calls that are recorded.

    Raises `SyntaxError`.
    """
    tree = ast.parse(source, filename=TEST_FILE)
    _Messages().visit(tree)
    rewrite_asserts(tree, source.encode(), TEST_FILE)
    _Calls().visit(tree)
    return compile(tree, TEST_FILE, "exec", dont_inherit=True)


class _Messages(ast.NodeTransformer):
    def visit_Assert(self, node: ast.Assert) -> ast.Assert:
        if node.msg is not None:
            before = _call_recorder(node.msg, "so_far")
            node.msg = _call_recorder(node.msg, "say", before, node.msg)
        return node


class _Calls(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if _is_plumbing(node.func):
            return node
        recorder = ast.copy_location(ast.Name(RECORDER, ast.Load()), node.func)
        call = ast.Call(func=recorder, args=[node.func, *node.args], keywords=node.keywords)
        return ast.copy_location(call, node)

    def _visit_definition(self, node: Any) -> Any:
        # Decorators and defaults run while the module loads, not in a test.
        node.body = [self.visit(statement) for statement in node.body]
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = _visit_definition


def _call_recorder(place: ast.expr, method: str, *arguments: ast.expr) -> ast.Call:
    owner = ast.copy_location(ast.Name(RECORDER, ast.Load()), place)
    attribute = ast.copy_location(ast.Attribute(owner, method, ast.Load()), place)
    return ast.copy_location(ast.Call(func=attribute, args=[*arguments], keywords=[]), place)


def _is_plumbing(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return hasattr(builtins, function.id)  # super() and locals() look at their caller
    root = function
    while isinstance(root, ast.Attribute):
        root = root.value
    return isinstance(root, ast.Name) and root.id in (RECORDER, "@pytest_ar", "@py_builtins")


def _is_submitted(function: object) -> bool:
    function = getattr(function, "__wrapped__", getattr(function, "__func__", function))
    code = getattr(function, "__code__", None)
    if type(code) is CodeType:
        return code.co_filename == FILENAME
    owner = function if isinstance(function, type) else type(function)
    return getattr(owner, "__module__", None) == MODULE


def _display_name(function: Any) -> str:
    name = getattr(function, "__qualname__", None)
    return name if isinstance(name, str) else f"{type(function).__name__}.__call__"


def _copy(value: Any) -> Any:
    if is_array(value):
        return value.copy() if value.size <= _COPIED_UP_TO else value
    if type(value) in (list, dict, set, bytearray) and len(value) <= _COPIED_UP_TO:
        return value.copy()
    return value


def _copied(kwargs: dict[str, Any]) -> dict[str, object]:
    return {key: _copy(value) for key, value in kwargs.items()}


def _all(result: Any) -> Any:
    return result.all() if is_array(result) else result
