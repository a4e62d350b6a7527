"""The process that grades mutants: each in a fork of a test session that is ready to run.

One request a line on stdin, one answer a line on stdout. Needs `os.fork`.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any, TextIO

import pytest

from grader.deadline import Alarm
from grader.grade import grade, prepare
from grader.problem import Problem
from grader.report import Failure, Outcome
from grader.submission import CannotRun, Submission
from grader.trusting import TrustingGrader

_LEAST_SECONDS = 0.5
_SLOWER = 10
_SPARE_SECONDS = 5.0
_MEMORY_BYTES = 4 * 1024**3


class MutantGrader(TrustingGrader):
    """Runs the collected tests on the reference and on each mutant, up to the first that fails.

    A mutant does not set out to deceive, so it is trusted.
    """

    def __init__(
        self,
        *parts: Any,
        requires: list[str],
        run_seconds: float,
        mutants: list[str],
        answer: Callable[[object], object],
    ) -> None:
        super().__init__(*parts)
        self._requires = requires
        self._run_seconds = run_seconds
        self._mutants = mutants
        self._answer = answer

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if self.broken is not None or not session.items:
            return True
        reference = in_child(lambda: self._measure(session.items), self._run_seconds)
        if reference is None:
            return True
        slowest, total = reference
        self.test_seconds = min(self.test_seconds, max(_LEAST_SECONDS, _SLOWER * slowest))
        limit = _SLOWER * total + _SPARE_SECONDS
        verdicts = [
            in_child(partial(self._judge, text, session.items), limit) or "timeout"
            for text in self._mutants
        ]
        self._answer(verdicts)
        return True

    def _measure(self, items: list[pytest.Item]) -> tuple[float, float] | None:
        """Return the time of the reference's slowest test and of all; nothing if one fails."""
        started = time.perf_counter()
        if self._run_all(items) is not None:
            return None
        total = time.perf_counter() - started
        return max(result["seconds"] for result in self.results), total

    def _judge(self, text: str, items: list[pytest.Item]) -> str:
        try:
            self.submission = Submission(text)
            with self.capture.record(), self.deadline.limit(self.test_seconds):
                self.submission.import_checked(self._requires)
        except CannotRun:
            return "timeout" if self.deadline.expired else "killed"
        outcome = self._run_all(items)
        return "survived" if outcome is None else "timeout" if outcome == "timeout" else "killed"

    def _run_all(self, items: list[pytest.Item]) -> Outcome | None:
        """Run tests up to the first that does not pass; return its outcome."""
        for item in items:
            self._run(item, {"id": item.nodeid, "name": item.name})
            outcome = self.results[-1]["outcome"]
            if outcome != "passed":
                return outcome
        return None

    def _verdict(self, replaced: list[str]) -> tuple[Outcome, Failure | None]:
        """Spare the description of the failure: nobody reads it."""
        if self.deadline.expired:
            return "timeout", None
        return ("failed" if replaced or self._raised is not None else "passed"), None


def in_child(function: Callable[[], object], seconds: float) -> Any:
    """Return what a function returns in a fork of this process.

    Nothing if the fork ends otherwise, or not within so many seconds.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _send(writer, function)
    os.close(writer)
    try:
        return json.loads(_receive(reader, seconds) or "null")
    finally:
        os.close(reader)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _send(writer: int, function: Callable[[], object]) -> None:
    try:
        os.write(writer, json.dumps(function()).encode())
    finally:
        os._exit(0)  # whatever was raised: the fork must not go on as its parent would


def _receive(reader: int, seconds: float) -> bytes:
    end = time.monotonic() + seconds
    data = b""
    while select.select([reader], [], [], max(end - time.monotonic(), 0))[0]:
        part = os.read(reader, 65536)
        if not part:
            return data
        data += part
    return b""


def _grade_mutants(problem: Problem, reference: str, mutants: list[str]) -> object:
    """Return a verdict for each mutant; nothing if the reference does not pass."""
    import resource

    answers: list[object] = []
    prepare(problem["packages"])
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    plugin = partial(
        MutantGrader,
        requires=problem["requires"],
        run_seconds=problem["limits"]["run_seconds"],
        mutants=mutants,
        answer=answers.append,
    )
    # The time that the process itself uses: other work on the machine must not kill mutants.
    alarm = Alarm(lambda seconds: signal.setitimer(signal.ITIMER_PROF, seconds), signal.SIGPROF)
    grade(problem, reference, lambda event: None, alarm, plugin)
    return answers[0] if answers else None


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer requests until there are no more."""
    for line in requests:
        request = json.loads(line)
        run_seconds = request["problem"]["limits"]["run_seconds"]
        seconds = _SPARE_SECONDS + run_seconds * _SLOWER * (1 + len(request["mutants"]))
        answer = in_child(partial(_grade_mutants, **request), seconds)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def main() -> None:
    """Serve; what a submission writes to descriptor 1 goes nowhere."""
    requests, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nowhere, descriptor)
    prepare(sys.argv[1:])
    gc.freeze()  # a collection in a fork would copy every page
    serve(requests, answers)


if __name__ == "__main__":
    main()
