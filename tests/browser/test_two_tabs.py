"""Two tabs on one problem: each is told of the other's code, and none of it is lost."""

import re
from collections.abc import Iterator

import pytest
from hosting import Site
from playwright.sync_api import Browser, Locator, expect
from problem_page import Desk, ProblemPage
from program import ProgramPart

SLUG = "mse-loss"
TOLD = "Another tab has saved other code for this problem"
# As slow as a computer under load: it is not open yet when the page is left.
SLOW_INDEXED_DB = "IDBFactory.prototype.open = () => new EventTarget();"
# Texts beside the draft: the name of the field, and what the history calls what was replaced there.
FIELDS = {
    "scratch code": ("Scratch code", "Scratch, replaced"),
    "program input": ("Input for the program", "Input, replaced"),
}


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


def test_what_a_tab_replaces_and_is_left_at_once_is_in_the_history(
    tabs: tuple[ProblemPage, ProblemPage],
) -> None:
    first, second = tabs
    expect(second.page.get_by_text(TOLD)).to_be_visible()
    address = first.page.url
    first.page.close()
    second.type_code("code = 'of the second tab'")
    second.page.goto("about:blank")
    second.open(address)
    expect(second.editor).to_have_text("code = 'of the second tab'")
    assert replaced(second) == ["code = 'of the first tab'"]


def test_runs_of_two_tabs_that_are_left_at_once_are_kept(new_desk: Desk) -> None:
    tabs = [ProblemPage(new_desk.new_page()) for _ in range(2)]
    for tab in tabs:
        tab.page.add_init_script(SLOW_INDEXED_DB)
        tab.open(new_desk.url(SLUG))
    tabs[0].submit("x = (")
    tabs[1].submit("raise ValueError")
    for tab in tabs:
        tab.page.close()
    for _ in range(2):
        problem = new_desk.open_anew(SLUG)
        problem.button("History").click()
        runs = problem.page.get_by_role("navigation", name="Runs").get_by_role("button")
        expect(runs).to_have_text([re.compile("Import error"), re.compile("Syntax error")])


@pytest.mark.long
def test_a_tab_that_has_fewer_hints_open_closes_none(new_desk: Desk) -> None:
    first, second = (ProblemPage(new_desk.new_page()) for _ in range(2))
    for tab in (first, second):
        tab.open(new_desk.url(SLUG))
    first.button("Show hint").click()
    first.button("Show hint").click()
    expect(first.page.get_by_text("Hint 2 of 3")).to_be_visible()
    second.button("Show hint").click()
    expect(second.page.get_by_text("Hint 1 of 3")).to_be_visible()
    second.page.reload()
    expect(second.page.get_by_text("Hint 2 of 3")).to_be_visible()


@pytest.fixture
def both(browser: Browser, site: Site) -> Iterator[tuple[ProblemPage, ProblemPage]]:
    """Two tabs whose code asks for input, and whose scratch areas are open."""
    context = browser.new_context()
    desk = Desk(context, site)
    first = desk.open(SLUG)
    first.type_code("input()")
    expect(first.page.get_by_text("Draft saved")).to_be_visible()
    first.button("Scratch").click()
    second = desk.pages.setdefault("second", ProblemPage(desk.new_page()))
    second.open(desk.url(SLUG))
    for problem in (first, second):
        for name, _ in FIELDS.values():
            expect(field(problem, name)).to_be_editable()
    yield first, second
    context.close()
    assert desk.troubles == []


def field(problem: ProblemPage, name: str) -> Locator:
    """Return where such a text is typed."""
    return problem.page.get_by_role("textbox", name=name)


def content(problem: ProblemPage, name: str) -> str:
    """Return what is in it."""
    there = field(problem, name)
    return there.inner_text() if name == "Scratch code" else there.input_value()


@pytest.mark.long
@pytest.mark.parametrize("what", FIELDS)
def test_other_texts_are_told_and_can_be_taken(
    both: tuple[ProblemPage, ProblemPage], what: str
) -> None:
    first, second = both
    name, _ = FIELDS[what]
    field(second, name).fill("second = 2")
    expect(first.page.get_by_text(f"Another tab has saved other {what}")).to_be_visible()
    assert content(first, name).strip() == ""
    first.button(f"Take the other {what}").click()
    assert content(first, name) == "second = 2"
    first.button("Undo").click()
    assert content(first, name).strip() == ""


@pytest.mark.long
@pytest.mark.parametrize("what", FIELDS)
def test_other_texts_that_are_overwritten_are_in_the_history(
    both: tuple[ProblemPage, ProblemPage], what: str
) -> None:
    first, second = both
    name, replaced = FIELDS[what]
    field(first, name).fill("first = 1")
    expect(second.page.get_by_text(f"Another tab has saved other {what}")).to_be_visible()
    field(second, name).fill("second = 2")
    words = f"Another tab had saved other {what} for this problem: it is in the history now."
    expect(second.page.get_by_text(words)).to_be_visible()
    assert content(first, name) == "first = 1"
    second.button("History").click()
    panel = second.page.get_by_role("dialog", name="History")
    panel.get_by_role("button", name=replaced).click()
    expect(panel.locator("del")).to_have_text("first = 1")
    panel.get_by_role("button", name="Restore this text").click()
    assert content(second, name) == "first = 1"
    second.button("Undo").click()
    assert content(second, name) == "second = 2"
    expect(second.editor).to_have_text("input()")
    second.page.reload()
    expect(field(second, name)).to_be_editable()
    assert content(second, name) == "second = 2"


@pytest.mark.long
def test_texts_of_an_older_version_are_taken_over(browser: Browser, site: Site) -> None:
    """Scratch code and input were once kept as they are typed."""
    context = browser.new_context()
    desk = Desk(context, site)
    page = desk.new_page()
    page.goto(f"{site.url}404.html")
    start = "scratchwork:1:/any/where/"
    stored = {
        f"{start}:draft:{SLUG}": '{"code": "input()", "saved": 1}',
        f"{start}:scratch:{SLUG}": '{"x": 1}["x"]',
        f"{start}:scratch-open:{SLUG}": "yes",
        f"{start}:input:{SLUG}": "12",
    }
    page.evaluate("stored => Object.assign(localStorage, stored)", stored)
    problem = ProblemPage(page)
    problem.open(desk.url(SLUG))
    expect(field(problem, "Scratch code")).to_have_text('{"x": 1}["x"]')
    expect(ProgramPart(problem).input).to_have_value("12")
    expect(page.get_by_text("kept aside")).to_have_count(0)
    ProgramPart(problem).input.fill("13")
    field(problem, "Scratch code").fill("x = 2")
    page.reload()
    expect(field(problem, "Scratch code")).to_have_text("x = 2")
    expect(ProgramPart(problem).input).to_have_value("13")
    expect(page.get_by_text("kept aside")).to_have_count(0)
    assert desk.troubles == []
    context.close()
