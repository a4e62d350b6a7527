"""A page that has run a hundred submissions is as good as new: every verdict right, memory flat.

The submissions alternate: right, wrong, looping and crashing. By default 12 runs in Chromium; with
SCRATCHWORK_ALL=1 100 there, and 24 in Firefox and WebKit. The memory's curve is printed at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice

import pytest
from grading import GradingPage
from host import Host
from memory import growth, resident

import golden_cases
from engines import ENGINES, Engine
from extent import ALL

CASES = ["right", "divides-by-rows", "loop-in-function", "os-exit-in-function"]
RUNS = {"chromium": 100, "firefox": 24, "webkit": 24} if ALL else {"chromium": 12}
MOST_GROWTH = 1.25


@pytest.mark.parametrize("engine", ENGINES, indirect=True)
def test_runs_leave_nothing_behind(
    engine: Engine, host: Host, record_property: Callable[[str, object], None]
) -> None:
    page = GradingPage(engine, host.url(), test_seconds=0.5)
    page.start_runner()
    curve = []
    for case in islice(cycle(CASES), RUNS[engine.name]):
        report = page.run(golden_cases.submission(case))
        assert golden_cases.comparable(report) == golden_cases.expected(case)
        curve.append(resident(engine))
    record_property(f"{engine.name}: memory of the page after each run, in MB", curve)
    assert growth(curve) <= MOST_GROWTH, curve
