"""Scratch code and program input move along with the rest of the work; neither side is lost."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from problem_page import Desk, ProblemPage
from test_moving import SLUG, WORK, give, open_panel, saved_work


def fill_texts(desk: Desk, mark: str) -> ProblemPage:
    """Type into the scratch area and the input's box of a page."""
    problem = desk.open_anew(SLUG)
    problem.type_code("input()")
    scratch = problem.page.get_by_role("textbox", name="Scratch code")
    if scratch.is_hidden():
        problem.button("Scratch").click()
    scratch.fill(f"scratch_of = '{mark}'")
    problem.page.get_by_role("textbox", name="Input for the program").fill(f"input of {mark}")
    expect(problem.page.get_by_text("Draft saved")).to_be_visible()
    problem.page.goto("about:blank")
    return problem


@pytest.mark.long
def test_scratch_code_and_input_move_along(desk: Desk, new_desk: Desk, tmp_path: Path) -> None:
    fill_texts(desk, "the file")
    page, panel = open_panel(desk)
    work = saved_work(page, panel, tmp_path / "work.json")
    assert work["scratch"][SLUG]["code"] == "scratch_of = 'the file'"
    assert work["input"][SLUG]["code"] == "input of the file"
    given = {**WORK, "scratch": work["scratch"], "input": work["input"], "runs": []}
    page, panel = open_panel(new_desk)
    give(page, panel, json.dumps({**given, "drafts": work["drafts"]}).encode())
    expect(panel).to_contain_text("Imported: 3 drafts, 0 runs, 1 solved problem.")
    problem = new_desk.open(SLUG)
    problem.button("Scratch").click()
    scratch = problem.page.get_by_role("textbox", name="Scratch code")
    expect(scratch).to_have_text("scratch_of = 'the file'")
    field = problem.page.get_by_role("textbox", name="Input for the program")
    expect(field).to_have_value("input of the file")


SIDES = {"file-is-older": (1, "here", "the file"), "file-is-newer": (4e12, "the file", "here")}


@pytest.mark.long
@pytest.mark.parametrize("case", SIDES)
def test_of_two_scratch_codes_and_inputs_the_older_is_kept(
    new_desk: Desk, case: str, tmp_path: Path
) -> None:
    saved, stays, goes = SIDES[case]
    fill_texts(new_desk, "here")
    page, panel = open_panel(new_desk)
    scratch = {SLUG: {"code": "scratch_of = 'the file'", "saved": int(saved)}}
    typed = {SLUG: {"code": "input of the file", "saved": int(saved)}}
    given = {**WORK, "drafts": {}, "runs": [], "scratch": scratch, "input": typed}
    give(page, panel, json.dumps(given).encode())
    expect(panel).to_contain_text("2 runs, 1 solved problem.")
    give(page, panel, json.dumps(given).encode())
    expect(panel).to_contain_text("Everything in this file is here already.")
    problem = new_desk.open_anew(SLUG)
    editor = problem.page.get_by_role("textbox", name="Scratch code")
    expect(editor).to_have_text(f"scratch_of = '{stays}'")
    field = problem.page.get_by_role("textbox", name="Input for the program")
    expect(field).to_have_value(f"input of {stays}")
    problem.button("History").click()
    history = problem.page.get_by_role("dialog", name="History")
    history.get_by_role("button", name="Scratch, replaced").click()
    expect(history.locator("del")).to_have_text(f"scratch_of = '{goes}'")
    history.get_by_role("button", name="Input, replaced").click()
    expect(history.locator("del")).to_have_text(f"input of {goes}")
    history.press("Escape")
    page, panel = open_panel(new_desk)
    work = saved_work(page, panel, tmp_path / "work.json")
    assert {run["part"] for run in work["runs"]} == {"scratch", "input"}
    assert work["input"][SLUG]["code"] == f"input of {stays}"
