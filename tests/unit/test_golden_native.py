"""The native grader gives the golden report for every case."""

import sys

import pytest

import golden_cases
from grader.native import environment, grade
from grader.problem import read_problem
from grader.signatures import compute
from places import PROBLEMS


@pytest.fixture(scope="session")
def problem():
    folder = read_problem(PROBLEMS / "mse-loss")
    return {**folder.problem, "signatures": compute(folder.problem, folder.wrong)}


MONITORING = hasattr(sys, "monitoring")


@pytest.mark.parametrize("case", golden_cases.CASES)
def test_report_is_golden(case, problem, pytestconfig):
    report = golden_cases.comparable(grade(problem, golden_cases.submission(case)))
    if pytestconfig.getoption("update_goldens"):
        golden_cases.write(case, report, MONITORING)
    assert report == golden_cases.expected(case, MONITORING)


def test_a_build_machine_grades_alike(monkeypatch):
    """Pytest compares at length where these are set, which can take longer than a test may."""
    for name in ("CI", "BUILD_NUMBER"):
        monkeypatch.setenv(name, "true")
    assert not {"CI", "BUILD_NUMBER"} & environment().keys()
