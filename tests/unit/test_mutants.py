"""Mutants: each rule makes the faults it should, in the text as it was written."""

from __future__ import annotations

import ast

import pytest

from builder.mutation.mutants import make_mutants
from places import ROOT

BEFORE = "def f(first):\n    "

# an expression that is returned: what is to be found instead of it
EXPRESSIONS: dict[str, list[str]] = {
    "a + b": ["a - b", "a * b", "a", "b"],
    "a - b": ["a + b", "a * b", "a", "b"],
    "a * b": ["a / b", "a + b", "a", "b"],
    "a / b": ["a * b", "a // b", "a", "b"],
    "a // b": ["a / b", "a * b", "a", "b"],
    "a % b": ["a // b", "a * b", "a", "b"],
    "a ** b": ["a * b", "a + b", "a", "b"],
    "a @ b": ["a * b", "a", "b"],
    "a & b": ["a | b", "a ^ b", "a", "b"],
    "a << b": ["a >> b", "a", "b"],
    "b * (a + c)": [
        "b / (a + c)", "b + (a + c)", "b", "(a + c)", "b * (a - c)", "b * (a * c)", "b * (a)",
        "b * (c)",
    ],
    "b + a * c": [
        "b - a * c", "(b * (a * c))", "b", "a * c", "b + a / c", "b + (a + c)", "b + a", "b + c",
    ],
    "a < b": ["a <= b", "a >= b"],
    "a >= b": ["a > b", "a < b"],
    "a == b": ["a != b"],
    "a is not b": ["a is b"],
    "a not in b": ["a in b"],
    "a < b < c": ["a <= b < c", "a >= b < c", "a < b <= c", "a < b >= c"],
    "a and b": ["(a or b)", "b", "a"],
    "b or c or x": ["(b and c and x)", "c or x", "b or x", "b or c"],
    "not b": ["b"],
    "-b": ["b"],
    "~b": ["b"],
    "0": ["1", "-1"],
    "1": ["2", "0"],
    "10": ["11", "9", "20"],
    "-1": ["0", "-2", "1"],
    "0.5": ["1.5", "-0.5", "1.0"],
    "b + 1e-8": ["b - 1e-8", "b * 1e-8", "b", "1e-8", "b + 0.0", "b + 1e-05"],
    "True": ["False"],
    '"mean"': ['""'],
    '""': ['"mutant"'],
    'f"{b}!"': ['""'],
    "-np.inf": ["np.inf", "-0.0"],
    "b.T": ["b"],
    "b[0]": ["b[1]", "b[-1]"],
    "b.shape[0]": ["b.shape[1]"],
    "b.shape[-1]": ["b.shape[0]"],
    "b[1:]": ["b[:]", "b[2:]", "b[0:]", "b[1:-1]"],
    "b[0:]": ["b[1:]", "b[-1:]", "b[0:-1]"],
    "b[:c]": ["b[1:c]", "b[:]", "b[:c - 1]", "b[:c + 1]"],
    "b[:]": ["b", "b[1:]", "b[:-1]"],
    "b[::2]": ["b[:]", "b[1::2]", "b[::3]", "b[::1]", "b[::4]"],
    "b[::-1]": ["b[:]", "b[::0]", "b[::-2]", "b[::1]"],
    "b[c, x]": ["b[x, c]"],
    "b[:, None]": ["b[None, :]", "b[1:, None]", "b[:-1, None]"],
    "np.sum(b, axis=0)": [
        "np.mean(b, axis=0)", "np.prod(b, axis=0)", "b", "np.sum(b)", "np.sum(b, axis=1)",
    ],
    "b.mean(axis=-1, keepdims=True)": [
        "b.sum(axis=-1, keepdims=True)", "b.median(axis=-1, keepdims=True)", "b",
        "b.mean(keepdims=True)", "b.mean(axis=0, keepdims=True)",
        "b.mean(axis=-1, keepdims=False)",
    ],
    "np.var(b, ddof=1)": [
        "np.std(b, ddof=1)", "np.var(b)", "np.var(b, ddof=2)", "np.var(b, ddof=0)",
    ],
    "np.var(b, ddof=0)": ["np.std(b, ddof=0)", "np.var(b, ddof=1)", "np.var(b, ddof=-1)"],
    "np.zeros(b, dtype=float)": ["np.ones(b, dtype=float)", "np.zeros(b, dtype=int)"],
    "np.full(b, c, dtype=int)": [
        "np.full(c, b, dtype=int)", "np.full(b, c, dtype=float)", "np.full(b, c)",
    ],
    "np.tri(b, dtype=bool)": [],
    "b.swapaxes(-1, -2)": ["b.swapaxes(0, -2)", "b.swapaxes(-1, -1)"],
    "np.maximum(b, c)": ["np.minimum(b, c)", "b"],
    "np.where(b, c, x)": ["np.where(c, b, x)", "np.where(b, x, c)", "b"],
    "np.dot(b, c)": ["np.multiply(b, c)", "np.dot(c, b)"],
    "np.argmax(b)": ["np.argmin(b)"],
    "np.exp(b - c)": [
        "np.expm1(b - c)", "(b - c)", "np.exp(b + c)", "np.exp(b * c)", "np.exp(b)", "np.exp(c)",
    ],
    "np.cumsum(b)": ["np.cumprod(b)", "b"],
    "np.array(b)": ["np.asarray(b)"],
    "np.array([b])": [],
    "math.floor(b)": ["math.ceil(b)", "b"],
    "b.copy()": ["b"],
    "b.astype(c)": ["b"],
    "max(b, c)": ["min(b, c)", "b"],
    "sorted(b, reverse=True)": ["b", "sorted(b, reverse=False)"],
    "range(b)": ["range(b - 1)", "range(b + 1)", "range(1, b)"],
    "range(1, b)": [
        "range(b, 1)", "range(2, b)", "range(0, b)", "range(1, b - 1)", "range(1, b + 1)",
    ],
    "float(b)": [],
    "b if c else x": ["b if True else x", "b if False else x", "b if not (c) else x"],
    "[b for b in c if b]": [
        "[b for b in c if True]", "[b for b in c if False]", "[b for b in c if not (b)]",
    ],
    "lambda: b": ["lambda: None"],
    "b, c": ["c, b"],
}  # fmt: skip

# a statement: what is to be found instead of it
STATEMENTS: dict[str, list[str]] = {
    "b = c": ["pass"],
    "b: int = c": ["pass"],
    "b += c": ["b -= c", "b *= c", "b = c", "pass"],
    "b.append(c)": ["b.extend(c)", "b.appendleft(c)", "b.heappush(c)", "pass"],
    "del b[c]": ["pass"],
    "assert b, c": ["pass"],
    'raise ValueError("b" + c)': ["pass", 'raise Exception("b" + c)'],
    "raise": ["pass"],
    "yield b": ["yield None"],
    "return": ["pass"],
    "return None": ["return first"],
    "if b: c()": ["if True: c()", "if False: c()", "if not (b): c()", "if b: pass"],
    "while b: c()": ["while False: c()", "while b: pass"],
    "for b in c: x()": ["for b in []: x()", "for b in c: pass"],
    "for b in c: break": ["for b in []: break", "for b in c: continue", "for b in c: pass"],
    "for b in c: continue": ["for b in []: continue", "for b in c: break", "for b in c: pass"],
    "try: b()\n    except KeyError: c()": [
        "try: pass\n    except KeyError: c()",
        "try: b()\n    except KeyError: pass",
        "try: b()\n    except KeyError: raise",
    ],
}

# nothing in these has a mutant
LEFT_ALONE = {
    "a docstring": '"""Twice a number."""\n',
    "annotations": "def f(x: 'int' = None) -> list[3]: ...\n",
    "decorators": "@cached(size=10)\ndef f(x): ...\n",
    "imports": "import numpy as np\nfrom math import pi\n",
    "names of the module's own": '__all__ = ["f"]\n',
    "what runs as a program only": 'if __name__ == "__main__":\n    print(1 + 1)\n',
    "a declaration": "x: int\n",
    "a plus": "x: int\ndef f(): +x\n",
}


def texts_of(source: str) -> list[str]:
    return [mutant.text for mutant in make_mutants(source)]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_each_expression_has_its_mutants(expression: str) -> None:
    expected = ["None", "first", *EXPRESSIONS[expression]]
    made = texts_of(f"{BEFORE}return {expression}\n")
    assert sorted(made) == sorted(f"{BEFORE}return {text}\n" for text in expected)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_each_statement_has_its_mutants(statement: str) -> None:
    made = texts_of(f"{BEFORE}{statement}\n")
    assert sorted(made) == sorted(f"{BEFORE}{text}\n" for text in STATEMENTS[statement])


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_no_test_should_see_is_left_alone(name: str) -> None:
    assert texts_of(LEFT_ALONE[name]) == []


def test_places_are_right_behind_other_alphabets_and_in_long_expressions() -> None:
    source = 'µ = "ä€𝄞"; π = (  # a remark\n    1 + f(µ,\n      2)  # +\n)\n'
    assert source.replace("1 + f", "1 - f") in texts_of(source)
    assert source.replace("      2)", "      3)") in texts_of(source)
    assert source.replace("µ,\n      2", "2,\n      µ") in texts_of(source)


def test_lines_are_those_of_the_change() -> None:
    mutants = make_mutants("x = [\n    1,\n    y < 2,\n]\n")
    lines = {mutant.what: mutant.line for mutant in mutants}
    assert lines["1 -> 2"] == 2
    assert lines["< -> <="] == 3
    assert [mutant.line for mutant in mutants] == sorted(mutant.line for mutant in mutants)


def test_mutants_of_one_name_on_a_line_are_numbered() -> None:
    found = [mutant.what for mutant in make_mutants("x = y + z + y\n")]
    assert found.count("+ -> -") == 1
    assert "+ -> - #2" in found


def test_every_mutant_is_another_program() -> None:
    text = (ROOT / "problems" / "mse-loss-reduction" / "solution.py").read_text("utf-8")
    made = texts_of(text)
    assert len({ast.dump(ast.parse(other)) for other in (text, *made)}) == len(made) + 1
