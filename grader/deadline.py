"""Ends what runs past its limit, inside the interpreter: the rest of the tests still run.

An alarm costs nothing until it rings. Then its signal handler raises `TimeLimit`, and where there
is `sys.monitoring` every further jump of the submission raises it again: code that catches
everything ends too. What waits in C is ended from outside.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import CodeType, FrameType

from grader.recorder import TEST_FILE
from grader.submission import FILENAME, SCRATCH

_TOOL = 3
_AGAIN_SECONDS = 0.05


class TimeLimit(BaseException):
    """The submission has run past a limit."""


@dataclass(frozen=True)
class Alarm:
    """Sends `signal` to this interpreter some seconds after `set` was called; 0 cancels."""

    set: Callable[[float], object]
    signal: int


class Deadline:
    """Limits what runs inside `limit`; `expired` tells whether the last one was passed."""

    def __init__(self, alarm: Alarm | None) -> None:
        self.expired = False
        self._alarm = alarm
        self._armed = False
        if alarm is not None:
            signal.signal(alarm.signal, self._ring)

    @contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """Raise `TimeLimit` in the submission once `seconds` are over."""
        self.expired = False
        if self._alarm is None:
            yield
            return
        self._armed = True
        self._alarm.set(seconds)
        try:
            yield
        finally:
            self._armed = False
            self._alarm.set(0)
            _stop_raising()

    def _ring(self, number: int, frame: FrameType | None) -> None:
        if not self._armed or self._alarm is None:
            return
        if not self._is_watched(frame):
            self._alarm.set(_AGAIN_SECONDS)  # our own code is at work and will soon be done
            return
        self.expired = True
        _keep_raising()
        raise TimeLimit

    @staticmethod
    def _is_watched(frame: FrameType | None) -> bool:
        while frame is not None:
            if frame.f_code.co_filename in (FILENAME, SCRATCH, TEST_FILE):
                return True
            frame = frame.f_back
        return False


def _raise_in_submission(code: CodeType, *_: object) -> object:
    if code.co_filename in (FILENAME, SCRATCH):
        raise TimeLimit
    return None


if sys.version_info >= (3, 12):

    def _keep_raising() -> None:
        events = sys.monitoring.events
        if sys.monitoring.get_tool(_TOOL) is None:
            sys.monitoring.use_tool_id(_TOOL, "scratchwork")
            for event in (events.JUMP, events.PY_START):
                sys.monitoring.register_callback(_TOOL, event, _raise_in_submission)
            sys.monitoring.set_events(_TOOL, events.JUMP | events.PY_START)

    def _stop_raising() -> None:
        if sys.monitoring.get_tool(_TOOL) is not None:
            sys.monitoring.set_events(_TOOL, 0)
            sys.monitoring.free_tool_id(_TOOL)

else:

    def _keep_raising() -> None:
        """Older Pythons: what catches everything is ended from outside."""

    def _stop_raising() -> None:
        """Nothing was started."""
