"""Grades submissions in a page of an engine, with the site's own modules."""

from __future__ import annotations

from typing import Any, Literal

from host import PAGE_PATH

from engines import Engine
from grader.problem import Problem
from grader.report import Report

Way = Literal["plain", "restored"]
_SLUG = "mse-loss"
FAST_START_FAILED = "the fast start failed"
PLAIN_STEP = "Importing the libraries"
_CALL = "async (module, name, args) => (await import(module))[name](...args)"


class GradingPage:
    """The catalogue page of a site, whose address is given, as a place to grade in.

    It has the policy of every page, and starts no runner of its own.
    """

    def __init__(self, engine: Engine, site: str, test_seconds: float = 1) -> None:
        self._engine = engine
        self._module = f"{site}{PAGE_PATH}grading.js"
        engine.open(site)
        self._call("open", _SLUG, test_seconds)

    def boot(self, way: Way, problem: Problem | None = None) -> list[str]:
        """Boot a worker for one `grade`, of the page's own problem if none is given.

        Return the steps that it told.
        """
        steps: list[str] = self._call("boot", way, problem)
        return steps

    def grade(self, submission: str) -> Report:
        """Grade in the worker that was booted."""
        report: Report = self._call("grade", submission)
        return report

    def start_runner(self) -> None:
        """Start the site's runner, and wait for its first worker."""
        self._call("startRunner")

    def run(self, submission: str) -> Report:
        """Grade with the runner, in a worker of its own."""
        report: Report = self._call("run", submission)
        return report

    def fallbacks(self) -> list[str]:
        """Return why the runner went over to the plain way, each time that it did."""
        return [line for line in self._call("heard")["console"] if FAST_START_FAILED in line]

    def started_plainly(self) -> bool:
        """Tell whether a worker of the runner has imported the libraries."""
        return PLAIN_STEP in self._call("heard")["steps"]

    def leave(self, url: str) -> None:
        """Have the page leave for an address; it grades no more."""
        self._call("leave", url)

    def _call(self, name: str, *args: Any) -> Any:
        return self._engine.evaluate(_CALL, self._module, name, args)
