"""The scratch area: a failed example becomes code that runs after the file."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect
from problem_page import Desk, ProblemPage, reference, starter
from program import ProgramPart

SLUG = "mse-loss"
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
    problem = desk.open("relu")  # no other test has left its area open
    program, scratch = ProgramPart(problem), ScratchPart(problem)
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


# What stands in the statement or the report, and what is put into the scratch area.
EXAMPLES: dict[str, tuple[list[tuple[str, str]], str]] = {
    "values between are printed": (
        [("x = f(1)\n", ""), ("x\n", "2\n"), ("x + 1  # more\n", "3\n"), ("x\n", "2\n")],
        "# e\nx = f(1)\nprint(repr(x))\n# expected: 2\nprint(repr(x + 1))  # more\n"
        "# expected: 3\nx\n# expected: 2\n",
    ),
    "blocks and prints stay": (
        [("for x in y:\n    x\n", "1\n2\n"), ("print(x)\n", "")],
        "# e\nfor x in y:\n    x\n# expected: 1\n#           2\nprint(x)\n",
    ),
}
CALLS = {
    "plain": ("f(2, key='x')", "# The call of “t”\nf(2, key='x')\n"),
    "arrays": (
        "f(\n    array([nan, 1., 2.e-05], dtype=float32),\n    array=np.float64(1.0),\n)",
        "# The call of “t”\nimport numpy as np\n\n"
        "f(\n    np.array([np.nan, 1., 2.e-05], dtype=np.float32),\n"
        "    array=np.float64(1.0),\n)\n",
    ),
    "words in a text": ("f('array of nan')", "# The call of “t”\nf('array of nan')\n"),
    "no code": (
        "Net.forward(<Net object>, 3)",
        "# The call of “t” could not be written out whole:\n# Net.forward(<Net object>, 3)\n",
    ),
    "abridged": (
        "f(array([1, 2, ..., 8, 9]))",
        "# The call of “t” could not be written out whole:\n# f(np.array([1, 2, ..., 8, 9]))\n",
    ),
}
_WRITE = """async ([name, given]) => {
  const data = JSON.parse(document.getElementById("page-data").textContent);
  const scripts = new URL(`${data.assets}scripts/`, document.baseURI).href;
  const module = await import(`${scripts}scratch-code.js`);
  return module[name](...JSON.parse(given));
}"""


def write(problem: ProblemPage, function: str, *given: Any) -> Any:
    """Return what a function of the page's own writes into the scratch area."""
    return problem.page.evaluate(_WRITE, [function, json.dumps(given)])


@pytest.mark.long
@pytest.mark.parametrize("case", EXAMPLES)
def test_an_example_is_written_as_code(desk: Desk, case: str) -> None:
    steps, code = EXAMPLES[case]
    example = {"name": "e", "steps": [{"source": source, "want": want} for source, want in steps]}
    assert write(desk.open(SLUG), "fromExample", example) == code


@pytest.mark.long
@pytest.mark.parametrize("case", CALLS)
def test_a_call_is_written_as_code_where_it_is_code(desk: Desk, case: str) -> None:
    call, code = CALLS[case]
    assert write(desk.open(SLUG), "fromCall", "t", {"call": call, "expected": None}) == code


@pytest.mark.long
def test_own_scratch_code_comes_back(desk: Desk) -> None:
    problem = desk.open(SLUG)
    scratch = ScratchPart(problem)
    problem.submit(starter(SLUG))
    if scratch.area.is_hidden():
        scratch.button.click()
    scratch.type_code("my_own = 1")
    for number, other in enumerate(problem.examples.all()[:2]):
        opened(other).get_by_role("button", name=LOAD).click()
        expect(scratch.editor).to_contain_text(f"# Example {number + 1}")
    problem.button("Bring it back").click()
    assert scratch.code() == "my_own = 1"


def test_the_area_opens_where_it_can_be_seen_on_a_phone(desk: Desk) -> None:
    problem = desk.open_anew("mse-loss-module")
    scratch = ScratchPart(problem)
    problem.wait_until_ready()
    problem.page.set_viewport_size({"width": 360, "height": 740})
    problem.page.get_by_role("tab", name="Editor").click()
    scratch.button.click()
    expect(scratch.editor).to_be_focused()
    scratch.editor.click(trial=True)  # nothing covers it
    expect(scratch.area).to_be_in_viewport(ratio=1)
    bar = problem.page.locator("#status-bar").bounding_box()
    area = scratch.area.bounding_box()
    assert bar and area and area["y"] + area["height"] <= bar["y"] + 1
