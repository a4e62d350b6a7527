"""The comforts of the workbench: cursors, comments, size of code, full screen, the list of keys."""

import pytest
from playwright.sync_api import Locator, expect
from problem_page import Desk, ProblemPage

SLUG = "mse-loss"
HELPING = {
    "Ctrl Space": "Offer what fits here",
    "F1": "Explain the name at the cursor",
    "F8": "Go to the next mark",
}


@pytest.fixture
def problem(desk: Desk) -> ProblemPage:
    return desk.open(SLUG)


def code_of(problem: ProblemPage) -> str:
    """Return what is in the editor."""
    return "\n".join(problem.editor.locator(".cm-line").all_text_contents())


def keys_listed(problem: ProblemPage) -> Locator:
    """Return the dialog that lists the keys."""
    return problem.page.get_by_role("dialog", name="Keyboard shortcuts")


def size_of(shown: Locator) -> float:
    """Return the size of a part's letters in pixels."""
    size = shown.evaluate("(element) => parseFloat(getComputedStyle(element).fontSize)")
    assert isinstance(size, int | float)
    return size


def statement_code(problem: ProblemPage) -> Locator:
    """Return a piece of code in the statement."""
    return problem.page.locator("#statement pre").first


def view(problem: ProblemPage, press: str) -> None:
    """Open the menu of the view and press a button in it."""
    problem.button("View").click()
    problem.button(press).click()
    problem.page.keyboard.press("Escape")


def test_comments_and_cursors(problem: ProblemPage) -> None:
    keyboard = problem.page.keyboard
    problem.type_code("x = 1\ny = 2\nz = x + x\n")
    keyboard.press("Control+a")
    keyboard.press("Control+/")
    assert code_of(problem) == "# x = 1\n# y = 2\n# z = x + x\n"
    keyboard.press("Control+/")
    assert code_of(problem) == "x = 1\ny = 2\nz = x + x\n"
    lines = problem.editor.locator(".cm-line")
    lines.nth(0).click(position={"x": 200, "y": 8})
    lines.nth(1).click(position={"x": 200, "y": 8}, modifiers=["Alt"])
    keyboard.type("0")
    assert code_of(problem) == "x = 10\ny = 20\nz = x + x\n"
    keyboard.press("Control+Alt+ArrowDown")
    keyboard.press("End")
    keyboard.type("  #")
    assert code_of(problem) == "x = 10  #\ny = 20  #\nz = x + x  #\n"
    lines.nth(2).click(position={"x": 200, "y": 8})
    keyboard.press("Home")
    for _ in range(4):
        keyboard.press("ArrowRight")
    for _ in range(3):
        keyboard.press("Control+d")
    keyboard.type("w")
    assert code_of(problem) == "w = 10  #\ny = 20  #\nz = w + w  #\n"


@pytest.mark.long
def test_a_block_of_columns_is_selected(problem: ProblemPage) -> None:
    problem.type_code("ab1\ncd2\nef3\n")
    boxes = [line.bounding_box() for line in problem.editor.locator(".cm-line").all()]
    assert boxes[0] and boxes[2]
    mouse, keyboard = problem.page.mouse, problem.page.keyboard
    keyboard.down("Shift")
    keyboard.down("Alt")
    mouse.move(boxes[0]["x"] + 8, boxes[0]["y"] + 8)
    mouse.down()
    mouse.move(boxes[2]["x"] + 25, boxes[2]["y"] + 8)
    mouse.up()
    keyboard.up("Alt")
    keyboard.up("Shift")
    keyboard.press("Delete")
    assert code_of(problem) == "1\n2\n3\n"


@pytest.mark.long
def test_size_of_code_is_remembered(problem: ProblemPage) -> None:
    places = [problem.editor, statement_code(problem)]
    before = [size_of(place) for place in places]
    view(problem, "Larger code")
    larger = [size_of(place) for place in places]
    assert all(now > then * 1.1 for now, then in zip(larger, before, strict=True))
    problem.page.reload()
    expect(problem.editor).to_be_editable()
    assert [size_of(place) for place in places] == larger
    problem.editor.click()
    problem.page.keyboard.press("Alt+Shift+Comma")
    assert [size_of(place) for place in places] == before


@pytest.mark.long
def test_full_screen_ends_by_key_and_by_button_but_not_by_escape(problem: ProblemPage) -> None:
    statement = problem.page.get_by_role("heading", level=1)
    leave = problem.button("Leave full screen")
    view(problem, "Full screen")
    expect(statement).to_be_hidden()
    expect(problem.results).to_be_visible()
    box = problem.page.locator("#workbench").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 1440, "height": 900}
    problem.editor.click()
    problem.page.keyboard.press("Escape")
    expect(statement).to_be_hidden()
    problem.page.keyboard.press("Alt+Shift+F")
    expect(statement).to_be_visible()
    expect(leave).to_be_hidden()
    problem.page.keyboard.press("Alt+Shift+F")
    leave.click()
    expect(statement).to_be_visible()
    expect(problem.button("View")).to_be_focused()


@pytest.mark.long
def test_keys_are_listed(problem: ProblemPage) -> None:
    dialog = keys_listed(problem)
    problem.type_code("x = '?'")
    problem.page.keyboard.type("?")
    assert code_of(problem) == "x = '?'?"
    expect(dialog).to_be_hidden()
    statement_code(problem).click()
    problem.page.keyboard.press("?")
    expect(dialog).to_contain_text("Ctrl Enter")
    row = dialog.locator("dl > div").filter(has_text="Comment lines out")
    expect(row.locator("dt")).to_have_text("Ctrl /")
    problem.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    problem.button("Keyboard shortcuts").click()
    expect(dialog.get_by_text("Run the tests")).to_be_visible()
    dialog.get_by_role("button", name="Close").click()


@pytest.mark.long
@pytest.mark.parametrize(("keys", "does"), HELPING.items())
def test_keys_that_help_while_typing_are_listed(problem: ProblemPage, keys: str, does: str) -> None:
    problem.button("Keyboard shortcuts").click()
    row = keys_listed(problem).locator("dl > div").filter(has_text=does)
    expect(row.locator("dt")).to_have_text(keys)
    problem.page.keyboard.press("Escape")


@pytest.mark.long
def test_a_key_goes_to_the_next_mark(problem: ProblemPage) -> None:
    problem.type_code("x = 1\ny = (2\n")
    expect(problem.editor.locator(".cm-lintRange-error")).to_have_text("(2")
    problem.page.keyboard.press("Control+Home")
    problem.page.keyboard.press("F8")
    problem.page.keyboard.type("3")
    assert code_of(problem) == "x = 1\ny = 3\n"


@pytest.mark.long
def test_a_mac_has_its_own_names_of_keys(desk: Desk) -> None:
    page = desk.new_page()
    page.add_init_script(
        "Object.defineProperty(navigator, 'userAgent', { value: 'Macintosh; Mac OS X' });"
        "Object.defineProperty(navigator, 'platform', { value: 'MacIntel' });"
    )
    problem = ProblemPage(page)
    problem.open(desk.url(SLUG))
    problem.button("Keyboard shortcuts").click()
    expect(keys_listed(problem).locator("dt").first).to_have_text("⌘ ↩")
    page.close()


def test_all_keys_are_below_each_other_on_a_small_screen(problem: ProblemPage) -> None:
    problem.page.set_viewport_size({"width": 600, "height": 500})
    problem.page.get_by_role("tab", name="Editor").click()
    problem.button("Keyboard shortcuts").click()
    dialog = keys_listed(problem)
    last = dialog.get_by_text("Tab after it leaves the editor")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=1)
    assert dialog.get_by_role("heading", name="In the editor").evaluate(
        "(heading) => heading.closest('.sheet-body').scrollLeft === 0"
    )
    problem.page.keyboard.press("Escape")
    problem.page.set_viewport_size({"width": 1440, "height": 900})


def test_what_scrolls_in_the_statement_is_a_stop_only_while_it_does(problem: ProblemPage) -> None:
    code = problem.page.locator("#statement pre").first
    expect(code).not_to_have_attribute("tabindex", "0")
    problem.page.set_viewport_size({"width": 360, "height": 740})
    problem.page.get_by_role("tab", name="Statement").click()
    expect(code).to_have_attribute("tabindex", "0")
    problem.page.set_viewport_size({"width": 1440, "height": 900})
    expect(code).not_to_have_attribute("tabindex", "0")
