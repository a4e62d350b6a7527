"""The report from Chromium is the golden one, which is the native one, for every case."""

import pytest
from hosting import Site
from playwright.sync_api import Browser, Page
from runs import run, start_runner

import golden_cases


@pytest.fixture(scope="module")
def runner_page(browser: Browser, site: Site):
    page = browser.new_page()
    start_runner(page, f"{site.url}problems/mse-loss/")
    yield page
    page.close()


@pytest.mark.parametrize("case", golden_cases.CASES)
def test_report_is_golden(case: str, runner_page: Page) -> None:
    report, events = run(runner_page, golden_cases.submission(case))
    assert golden_cases.comparable(report) == golden_cases.expected(case)
    started = [event["id"] for event in events if event["type"] == "started"]
    ran = [r["id"] for r in [*report["examples"], *report["tests"]] if r["outcome"] != "not-run"]
    assert started == ran
