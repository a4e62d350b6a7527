"""The line between the host and the browser: as fast as the machine, or shaped."""

from __future__ import annotations

import threading
import time

_PIECE = 8192
_LATE_SECONDS = 0.1


class Line:
    """One line that all of a browser's connections share.

    Shaping is done where the bytes leave, so that it holds for every fetch, a worker's as well,
    and in every browser. `delay_ms` is one way there and back; 0 Mbit/s is a line without limits.
    """

    def __init__(self, mbits: float = 0, delay_ms: float = 0) -> None:
        self.mbits = mbits
        self._delay = delay_ms / 1000
        self._lock = threading.Lock()
        self._free_at = 0.0

    def open(self) -> None:
        """Wait as a new connection does before its first request can go out."""
        self._wait(self._delay)

    def ask(self) -> None:
        """Wait as a request does for the first byte of its answer."""
        self._wait(self._delay)

    def pieces(self, data: bytes) -> list[bytes]:
        """Cut data into what is sent at a time."""
        size = _PIECE if self.mbits else max(len(data), 1)
        return [data[start : start + size] for start in range(0, len(data), size)]

    def take(self, size: int) -> None:
        """Wait until so many bytes have gone through."""
        if not self.mbits:
            return
        with self._lock:
            now = time.monotonic()
            # A thread that wakes up late must not make the line slower than it is.
            was_idle = now - self._free_at > _LATE_SECONDS
            self._free_at = (now if was_idle else self._free_at) + size * 8 / (self.mbits * 1e6)
            wait = self._free_at - now
        self._wait(wait)

    @staticmethod
    def _wait(seconds: float) -> None:
        if seconds > 0:
            time.sleep(seconds)  # this wait is the shape of the line itself
