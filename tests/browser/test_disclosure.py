"""What the page shows of a failed hidden test, by the rule that its author has set."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Route, expect
from problem_page import Desk, ProblemPage, reference
from program import ProgramPart

import golden_cases

SLUG = "mse-loss"
WRONG = golden_cases.submission("divides-by-rows")
SET = '"disclosure":"message"'


@pytest.fixture
def under(desk: Desk) -> Callable[[str], ProblemPage]:
    """Return what opens the problem's page as if its author had set another rule."""

    def open_under(rule: str) -> ProblemPage:
        def change(route: Route) -> None:
            text = route.fetch().text()
            assert text.count(SET) == 1
            changed = text.replace(SET, SET.replace("message", rule))
            route.fulfill(body=changed, content_type="text/html")

        problem = ProblemPage(desk.new_page())
        problem.page.route(desk.url(SLUG), change)
        problem.page.add_init_script("localStorage.clear()")
        problem.open(desk.url(SLUG))
        return problem

    return open_under


def call_of_last(problem: ProblemPage) -> Locator:
    """Return the call of the last hidden test, which has failed, with its details open."""
    last = problem.tests.last
    expect(last).to_have_attribute("data-outcome", "failed")
    if last.locator("details[open]").count() == 0:
        last.locator("summary").click()
    return last.get_by_role("group", name="Call")


def source_of_tests(problem: ProblemPage) -> Locator:
    """Return the hidden tests' source, as it stands below the reference after a passed run."""
    problem.submit(reference(SLUG))
    problem.expect_all_passed(SLUG)
    problem.pane.get_by_role("button", name="See the reference").click()
    shown = problem.page.get_by_role("region", name="Reference solution")
    expect(shown).to_be_visible()
    return shown.get_by_text("The hidden tests")


@pytest.mark.long
def test_names_shows_outcomes_alone(under: Callable[[str], ProblemPage]) -> None:
    problem = under("names")
    problem.submit(WRONG)
    expect(problem.tests.last).to_have_attribute("data-outcome", "failed")
    expect(problem.results.locator("details")).to_have_count(0)
    expect(problem.examples.last.locator("details")).to_have_count(1)
    expect(source_of_tests(problem)).to_have_count(0)
    problem.page.close()


@pytest.mark.long
def test_message_keeps_the_inputs(under: Callable[[str], ProblemPage]) -> None:
    problem = under("message")
    problem.submit(WRONG)
    expect(call_of_last(problem)).to_have_text("mse_loss_backward(…)")
    expect(problem.tests.last).to_contain_text("0.803973")
    expect(problem.results).not_to_contain_text("-1.1894474")
    expect(problem.results.get_by_text("Load into scratch")).to_have_count(0)
    tests = source_of_tests(problem)
    tests.click()
    shown = problem.page.get_by_role("group", name="The hidden tests")
    expect(shown).to_contain_text("def test_loss_is_a_scalar():")
    problem.page.close()


@pytest.mark.long
def test_inputs_shows_them(under: Callable[[str], ProblemPage]) -> None:
    problem = under("inputs")
    problem.submit(WRONG)
    expect(call_of_last(problem)).to_contain_text("-1.1894474")
    problem.tests.last.get_by_role("button", name="Load into scratch").click()
    scratch = problem.page.get_by_role("textbox", name="Scratch code")
    expect(scratch).to_contain_text("np.array([[-1.1894474")
    problem.type_code(reference(SLUG))
    program = ProgramPart(problem)
    program.button.click()
    assert program.wait_for_end() == "Your code ran to its end"
    expect(program.output).to_contain_text("ndarray · shape (")
    problem.page.close()


def test_all_after_solving_shows_them_once_solved(under: Callable[[str], ProblemPage]) -> None:
    problem = under("all-after-solving")
    problem.submit(WRONG)
    expect(call_of_last(problem)).to_have_text("mse_loss_backward(…)")
    problem.submit(reference(SLUG))
    problem.expect_all_passed(SLUG)
    problem.submit(WRONG)
    expect(call_of_last(problem)).to_contain_text("-1.1894474")
    problem.page.close()
