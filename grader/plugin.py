"""The pytest plugin that grades: fresh submission before each test, outcomes from hooks."""

from __future__ import annotations

import random
import sys
import time
import unittest
from collections.abc import Callable, Collection, Generator
from pathlib import Path
from types import CodeType, ModuleType, TracebackType
from typing import Any, Literal

import pytest

from grader.deadline import Deadline, TimeLimit
from grader.failures import explain, late_result, replaced_failure
from grader.integrity import Integrity
from grader.output import Capture
from grader.plain_words import explain_printing
from grader.recorder import RECORDER, TEST_FILE, Recorder, compile_tests
from grader.report import Event, Failure, Outcome, TestCase, TestResult
from grader.submission import Submission
from grader.unit_cases import CaseClass, Parts

Order = Literal["given", "reversed", "shuffled"]
_seed_python = random.seed


class TestModule(pytest.Module):
    """The hidden test module, compiled once and executed afresh before each test."""

    code: CodeType
    recorder: Recorder

    def _getobj(self) -> ModuleType:
        self.code = compile_tests(self.path.read_text("utf-8"))
        module = ModuleType(self.path.stem)
        module.__file__ = str(self.path)
        setattr(module, RECORDER, self.recorder)
        sys.modules[module.__name__] = module
        self.fill(module)
        return module

    def fill(self, module: ModuleType) -> None:
        """Execute the module's code in its namespace: functions see what this brings in."""
        exec(self.code, module.__dict__)


class Grader:
    """Pytest plugin; `results` and `broken` are filled as the session goes."""

    def __init__(
        self,
        submission: Submission,
        integrity: Integrity,
        capture: Capture,
        deadline: Deadline,
        test_seconds: float,
        emit: Callable[[Event], object],
        order: Order = "given",
        only: Collection[str] | None = None,
    ) -> None:
        self.submission = submission
        self.integrity = integrity
        self.emit = emit
        self.recorder = Recorder()
        self.capture = capture
        self.deadline = deadline
        self.test_seconds = test_seconds
        self.results: list[TestResult] = []
        self.broken: str | None = None
        self.examples: list[TestCase] = []
        self.support: list[str] = []
        self.order = order
        self.only = only
        self.run_examples: Callable[[], None] = lambda: None
        self._raised: BaseException | None = None

    def pytest_pycollect_makemodule(self, module_path: Path, parent: Any) -> TestModule:
        module: TestModule = TestModule.from_parent(parent, path=module_path)
        module.recorder = self.recorder
        return module

    def pytest_pycollect_makeitem(self, collector: Any, name: str, obj: object) -> CaseClass | None:
        if not (isinstance(obj, type) and issubclass(obj, unittest.TestCase)):
            return None
        case: CaseClass = CaseClass.from_parent(collector, name=name, obj=obj)
        case.recorder = self.recorder
        return case

    @pytest.fixture
    def subtests(self) -> Parts:
        return Parts(self.recorder)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and self.broken is None:
            self.broken = _reason(report.longrepr)

    def pytest_assertrepr_compare(self, op: str, left: object, right: object) -> None:
        self.recorder.compare(left, right)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if self.broken is None and session.items:
            if self.only is not None:
                session.items = [it for it in session.items if _test_case(it)["id"] in self.only]
            arrange(session.items, self.order)
            tests: list[TestCase] = [_test_case(item) for item in session.items]
            self.emit({"type": "collected", "examples": self.examples, "tests": tests})
            self.run_examples()
            for item, case in zip(session.items, tests, strict=True):
                self._run(item, case)
        return True

    def _run(self, item: pytest.Item, case: TestCase) -> None:
        self.emit({"type": "started", "id": case["id"]})
        self.recorder.reset()
        self._raised = None
        started = time.perf_counter()
        with self.capture.record(self.say_printed(case["id"])) as output:
            replaced: list[str] = []
            with self.deadline.limit(self.test_seconds):
                replaced += self._prepare(item)
                if self._raised is None:
                    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            replaced += self.integrity.restore()
            outcome, failure = self._verdict(replaced)
        if failure is not None:
            explain_printing(failure, output["text"])
        seconds = round(time.perf_counter() - started, 4)
        result: TestResult = {
            **case, "outcome": outcome, "seconds": seconds, "failure": failure, "output": output,
        }  # fmt: skip
        self.results.append(result)
        self.emit({"type": "finished", "result": result})

    def say_printed(self, case: str) -> Callable[[str], object]:
        """Return what announces the output of a test or example while it runs."""
        return lambda text: self.emit({"type": "printed", "id": case, "text": text})

    def _prepare(self, item: pytest.Item) -> list[str]:
        """Execute submission and test module afresh; return what the submission replaced."""
        reseed()
        for name in self.support:
            sys.modules.pop(name, None)
        try:
            self.submission.execute()
        except BaseException as error:  # noqa: BLE001 - it imported once; a second time may differ
            self._raised = error
        replaced = self.integrity.restore()
        module = item.getparent(TestModule)
        if self._raised is None and module is not None:
            try:
                module.fill(module.obj)
            except BaseException as error:  # noqa: BLE001 - top-level calls of the submission included
                self._raised = error
        return replaced

    def _verdict(self, replaced: list[str]) -> tuple[Outcome, Failure | None]:
        if replaced:
            return "failed", replaced_failure(replaced)
        if self.deadline.expired:
            return late_result(self.test_seconds, self.submission, self._raised)
        if self._raised is None:
            return "passed", None
        outcome, failure = self.explain(self._raised)
        failure["check_line"] = _test_line(self._raised.__traceback__)
        failure_restored = self.integrity.restore()
        return ("failed" if failure_restored else outcome), failure

    def explain(self, error: BaseException, in_example: bool = False) -> tuple[Outcome, Failure]:
        """Return the outcome and failure of what ended in `error`, within the limit of a test."""
        try:
            # Describing values runs a learner's code.
            with self.deadline.limit(self.test_seconds):
                return explain(error, self.submission, self.recorder, in_example)
        except TimeLimit:
            return late_result(self.test_seconds, self.submission, error)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self) -> Generator[None, None, None]:
        yield from self._guard()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self) -> Generator[None, None, None]:
        yield from self._guard()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self) -> Generator[None, None, None]:
        yield from self._guard()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport:
        """Report the phase without pytest's own text, which would run a learner's `__repr__`."""
        outcome: Any = "failed" if call.excinfo is not None else "passed"
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, call.when)  # type: ignore[arg-type]

    def _guard(self) -> Generator[None, None, None]:
        """Keep the first exception of a phase; one that would end pytest's session ends a test."""
        try:
            yield
        except BaseException as error:
            self._raised = self._raised or error
            raise PhaseFailed from error


class PhaseFailed(Exception):
    """Stands in for any exception of a test's phase; the grader keeps the original."""


def arrange(items: list[pytest.Item], order: Order) -> None:
    """Put tests into another order, which is the same each time."""
    if order == "reversed":
        items.reverse()
    elif order == "shuffled":
        random.Random(len(items)).shuffle(items)


def reseed() -> None:
    """Seed the global generators of `random` and of the NumPy that is loaded."""
    _seed_python(0)
    numpy_random = sys.modules.get("numpy.random")
    if numpy_random is not None:
        numpy_random.seed(0)


def _reason(longrepr: object) -> str:
    """Say why the tests cannot be collected: where they raise and what, else pytest's own text."""
    crash = getattr(longrepr, "reprcrash", None)
    if crash is None:
        return str(longrepr)
    return f"{Path(crash.path).name}:{crash.lineno}: {crash.message}"


def _test_line(traceback: TracebackType | None) -> int | None:
    line = None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == TEST_FILE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _test_case(item: pytest.Item) -> TestCase:
    function = getattr(item, "function", None)
    doc = (getattr(function, "__doc__", None) or "").strip()
    name = doc.splitlines()[0].strip() if doc else item.name
    callspec = getattr(item, "callspec", None)
    if callspec is not None:
        name = f"{name}: {callspec.id}"
    return {"id": item.nodeid.partition("::")[2], "name": name}
