"""The child process of a native grading: one request on stdin, one event a line on stdout."""

from __future__ import annotations

import json
import os
import sys

from grader.deadline import Alarm
from grader.grade import grade, prepare


def main() -> None:
    """Serve the one request; what the submission writes to descriptor 1 goes nowhere."""
    request = json.loads(sys.stdin.read())
    events = os.fdopen(os.dup(1), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nowhere, descriptor)
    prepare(request["problem"]["packages"])
    _limit_memory(request["memory_bytes"])

    def emit(event: object) -> None:
        events.write(json.dumps(event) + "\n")
        events.flush()

    emit("ready")
    grade(request["problem"], request["submission"], emit, _make_alarm())
    os._exit(0)  # threads and exit handlers that a submission left behind have no say


def _make_alarm() -> Alarm | None:
    if sys.platform == "win32":
        return None  # no timers that signal there; the limits from outside hold
    import signal

    return Alarm(lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds), signal.SIGALRM)


def _limit_memory(size: int) -> None:
    if sys.platform == "win32":
        return  # no rlimits there; the time limits hold
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (size, size))


main()
