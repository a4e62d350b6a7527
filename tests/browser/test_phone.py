"""A problem on a phone: its parts as tabs, and a row of keys above the touch keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hosting import Site, new_context
from playwright.sync_api import Browser, Locator, Page, expect
from problem_page import PATIENCE, TARGETS, VERDICT, Desk, ProblemPage, reference

from conftest import FLAGS, chromium_path

SLUG = "relu"
PHONE: Any = {"width": 360, "height": 740}
LONGEST = "long"  # a line no phone has room for
BREAKS_IN_LINE_TWO = "def relu(x):\n    return y\n\n\ndef relu_backward(grad, x):\n    return y\n"
TABS = ["Statement", "Editor", "Results"]
_OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_AT_THE_END = """() => {
  const { offsetTop, height } = visualViewport;
  const keys = document.querySelector("[aria-label='Keys for code']").getBoundingClientRect();
  return keys.height > 0 && Math.abs(keys.bottom - offsetTop - height) < 2;
}"""
_OPEN_KEYBOARD = """() => {
  Object.defineProperty(visualViewport, "height", { value: innerHeight - 300 });
  visualViewport.dispatchEvent(new Event("resize"));
}"""
_SMALL = f"""() => [...document.querySelectorAll("{TARGETS}")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.textContent.trim() || one.ariaLabel, one.getBoundingClientRect()])
  .filter(([, {{ width, height }}]) => width < 43.9 || height < 43.9).map(([name]) => name)"""


@pytest.fixture(scope="module")
def phone(browser: Browser, site: Site) -> Iterator[Desk]:
    """A learner's phone: small, and touched."""
    context = new_context(browser, viewport=PHONE, has_touch=True, is_mobile=True)
    desk = Desk(context, site)
    yield desk
    context.close()
    assert desk.troubles == []


def tab(problem: ProblemPage, name: str) -> Locator:
    """Return one of the tabs."""
    return problem.page.get_by_role("tab", name=name)


def keys(problem: ProblemPage) -> Locator:
    """Return the row of keys."""
    return problem.page.get_by_role("group", name="Keys for code")


def visit(phone: Desk, anchor: str = "") -> ProblemPage:
    """Open the problem anew, without waiting for more than its tabs."""
    problem = ProblemPage(phone.new_page())
    problem.page.goto(phone.url(SLUG) + anchor)
    expect(tab(problem, "Statement")).to_be_visible()
    return problem


def write(problem: ProblemPage, code: str) -> None:
    """Touch the editor and put code into it."""
    tab(problem, "Editor").tap()
    problem.editor.tap()
    problem.editor.fill(code)


def press(problem: ProblemPage, *names: str) -> None:
    """Touch keys of the row."""
    for name in names:
        keys(problem).get_by_role("button", name=name, exact=True).tap()


def expect_shown(problem: ProblemPage, name: str) -> None:
    """Hold that the tab of that name is selected, and that its panel alone is shown."""
    page = problem.page
    expect(page.get_by_role("tab", selected=True)).to_have_text(name)
    expect(page.get_by_role("tabpanel")).to_have_count(1)
    expect(page.get_by_role("tabpanel", name=name)).to_be_visible()
    assert page.evaluate(_OVERFLOW) <= 0


def test_parts_are_tabs_and_keys_write_into_the_code(phone: Desk) -> None:
    problem = visit(phone)
    expect_shown(problem, "Statement")
    expect(problem.run_button).to_be_hidden()
    expect(keys(problem)).to_be_hidden()
    write(problem, "x")
    expect_shown(problem, "Editor")
    press(problem, "Equals sign", "Opening parenthesis", "Opening bracket", "Quotation mark")
    expect(problem.editor).to_have_text('x=([""])')
    press(problem, "Cursor right", "Closing bracket", "Closing parenthesis", "Colon", "Underscore")
    expect(problem.editor).to_have_text('x=([""]):_')
    press(problem, "Cursor left", "Indent")
    assert problem.editor.inner_text() == '    x=([""]):_'
    press(problem, "Undo")
    assert problem.editor.inner_text() == 'x=([""]):_'
    press(problem, "Indent", "Dedent")
    assert problem.editor.inner_text() == 'x=([""]):_'
    expect(problem.editor).to_be_focused()
    assert problem.page.evaluate(_SMALL) == []
    tab(problem, "Statement").tap()
    expect(keys(problem)).to_be_hidden()
    problem.page.close()


def test_arrow_keys_walk_the_tabs(phone: Desk) -> None:
    problem = visit(phone)
    tab(problem, "Statement").focus()
    for key, name in [("ArrowRight", "Editor"), ("End", "Results"), ("ArrowRight", "Statement")]:
        problem.page.keyboard.press(key)
        expect_shown(problem, name)
        expect(tab(problem, name)).to_be_focused()
    assert [one.get_attribute("tabindex") for one in problem.page.get_by_role("tab").all()] == [
        "0",
        "-1",
        "-1",
    ]
    problem.page.close()


@pytest.mark.long
def test_run_shows_the_results_and_their_lines_the_editor(phone: Desk) -> None:
    problem = visit(phone)
    write(problem, BREAKS_IN_LINE_TWO)
    press(problem, "Run")
    expect_shown(problem, "Results")
    expect(problem.status).to_have_text(VERDICT, timeout=PATIENCE)
    expect(problem.status).to_be_in_viewport()
    problem.results.get_by_role("button", name="line 2").first.tap()
    expect_shown(problem, "Editor")
    expect(problem.editor).to_be_focused()
    expect(problem.editor.locator(".cm-activeLine")).to_have_text("    return y")
    problem.button("Show hint").tap()
    expect_shown(problem, "Results")
    expect(problem.page.get_by_role("region", name="Hints")).to_be_in_viewport()
    problem.page.close()


@pytest.mark.long
def test_tabs_stay_where_they_were_left(phone: Desk) -> None:
    problem = visit(phone)
    page = problem.page
    page.evaluate("scrollTo(0, 500)")
    tab(problem, "Editor").tap()
    tab(problem, "Statement").tap()
    assert page.evaluate("scrollY") == 500
    tab(problem, "Results").tap()
    page.reload()
    expect_shown(problem, "Results")
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.get_by_role("tab")).to_have_count(0)
    expect(page.get_by_role("group", name="Help and results")).to_be_visible()
    expect(problem.editor).to_be_visible()
    page.set_viewport_size(PHONE)
    expect_shown(problem, "Results")
    page.close()


@pytest.mark.long
@pytest.mark.parametrize(
    ("anchor", "name"),
    [("#workbench", "Editor"), ("#tests", "Results"), ("#statement", "Statement")],
)
def test_links_into_the_page_open_their_tab(phone: Desk, anchor: str, name: str) -> None:
    problem = visit(phone, anchor)
    expect_shown(problem, name)
    problem.page.close()


@pytest.mark.long
def test_skip_link_opens_the_editor(phone: Desk) -> None:
    problem = visit(phone)
    link = problem.page.get_by_role("link", name="Skip to the editor")
    link.focus()
    problem.page.keyboard.press("Enter")
    expect_shown(problem, "Editor")
    expect(problem.page.locator("#workbench")).to_be_focused()
    problem.page.close()


@pytest.mark.long
def test_keys_stand_at_the_end_of_what_is_visible(phone: Desk) -> None:
    problem = visit(phone)
    write(problem, reference(SLUG))
    session = phone.context.new_cdp_session(problem.page)
    for scale in (1, 2):
        session.send("Emulation.setPageScaleFactor", {"pageScaleFactor": scale})
        problem.page.wait_for_function(f"visualViewport.scale === {scale}")
        problem.page.wait_for_function(_AT_THE_END)
    expect(problem.html).not_to_have_attribute("data-keyboard", "")
    problem.page.close()


@pytest.mark.long
def test_keyboard_leaves_room_for_the_code_and_the_keys(phone: Desk) -> None:
    """There is no touch keyboard here: what a browser says of one is said in its place."""
    problem = visit(phone)
    write(problem, reference(SLUG) * 5)
    problem.page.evaluate("scrollTo(0, 400)")
    expect(problem.run_button).to_be_in_viewport()
    problem.page.evaluate(_OPEN_KEYBOARD)
    problem.page.wait_for_function(_AT_THE_END)
    expect(problem.html).to_have_attribute("data-keyboard", "")
    expect(problem.run_button).not_to_be_in_viewport()
    problem.page.close()


@pytest.mark.long
@pytest.mark.parametrize("size", [(360, 740), (740, 360), (390, 844), (844, 390)])
def test_nothing_overflows_turned(phone: Desk, size: tuple[int, int]) -> None:
    expect_room(phone, size)


@pytest.fixture
def large_text(browser: Browser, site: Site) -> Iterator[Desk]:
    """A phone whose owner reads text twice as large."""
    large = [*FLAGS, "--blink-settings=defaultFontSize=32"]
    with browser.browser_type.launch(executable_path=chromium_path(), args=large) as larger:
        yield Desk(new_context(larger, viewport=PHONE, has_touch=True, is_mobile=True), site)


@pytest.mark.long
@pytest.mark.parametrize("size", [(360, 740), (740, 360)])
def test_nothing_overflows_with_text_twice_as_large(
    large_text: Desk, size: tuple[int, int]
) -> None:
    expect_room(large_text, size)


@pytest.mark.long
def test_keys_leave_room_for_code_twice_as_large(large_text: Desk) -> None:
    problem = visit(large_text)
    write(problem, reference(SLUG))
    problem.page.evaluate(_OPEN_KEYBOARD)
    problem.page.wait_for_function(_AT_THE_END)
    box = keys(problem).bounding_box()
    assert box
    assert box["height"] < (PHONE["height"] - 300) / 3


@pytest.mark.long
def test_triangles_are_none_other_in_forced_colours(phone: Desk) -> None:
    problem = visit(phone)
    problem.page.emulate_media(forced_colors="active")
    tab(problem, "Results").tap()
    again = problem.tests.first.get_by_role("button")
    edges = again.evaluate(
        "button => ['Top', 'Right', 'Left'].map("
        " (side) => getComputedStyle(button, '::before')[`border${side}Color`])"
    )
    assert edges[0] == "rgba(0, 0, 0, 0)"
    assert edges[2] != edges[0]
    problem.page.close()


def expect_room(phone: Desk, size: tuple[int, int]) -> None:
    """Hold that every tab has room on a screen of a size, and each button for a thumb."""
    problem = visit(phone)
    problem.page.set_viewport_size({"width": size[0], "height": size[1]})
    for name in TABS:
        tab(problem, name).tap()
        expect_shown(problem, name)
        assert problem.page.evaluate(_SMALL) == []
    write(problem, "x = '" + LONGEST * 100 + "'")
    expect(keys(problem)).to_be_in_viewport(ratio=1)
    assert problem.page.evaluate(_OVERFLOW) <= 0
    assert problem.page.evaluate(_SMALL) == []
    problem.page.close()


@pytest.mark.long
def test_mouse_gets_no_row_of_keys(desk: Desk) -> None:
    problem = desk.open_anew(SLUG)
    problem.editor.click()
    expect(problem.editor).to_be_focused()
    expect(keys(problem)).to_be_hidden()
    expect(problem.page.get_by_role("tab")).to_have_count(0)


@pytest.mark.long
def test_without_javascript_all_is_one_column(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page: Page = context.new_page()
    page.goto(f"{site.url}problems/{SLUG}/")
    for part in ("#statement", "#editor-pane", "#results-pane"):
        expect(page.locator(part)).to_be_visible()
    expect(page.locator("#tabs")).to_be_hidden()
    assert page.evaluate(_OVERFLOW) <= 0
    context.close()
