"""One test alone, and the failed ones again: the others stay, and only a whole run is a verdict."""

import pytest
from playwright.sync_api import Locator, expect
from problem_page import PATIENCE, Desk, ProblemPage, reference

import golden_cases

SLUG = "mse-loss"
FAILS_TWO = "divides-by-rows"
SCALAR = "mse_loss: returns a scalar"


@pytest.fixture
def failed(desk: Desk) -> ProblemPage:
    """The page after a run in which two tests of six failed."""
    problem = desk.open(SLUG)
    assert problem.submit(golden_cases.submission(FAILS_TWO)) == "4 of 6 tests passed"
    expect(problem.html).to_have_attribute("data-runtime", "ready", timeout=PATIENCE)
    return problem


def try_one(problem: ProblemPage, name: str) -> None:
    """Press the button that runs one test alone."""
    problem.button(f"Run only this test: {name}").click()


def say(problem: ProblemPage, words: str) -> None:
    """Wait until the status line says these words."""
    expect(problem.status).to_have_text(words, timeout=PATIENCE)


def older(problem: ProblemPage) -> Locator:
    """Return the results that are said to be from the run before."""
    return problem.tests.filter(has_text="from the run before")


def test_one_test_alone_before_any_run(desk: Desk) -> None:
    problem = desk.open(SLUG)
    problem.wait_until_ready()
    problem.type_code(golden_cases.submission(FAILS_TWO))
    name = problem.tests.last.locator(".result-name").inner_text()
    try_one(problem, name)
    say(problem, "This test failed")
    assert problem.outcomes() == ["not-run"] * 5 + ["failed"]
    expect(problem.tests.last).to_contain_text("Every entry is 3 times what it should be.")
    expect(problem.button("Run the failed test again")).to_be_visible()
    expect(older(problem)).to_have_count(0)
    problem.type_code("def mse_loss(:\n")
    problem.button("Run the failed test again").click()
    say(problem, "Not run: syntax error in line 1")
    assert problem.outcomes() == ["not-run"] * 6
    expect(problem.button("Run the failed test again")).to_be_hidden()


def test_failed_tests_run_again_and_solve_nothing(failed: ProblemPage) -> None:
    expect(failed.solved_mark).to_be_hidden()
    assert failed.outcomes().count("failed") == 2
    failed.type_code(reference(SLUG))
    failed.button("Run the 2 failed tests again").click()
    say(failed, "These 2 tests passed. Run all tests for the verdict")
    assert failed.outcomes() == ["passed"] * 6
    expect(older(failed)).to_have_count(4)
    expect(failed.solved_mark).to_be_hidden()
    expect(failed.pane.get_by_text("All 6 tests passed")).to_have_count(0)
    expect(failed.run_button).to_be_focused()
    failed.run()
    failed.expect_all_passed(SLUG)
    expect(failed.solved_mark).to_be_visible()
    expect(older(failed)).to_have_count(0)


def test_one_test_runs_alone(failed: ProblemPage) -> None:
    try_one(failed, SCALAR)
    say(failed, "This test passed. Run all tests for the verdict")
    assert failed.outcomes().count("failed") == 2
    expect(older(failed)).to_have_count(5)
    expect(failed.tests.first).not_to_contain_text("from the run before")
    failed.tests.last.locator("summary").click()
    expect(failed.tests.last).to_contain_text("Largest error")


def test_the_keyboard_stays_where_it_was_when_tests_run_again(failed: ProblemPage) -> None:
    name = failed.tests.nth(3).locator(".result-name").inner_text()
    tool = failed.button(f"Run only this test: {name}")
    tool.press("Enter")
    say(failed, "This test failed")
    expect(tool).to_be_focused()
    failed.tests.nth(3).locator("summary").press("Control+Enter")
    say(failed, "4 of 6 tests passed")
    expect(failed.pane).to_be_focused()


@pytest.mark.parametrize("width", [1440, 360])
def test_what_belongs_to_a_long_name_stands_beside_its_first_line(
    failed: ProblemPage, width: int
) -> None:
    failed.page.set_viewport_size({"width": width, "height": 900})
    row = failed.tests.nth(3)
    middles = row.evaluate(
        """(row) => {
          const line = document.createRange();
          const name = row.querySelector(".result-name").firstChild;
          line.setStart(name, 0);
          line.setEnd(name, 5);
          const beside = row.querySelectorAll(".mark, .result-outcome, .result-tool");
          const boxes = [line, ...beside].map((part) => part.getBoundingClientRect());
          return boxes.map(({ top, height }) => top + height / 2);
        }"""
    )
    assert max(middles) - min(middles) < 2.5, middles
    failed.page.set_viewport_size({"width": 1440, "height": 900})
