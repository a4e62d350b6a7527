"""Judges what grading a problem's solutions gave: faults, and notes that keep nothing back."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.proven import Noted
from builder.verdicts import WHOLE, Cause, Tried, read_verdicts
from grader.faults import Fault
from grader.grade import failing_checks
from grader.problem import ProblemFolder, Signature
from grader.report import Report, TestResult

_TESTS = "test_solution.py"
_STATEMENT = "statement.md"
_RAISED = re.compile(rf"{re.escape(_TESTS)}:(\d+): (.*)")
_ADVICE: dict[Cause, tuple[str, str, str]] = {
    "runtime": (
        "natively",
        "in the browser's runtime",
        "let it ask for nothing that differs there, such as the size of integers, "
        "floating-point exceptions, threads, or Python's own words",
    ),
    "order": (
        "in its usual place",
        "when the tests are run in another order",
        "let each test make everything that it needs itself",
    ),
    "clock": (
        "today",
        "on another day",
        "give it a time of its own instead of the clock's",
    ),
    "chance": (
        "in one run",
        "in the next",
        "seed what is random, and let it ask for no addresses, times or files of the machine",
    ),
}


@dataclass(frozen=True)
class Solutions:
    """How each solution of a problem fared."""

    reference: Tried
    starter: Tried
    wrong: dict[str, Tried]


class Judge:
    """Finds the faults of one problem and what is to be noted of it."""

    def __init__(self, folder: ProblemFolder, solutions: Solutions) -> None:
        self.folder = folder
        self.notes: list[Noted] = []
        self.faults: list[Fault] = []
        self._solutions = solutions
        self._judge()

    def signatures(self) -> list[Signature]:
        """Return what each known-wrong solution fails."""
        return [
            {
                "name": name,
                "failing": failing_checks(tried.report),
                "message": self.folder.wrong[name][1],
            }
            for name, tried in sorted(self._solutions.wrong.items())
        ]

    def _judge(self) -> None:
        reference = self._solutions.reference.report
        if reference["state"] != "graded":
            self.faults.append(self._fault_of_state(reference, "solution.py"))
            return
        self.faults += self._check_reference(reference)
        self._check_pace()
        self.faults += self._check_starter(self._solutions.starter.report)
        authorship = list(self._check_wrong())
        if self.folder.origin:
            for fault in authorship:
                name = fault.path.relative_to(self.folder.path).as_posix()
                self._note(name, fault.line, fault.message)
        else:
            self.faults += authorship
        self.faults += self._check_disputes()

    def _note(self, name: str, line: int, message: str, check: str = "") -> None:
        self.notes.append({"file": name, "line": line, "check": check, "message": message})

    def _fault(self, name: str, line: int, message: str) -> Fault:
        return Fault(self.folder.path / name, line, message)

    def _fault_of_state(self, report: Report, name: str) -> Fault:
        fault = report["fault"]
        said = fault["message"] if fault else ""
        if fault and fault["error"]:
            said = f"{said} {fault['error']['type']}: {fault['error']['text']}"
        if report["state"] == "broken-problem":
            return self._fault(*_why_broken(said))
        line = (fault and fault["line"]) or 1
        return self._fault(name, line, f"it ends in {report['state']}: {said}; correct it")

    def _check_reference(self, report: Report) -> Iterator[Fault]:
        for result in (*report["examples"], *report["tests"]):
            if result["outcome"] != "passed":
                yield self._fault(*self._place(result["id"]), _reference_fails(result))

    def _check_pace(self) -> None:
        limit = self.folder.problem["limits"]["test_seconds"]
        for check, took in self._solutions.reference.seconds.items():
            if limit / 2 < took:
                said = f"solution.py takes {took:.2g} s of {limit:g} s for {self._name_of(check)!r}"
                advice = "make the check smaller, or raise 'test_seconds'"
                self._note(*self._place(check), f"{said} in the browser; {advice}", check)

    def _check_starter(self, report: Report) -> Iterator[Fault]:
        if report["state"] != "graded":
            yield self._fault_of_state(report, "starter.py")
            return
        passed = [test["name"] for test in report["tests"] if test["outcome"] == "passed"]
        if len(passed) == len(report["tests"]):
            advice = "take out of it what the learner is to write"
            yield self._fault("starter.py", 1, f"the starter passes every hidden test; {advice}")
        elif passed:
            listed = ", ".join(map(repr, passed))
            message = f"the starter passes {listed}; see that these are tests a stub may pass"
            self._note("starter.py", 1, message)

    def _check_wrong(self) -> Iterator[Fault]:
        owners: dict[frozenset[tuple[str, int | None]], str] = {}
        for short, tried in sorted(self._solutions.wrong.items()):
            name = f"wrong/{short}.py"
            failing = frozenset(failing_checks(tried.report).items())
            if tried.report["state"] != "graded":
                yield self._fault_of_state(tried.report, name)
            elif not failing:
                said = "the known-wrong solution passes every hidden test"
                yield self._fault(name, 1, f"{said}; add a test that catches it")
            elif failing in owners:
                same = f"it fails the same checks as {owners[failing]}"
                advice = "add a check that tells them apart, or drop one"
                yield self._fault(name, 1, f"{same}; {advice}")
            owners.setdefault(failing, name)

    def _check_disputes(self) -> Iterator[Fault]:
        """Find the checks that ways of grading disagree on; each is told once, of one solution."""
        solutions = {
            "solution.py": self._solutions.reference,
            "starter.py": self._solutions.starter,
        }
        solutions |= {f"wrong/{name}.py": one for name, one in self._solutions.wrong.items()}
        failed = self._failed_checks()
        if failed:
            del solutions["solution.py"]  # its faults are told already
        told = {(cause, check) for check in failed for cause in _ADVICE}
        for name, tried in solutions.items():
            for dispute in tried.disputes:
                first, second, advice = _ADVICE[dispute.cause]
                if dispute.check == WHOLE:
                    said = f"it is {dispute.first} {first} and {dispute.second} {second}"
                    detail = f": {dispute.detail.rstrip('.')}" if dispute.detail else ""
                    yield self._fault(name, 1, f"{said}{detail}; {advice}")
                elif (dispute.cause, dispute.check) not in told:
                    told.add((dispute.cause, dispute.check))
                    said = f"{dispute.first} {first} and {dispute.second} {second}"
                    shown = self._name_of(dispute.check)
                    message = f"with {name}, {shown!r} {said}; {advice}"
                    yield self._fault(*self._place(dispute.check), message)

    def _failed_checks(self) -> list[str]:
        verdicts = read_verdicts(self._solutions.reference.report)
        return [one for one, (how, _) in verdicts.items() if how not in ("passed", "graded")]

    def _place(self, check: str) -> tuple[str, int]:
        for example in self.folder.problem["examples"]:
            if example["id"] == check:
                return _STATEMENT, example["steps"][0]["line"]
        return _TESTS, _line_of_test(self.folder.problem["files"][_TESTS], check)

    def _name_of(self, check: str) -> str:
        report = self._solutions.reference.report
        results = (*report["examples"], *report["tests"])
        return next((one["name"] for one in results if one["id"] == check), check)


def _why_broken(said: str) -> tuple[str, int, str]:
    """Return where the tests raise and what, where that is known."""
    if found := _RAISED.search(said):
        what = found[2].strip().rstrip(".")
        return _TESTS, int(found[1]), f"the tests cannot run: {what}. Correct the tests."
    return _TESTS, 1, f"{said.strip()} Correct the tests."


def _reference_fails(result: TestResult) -> str:
    failure = result["failure"]
    said = failure["message"] if failure else result["outcome"]
    if failure and failure["error"]:
        said = f"{said} {failure['error']['type']}: {failure['error']['text']}"
    return (
        f"solution.py does not pass {result['name']!r}: {said.rstrip('.')}; correct one of the two"
    )


def _line_of_test(source: str, test: str) -> int:
    name = test.rsplit("::", 1)[-1].split("[", 1)[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name:
            return node.lineno
    return 1
