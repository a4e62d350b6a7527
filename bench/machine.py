"""Describes the machine that a result comes from, and how busy it was."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path


def describe(browser: str) -> list[str]:
    """Return a line on each thing that figures depend on; no host's name, no path."""
    return [
        f"Date: {today()}",
        f"Processor: {_processor()}, {os.cpu_count()} cores",
        f"Memory: {_memory()}",
        f"System: {platform.system()} on {platform.machine()}, Python {platform.python_version()}",
        f"Browser: {browser}",
    ]


def today() -> str:
    """Return today's date, as it is everywhere at once."""
    return datetime.now(UTC).date().isoformat()


def load() -> float | None:
    """Return how many processes wanted to run in the last minute; None where nothing counts."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def _processor() -> str:
    place = Path("/proc/cpuinfo")
    lines = place.read_text("utf-8").splitlines() if place.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"


def _memory() -> str:
    place = Path("/proc/meminfo")
    if not place.is_file():
        return "unknown"
    first = place.read_text("utf-8").splitlines()[0]
    return f"{int(first.split()[1]) / 1024**2:.0f} GiB"
