"""A page of the site as a person uses it in any engine: found by names, pressed and typed in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engines import Engine

_FINDING = Path(__file__).with_name("page") / "finding.js"
EDITOR = "textbox Code editor"
STATUS = "status"


class Visit:
    """The page that an engine has open; places are named as `page/finding.js` says."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        finding = _FINDING.read_text("utf-8").strip()
        self._call = f"async (name, ...args) => ({finding})[name](...args)"

    def open(self, url: str) -> None:
        """Go to an address."""
        self.engine.open(url)

    def read(self, place: str, words: str = "") -> str:
        """Wait until a place has words in its text; return the text."""
        text: str = self._ask("read", place, words)
        return text

    def press(self, place: str) -> None:
        """Press what is there, once it is."""
        self.engine.click(self._call, "still", place)

    def expect_gone(self, place: str) -> None:
        """Wait until nothing is there."""
        self._ask("gone", place)

    def wait_until(self, name: str, value: str) -> None:
        """Wait until the page says something of itself, as its contract has it."""
        self._ask("told", name, value)

    def write(self, code: str) -> None:
        """Replace what is in the editor by code that is copied and pasted."""
        self._ask("select", code)
        self.engine.press("Control+c")
        self._ask("unselect")
        self.press(EDITOR)
        self.engine.press("Control+a")
        self.engine.press("Control+v")

    def give(self, path: Path, place: str) -> None:
        """Choose a file in a field."""
        self.engine.give(path, self._call, "get", place)

    def look(self, place: str, function: str) -> Any:
        """Return what a JavaScript function says of the element that is there, once it is."""
        get = f"await ({self._call})('get', place)"
        return self.engine.evaluate(f"async (place) => ({function})({get})", place)

    def enter(self, place: str) -> None:
        """Turn to a frame."""
        self.engine.enter(self._call, "get", place)

    def leave(self) -> None:
        """Turn back from a frame to the page."""
        self.engine.leave()

    def _ask(self, name: str, *args: Any) -> Any:
        return self.engine.evaluate(self._call, name, *args)
