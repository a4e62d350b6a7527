"""A process that grades many submissions, each in a fork of itself that has everything imported.

A trusted submission is not watched for what it replaces, which saves most of the time: who trusts
compares the verdict with another one.

One request a line on stdin; the events of each on stdout, then `{"type": "ended"}`. Whatever comes
on stdin while a submission runs, its end included, ends the submission and the process.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import IO, Any, TypedDict

from _pytest.config import default_plugins

from grader.bounds import limit_memory, make_alarm
from grader.clock import shift_clock
from grader.grade import get_ready, grade, prepare
from grader.plugin import Grader, Order
from grader.problem import Problem
from grader.recorder import TEST_FILE, compile_tests
from grader.trusting import TrustingGrader


class Request(TypedDict):
    """What a fork is to grade and how."""

    problem: Problem
    submission: str
    order: Order
    memory_bytes: int
    clock_ahead: int
    trusted: bool


def main(packages: list[str]) -> None:
    """Serve requests until there are no more."""
    prepare(packages)
    for name in default_plugins:
        import_module(f"_pytest.{name}")
    events = os.fdopen(os.dup(1), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    requests = _Requests(os.dup(0))
    os.dup2(nowhere, 0)
    woken, wake = os.pipe()
    for end in (woken, wake):
        os.set_blocking(end, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    get_ready(json.dumps({"files": {TEST_FILE: ""}}))  # for every fork: it inherits this
    gc.collect()
    gc.freeze()  # forks share what they do not write to, and the collector writes
    _say(events, {"type": "ready", "pace": 1})
    while (line := requests.next()) is not None:
        request: Request = json.loads(line)
        _compile_once(request["problem"]["files"][TEST_FILE])
        child = os.fork()
        if child == 0:
            _grade(request, events)
        _await(child, requests, woken)
        events.write("\n")  # after a line that the fork did not finish
        _say(events, {"type": "ended"})


def _compile_once(tests: str, known: list[str] = []) -> None:  # noqa: B006 - kept between calls
    """Compile a problem's tests for all forks that grade it in a row, and no longer."""
    if known != [tests]:
        known[:] = [tests]
        compile_tests.cache_clear()
        with suppress(SyntaxError, ValueError, RecursionError):  # the fork says so
            compile_tests(tests)


def _await(child: int, requests: _Requests, woken: int) -> None:
    """Wait for a fork; end it, and this process, where whoever asked wants no more of it."""
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        ready, _, _ = select.select([requests.descriptor, woken], [], [])
        if requests.descriptor in ready:
            _end_group(child)
            os._exit(0)
        os.read(woken, 4096)
    _end_group(child)


def _end_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return  # it left nobody behind


def _grade(request: Request, events: IO[str]) -> None:
    """Grade in the fork, which has no network, and end it."""
    os.setsid()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    limit_memory(request["memory_bytes"])
    sys.addaudithook(_refuse_network)
    if request["clock_ahead"]:
        shift_clock(request["clock_ahead"])
    plugin = TrustingGrader if request["trusted"] else Grader
    try:
        grade(
            request["problem"],
            request["submission"],
            lambda event: _say(events, event),
            make_alarm(),
            partial(plugin, order=request["order"]),
        )
    finally:
        os._exit(0)  # threads and exit handlers that a submission left behind have no say


def _refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"):
        raise OSError("There is no network here: a learner's browser has none either.")


def _say(events: IO[str], event: object) -> None:
    events.write(json.dumps(event) + "\n")
    events.flush()


class _Requests:
    """Lines from a descriptor, read without reading ahead of `select`."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self._waiting = b""

    def next(self) -> bytes | None:
        """Wait for the next line; None where there are no more."""
        parts = [self._waiting]
        while b"\n" not in parts[-1]:
            data = os.read(self.descriptor, 1 << 16)
            if not data:
                return None
            parts.append(data)
        line, _, self._waiting = b"".join(parts).partition(b"\n")
        return line


if __name__ == "__main__":
    main(sys.argv[1:])
