"""Whose work a checkout is: its licence in one line, and as the file that goes along."""

from __future__ import annotations

from pathlib import Path

_NAMES = ("LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "COPYING")
_SHOWN = 120


def find_licence(checkout: Path) -> Path | None:
    """Return the checkout's licence file."""
    return next((checkout / name for name in _NAMES if (checkout / name).is_file()), None)


def describe_licence(checkout: Path) -> str:
    """Return the licence's title and its copyright notice in one line."""
    path = find_licence(checkout)
    if path is None:
        return "No licence is named"
    lines = [line.strip("# \t") for line in path.read_text("utf-8", "replace").splitlines()]
    said = [line for line in lines if line]
    notices = [line for line in said if line.lower().startswith("copyright") and "20" in line]
    return ", ".join(line[:_SHOWN] for line in dict.fromkeys([*said[:1], *notices[:1]]))
