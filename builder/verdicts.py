"""Grades one solution in several ways and says where the ways disagree on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from builder.graders import Desk
from grader.problem import Problem
from grader.report import Report, TestResult

Cause = Literal["runtime", "order", "clock", "chance"]
Verdicts = dict[str, tuple[str, int | None]]
# The verdict on the whole run stands under this name.
WHOLE = ""

_AHEAD_SECONDS = 400 * 24 * 3600 + 5 * 3600 + 7
_LEAST_SECONDS = 0.5
_MUCH_SLOWER = 20
_DOES = {
    "passed": "passes",
    "failed": "fails",
    "timeout": "runs out of time",
    "error": "is broken",
    "not-run": "is not run",
}


@dataclass(frozen=True)
class Dispute:
    """A check that one way of grading sees differently from the other, and why that is."""

    cause: Cause
    check: str
    first: str
    second: str
    detail: str = ""


@dataclass(frozen=True)
class Tried:
    """A solution's native report, and what other ways of grading say to it.

    `seconds` is what each check takes in the page's runtime, on a usual machine.
    """

    report: Report
    disputes: list[Dispute] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


def try_solution(desk: Desk, problem: Problem, source: str) -> Tried:
    """Grade a solution natively, and with its tests shuffled in the page's runtime."""
    report = desk.grade(problem, source, "native")
    if report["state"] != "graded":
        return Tried(report)
    in_browser = desk.grade(_spare_time(problem, report), source, "browser", "shuffled")
    if read_verdicts(report) == read_verdicts(in_browser):
        return Tried(report, seconds=_read_seconds(in_browser))
    return _ask_again(desk, problem, source, report)


def try_reference(desk: Desk, problem: Problem, source: str) -> Tried:
    """Grade the reference like any solution, with reversed tests on another day, and its pace."""
    tried = try_solution(desk, problem, source)
    if tried.report["state"] != "graded" or tried.disputes:
        return tried
    moved = desk.grade(problem, source, "native", "reversed", clock_ahead=_AHEAD_SECONDS)
    if read_verdicts(tried.report) != read_verdicts(moved):
        return replace(tried, disputes=_ask_natively_again(desk, problem, source, tried.report))
    if any(took > problem["limits"]["test_seconds"] / 2 for took in tried.seconds.values()):
        again = _read_seconds(desk.grade(problem, source, "browser"))  # the machine was busy?
        quicker = {check: min(took, again[check]) for check, took in tried.seconds.items()}
        return replace(tried, seconds=quicker)
    return tried


def read_verdicts(report: Report) -> Verdicts:
    """Return how each check ended, with the line that did not hold; the state under `WHOLE`."""
    verdicts: Verdicts = {WHOLE: (report["state"], None)}
    for result in (*report["examples"], *report["tests"]):
        verdicts[result["id"]] = result["outcome"], _line(result)
    return verdicts


def _read_seconds(report: Report) -> dict[str, float]:
    return {one["id"]: one["seconds"] for one in (*report["examples"], *report["tests"])}


def _line(result: TestResult) -> int | None:
    return result["failure"]["check_line"] if result["failure"] else None


def _spare_time(problem: Problem, report: Report) -> Problem:
    """Shorten the limit of one test where some took all of it: they will do so again."""
    results = [*report["examples"], *report["tests"]]
    if all(result["outcome"] != "timeout" for result in results):
        return problem
    slowest = max((r["seconds"] for r in results if r["outcome"] != "timeout"), default=0.0)
    limit = problem["limits"]["test_seconds"]
    enough = min(limit, max(_LEAST_SECONDS, slowest * _MUCH_SLOWER))
    return {**problem, "limits": {**problem["limits"], "test_seconds": enough}}


def _ask_again(desk: Desk, problem: Problem, source: str, hasty: Report) -> Tried:
    """Find out why the page's runtime disagrees: in processes that have graded nothing yet."""
    report = desk.grade(problem, source, "native", fresh=True)
    if read_verdicts(report) != read_verdicts(hasty):  # trusted in vain, or by chance?
        again = desk.grade(problem, source, "native", fresh=True)
        if by_chance := list(_compare("chance", report, again)):
            return Tried(report, by_chance)
    calm = desk.grade(problem, source, "browser", fresh=True)
    if by_runtime := list(_compare("runtime", report, calm)):
        return Tried(report, by_runtime, _read_seconds(calm))
    shuffled = desk.grade(problem, source, "browser", "shuffled", fresh=True)
    return Tried(report, list(_compare("order", calm, shuffled)), _read_seconds(calm))


def _ask_natively_again(desk: Desk, problem: Problem, source: str, report: Report) -> list[Dispute]:
    again = desk.grade(problem, source, "native")
    reordered = desk.grade(problem, source, "native", "reversed")
    later = desk.grade(problem, source, "native", clock_ahead=_AHEAD_SECONDS)
    return (
        list(_compare("chance", report, again))
        or list(_compare("order", report, reordered))
        or list(_compare("clock", report, later))
    )


def _compare(cause: Cause, first: Report, second: Report) -> Iterator[Dispute]:
    one, other = read_verdicts(first), read_verdicts(second)
    if one[WHOLE] != other[WHOLE]:
        said = second["fault"]["message"] if second["fault"] else ""
        yield Dispute(cause, WHOLE, first["state"], second["state"], said)
        return
    for check, verdict in one.items():
        seen = other.get(check, ("not-run", None))
        if verdict != seen:
            with_lines = verdict[0] == seen[0]
            yield Dispute(cause, check, _tell(verdict, with_lines), _tell(seen, with_lines))


def _tell(verdict: tuple[str, int | None], with_line: bool) -> str:
    outcome, line = verdict
    return f"{_DOES[outcome]} on line {line}" if with_line and line else _DOES[outcome]
