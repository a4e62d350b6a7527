"""The child process of a native grading: one request on stdin, one event a line on stdout."""

from __future__ import annotations

import json
import os
import sys

from grader.bounds import limit_memory, make_alarm
from grader.grade import grade, prepare


def main() -> None:
    """Serve the one request; what the submission writes to descriptor 1 goes nowhere."""
    request = json.loads(sys.stdin.read())
    events = os.fdopen(os.dup(1), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nowhere, descriptor)
    prepare(request["problem"]["packages"])
    limit_memory(request["memory_bytes"])

    def emit(event: object) -> None:
        events.write(json.dumps(event) + "\n")
        events.flush()

    emit("ready")
    grade(request["problem"], request["submission"], emit, make_alarm())
    os._exit(0)  # threads and exit handlers that a submission left behind have no say


main()
