"""Help in doses: hints, remembered, one offered to who is stuck, and the reference as a diff."""

import re

import pytest
from hosting import Site
from playwright.sync_api import Browser, Locator, expect
from problem_page import Desk, ProblemPage, reference

import golden_cases

SLUG = "mse-loss"
WRONG = golden_cases.submission("divides-by-rows")
OFFER = "Would a hint help?"


def hints(problem: ProblemPage) -> Locator:
    """Return the hints that are open."""
    return problem.page.get_by_role("region", name="Hints").get_by_role("listitem")


def open_reference(problem: ProblemPage) -> Locator:
    """Ask for the reference, say yes, and return where it opens."""
    problem.button("Show solution").click()
    dialog = problem.page.get_by_role("dialog", name="Open the reference solution?")
    dialog.get_by_role("button", name="Open it").click()
    return problem.page.get_by_role("region", name="Reference solution")


@pytest.fixture
def code() -> str:
    """Code that differs from the reference in one line."""
    changed = reference(SLUG).replace("pred.size", "len(pred)", 1)
    assert changed != reference(SLUG)
    return changed


@pytest.mark.long
def test_a_stuck_learner_is_offered_the_next_hint_once(desk: Desk) -> None:
    problem = desk.open_anew(SLUG)
    offer = problem.page.get_by_text(OFFER)
    problem.submit(WRONG)
    problem.run()
    expect(offer).to_have_count(0)
    problem.run()
    expect(offer).to_be_visible()
    problem.button("Show the next hint").click()
    expect(hints(problem)).to_have_count(1)
    expect(hints(problem)).to_contain_text("Hint 1 of 3")
    expect(offer).to_have_count(0)
    problem.run()
    expect(offer).to_have_count(0)


@pytest.mark.long
def test_the_offer_is_not_made_again_on_the_next_visit(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    desk = Desk(context, site)
    problem = desk.open(SLUG)
    offer = problem.page.get_by_text(OFFER)
    problem.submit(WRONG)
    for _ in range(2):
        problem.run()
    expect(offer).to_be_visible()
    problem.page.reload()
    expect(problem.editor).to_be_editable()
    for _ in range(4):
        problem.run()
    expect(problem.tests.and_(problem.page.locator("[data-outcome=failed]")).first).to_be_visible()
    expect(offer).to_have_count(0)
    assert desk.troubles == []
    context.close()


def test_open_hints_are_open_again_on_the_next_visit(desk: Desk) -> None:
    problem = desk.open_anew("relu")
    expect(problem.page.get_by_text("0/3")).to_be_visible()
    problem.button("Show hint").click()
    problem.button("Show hint").click()
    expect(hints(problem)).to_have_count(2)
    problem.page.reload()
    expect(hints(problem)).to_have_count(2)
    expect(problem.page.get_by_text("2/3")).to_be_visible()


def test_a_double_click_opens_one_hint(new_desk: Desk) -> None:
    problem = new_desk.open(SLUG)
    problem.button("Show hint").dblclick()
    expect(hints(problem)).to_have_count(1)
    problem.button("Show hint").click()
    expect(hints(problem)).to_have_count(2)


def test_reference_opens_as_a_diff_that_has_two_panes_too(desk: Desk, code: str) -> None:
    problem = desk.open_anew(SLUG)
    problem.type_code(code)
    before = problem.editor.inner_text()
    shown = open_reference(problem)
    expect(shown).to_contain_text("1 line added, 1 line removed")
    expect(shown.locator("del")).to_contain_text("len(pred)")
    expect(shown.locator("ins")).to_contain_text("pred.size")
    expect(shown.get_by_role("table")).to_have_attribute("data-view", "one")
    shown.get_by_role("button", name="Side by side").click()
    expect(shown.get_by_role("table")).to_have_attribute("data-view", "two")
    expect(shown.get_by_role("columnheader")).to_have_text(["Your code", "Reference"])
    expect(shown.get_by_text("The hidden tests")).to_have_count(0)
    assert problem.editor.inner_text() == before


def test_after_passing_reference_and_hidden_tests_open(desk: Desk) -> None:
    problem = desk.open_anew(SLUG)
    problem.submit(reference(SLUG))
    problem.expect_all_passed(SLUG)
    problem.pane.get_by_role("button", name=re.compile("See the reference")).click()
    shown = problem.page.get_by_role("region", name="Reference solution")
    expect(shown).to_contain_text("No difference")
    shown.get_by_text("The hidden tests").click()
    tests = shown.get_by_role("group", name="The hidden tests")
    expect(tests).to_contain_text("def test_loss_is_a_scalar():")
