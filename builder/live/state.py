"""The state of a site while it is edited: what is built, and what is wrong with which page."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from builder.places import fingerprint
from grader.faults import Fault

_OF_THE_SITE = ("series.toml", "site.toml")


class State:
    """What the server knows of the last build; it wakes whoever waits for another one."""

    def __init__(self, out: Path, problems: Path) -> None:
        self._out = out
        self._problems = problems.resolve()
        self._faults: dict[str, list[Fault]] = {}
        self._builds = 0
        self._changed = threading.Condition()

    def tell(self, faults: Sequence[Fault]) -> None:
        """Note what came of a build, and wake all who wait."""
        found: dict[str, list[Fault]] = {}
        for fault in sorted(faults):
            found.setdefault(self._slug_of(fault), []).append(fault)
        with self._changed:
            self._faults = found
            self._builds += 1
            self._changed.notify_all()

    def faults_of(self, path: str) -> list[Fault]:
        """Return what is wrong with a page; a fault that is no problem's concerns all pages."""
        parts = path.strip("/").split("/")
        own = self._faults.get(parts[1], []) if parts[0] == "problems" and parts[1:] else []
        return [*self._faults.get("", []), *own]

    def of(self, path: str) -> str:
        """Return a digest of what a page shows now."""
        try:
            facts = page_file(self._out, path).stat()
            shown = f"{facts.st_mtime_ns} {facts.st_size}"
        except OSError:
            shown = ""
        return fingerprint([shown, *map(str, self.faults_of(path))])[:16]

    def wait_for_change(self, path: str, state: str, seconds: float) -> bool:
        """Tell whether a page has another state; wait for it so long."""
        with self._changed:
            if self.of(path) != state:
                return True
            before = self._builds
            self._changed.wait_for(lambda: self._builds != before, seconds)
        return self.of(path) != state

    def _slug_of(self, fault: Fault) -> str:
        try:
            parts = fault.path.resolve().relative_to(self._problems).parts
        except ValueError:
            return ""
        return parts[0] if parts and parts[0] not in _OF_THE_SITE else ""


def page_file(out: Path, path: str) -> Path:
    """Return the file that holds the page of an address."""
    return out / f"{path.strip('/')}/index.html" if path.endswith("/") else out / path.strip("/")
