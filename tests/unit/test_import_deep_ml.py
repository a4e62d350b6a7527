"""Importing from a checkout in the layout of Deep-ML's open problems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from builder.importing.command import run_import
from builder.importing.printed import Printed, assert_almost_equal, parse
from builder.statements import render_statements
from deep_ml_sample import HALVES, write_questions
from grader import native
from grader.problem import ProblemFolder, read_problem
from grader.report import Report


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> ProblemFolder:
    place = tmp_path_factory.mktemp("import")
    checkout = write_questions(place / "checkout", {"7_halves": HALVES})
    said: list[str] = []
    summary = run_import("deep-ml", checkout, ["halves"], place / "into", said.append)
    assert (summary.converted, summary.refused) == (["halves"], {})
    assert "formulas shown as text, they cannot be read: 2" in said[0]
    assert "the starter gained describe, tell, SCALE" in said[0]
    return read_problem(place / "into" / "halves")


def failing(report: Report) -> list[str]:
    assert report["state"] == "graded"
    return [test["id"] for test in report["tests"] if test["outcome"] != "passed"]


def test_the_solution_passes_and_the_starter_fails(halves: ProblemFolder) -> None:
    assert failing(native.grade(halves.problem, halves.solution)) == []
    assert len(failing(native.grade(halves.problem, halves.starter))) == 8


def test_results_are_compared_by_value(halves: ProblemFolder) -> None:
    lists = halves.solution.replace("np.asarray(x) * SCALE", "(np.asarray(x) * SCALE).tolist()")
    lists = lists.replace("halves(x).sum()", "sum(halves(x))")
    assert failing(native.grade(halves.problem, lists)) == []
    wrong = halves.solution.replace("SCALE = 0.5", "SCALE = 0.501")
    report = native.grade(halves.problem, wrong)
    assert len(failing(report)) == 7  # all but the text that does not use it
    failure = report["tests"][0]["failure"]
    assert failure is not None
    assert failure["call"] == "halves([1, 2, 3])"
    assert failure["expected"] is not None and failure["expected"]["text"] == "[0.5, 1.0, 1.5]"
    assert failure["difference"] is not None and failure["difference"]["index"] == [0]


def test_facts_come_from_the_question(halves: ProblemFolder) -> None:
    assert (halves.title, halves.difficulty, halves.tags) == ("Halves", "easy", ["Warm-up"])
    assert halves.summary == "Halve each x_i of an array."
    assert halves.problem["packages"] == ["numpy"]
    assert halves.problem["requires"] == ["halves", "describe", "tell", "SCALE"]
    assert halves.origin == (
        "From Deep-ML's open problems, by A. Person. Notes Licence, Copyright 2020 A. Person. "
        "https://github.com/Open-Deep-ML/DML-OpenProblem/tree/main/questions/7_halves."
    )


def test_the_statement_keeps_formulas_and_shows_the_example(halves: ProblemFolder) -> None:
    assert "Halve each $x_i$ of" in halves.statement
    assert "Use $\\frac{x}{2}$, not `\\notacommand{x}`, and [see](https://" in halves.statement
    assert "## Example\n\nInput:\n\n```\n[2, 4]\n```\n" in halves.statement
    assert "Half of $2$ is 1." in halves.statement
    assert halves.explanation == "## Why\n\nBecause `\\alsonot{x}` holds.\n"
    assert render_statements([halves])["halves"].has_math


def changed(**files: Any) -> dict[str, Any]:
    return {**HALVES, **{name.replace("__", "."): content for name, content in files.items()}}


def asking(test: object, printed: object = "1") -> dict[str, Any]:
    return changed(tests__json=[{"test": test, "expected_output": printed}])


# name: (the question's files, what the reason says)
BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "no facts": (changed(meta__json=None), "meta.json is missing"),
    "no description": (changed(description__md=None), "description.md is missing"),
    "no starter": (changed(starter_code__py=None), "starter_code.py is missing"),
    "solution does not compile": (changed(solution__py="def f("), "solution.py does not compile"),
    "tests are no JSON": (changed(tests__json="["), "tests.json is not JSON"),
    "no tests": (changed(tests__json=[]), "not a list of tests"),
    "tests of another kind": (changed(tests__json=["print(1)"]), "test 1 is not {test, expected"),
    "result is no text": (asking("print(halves(1))", 1), "test 1 is not {test, expected"),
    "test does not compile": (asking("print("), "test 1 does not compile"),
    "test prints nothing": (asking("halves(1)"), "test 1 prints nothing"),
    "name from nowhere": (asking("print(thirds(1))"), "test 1 uses thirds, which the solution"),
    "nothing asked for": (asking("print(1)"), "call no function or class of the solution"),
    "another package": (
        changed(solution__py="import torch\n" + HALVES["solution.py"]),
        "it needs torch, which the runtime does not have",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_converted_is_listed_with_its_reason(name: str, tmp_path: Path) -> None:
    files, reason = BROKEN[name]
    checkout = write_questions(tmp_path / "checkout", {"7_halves": files})
    summary = run_import("deep-ml", checkout, [], tmp_path / "into", lambda line: None)
    assert summary.converted == []
    assert reason in summary.refused["7_halves"]


def test_folders_of_one_name_and_of_none(tmp_path: Path) -> None:
    questions = {"9_Halves": HALVES, "10_halves": HALVES, "halves": HALVES}
    checkout = write_questions(tmp_path / "checkout", questions)
    (checkout / "questions" / "10_halves" / "pytorch").mkdir()
    said: list[str] = []
    summary = run_import("deep-ml", checkout, [], tmp_path / "into", said.append)
    assert summary.converted == ["halves-9", "halves-10"]
    assert summary.refused == {"halves": "the folder's name is not <id>_<slug>"}
    assert "its version for pytorch is left out" in said[2]


def test_a_starter_that_does_not_compile_is_made_anew(tmp_path: Path) -> None:
    files = changed(starter_code__py="def halves(x):\n    # Your code\n")
    checkout = write_questions(tmp_path / "checkout", {"7_halves": files})
    run_import("deep-ml", checkout, [], tmp_path / "into", lambda line: None)
    starter = read_problem(tmp_path / "into" / "halves").starter
    assert starter.startswith("def halves(x):\n    pass\n")


PRINTED: list[object] = [
    1, -2.5, [1, 2.5], (1,), {"a": [1, 2], 3: None}, {1, 2}, None, True, 1e-5, float("nan"), [],
    np.arange(3), np.array([[1.0, 2], [3, -4]]), np.array([np.nan, np.inf, -np.inf]),
    np.float64(2.5), [np.float64(0.5), np.array([1.5])], {"a": np.array([1.0])},
    np.array([1e-5, 2]), np.array([True, False]), np.array(["a", "b c"]), ["a'b"], 1 / 3,
    1 + 2j, "words", "1 2", '"quoted"', "Loss: 0.125 after 3 steps", np.arange(6.0) / 7,
]  # fmt: skip


@pytest.mark.parametrize("value", PRINTED, ids=repr)
def test_a_value_agrees_with_its_own_print(value: object) -> None:
    printed = Printed()
    printed(value)
    assert_almost_equal(value, printed.text())
    try:
        expected = parse(printed.text())
    except ValueError:
        return
    assert_almost_equal(value, printed.text() if isinstance(expected, str) else expected)


# what a test gets, what is expected, and whether the two agree
AGREEMENT: list[tuple[object, object, bool]] = [
    ([1, 2], (1, 2), True),
    (np.array([1.0, 2.0]), [1, 2], True),
    ([1, 2], [1, 2, 3], False),
    ([1, 2], [[1, 2]], False),
    (2.0000001, 2, True),
    (2.001, 2.0, False),
    (0.12346, 0.1235, True),
    (0.12375, 0.1235, False),
    (0.125, 0.12, False),
    (1e-12, 0, True),
    ("0.12346", 0.1235, True),
    ("none", 1, False),
    (True, 1, False),
    (1, True, False),
    (None, 0, False),
    (np.array([5]), 5, False),
    (float("nan"), float("nan"), True),
    ({"a": 1}, {"a": 1, "b": 2}, False),
    ({"a": 1.0}, {"a": 1}, True),
    ({1, 2}, {1, 3}, False),
    (["a"], ["b"], False),
    ("Loss: 0.5", "Loss: 0.6", False),
    ("Loss: 0.12345", "loss: 0.12345", False),
    ("[1, 2]", "[1 2]", True),
]


@pytest.mark.parametrize(("got", "expected", "same"), AGREEMENT, ids=repr)
def test_values_agree_within_a_tolerance(got: object, expected: object, same: bool) -> None:
    if same:
        assert_almost_equal(got, expected)
    else:
        with pytest.raises(AssertionError, match="not the expected result"):
            assert_almost_equal(got, expected)
