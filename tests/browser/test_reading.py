"""What a screen reader comes across, in its order: the page's accessibility tree against goldens.

A golden is in `reading/`, one for each state of the page, and is rewritten by --update-goldens.
"""

import re
from pathlib import Path

import pytest
from hosting import Site
from playwright.sync_api import Page
from problem_page import ProblemPage, reference

import golden_cases

GOLDENS = Path(__file__).parent / "reading"
SLUG = "mse-loss"
HOST = re.compile(r"http://127\.0\.0\.1:\d+/any/where/")
# How long something took is another time each time.
TIME = re.compile(r"\b\d+(\.\d+)? (ms|s|seconds)\b")


@pytest.fixture
def problem(page: Page, site: Site) -> ProblemPage:
    problem = ProblemPage(page)
    problem.open(f"{site.url}problems/{SLUG}/")
    problem.wait_until_ready()
    return problem


def hold(problem: ProblemPage, name: str, request: pytest.FixtureRequest) -> None:
    """Hold what is read against its golden."""
    read = TIME.sub("some time", problem.page.locator("body").aria_snapshot()) + "\n"
    read = HOST.sub("/", read)
    golden = GOLDENS / f"{name}.yaml"
    if request.config.getoption("--update-goldens"):
        golden.write_text(read, "utf-8")
    assert read == golden.read_text("utf-8")


def test_a_first_visit_reads_well(problem: ProblemPage, request: pytest.FixtureRequest) -> None:
    hold(problem, "first-visit", request)


def test_a_failed_run_reads_well(problem: ProblemPage, request: pytest.FixtureRequest) -> None:
    problem.submit(golden_cases.submission("divides-by-rows"))
    hold(problem, "failed-run", request)


@pytest.mark.long
def test_a_passed_run_reads_well(problem: ProblemPage, request: pytest.FixtureRequest) -> None:
    problem.submit(reference(SLUG))
    hold(problem, "passed-run", request)
