"""Result files that learners hand in: graded anew, compared with what they say, or refused."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.handed_in import SubmissionFault, read_result
from grader.problem import read_problem
from places import ROOT
from sample_problem import FILES, write_problem

RESULT: dict[str, Any] = {
    "scratchwork": "result",
    "format": 1,
    "problem": "double",
    "verdict": {"state": "graded", "passed": 2, "total": 2, "seconds": 0.1},
    "at": "2026-11-22T07:10:00.000Z",
    "runs": 3,
    "first_run_at": "2026-11-22T07:00:00.000Z",
    "code": FILES["solution.py"],
}
BAD_FILES = {
    "not-json": "{",
    "cut-off": json.dumps(RESULT)[:-20],
    "a-list": "[]",
    "an-export": json.dumps({**RESULT, "scratchwork": "work"}),
    "newer-format": json.dumps({**RESULT, "format": 2}),
    "no-code": json.dumps({key: value for key, value in RESULT.items() if key != "code"}),
    "code-is-a-number": json.dumps({**RESULT, "code": 1}),
    "verdict-is-a-text": json.dumps({**RESULT, "verdict": "passed"}),
    "passed-is-a-text": json.dumps({**RESULT, "verdict": {**RESULT["verdict"], "passed": "2"}}),
    "nested-without-end": "[" * 200_000,
    "huge": " " * 4_000_001,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    patient = FILES["problem.toml"].replace("seconds = 2", "seconds = 20")
    return write_problem(tmp_path / "double", {"problem.toml": patient})


def regrade(folder: Path, result: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    """Grade a result file as a teacher does; the version is the folder's if none is given."""
    path = folder.parent / "result.json"
    path.write_text(json.dumps({"version": read_problem(folder).version, **result}), "utf-8")
    command = [sys.executable, "-m", "grader", folder, path]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_a_right_result_is_graded_anew(folder: Path) -> None:
    graded = regrade(folder, RESULT)
    assert graded.returncode == 0, graded.stderr
    assert "Handed in: graded, 2 of 2 tests passed in the page, 2026-11-22T07:10" in graded.stdout
    assert "Graded anew: graded, 2 of 2 tests passed, as handed in" in graded.stdout
    assert "another version" not in graded.stdout


def test_a_forged_verdict_is_seen(folder: Path) -> None:
    graded = regrade(folder, {**RESULT, "code": FILES["starter.py"]})
    assert graded.returncode == 1
    assert "0 of 2 tests passed, NOT as handed in" in graded.stdout


def test_another_version_of_the_problem_is_said(folder: Path) -> None:
    graded = regrade(folder, {**RESULT, "version": "0123456789ab"})
    assert "The page had another version of this problem" in graded.stdout


def test_a_result_of_another_problem_is_refused(folder: Path) -> None:
    graded = regrade(folder, {**RESULT, "problem": "relu"})
    assert graded.returncode == 2
    assert "is not of 'double'" in graded.stderr


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_is_no_whole_result_file_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(BAD_FILES[name], "utf-8")
    with pytest.raises(SubmissionFault, match=r"result\.json: "):
        read_result(path)


@pytest.mark.parametrize("name", ["statement.md", "test_solution.py"])
def test_the_version_changes_with_statement_and_tests(folder: Path, name: str) -> None:
    before = read_problem(folder).version
    path = folder / name
    path.write_text(path.read_text("utf-8").replace("2 doubled", "two doubled") + "\n", "utf-8")
    assert read_problem(folder).version != before


def test_the_version_does_not_change_with_hints_or_the_reference(folder: Path) -> None:
    before = read_problem(folder).version
    for name, old, new in [
        ("problem.toml", "to itself", "to itself, once"),
        ("solution.py", "2 * x", "x + x"),
    ]:
        path = folder / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert read_problem(folder).version == before
