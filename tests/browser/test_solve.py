"""Every problem is solved by its reference, and by nothing that is known to be wrong.

Of the known-wrong solutions a named sample runs; all of them with SCRATCHWORK_ALL=1.
"""

import ast
import re

import pytest
from playwright.sync_api import Locator, expect
from problem_page import SLUGS, Desk, reference

from extent import chosen
from places import PROBLEMS

SAMPLE = {
    "mse-loss": ["divides_by_rows", "modifies_pred_in_place"],
    "mse-loss-module": ["backward_takes_the_inputs", "stores_on_the_class"],
    "mse-loss-reduction": ["defaults_to_none", "lets_shapes_broadcast"],
}
EXPLAINED = "sigmoid"  # it has an explanation, with formulas


def known_wrong(slug: str) -> list[str]:
    return sorted(path.stem for path in (PROBLEMS / slug / "wrong").glob("*.py"))


SOLVED = chosen(["mse-loss"], SLUGS)
WRONG = [(slug, name) for slug in SOLVED for name in chosen(SAMPLE[slug], known_wrong(slug))]


def solved_in_catalogue(desk: Desk, slug: str) -> Locator:
    """Open the catalogue and return the mark of a problem there."""
    page = desk.new_page()
    page.goto(desk.site.url)
    link = page.locator(f"a[href$='problems/{slug}/']")
    return (
        page.get_by_role("listitem")
        .filter(has=link)
        .get_by_text("Solved without help", exact=True)
        .first
    )


@pytest.mark.parametrize("slug", SOLVED)
def test_starter_fails_and_can_be_run_at_once(desk: Desk, slug: str) -> None:
    problem = desk.open_anew(slug)
    problem.run_button.click()
    expect(problem.status).to_have_text(re.compile("^Queued"))
    expect(problem.html).to_have_attribute("data-runtime", "loading")
    words = problem.wait_for_verdict()
    assert re.fullmatch(rf"\d of {problem.tests.count()} tests passed", words)
    assert "failed" in problem.outcomes()
    expect(problem.solved_mark).to_be_hidden()


@pytest.mark.parametrize(("slug", "name"), WRONG)
def test_known_wrong_solution_fails_with_its_own_message(desk: Desk, slug: str, name: str) -> None:
    code = (PROBLEMS / slug / "wrong" / f"{name}.py").read_text("utf-8")
    problem = desk.open(slug)
    words = problem.submit(code)
    passed = problem.outcomes().count("passed")
    assert words == f"{passed} of {problem.tests.count()} tests passed"
    assert "failed" in problem.outcomes()
    expect(problem.pane.get_by_role("heading", name="A known mistake")).to_be_visible()
    expect(problem.pane).to_contain_text(ast.get_docstring(ast.parse(code)) or "no docstring")


@pytest.mark.parametrize("slug", SOLVED)
def test_reference_solves(desk: Desk, slug: str) -> None:
    expect(solved_in_catalogue(desk, slug)).to_be_hidden()
    problem = desk.open(slug)
    expect(problem.solved_mark).to_be_hidden()
    problem.submit(reference(slug))
    problem.expect_all_passed(slug)
    expect(problem.solved_mark).to_be_visible()
    expect(solved_in_catalogue(desk, slug)).to_be_visible()
    problem.page.reload()
    expect(problem.solved_mark).to_be_visible()


def test_solving_offers_the_reference_and_why_it_is_so(desk: Desk) -> None:
    problem = desk.open_anew(EXPLAINED)
    why = problem.pane.get_by_role("heading", name="Why it is written so")
    problem.submit(reference(EXPLAINED))
    expect(why).to_have_count(0)
    problem.button("See the reference and why it is written so").click()
    shown = problem.page.get_by_role("region", name="Reference solution")
    expect(shown).to_be_focused()
    for line in reference(EXPLAINED).splitlines():
        expect(shown).to_contain_text(line)
    expect(why).to_be_visible()
    expect(shown.get_by_role("math").first).to_be_visible()
    shown.get_by_role("button", name="Hide").click()
    expect(problem.button("Show solution")).to_be_focused()
