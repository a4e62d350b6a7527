"""The three browser engines behind one interface.

Chromium and Firefox are driven by puppeteer in a Node program, WebKit by selenium: Playwright
drives only its own builds of the latter two, and one copy of it in a process is all it allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from firefox_or_chromium import Puppeteer
from webkit import WebKit

from extent import ALL
from places import ROOT


class Engine(Protocol):
    """One browser with one page; the files that pages hand over come into `downloads`."""

    name: str
    downloads: Path

    def open(self, url: str) -> None:
        """Load a page, instead of the one that is there."""

    def reload(self) -> None:
        """Load the page again."""

    def evaluate(self, function: str, *args: Any) -> Any:
        """Call an async JavaScript function in the page; arguments and result travel as JSON."""

    def click(self, function: str, *args: Any) -> None:
        """Press the element that a JavaScript function returns."""

    def give(self, path: Path, function: str, *args: Any) -> None:
        """Choose a file in the field that a JavaScript function returns."""

    def type(self, text: str) -> None:
        """Press the keys of a text, one after the other."""

    def press(self, keys: str) -> None:
        """Press keys at once, named as in `Control+a`."""

    def resize(self, width: int, height: int) -> None:
        """Give the page a size."""

    def enter(self, function: str, *args: Any) -> None:
        """Turn to the frame that a JavaScript function returns."""

    def leave(self) -> None:
        """Turn back from a frame to the page."""

    @property
    def process(self) -> int:
        """The process that all of the browser's processes descend from."""

    def close(self) -> None:
        """End the browser."""


_LAUNCHERS: dict[str, Callable[[list[str]], Engine]] = {
    "chromium": lambda paths: Puppeteer("chromium", *paths),
    "firefox": lambda paths: Puppeteer("firefox", *paths),
    "webkit": lambda paths: WebKit(*paths),
}
ENGINES = list(_LAUNCHERS) if ALL else ["chromium"]


@contextmanager
def launched(name: str) -> Iterator[Engine]:
    """Launch an engine, found where the set-up noted its programs, one a line."""
    note: Path = ROOT / ".cache" / f"{name}-path"
    engine = _LAUNCHERS[name](note.read_text("utf-8").split("\n")[:-1])
    try:
        yield engine
    finally:
        engine.close()
