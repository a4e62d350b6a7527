"""Grades in as many long-lived processes as the machine has cores, natively and in Pyodide."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Literal, TypeVar

from builder.processes import GradingProcess, start_forks, start_pyodide
from builder.runtime import Runtime, prepare_runtime
from grader import native
from grader.plugin import Order
from grader.problem import Problem
from grader.report import Report

Place = Literal["browser", "native"]
Result = TypeVar("Result")
_HAS_FORKS = hasattr(os, "fork")


class Graders:
    """A pool that grades; as a context manager it leaves no process behind.

    Each of its threads is a `Desk`, with one native process and one Pyodide of its own.
    """

    def __init__(self, package_sets: set[frozenset[str]]) -> None:
        self._package_sets = package_sets
        self._runtime: Runtime | None = None
        self._preparing = threading.Lock()
        self._mine = threading.local()
        self._desks: list[Desk] = []
        self._threads = ThreadPoolExecutor(max_workers=os.cpu_count())

    def grade(self, problem: Problem, submission: str, place: Place = "browser") -> Future[Report]:
        """Grade a submission in the page's runtime, or natively."""
        return self.submit(lambda desk: desk.grade(problem, submission, place))

    def submit(self, work: Callable[[Desk], Result]) -> Future[Result]:
        """Do work that grades several times, one after the other, at one desk."""
        return self._threads.submit(lambda: work(self._desk()))

    def close(self) -> None:
        """Drop what has not begun, and end every process."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for desk in self._desks:
            desk.close()
        self._threads.shutdown()

    def __enter__(self) -> Graders:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _desk(self) -> Desk:
        if not hasattr(self._mine, "desk"):
            self._mine.desk = Desk(self._prepare)
            self._desks.append(self._mine.desk)
        desk: Desk = self._mine.desk
        return desk

    def _prepare(self) -> Runtime:
        with self._preparing:
            if self._runtime is None:
                self._runtime = prepare_runtime(self._package_sets)
            return self._runtime


def _is_late(report: Report) -> bool:
    """Tell whether a limit on time was passed, or the process died, as a late one does."""
    results = (*report["examples"], *report["tests"])
    late = any(result["outcome"] == "timeout" for result in results)
    return late or report["state"] in ("time-limit", "crashed")


class Closed(Exception):
    """The graders have been closed while there was work."""


class Desk:
    """Where one thread grades; a process starts when first needed, and anew where it is lost."""

    def __init__(self, prepare: Callable[[], Runtime]) -> None:
        self._prepare = prepare
        self._processes: dict[Place, tuple[list[str], GradingProcess]] = {}
        self._lock = threading.Lock()
        self._closed = False

    def grade(
        self,
        problem: Problem,
        submission: str,
        place: Place,
        order: Order = "given",
        *,
        clock_ahead: int = 0,
        fresh: bool = False,
    ) -> Report:
        """Grade a submission.

        What ran out of time is graded once more, since a busy machine can be the cause.
        `fresh` grades in an interpreter that has graded nothing yet; natively each run has one of
        its own, and only a fresh run looks for what the submission replaced. `clock_ahead` moves
        the clock by so many seconds: natively, where the system can fork.
        """
        if place == "native" and not _HAS_FORKS:
            return native.grade(problem, submission)
        anew = fresh and place == "browser"
        for _ in range(2):
            process = self._process(place, problem["packages"], anew)
            report = process.grade(problem, submission, order, clock_ahead, trusted=not fresh)
            if self._closed:
                raise Closed
            if not _is_late(report):
                break
        return report

    def close(self) -> None:
        """End the processes, from any thread; no more are started."""
        with self._lock:
            self._closed = True
            for _, process in self._processes.values():
                process.end()

    def _process(self, place: Place, packages: list[str], fresh: bool) -> GradingProcess:
        known, process = self._processes.get(place, (None, None))
        if process is not None:
            if process.usable and known == packages and not fresh:
                return process
            process.end()
        runtime = self._prepare() if place == "browser" else None
        with self._lock:
            if self._closed:
                raise Closed
            process = start_pyodide(packages, runtime) if runtime else start_forks(packages)
            self._processes[place] = packages, process
        process.wait_until_ready()
        return process
