"""Why a test failed: values with marks, plain words, the learner's lines, the output."""

import pytest
from playwright.sync_api import FloatRect, Locator, expect
from problem_page import Desk, ProblemPage, reference

import golden_cases
from places import PROBLEMS

SLUG = "mse-loss"
GRADIENT_OF_ONE = """
import numpy as np


def mse_loss(pred, target):
    return float(np.mean((pred - target) ** 2))


def mse_loss_backward(pred, target):
    print("shape", pred.shape)
    gradient = 2 * (pred - target) / pred.size
    gradient[..., -1] = 0
    return gradient
"""

# What the second example prints of it is a text of the test's own.
SPACED = """
class Loose(list):
    def __repr__(self):
        return {text!r}

class Gradient:
    def __add__(self, other):
        return self
    def tolist(self):
        return Loose()

def mse_loss(pred, target):
    return float(((pred - target) ** 2).mean())

def mse_loss_backward(pred, target):
    return Gradient()
"""
# Whether a block shows its mark: it is scrolled there once it is laid out.
_IS_IN_VIEW = """(block) => {
  const edge = block.getBoundingClientRect();
  const mark = block.querySelector("mark").getBoundingClientRect();
  return edge.left < mark.left && mark.right < edge.right;
}"""
# Leaves out the last row.
WRONG_PLACES = """
import numpy as np


def conv2d(image, kernel):
    rows, columns = kernel.shape
    out = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for i in range(len(out) - 1):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(image[i : i + rows, j : j + columns] * kernel)
    return out
"""


@pytest.fixture(scope="module")
def wrong_cells(desk: Desk) -> ProblemPage:
    """A page after a run in which cells of the gradients are wrong."""
    problem = desk.open(SLUG)
    assert problem.submit(GRADIENT_OF_ONE) == "4 of 6 tests passed"
    return problem


@pytest.fixture(scope="module")
def misspelt(desk: Desk, wrong_cells: ProblemPage) -> ProblemPage:
    """The same page after a run in which a name is misspelt."""
    assert wrong_cells.submit(golden_cases.submission("near-name")) == "0 of 6 tests passed"
    return wrong_cells


def opened(problem: ProblemPage, place: int) -> Locator:
    """Return the item of a hidden test, with its details open."""
    return open_details(problem.tests.nth(place))


def opened_example(problem: ProblemPage, place: int) -> Locator:
    """Return the item of an example, with its details open."""
    return open_details(problem.examples.nth(place))


def open_details(item: Locator) -> Locator:
    """Open what a result says, if need be."""
    if item.locator("details[open]").count() == 0:
        item.locator("summary").click()
    return item


def box_of(locator: Locator) -> FloatRect:
    """Return where something is on the screen."""
    box = locator.bounding_box()
    assert box is not None
    return box


def test_lists_stand_below_each_other_with_the_first_difference_marked(
    wrong_cells: ProblemPage,
) -> None:
    table = opened(wrong_cells, 4).get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_text(["0", "1", "2", "3"])
    expected, got = (table.get_by_role("row", name=name) for name in ("Expected", "Got"))
    expect(expected.locator("mark")).to_have_count(1)
    expect(got.locator("mark")).to_have_text(["0.0"])
    above, below = (box_of(row.locator("mark")) for row in (expected, got))
    assert below["x"] < above["x"] + above["width"], "the marked numbers stand in one column"


def test_arrays_stand_side_by_side_with_the_differing_cells_marked(
    wrong_cells: ProblemPage,
) -> None:
    item = opened(wrong_cells, 5)
    expected, got = item.get_by_role("table").all()
    expect(expected.get_by_role("row")).to_have_count(5)
    expect(got.locator("mark")).to_have_text(["0.0", "0.0", "0.0", "0.0"])
    expect(expected.locator("mark")).to_have_count(4)
    expect(got.locator("[data-first]")).to_have_count(1)
    expect(got.locator("[data-first]")).to_have_text("0.0")
    left, right = box_of(expected), box_of(got)
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] < right["x"]
    expect(item).to_contain_text("First differing index [0, 2]")


def test_what_was_printed_is_shown(wrong_cells: ProblemPage) -> None:
    item = opened(wrong_cells, 5)
    expect(item.get_by_role("group", name="Printed")).to_have_text("shape (4, 3)\n")


def test_common_error_is_said_in_plain_words_beside_its_own(misspelt: ProblemPage) -> None:
    item = opened(misspelt, 0)
    expect(item).to_contain_text("Did you mean `difference`?")
    expect(item.get_by_role("group", name="Error")).to_contain_text("NameError: name 'diference'")


def test_a_line_of_the_traceback_leads_into_the_editor(misspelt: ProblemPage) -> None:
    opened(misspelt, 0).get_by_role("button", name="line 8").click()
    expect(misspelt.editor).to_be_focused()
    expect(misspelt.editor.locator(".cm-activeLine")).to_contain_text("np.mean(diference**2)")


def test_printed_text_is_compared_word_by_word(desk: Desk) -> None:
    problem = desk.open(SLUG)
    assert problem.submit(golden_cases.submission("divides-by-rows")) == "4 of 6 tests passed"
    item = opened_example(problem, 1)
    expect(item.get_by_role("group", name="Expected").locator("mark")).to_have_text(["0.5"])
    expect(item.get_by_role("group", name="Got").locator("mark")).to_have_text(["1.0"])


def test_white_space_is_marked_where_nothing_else_differs(desk: Desk) -> None:
    problem = desk.open("byte-tokenizer")
    code = reference("byte-tokenizer")
    problem.submit(code.replace('errors="replace")', 'errors="replace") + " "'))
    item = opened(problem, problem.outcomes().index("failed"))
    expect(item.get_by_role("group", name="Expected").locator("mark")).to_have_count(0)
    mark = item.get_by_role("group", name="Got").locator("mark")
    assert mark.evaluate_all("(all) => all.map((one) => one.textContent)") == [" "]


def test_the_first_difference_of_a_long_text_is_in_view(desk: Desk) -> None:
    problem = desk.open(SLUG)
    problem.submit(SPACED.format(text="[[-0.5, 0.0], [0.0, -0.5]]" + " " * 200 + "!"))
    item = problem.examples.nth(1)
    if item.locator("details[open]").count() == 0:
        item.locator("summary").click()
    got = item.get_by_role("group", name="Got")
    expect(got.locator("mark")).to_have_text("!")
    problem.page.wait_for_function(_IS_IN_VIEW, arg=got.element_handle())


def test_code_in_words_is_set_without_its_backticks(desk: Desk) -> None:
    problem = desk.open(SLUG)
    problem.submit(golden_cases.submission("divides-by-rows"))
    code = problem.pane.locator("code", has_text="len").first
    expect(code).to_have_text("`len`")  # read aloud and copied as it was written
    assert code.evaluate(
        "(code) => [...code.children].map((sign) => sign.getBoundingClientRect().width)"
    ) == [0, 0]


def test_print_is_told_from_return(desk: Desk) -> None:
    problem = desk.open(SLUG)
    assert problem.submit(golden_cases.submission("prints-the-answer")) == "2 of 6 tests passed"
    for item in (opened(problem, 0), opened_example(problem, 0)):
        expect(item).to_contain_text("`print` only shows a value; `return` hands it")


def test_a_count_of_wrong_entries_is_not_shown_as_the_answer(desk: Desk) -> None:
    problem = desk.open("conv2d-naive")
    assert problem.submit(WRONG_PLACES) == "1 of 7 tests passed"
    item = opened(problem, 1)
    expect(item).to_contain_text("5 of 20 entries are wrong")
    for table in item.get_by_role("table").all():
        expect(table.locator("mark")).to_have_count(5)
    expect(item).to_contain_text("First differing index [3, 0]")


def test_syntax_error_is_said_in_plain_words(desk: Desk) -> None:
    problem = desk.open(SLUG)
    code = (PROBLEMS / SLUG / "starter.py").read_text("utf-8").replace("):", ")", 1)
    assert "syntax error" in problem.submit(code)
    expect(problem.pane).to_contain_text("ends in `:`")
    expect(problem.pane).to_contain_text("expected ':'")
