"""How much memory a browser's pages take, and whether it grows."""

from __future__ import annotations

import statistics

import psutil

from engines import Engine

# What tells a process that runs pages from the browser's others, in its command line.
_PAGES = {"chromium": "--type=renderer", "firefox": "-contentproc", "webkit": "WebKitWebProcess"}
_MEGABYTE = 1 << 20


def resident(engine: Engine) -> int:
    """Return the resident memory of the processes that run the engine's pages, in megabytes."""
    total = 0
    for process in psutil.Process(engine.process).children(recursive=True):
        try:
            if _PAGES[engine.name] in " ".join(process.cmdline()):
                total += process.memory_info().rss
        except psutil.NoSuchProcess:
            continue  # it ended while the others were counted
    assert total > 0, f"{engine.name}: no process runs a page"
    return total // _MEGABYTE


def growth(curve: list[int]) -> float:
    """Return how many times larger the curve is in its last third than in its middle third."""
    third = len(curve) // 3
    return statistics.median(curve[-third:]) / statistics.median(curve[third:-third])
