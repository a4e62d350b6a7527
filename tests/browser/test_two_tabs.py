"""Two tabs on one problem: each is told of the other's code, and none of it is lost."""

from collections.abc import Iterator

import pytest
from hosting import Site
from playwright.sync_api import Browser, expect
from problem_page import Desk, ProblemPage

SLUG = "mse-loss"
TOLD = "Another tab has saved other code for this problem"


@pytest.fixture
def tabs(browser: Browser, site: Site) -> Iterator[tuple[ProblemPage, ProblemPage]]:
    """Two tabs of one browser; the first has typed, the second was open already."""
    context = browser.new_context()
    desk = Desk(context, site)
    second = desk.pages.setdefault("second", ProblemPage(desk.new_page()))
    second.open(desk.url(SLUG))
    first = desk.open(SLUG)
    first.type_code("code = 'of the first tab'")
    expect(first.page.get_by_text("Draft saved")).to_be_visible()
    yield first, second
    context.close()
    assert desk.troubles == []


def replaced(problem: ProblemPage) -> list[str]:
    """Return the code that the history keeps without a run."""
    problem.button("History").click()
    panel = problem.page.get_by_role("dialog", name="History")
    shown = panel.get_by_role("region", name="The chosen run")
    expect(shown).to_be_visible()
    found = []
    for run in panel.get_by_role("button", name="Replaced, not run").all():
        run.click()
        found.append(shown.locator("del").first.inner_text())
    panel.press("Escape")
    return found


def test_the_other_tab_is_told_and_can_take(tabs: tuple[ProblemPage, ProblemPage]) -> None:
    _, second = tabs
    expect(second.page.get_by_text(TOLD)).to_be_visible()
    expect(second.editor).to_contain_text("Your code here")
    second.button("Take the other code").click()
    expect(second.editor).to_have_text("code = 'of the first tab'")
    second.button("Undo").click()
    expect(second.editor).to_contain_text("Your code here")


def test_the_other_tab_can_keep_its_own(tabs: tuple[ProblemPage, ProblemPage]) -> None:
    first, second = tabs
    expect(second.page.get_by_text(TOLD)).to_be_visible()
    second.button("Dismiss").click()
    second.type_code("code = 'of the second tab'")
    expect(second.page.get_by_text("it is in the history now")).to_be_visible()
    expect(first.page.get_by_text(TOLD)).to_be_visible()
    expect(first.editor).to_have_text("code = 'of the first tab'")
    second.page.reload()
    expect(second.editor).to_have_text("code = 'of the second tab'")
    assert replaced(second) == ["code = 'of the first tab'"]
