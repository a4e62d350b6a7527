"""A run that names the tests to run: only those, without examples and without a known mistake."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.native import grade
from grader.problem import Signature, read_problem
from sample_problem import FILES, write_problem

ALL = ["test_positive", "test_negative"]
# Grades in a process of its own, as a worker does; while pytest runs, it has the standard output.
_GRADE = """
import json, sys
from grader.grade import grade_json
problem, submission, only = json.load(sys.stdin)
emit = lambda line, say=sys.stdout.write: say(line + "\\n")
grade_json(problem, submission, emit, None, "given", only)
"""


@pytest.fixture
def events(tmp_path: Path) -> Any:
    """A function that grades with only some tests and returns the events."""
    folder = read_problem(write_problem(tmp_path / "double"))
    failing: dict[str, int | None] = {"test_negative": 11}
    signature: Signature = {"name": "squares", "failing": failing, "message": "It squares."}
    problem = {**folder.problem, "signatures": [signature]}

    def run(submission: str, only: list[str] | None) -> list[Any]:
        request = json.dumps([json.dumps(problem), submission, json.dumps(only)])
        command = [sys.executable, "-c", _GRADE]
        done = subprocess.run(command, input=request, capture_output=True, text=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


@pytest.mark.parametrize("only", [["test_positive"], ["test_negative"], ALL])
def test_only_the_named_run(events: Any, only: list[str]) -> None:
    collected, *_, last = events(FILES["solution.py"], only)
    assert [test["id"] for test in collected["tests"]] == only
    assert collected["examples"] == last["report"]["examples"] == []
    results = [(test["id"], test["outcome"]) for test in last["report"]["tests"]]
    assert results == [(name, "passed") for name in only]


def test_all_run_without_names(events: Any) -> None:
    report = events(FILES["solution.py"], None)[-1]["report"]
    assert [test["id"] for test in report["tests"]] == ALL
    assert len(report["examples"]) == 1


def test_some_tests_are_no_known_mistake(events: Any) -> None:
    squares = FILES["wrong/squares.py"]
    whole, part = (events(squares, only)[-1]["report"] for only in (None, ["test_negative"]))
    assert whole["known_wrong"] == {"name": "squares", "message": "It squares."}
    assert part["known_wrong"] is None
    assert part["tests"] == [{**whole["tests"][1], "seconds": part["tests"][0]["seconds"]}]


def test_native_report_is_whole(tmp_path: Path) -> None:
    problem = read_problem(write_problem(tmp_path / "double")).problem
    assert [test["id"] for test in grade(problem, FILES["solution.py"])["tests"]] == ALL
