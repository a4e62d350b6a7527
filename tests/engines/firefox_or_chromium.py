"""Drives Firefox or Chromium through a Node program that speaks JSON, one message a line."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

_PROGRAM = Path(__file__).with_name("puppeteer.mjs")


class Puppeteer:
    """A browser that puppeteer drives."""

    def __init__(self, name: str, path: str) -> None:
        node = shutil.which("node")
        assert node is not None, "Node is not on the PATH; run npm test, which puts it there"
        self.name = name
        self._folder = tempfile.TemporaryDirectory()
        self.downloads = Path(self._folder.name)
        self._program = subprocess.Popen(
            [node, str(_PROGRAM), name, path, self._folder.name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        self.process: int = self._answer()

    def open(self, url: str) -> None:
        """Load a page, instead of the one that is there."""
        self._ask({"do": "open", "url": url})

    def evaluate(self, function: str, *args: Any) -> Any:
        """Call an async JavaScript function in the page."""
        return self._ask({"do": "evaluate", "function": function, "args": args})

    def click(self, function: str, *args: Any) -> None:
        """Press the element that a JavaScript function returns."""
        self._ask({"do": "click", "function": function, "args": args})

    def give(self, path: Path, function: str, *args: Any) -> None:
        """Choose a file in the field that a JavaScript function returns."""
        self._ask({"do": "give", "path": str(path), "function": function, "args": args})

    def type(self, text: str) -> None:
        """Press the keys of a text, one after the other."""
        self._ask({"do": "type", "text": text})

    def press(self, keys: str) -> None:
        """Press keys at once, named as in `Control+a`."""
        self._ask({"do": "press", "keys": keys})

    def resize(self, width: int, height: int) -> None:
        """Give the page a size."""
        self._ask({"do": "resize", "size": {"width": width, "height": height}})

    def reload(self) -> None:
        """Load the page again."""
        self._ask({"do": "reload"})

    def enter(self, function: str, *args: Any) -> None:
        """Turn to the frame that a JavaScript function returns."""
        self._ask({"do": "enter", "function": function, "args": args})

    def leave(self) -> None:
        """Turn back from a frame to the page."""
        self._ask({"do": "leave"})

    def close(self) -> None:
        """End the browser and the program that drives it."""
        self._program.communicate()
        assert self._program.returncode == 0
        self._folder.cleanup()

    def _ask(self, message: object) -> Any:
        assert self._program.stdin is not None
        self._program.stdin.write(json.dumps(message) + "\n")
        self._program.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._program.stdout is not None
        line = self._program.stdout.readline()
        assert line, f"{self.name}: its driver has ended"
        answer = json.loads(line)
        if "error" in answer:
            raise RuntimeError(f"{self.name}: {answer['error']}")
        return answer["value"]
