"""Grades mutants in processes of their own, as many as there are processors."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Literal

from builder.places import ROOT
from grader import native
from grader.problem import Problem

Verdict = Literal["killed", "timeout", "survived"]
Verdicts = list[Verdict] | None
Judge = Callable[[Problem, str, list[str]], Future[Verdicts]]


@contextmanager
def open_workers(packages: set[str]) -> Iterator[Judge]:
    """Give what judges the mutants of a problem's reference: a future verdict on each.

    The verdicts are None where the reference itself does not pass. The packages are loaded once.
    """
    pool = ThreadPoolExecutor(os.cpu_count())
    if not hasattr(os, "fork"):
        with pool:
            yield lambda *work: pool.submit(judge_natively, *work)
        return
    servers = _Servers(packages)
    try:
        yield lambda *work: pool.submit(servers.ask, *work)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        servers.kill()
        pool.shutdown()
        servers.kill()  # one may have been started meanwhile
        servers.close()


class _Servers:
    """A process that grades mutants for each thread that asks."""

    def __init__(self, packages: set[str]) -> None:
        self._packages = packages
        self._mine = threading.local()
        self._started: list[_Server] = []

    def ask(self, problem: Problem, reference: str, mutants: list[str]) -> Verdicts:
        if not hasattr(self._mine, "server"):
            self._mine.server = _Server(self._packages)
            self._started.append(self._mine.server)
        server: _Server = self._mine.server
        return server.ask(problem, reference, mutants)

    def kill(self) -> None:
        for server in self._started:
            server.kill()

    def close(self) -> None:
        for server in self._started:
            server.close()


class _Server:
    """A process that grades mutants; with it ends whatever it has started."""

    def __init__(self, packages: set[str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "builder.mutation.server", *sorted(packages)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, encoding="ascii", env=native.environment(), cwd=ROOT,
            start_new_session=True,
        )  # fmt: skip

    def ask(self, problem: Problem, reference: str, mutants: list[str]) -> Verdicts:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = {"problem": problem, "reference": reference, "mutants": mutants}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the process that grades mutants has ended")
        verdicts: Verdicts = json.loads(answer)
        return verdicts

    def kill(self) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def close(self) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            with suppress(BrokenPipeError):  # of a request that nobody reads any more
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
