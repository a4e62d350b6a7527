"""The scratch area: a failed example becomes code that runs after the file."""

import re

import pytest
from playwright.sync_api import Locator, expect
from problem_page import Desk, ProblemPage, reference, starter
from program import ProgramPart

import golden_cases

SLUG = "mse-loss"
WRONG = golden_cases.submission("divides-by-rows")
LOAD = "Load into scratch"


class ScratchPart:
    """The parts of a problem's page that belong to the scratch area."""

    def __init__(self, problem: ProblemPage) -> None:
        self.page = problem.page
        self.area = self.page.get_by_role("region", name="Scratch area")
        self.editor = self.area.get_by_role("textbox", name="Scratch code")
        self.button = problem.button("Scratch")

    def code(self) -> str:
        """Return what is in the area's editor."""
        return "\n".join(self.editor.locator(".cm-line").all_text_contents())

    def type_code(self, code: str) -> None:
        """Replace what is in the area's editor, as a paste does."""
        self.editor.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(code)


def opened(item: Locator) -> Locator:
    """Return a result with its details open."""
    if item.locator("details[open]").count() == 0:
        item.locator("summary").click()
    return item


def test_a_failed_example_runs_in_the_scratch_area(desk: Desk) -> None:
    problem = desk.open(SLUG)
    program, scratch = ProgramPart(problem), ScratchPart(problem)
    problem.submit(starter(SLUG))
    opened(problem.examples.first).get_by_role("button", name=LOAD).click()
    expect(scratch.editor).to_be_focused()
    assert scratch.code().startswith("# Example 1")
    assert "print(mse_loss(pred, target))\n# expected: 0.1875" in scratch.code()
    problem.type_code(reference(SLUG) + "\nprint('the file')\n")
    program.button.click()
    assert program.wait_for_end() == "Your code ran to its end"
    expect(program.printed).to_have_text("the file\n0.1875\n")


@pytest.mark.long
def test_a_fault_in_scratch_says_so_and_the_area_is_remembered(desk: Desk) -> None:
    problem = desk.open_anew(SLUG)
    program, scratch = ProgramPart(problem), ScratchPart(problem)
    if scratch.area.is_hidden():
        scratch.button.click()
    problem.type_code("def half(n):\n    return n / 2\n")
    scratch.type_code("half(3)\nhalf(missing)")
    problem.page.reload()
    expect(scratch.editor).to_have_text(re.compile("missing"))
    program.button.click()
    assert program.wait_for_end() == "Your code raised NameError in scratch, line 2"
    expect(scratch.editor.locator(".cm-line:has(.cm-lintRange-error)")).to_have_text(
        "half(missing)"
    )
    assert problem.marked_lines("mistake") == []
    problem.editor.click()
    program.output.get_by_role("button", name="scratch, line 2").click()
    expect(scratch.editor).to_be_focused()
    scratch.area.get_by_role("button", name="Close the scratch area").click()
    expect(scratch.button).to_be_focused()
    program.button.click()
    assert program.wait_for_end() == "Your code ran to its end"
