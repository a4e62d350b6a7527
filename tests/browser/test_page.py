"""A problem's page before any run: what is there to read, the hints, the solution."""

import re

import pytest
from hosting import Site, new_context
from playwright.sync_api import Browser, Locator, expect
from problem_page import SLUGS, Desk, ProblemPage, reference, starter

SLUG = "mse-loss"
HIDDEN_TESTS = [
    "mse_loss: returns a scalar",
    "mse_loss: zero when pred == target",
    "mse_loss: matches the formula",
    "mse_loss: works on 2-D arrays (averages over ALL elements, not just rows)",
    "mse_loss_backward: matches 2 * (pred - target) / N",
    "mse_loss_backward: matches finite-difference numerical gradient",
]
# Nothing is painted until the test says so.
_NO_FRAME = """
const { requestAnimationFrame: ask } = globalThis;
const waiting = [];
globalThis.requestAnimationFrame = (work) => waiting.push(work);
globalThis.paint = () => {
  globalThis.requestAnimationFrame = ask;
  for (const work of waiting) ask(work);
};
"""
EXAMPLES = ["Example 1: four numbers", "Example 2: a table, and its gradient"]


def words_of(code: str) -> list[str]:
    """Return the code's words: how an editor wraps and indents lines does not count."""
    return code.split()


@pytest.fixture
def solution_dialog(desk: Desk) -> Locator:
    problem = desk.open_anew(SLUG)
    problem.button("Show solution").click()
    return problem.page.get_by_role("dialog", name="Open the reference solution?")


def test_tests_and_examples_are_listed_before_the_first_run(desk: Desk) -> None:
    problem = desk.open_anew(SLUG)
    expect(problem.results).to_contain_text("This problem has 6 hidden tests")
    expect(problem.tests).to_have_text([*HIDDEN_TESTS])
    expect(problem.examples).to_have_text([*EXAMPLES])
    assert problem.outcomes() == ["not-run"] * 6
    expect(problem.stop_button).to_be_hidden()


@pytest.mark.parametrize("slug", SLUGS)
def test_editor_opens_with_the_starter(desk: Desk, slug: str) -> None:
    problem = desk.open(slug)
    assert words_of(problem.editor.inner_text()) == words_of(starter(slug))


def test_statement_is_painted_before_the_editor_is_made(desk: Desk) -> None:
    page = desk.new_page()
    page.add_init_script(_NO_FRAME)
    page.goto(desk.url(SLUG))
    editor = ProblemPage(page).editor
    expect(editor).to_have_count(0)
    page.evaluate("paint()")
    expect(editor).to_be_editable()
    page.close()


def test_hints_open_one_at_a_time(desk: Desk) -> None:
    problem = desk.open_anew(SLUG)
    hints = problem.page.get_by_role("region", name="Hints").get_by_role("listitem")
    expect(hints).to_have_count(0)
    for number in range(1, 4):
        problem.button("Show hint").click()
        expect(hints).to_have_count(number)
        expect(hints.last).to_contain_text(f"Hint {number} of 3")
        expect(hints.last).to_be_visible()
    problem.button("Show hint").click(force=True)
    expect(hints).to_have_count(3)


def test_solution_stays_closed_if_declined(desk: Desk, solution_dialog: Locator) -> None:
    expect(solution_dialog).to_be_visible()
    solution_dialog.get_by_role("button", name="Keep trying").click()
    expect(solution_dialog).to_be_hidden()
    assert reference(SLUG).splitlines()[0] not in desk.open(SLUG).page.content()


def test_solution_opens_beside_the_code(desk: Desk, solution_dialog: Locator) -> None:
    problem = desk.open(SLUG)
    before = problem.editor.inner_text()
    solution_dialog.get_by_role("button", name="Open it").click()
    shown = problem.page.get_by_role("region", name="Reference solution")
    for line in filter(None, reference(SLUG).splitlines()):
        expect(shown).to_contain_text(line)
    assert problem.editor.inner_text() == before
    shown.get_by_role("button", name="Hide").click()
    expect(shown).to_be_hidden()


def test_statement_is_readable_without_javascript(browser: Browser, desk: Desk) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(desk.url(SLUG))
    statement = page.get_by_role("region", name="MSE loss + backward")
    expect(statement.get_by_role("heading", name="Constraints")).to_be_visible()
    expect(statement.get_by_role("math").first).to_be_visible()
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_have_text(re.compile("need JavaScript"))
    expect(page.get_by_text("This problem has 6 hidden tests")).to_be_visible()
    context.close()


def test_what_is_loaded_is_said_once(browser: Browser, site: Site) -> None:
    page = new_context(browser).new_page()
    page.add_init_script("""
      globalThis.said = [];
      document.addEventListener("DOMContentLoaded", () => {
        const textOf = (id) => document.getElementById(id)?.textContent;
        const texts = () => [textOf("status"), textOf("status-detail")];
        new MutationObserver(() => globalThis.said.push(texts()))
          .observe(document.body, { subtree: true, childList: true });
      });
    """)
    problem = ProblemPage(page)
    problem.open(f"{site.url}problems/{SLUG}/")
    problem.wait_until_ready()
    said = page.evaluate("globalThis.said")
    assert ["Python is ready", ""] in said
    assert [words for words, detail in said if words and words == detail] == []
    page.context.close()
