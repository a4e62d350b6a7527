"""The report from Chromium is the golden one, which is the native one.

A named sample of the cases runs; every case with SCRATCHWORK_ALL=1.
"""

import pytest
from hosting import Site
from playwright.sync_api import Browser, Page
from runs import run, start_runner

import golden_cases
from extent import chosen

SAMPLE = [
    "asserts",
    "control-characters",
    "divides-by-rows",
    "equal-to-everything",
    "exception-at-import",
    "exit-in-function",
    "forged-report",
    "huge-allocation",
    "loop-that-swallows",
    "message-hangs",
    "missing-function",
    "near-name",
    "odd-array",
    "recursion",
    "replaces-np-testing",
    "repr-raises",
    "right",
    "skips",
    "syntax-error",
    "wrong-shape",
]


@pytest.fixture(scope="module")
def runner_page(browser: Browser, site: Site):
    page = browser.new_page()
    start_runner(page, f"{site.url}problems/mse-loss/")
    yield page
    page.close()


@pytest.mark.parametrize("case", chosen(SAMPLE, golden_cases.CASES))
def test_report_is_golden(case: str, runner_page: Page) -> None:
    report, events = run(runner_page, golden_cases.submission(case))
    assert golden_cases.comparable(report) == golden_cases.expected(case)
    started = [event["id"] for event in events if event["type"] == "started"]
    ran = [r["id"] for r in [*report["examples"], *report["tests"]] if r["outcome"] != "not-run"]
    assert started == ran
