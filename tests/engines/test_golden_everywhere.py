"""The reports from Firefox and WebKit are the golden ones.

`tests/browser/test_reports.py` holds the same in Chromium, for every case. Here a sample is run:
in Chromium by default, with SCRATCHWORK_ALL=1 a larger one in Firefox and in WebKit.
"""

from __future__ import annotations

import pytest
from grading import GradingPage
from host import Host

import golden_cases
from engines import Engine
from extent import ALL, chosen

SAMPLE = ["right", "divides-by-rows", "replaces-allclose", "os-exit-in-function"]
LARGER = [
    *SAMPLE,
    "control-characters",
    "equal-to-everything",
    "exit-at-import",
    "forged-report",
    "global-generators",
    "huge-allocation",
    "loop-that-swallows",
    "module-state",
    "recursion",
    "syntax-error",
]
ENGINES = ["firefox", "webkit"] if ALL else ["chromium"]


@pytest.fixture(scope="module")
def page(engine: Engine, host: Host) -> GradingPage:
    page = GradingPage(engine, host.url())
    page.start_runner()
    return page


@pytest.mark.parametrize("case", chosen(SAMPLE, LARGER))
@pytest.mark.parametrize("engine", ENGINES, indirect=True, scope="module")
def test_report_is_golden(page: GradingPage, case: str) -> None:
    report = page.run(golden_cases.submission(case))
    assert golden_cases.comparable(report) == golden_cases.expected(case)
