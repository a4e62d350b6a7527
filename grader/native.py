"""Grades natively: the submission runs in a child process with limits on time and memory."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from grader.failures import plain_failure
from grader.grade import IMPORT_LATE, empty_report
from grader.problem import Limits, Problem
from grader.report import Event, Fault, Outcome, Report, State, TestCase, TestResult

GRACE_SECONDS = 1.5
MEMORY_BYTES = 4 * 1024**3
_BOOT_SECONDS = 60.0
_NOT_RUN: tuple[Outcome, str] = ("not-run", "")
_UNFINISHED: dict[State, tuple[Outcome, str]] = {
    "time-limit": ("timeout", "This did not finish within its time limit."),
    "crashed": ("failed", "Your code ended the Python interpreter here."),
}


def grade(
    problem: Problem, submission: str, emit: Callable[[Event], None] = lambda event: None
) -> Report:
    """Grade a submission in a child process; `emit` is called with each event as it comes."""
    started = time.monotonic()
    child = _Child(problem, submission)
    events: list[Event] = []
    state: State = "crashed"
    try:
        for event in child.events():
            if event is None:
                state = "time-limit"
                break
            events.append(event)
            emit(event)
            if event["type"] == "reported":
                return event["report"]
    finally:
        child.end()
    report = interrupted(problem, events, state)
    report["seconds"] = round(time.monotonic() - started, 4)
    emit({"type": "reported", "report": report})
    return report


def interrupted(problem: Problem, events: list[Event], state: State) -> Report:
    """Return the report of a run that ended without one, from the events that came."""
    report = empty_report(problem["slug"], state, _fault(problem, events, state))
    results = {e["result"]["id"]: e["result"] for e in events if e["type"] == "finished"}
    running = {e["id"] for e in events if e["type"] == "started"} - results.keys()
    for event in events:
        if event["type"] == "collected":
            for part in ("examples", "tests"):
                report[part] = [_settle(case, results, running, state) for case in event[part]]
    for event in events:
        for result in [*report["examples"], *report["tests"]]:
            if event["type"] != "printed" or result["id"] in results:
                continue
            if event["id"] == result["id"]:
                result["output"]["text"] += event["text"]
    return report


def _settle(
    case: TestCase, results: dict[str, TestResult], running: set[str], state: State
) -> TestResult:
    if case["id"] in results:
        return results[case["id"]]
    outcome, message = _UNFINISHED.get(state, _NOT_RUN) if case["id"] in running else _NOT_RUN
    return {
        "id": case["id"],
        "name": case["name"],
        "outcome": outcome,
        "seconds": 0.0,
        "failure": plain_failure(message) if message else None,
        "output": {"text": "", "cut": 0},
    }


def _fault(problem: Problem, events: list[Event], state: State) -> Fault:
    if state == "crashed":
        message = "Your code ended the Python interpreter, so nothing more could be checked."
    elif any(event["type"] == "collected" for event in events):
        message = (
            f"A test ran longer than its limit of {problem['limits']['test_seconds']:g} s. "
            "Look for a loop that does not end."
        )
    else:
        message = IMPORT_LATE
    return {
        "message": message,
        "plain": None,
        "error": None,
        "line": None,
        "column": None,
        "frames": [],
    }


def watch(lines: queue.SimpleQueue[str], limits: Limits) -> Iterator[Event | None]:
    """Yield the events of a run; None once a limit is passed; ends at an empty line."""
    deadline = time.monotonic() + limits["run_seconds"]
    silence = limits["test_seconds"] + GRACE_SECONDS
    while True:
        left = min(silence, deadline - time.monotonic())
        try:
            line = lines.get(timeout=max(left, 0))
        except queue.Empty:
            yield None
            return
        if not line:
            return
        yield json.loads(line)


class _Child:
    """The child process of one grading, and the thread that reads its events."""

    def __init__(self, problem: Problem, submission: str) -> None:
        self._limits = problem["limits"]
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._process = _spawn()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self._process.stdin is not None
        request = {"problem": problem, "submission": submission, "memory_bytes": MEMORY_BYTES}
        self._process.stdin.write(json.dumps(request))
        self._process.stdin.close()

    def events(self) -> Iterator[Event | None]:
        """Yield the events; None once a limit is passed; ends where the child ends."""
        if self._lines.get(timeout=_BOOT_SECONDS):
            yield from watch(self._lines, self._limits)

    def end(self) -> None:
        """End the child and whatever it started."""
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError):  # it may have ended by itself
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")


def environment() -> dict[str, str]:
    """Return the environment of a process that grades."""
    # With the last two, pytest compares long values at length, which may take longer than the test.
    foreign = {k for k in os.environ if k.startswith(("PYTEST", "PYTHON"))} | {"CI", "BUILD_NUMBER"}
    own = {k: v for k, v in os.environ.items() if k not in foreign}
    return own | {
        "OPENBLAS_NUM_THREADS": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": str(Path(__file__).parent.parent),
    }


def _spawn() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "grader.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="ascii",
        env=environment(),
        start_new_session=True,
    )
