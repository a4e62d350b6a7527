"""Drives Firefox or Chromium through a Node program that speaks JSON, one message a line."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

_PROGRAM = Path(__file__).with_name("puppeteer.mjs")


class Puppeteer:
    """A browser that puppeteer drives."""

    def __init__(self, name: str, path: str) -> None:
        node = shutil.which("node")
        assert node is not None, "Node is not on the PATH; run npm test, which puts it there"
        self.name = name
        self._program = subprocess.Popen(
            [node, str(_PROGRAM), name, path],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        self.process: int = self._answer()

    def open(self, url: str) -> None:
        """Load a page, instead of the one that is there."""
        self._ask({"do": "open", "url": url})

    def evaluate(self, function: str, *args: Any) -> Any:
        """Call an async JavaScript function in the page."""
        return self._ask({"do": "evaluate", "function": function, "args": args})

    def close(self) -> None:
        """End the browser and the program that drives it."""
        self._program.communicate()
        assert self._program.returncode == 0

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
