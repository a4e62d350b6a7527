"""What bounds a native process that grades: an alarm inside it, and a limit on its memory."""

from __future__ import annotations

import sys

from grader.deadline import Alarm


def make_alarm() -> Alarm | None:
    """Return the alarm of this process; None where the system has no timers that signal."""
    if sys.platform == "win32":
        return None  # the limits from outside hold
    import signal

    return Alarm(lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds), signal.SIGALRM)


def limit_memory(size: int) -> None:
    """Keep this process from having more than `size` bytes, where the system can."""
    if sys.platform == "win32":
        return  # no rlimits there; the time limits hold
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (size, size))
