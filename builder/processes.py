"""Processes that grade one submission after the other, in lines of JSON: forks, and Pyodide."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from builder.node import find_program
from builder.places import NODE_MODULES, ROOT
from builder.runtime import Runtime
from builder.snapshot import find_node
from builder.wheels import TEST_TOOLS, choose
from grader.faults import Fault, ProblemFaults
from grader.native import MEMORY_BYTES, environment, interrupted, watch
from grader.plugin import Order
from grader.problem import Limits, Problem
from grader.report import Event, Report, State

_PROGRAM = ROOT / "builder" / "grade.mjs"
_BETWEEN = ROOT / "builder" / "between.py"
_BOOT_SECONDS = 120.0
_END_SECONDS = 10.0
_LARGEST_HEAP = 512 * 1024**2


class GradingProcess:
    """A process that grades; once it is not `usable` it has to be replaced."""

    def __init__(self, command: list[str], boot: str = "", program: Path = ROOT) -> None:
        self.usable = True
        self.pace = 1.0
        self.last_words = ""
        self._program = program
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            encoding="utf-8",
            env=environment(),
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if boot:
            self._send(boot)

    def grade(
        self,
        problem: Problem,
        submission: str,
        order: Order = "given",
        clock_ahead: int = 0,
        trusted: bool = True,
    ) -> Report:
        """Grade one submission; where a limit is passed or the process dies, its report says so.

        What a check took is told as on a usual machine; so the limits are meant, too. A trusted
        submission is found out once, after the run, and is then graded again without trust.
        """
        report, replaced = self._grade(problem, submission, order, clock_ahead, trusted)
        if replaced and trusted and self.usable:
            report, _ = self._grade(problem, submission, order, clock_ahead, trusted=False)
        return report

    def _grade(
        self, problem: Problem, submission: str, order: Order, clock_ahead: int, trusted: bool
    ) -> tuple[Report, bool]:
        """Return the report, and whether the submission replaced something of the libraries."""
        started = time.monotonic()
        limits = self._scale(problem["limits"])
        request = {
            "problem": {**problem, "limits": limits},
            "submission": submission,
            "order": order,
            "memory_bytes": MEMORY_BYTES,
            "clock_ahead": clock_ahead,
            "trusted": trusted,
        }
        self._send(json.dumps(request))
        report, replaced = self._listen(problem, limits)
        if not report["seconds"]:
            report["seconds"] = round(time.monotonic() - started, 4)
        for result in (*report["examples"], *report["tests"]):
            result["seconds"] = round(result["seconds"] / self.pace, 4)
        return report, replaced

    def wait_until_ready(self) -> None:
        """Wait for the end of its start; raise `ProblemFaults` where it does not start."""
        try:
            line = self._lines.get(timeout=_BOOT_SECONDS)
        except queue.Empty:
            line = ""
        if not line:
            self.end()
            message = f"it does not start; correct what it says: {self.last_words}"
            raise ProblemFaults([Fault(self._program, 1, message)])
        self.pace = json.loads(line)["pace"]

    def end(self) -> None:
        """End the process, and what it has started; its open input keeps it, so that is closed."""
        self.usable = False
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it may have gone, with some of a request unread
            self._process.stdin.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._kill()
        self._reader.join()
        if not self._said.closed:
            self.last_words = self._read_words()
            self._said.close()

    def _kill(self) -> None:
        if hasattr(os, "killpg"):
            os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()
        self._process.wait()

    def _scale(self, limits: Limits) -> Limits:
        return {
            "test_seconds": limits["test_seconds"] * self.pace,
            "run_seconds": limits["run_seconds"] * self.pace,
        }

    def _listen(self, problem: Problem, limits: Limits) -> tuple[Report, bool]:
        events: list[Event] = []
        state: State = "crashed"
        for event in watch(self._lines, limits):
            kind: Any = None if event is None else event["type"]
            if event is None:
                state = "time-limit"
                break
            if kind == "ended":
                return interrupted(problem, events, "crashed"), False
            events.append(event)
            if event["type"] == "reported":
                return event["report"], self._await_end()
        self.end()
        return interrupted(problem, events, state), False

    def _await_end(self) -> bool:
        """Wait until it is ready for the next submission, or end it; return what it has found."""
        try:
            line = self._lines.get(timeout=_END_SECONDS)
        except queue.Empty:
            line = ""
        ended = json.loads(line) if line else {}
        if not line or ended.get("heap", 0) > _LARGEST_HEAP:
            self.end()
        return bool(ended.get("replaced"))

    def _send(self, line: str) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it has gone: what listens finds that out
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                if _is_whole(line):
                    self._lines.put(line)
        self._lines.put("")

    def _read_words(self) -> str:
        self._said.seek(0)
        return self._said.read(500).decode("utf-8", "replace").strip() or "it says nothing"


def _is_whole(line: str) -> bool:
    """Tell whether a line is one that its writer could finish before it was ended."""
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def start_forks(packages: list[str]) -> GradingProcess:
    """Start a native process that grades in forks of itself."""
    return GradingProcess([sys.executable, "-m", "grader.forks", *packages])


def start_pyodide(packages: list[str], runtime: Runtime) -> GradingProcess:
    """Start Pyodide under Node: from the page's snapshot where there is one, else the plain way."""
    snapshot = runtime.snapshots.get(frozenset(packages))
    wheels = choose([*packages, *TEST_TOOLS], runtime.lock)
    boot = {
        "core": (NODE_MODULES / "pyodide").as_posix(),
        "lock": runtime.build,
        "snapshot": None if snapshot is None else str(snapshot.place),
        "packages": packages,
        "wheels": [str(wheel.path) for wheel in wheels],
        "grader": str(runtime.sources["grader.zip"]),
        "between": _BETWEEN.read_text("utf-8"),
    }
    command = [find_program(_PROGRAM, find_node()), str(_PROGRAM)]
    return GradingProcess(command, json.dumps(boot), _PROGRAM)
