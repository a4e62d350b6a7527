"""The graders: long-lived processes give the verdicts that a process of its own gives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import golden_cases
from builder.graders import Graders, Place
from grader.problem import Problem, read_problem
from grader.report import Report
from grader.signatures import compute
from places import PROBLEMS

PLACES: list[Place] = ["native", "browser"]
NUMPY = frozenset({"numpy"})
# Cases that leave something behind, or replace what others use, or end a run in odd ways.
LEAKING = ["global-generators", "module-state"]
REPLACING = ["replaces-allclose", "replaces-module"]
ENDING = ["os-exit-in-function", "print-flood", "recursion", "huge-allocation"]


@pytest.fixture(scope="module")
def graders() -> Iterator[Graders]:
    with Graders({frozenset(), NUMPY}) as graders:
        yield graders


@pytest.fixture(scope="module")
def mse_loss() -> Problem:
    folder = read_problem(PROBLEMS / "mse-loss")
    return {**folder.problem, "signatures": compute(folder.problem, folder.wrong)}


def outcomes(report: Report) -> dict[str, str]:
    return {test["id"]: test["outcome"] for test in report["tests"]}


@pytest.mark.parametrize("place", PLACES)
def test_many_runs_in_a_row_end_as_each_alone(
    place: Place, graders: Graders, mse_loss: Problem
) -> None:
    replacing = REPLACING if place == "browser" else []  # forks trust the submission
    cases = [*LEAKING, *replacing, *ENDING, *LEAKING, *replacing, "right"]
    reports = [graders.grade(mse_loss, golden_cases.submission(case), place) for case in cases]
    for case, future in zip(cases, reports, strict=True):
        report, golden = future.result(), golden_cases.expected(case)
        assert report["state"] == golden["state"], case
        assert outcomes(report) == outcomes(golden), case
        assert report["known_wrong"] == golden["known_wrong"], case
