"""The equality suite as a problem, and what its reports have in common."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from grader.problem import Problem
from grader.report import Report, TestResult

_FOLDER = Path(__file__).with_name("equality")
_DIGESTS = _FOLDER / "digests.json"
# Prints what must not be the same twice; it is looked at by itself.
_ENTROPY = "test_entropy_differs"
_WRONG = "test_wrong"


def problem() -> Problem:
    """Return the problem; a run of it takes a few seconds."""
    return {
        "slug": "equality",
        "requires": [],
        "packages": ["numpy"],
        "limits": {"test_seconds": 120, "run_seconds": 600},
        "files": {"test_solution.py": _cases(), **_support()},
        "examples": [],
        "signatures": [],
    }


def submission() -> str:
    """Return the submission that the cases call."""
    return (_FOLDER / "solution.py").read_text("utf-8")


def told(report: Report) -> dict[str, object]:
    """Return all that a report says, but for times and entropy, by test."""
    whole: dict[str, object] = {
        "": [report["state"], report["fault"], report["known_wrong"], report["output"]]
    }
    for test in report["tests"]:
        output = None if test["id"] == _ENTROPY else test["output"]
        whole[test["id"]] = [test["name"], test["outcome"], test["failure"], output]
    return whole


def entropy(report: Report) -> str:
    """Return what the report's interpreter has drawn from its source of entropy."""
    text = _result(report, _ENTROPY)["output"]["text"]
    assert text.strip()
    return text


def expect_outcomes(report: Report, fewest: int) -> None:
    """Hold that just the cases fail that are meant to, and that all said something, in full."""
    assert report["state"] == "graded", report["fault"]
    assert len(report["tests"]) >= fewest
    for test in report["tests"]:
        wanted = "failed" if test["id"].startswith(_WRONG) else "passed"
        assert test["outcome"] == wanted, (test["id"], test["failure"])
        assert test["output"]["cut"] == 0


def unlike_committed(report: Report) -> dict[str, object]:
    """Return what the report says of the tests that the committed digests say otherwise."""
    now, then = _digests(report), json.loads(_DIGESTS.read_text("utf-8"))
    names = sorted(now.keys() | then.keys())
    return {name: told(report).get(name) for name in names if now.get(name) != then.get(name)}


def write_digests(report: Report) -> None:
    """Make the report the one that all others are held against."""
    _DIGESTS.write_text(json.dumps(_digests(report), indent=1) + "\n", "utf-8")


def _digests(report: Report) -> dict[str, str]:
    return {
        name: hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]
        for name, said in told(report).items()
    }


def _result(report: Report, name: str) -> TestResult:
    [result] = [test for test in report["tests"] if test["id"] == name]
    return result


def _cases() -> str:
    """Return all modules of cases as one: a problem has one test module."""
    return "\n\n".join(path.read_text("utf-8") for path in sorted(_FOLDER.glob("cases/*.py")))


def _support() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in _FOLDER.glob("support/*.py")}
