"""The rule on messages: a check that does not hold tells the learner something."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from builder.rules.finding import Finding
from builder.rules.hidden_tests import parse_tests
from grader.problem import ProblemFolder

_FILE = "test_solution.py"
_ADVICE = "say to the learner what is wrong and what to think about"

# How many arguments stand before the message.
_NUMPY = {
    "assert_allclose": 5, "assert_almost_equal": 3, "assert_approx_equal": 3,
    "assert_array_almost_equal": 3, "assert_array_equal": 2, "assert_array_less": 2,
    "assert_equal": 2,
}  # fmt: skip
_UNITTEST = {
    "assertAlmostEqual": 3, "assertCountEqual": 2, "assertDictEqual": 2, "assertEqual": 2,
    "assertFalse": 1, "assertGreater": 2, "assertGreaterEqual": 2, "assertIn": 2, "assertIs": 2,
    "assertIsInstance": 2, "assertIsNone": 1, "assertIsNot": 2, "assertIsNotNone": 1,
    "assertLess": 2, "assertLessEqual": 2, "assertListEqual": 2, "assertMultiLineEqual": 2,
    "assertNotAlmostEqual": 3, "assertNotEqual": 2, "assertNotIn": 2, "assertNotIsInstance": 2,
    "assertNotRegex": 2, "assertRegex": 2, "assertSequenceEqual": 2, "assertSetEqual": 2,
    "assertTrue": 1, "assertTupleEqual": 2,
}  # fmt: skip


def check_messages(folder: ProblemFolder) -> Iterator[Finding]:
    """Find every check in the hidden tests that has no message."""
    tree = parse_tests(folder)
    numpy = _numpy_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and _is_empty(node.msg):
            message = f"the assertion has no message; {_ADVICE}"
            yield Finding(_FILE, node.lineno, message, "messages")
        elif isinstance(node, ast.Call) and (found := _bare_call(node, numpy)):
            message = f"the call of {found[0]} has no {found[1]}; {_ADVICE}"
            yield Finding(_FILE, node.lineno, message, "messages")


def _bare_call(call: ast.Call, numpy: dict[str, str]) -> tuple[str, str] | None:
    """Return what is called and the argument it lacks, or None where a message is there."""
    owner, dot, name = _dotted(call.func).rpartition(".")
    known, argument = _UNITTEST, "msg"
    if owner != "self":
        name = numpy.get(f"{owner}{dot}{name}", "")
        known, argument = _NUMPY, "err_msg"
    if name not in known or any(isinstance(value, ast.Starred) for value in call.args):
        return None
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    if None in given:  # **options may hold it
        return None
    position = known[name]
    message = call.args[position] if len(call.args) > position else given.get(argument)
    return (name, argument) if _is_empty(message) else None


def _is_empty(message: ast.expr | None) -> bool:
    return message is None or (isinstance(message, ast.Constant) and message.value in ("", None))


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def _numpy_names(tree: ast.Module) -> dict[str, str]:
    """Return how the module calls each of NumPy's assertions: `np.testing.assert_equal`, ..."""
    prefixes: set[str] = set()
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name == "numpy" or (alias.name == "numpy.testing" and not alias.asname):
                    prefixes.add(f"{alias.asname or 'numpy'}.testing")
                elif alias.name == "numpy.testing":
                    prefixes.add(str(alias.asname))
        elif isinstance(node, ast.ImportFrom) and node.module == "numpy":
            prefixes |= {a.asname or a.name for a in node.names if a.name == "testing"}
        elif isinstance(node, ast.ImportFrom) and node.module == "numpy.testing":
            found |= {alias.asname or alias.name: alias.name for alias in node.names}
    return found | {f"{prefix}.{name}": name for prefix in prefixes for name in _NUMPY}
