"""A problem that has changed since it was solved keeps its mark, and asks for another run."""

import re

import pytest
from playwright.sync_api import Page, Route, expect
from problem_page import Desk, ProblemPage, reference

SLUG = "mse-loss"
CHANGED = "This problem has changed since you solved it"
MARK = "Solved, but changed since"


def serve_older(page: Page, url: str) -> None:
    """Serve the problem's page as it was before its tests changed."""

    def answer(route: Route) -> None:
        text = route.fetch().text()
        older = re.sub(r'"version":"[0-9a-f]{12}"', '"version":"000000000000"', text)
        assert older != text
        route.fulfill(body=older, content_type="text/html; charset=utf-8")

    page.route(url, answer)


@pytest.fixture(scope="module")
def problem(desk: Desk) -> ProblemPage:
    """A problem that was solved, and has changed then."""
    problem = desk.pages[SLUG] = ProblemPage(desk.new_page())
    serve_older(problem.page, desk.url(SLUG))
    problem.open(desk.url(SLUG))
    problem.submit(reference(SLUG))
    expect(problem.solved_mark).to_be_visible()
    problem.page.unroute_all()
    problem.page.reload()
    return problem


def test_the_mark_stays_and_says_of_what(problem: ProblemPage, desk: Desk) -> None:
    expect(problem.page.get_by_text(MARK)).to_be_visible()
    expect(problem.page.get_by_text(CHANGED)).to_be_visible()
    catalogue = desk.new_page()
    catalogue.goto(desk.site.url)
    expect(catalogue.locator(f"[data-solved={SLUG}]").first).to_be_visible()


@pytest.mark.long
def test_the_history_says_it_was_another_version(problem: ProblemPage) -> None:
    problem.button("History").click()
    panel = problem.page.get_by_role("dialog", name="History")
    expect(panel).to_contain_text("in an earlier version of the problem")
    panel.press("Escape")


def test_a_passed_run_renews_the_mark(problem: ProblemPage) -> None:
    problem.button("Run again").click()
    problem.wait_for_verdict()
    expect(problem.solved_mark).to_be_visible()
    expect(problem.page.get_by_text(CHANGED)).to_have_count(0)
    problem.page.reload()
    expect(problem.solved_mark).to_be_visible()
    expect(problem.page.get_by_text(CHANGED)).to_have_count(0)
