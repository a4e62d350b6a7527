"""Grades mutants in processes of their own, as many as there are processors."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Literal

from builder.places import ROOT
from grader import native
from grader.problem import Problem

Verdict = Literal["killed", "timeout", "survived"]
Verdicts = list[Verdict] | None
Judge = Callable[[Problem, str, list[str]], Future[Verdicts]]
_LOADED = ("numpy",)


@contextmanager
def open_workers() -> Iterator[Judge]:
    """Give what judges the mutants of a problem's reference: a future verdict on each.

    The verdicts are None where the reference itself does not pass.
    """
    count = os.cpu_count() or 1
    if not hasattr(os, "fork"):
        with ThreadPoolExecutor(count) as pool:
            yield lambda *work: pool.submit(judge_natively, *work)
        return
    servers: queue.SimpleQueue[_Server] = queue.SimpleQueue()
    started = [_Server() for _ in range(count)]
    for server in started:
        servers.put(server)

    def ask(problem: Problem, reference: str, mutants: list[str]) -> Verdicts:
        server = servers.get()
        try:
            return server.ask(problem, reference, mutants)
        finally:
            servers.put(server)

    pool = ThreadPoolExecutor(count)
    try:
        yield lambda *work: pool.submit(ask, *work)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for server in started:
            server.end()
        pool.shutdown()


class _Server:
    """A process that grades mutants; with it ends whatever it has started."""

    def __init__(self) -> None:
        environment = native.environment()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "builder.mutation.server", *_LOADED],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, encoding="ascii", env=environment, cwd=ROOT, start_new_session=True,
        )  # fmt: skip

    def ask(self, problem: Problem, reference: str, mutants: list[str]) -> Verdicts:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = {"problem": problem, "reference": reference, "mutants": mutants}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer: Verdicts = json.loads(self._process.stdout.readline() or "null")
        return answer

    def end(self) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()


def judge_natively(problem: Problem, reference: str, mutants: list[str]) -> Verdicts:
    """Judge mutants one process after the other, where processes cannot be forked."""
    if _judge_natively(problem, reference) != "survived":
        return None
    return [_judge_natively(problem, text) for text in mutants]


def _judge_natively(problem: Problem, text: str) -> Verdict:
    report = native.grade(problem, text)
    outcomes = {test["outcome"] for test in report["tests"]}
    if report["state"] == "graded" and outcomes == {"passed"}:
        return "survived"
    return "timeout" if report["state"] == "time-limit" or "timeout" in outcomes else "killed"
