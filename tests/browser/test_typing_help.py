"""Help while typing: completion, signatures, docstrings and marks, and that no run notices it."""

import pytest
from hosting import Traffic
from playwright.sync_api import Locator, Page, expect
from problem_page import PATIENCE, Desk, ProblemPage, reference

SLUG = "mse-loss"
HEAD = "import numpy as np\n\n\ndef half(values, scale=2):\n    '''Return each value divided.'''\n"
CODE = f"{HEAD}    return np.mean(values) / scale\n\n\n"
# Code, the text that is marked, how, and what is said of it.
MARKS = {
    "undefined": (
        f"{HEAD}    return np.mean(valeus) / scale\n",
        ("warning", "valeus", "`valeus` is not defined. Did you mean `values`?"),
    ),
    "unused-import": (
        f"import math\n{CODE}",
        ("hint", "import math", "`math` is imported but not used."),
    ),
    "unused-variable": (
        f"{HEAD}    total = np.sum(values)\n    return scale\n",
        ("hint", "total", "`total` gets a value that is not used."),
    ),
    "syntax": (
        f"{HEAD}    return (values\n",
        ("error", "(values", "'(' was never closed."),
    ),
}
# Code, what is typed after it, what becomes of it, what is said of that.
PYTHONS_OWN = {
    "builtin": ("", "pri", "print", "Prints the values to a stream"),
    "module": ("import math\n\n", "math.flo", "math.floor", "Return the floor of x"),
}


class Typing:
    """What the editor shows beside the code."""

    def __init__(self, problem: ProblemPage) -> None:
        self.problem = problem
        self.page: Page = problem.page
        self.offered = self.page.get_by_role("listbox", name="Completions")
        self.chosen = self.offered.locator("[aria-selected]")
        self.about_chosen = self.page.locator(".cm-completionInfo")
        self.call = self.page.locator(".call-help")
        self.about_name = self.page.locator(
            ".name-help.cm-tooltip:not(.call-help), .cm-tooltip-hover .name-help"
        )

    def marked(self, severity: str) -> Locator:
        """Return what is marked without a run."""
        return self.problem.editor.locator(f".cm-check.cm-lintRange-{severity}")

    def wait_for_helper(self) -> None:
        """Type what only the interpreter can judge, and wait for its answer."""
        self.problem.wait_until_ready()
        self.problem.type_code("import this_is_not_used\n")
        expect(self.marked("hint")).to_have_count(1, timeout=PATIENCE)

    def type_after(self, code: str, keys: str) -> None:
        """Replace the code as a paste does, then press keys at its end."""
        self.problem.type_code(code)
        self.page.keyboard.press("Escape")
        self.page.keyboard.type(keys, delay=20)

    def accept(self) -> None:
        """Take the chosen name; in its first 75 ms the list takes no key: none was meant for it."""
        self.page.wait_for_timeout(100)
        self.page.keyboard.press("Tab")


@pytest.fixture
def typing(desk: Desk) -> Typing:
    """A page whose helper answers."""
    is_open = SLUG in desk.pages
    typing = Typing(desk.open(SLUG))
    if not is_open:
        typing.wait_for_helper()
    return typing


def test_numpy_is_completed_and_explained(typing: Typing) -> None:
    typing.type_after(CODE, "half(np.me")
    expect(typing.offered.get_by_role("option")).to_contain_text(["mean", "median"])
    expect(typing.about_chosen).to_contain_text("mean(a, axis=None, dtype=None")
    expect(typing.about_chosen).to_contain_text("Compute the arithmetic mean along")
    expect(typing.about_chosen).to_be_in_viewport(ratio=0.9)
    typing.accept()
    expect(typing.problem.editor).to_contain_text("half(np.mean)")


def test_mistakes_are_marked_as_typed(typing: Typing) -> None:
    expect_marked(typing, "undefined")


@pytest.mark.long
@pytest.mark.parametrize("case", MARKS)
def test_each_kind_of_mistake_is_marked(typing: Typing, case: str) -> None:
    expect_marked(typing, case)


@pytest.mark.long
def test_names_of_the_file_are_completed(typing: Typing) -> None:
    typing.type_after(CODE, "hal")
    expect(typing.offered.get_by_role("option")).to_contain_text(["half"])
    expect(typing.about_chosen).to_contain_text("half(values, scale=2)")
    expect(typing.about_chosen).to_contain_text("Return each value divided.")


@pytest.mark.long
@pytest.mark.parametrize("case", PYTHONS_OWN)
def test_pythons_own_names_are_completed_and_explained(typing: Typing, case: str) -> None:
    code, keys, name, about = PYTHONS_OWN[case]
    typing.type_after(code, keys)
    expect(typing.chosen).to_contain_text(name.rpartition(".")[2])
    expect(typing.about_chosen).to_contain_text(about)
    typing.accept()
    expect(typing.problem.editor.locator(".cm-line").last).to_have_text(name)


@pytest.mark.long
def test_the_call_is_signed_while_its_arguments_are_typed(typing: Typing) -> None:
    typing.type_after(CODE, "half(1, ")
    expect(typing.call).to_contain_text("half(values, scale=2)")
    expect(typing.call.locator("strong")).to_have_text("scale=2")
    typing.page.keyboard.press("Escape")
    expect(typing.call).to_have_count(0)


@pytest.mark.long
def test_a_name_is_explained_under_the_pointer_and_at_f1(typing: Typing) -> None:
    typing.type_after(CODE, "")
    typing.problem.editor.get_by_text("half", exact=True).hover()
    expect(typing.about_name).to_contain_text("Return each value divided.")
    typing.page.mouse.move(0, 0)
    expect(typing.about_name).to_have_count(0)
    typing.problem.type_code("import numpy as np\n\nnp.exp")
    typing.page.mouse.move(0, 0)
    expect(typing.about_name).to_have_count(0)
    typing.page.keyboard.press("Escape")
    typing.page.keyboard.press("F1")
    expect(typing.about_name).to_contain_text("Calculate the exponential of all elements")
    typing.page.keyboard.press("Escape")
    expect(typing.about_name).to_have_count(0)


@pytest.mark.long
def test_marks_of_a_run_stay_beside_those_of_typing(typing: Typing) -> None:
    problem = typing.problem
    problem.submit(f"import math\n{CODE}raise ValueError(3)\n")
    assert problem.marked_lines("mistake") == ["raise ValueError(3)"]
    expect(typing.marked("hint")).to_have_text(["import math"], timeout=PATIENCE)
    assert problem.marked_lines("mistake") == ["raise ValueError(3)"]
    problem.editor.click()
    typing.page.keyboard.press("Control+Home")
    typing.page.keyboard.type("# ")
    expect(typing.marked("hint")).to_have_count(0)
    assert problem.marked_lines("mistake") == ["raise ValueError(3)"]


@pytest.mark.long
def test_a_run_beside_questions_is_not_disturbed(typing: Typing) -> None:
    problem = typing.problem
    problem.type_code(reference(SLUG))
    typing.page.keyboard.type("\nhal", delay=20)
    problem.page.keyboard.press("Escape")
    for _ in range(4):
        typing.page.keyboard.press("Backspace")
    problem.run()
    problem.expect_all_passed(SLUG)


@pytest.mark.long
def test_the_page_works_on_where_the_helper_is_lost(desk: Desk) -> None:
    context = desk.context
    context.route("**/assist.zip", lambda route: route.abort())
    try:
        typing = Typing(desk.open_anew(SLUG))
        typing.problem.wait_until_ready()
        with typing.page.expect_event("requestfailed", lambda one: "assist.zip" in one.url):
            typing.type_after(CODE, "ha")
        typing.page.keyboard.type("l")  # what offers names may have come after the first letters
        expect(typing.offered.get_by_role("option")).to_contain_text(["half"])
        typing.problem.type_code("def f(:\n")
        expect(typing.marked("error")).to_have_count(1)
        typing.problem.submit(reference(SLUG))
        typing.problem.expect_all_passed(SLUG)
    finally:
        context.unroute("**/assist.zip")


@pytest.mark.long
def test_nothing_is_fetched_before_something_is_typed(desk: Desk) -> None:
    traffic = Traffic()
    typing = Typing(desk.open_anew(SLUG))
    typing.page.on("request", lambda request: traffic.urls.append(request.url))
    typing.page.reload()
    typing.problem.wait_until_ready()
    typing.problem.run()
    assert [url for url in traffic.urls if "assist" in url or "typing-help" in url] == []
    typing.problem.editor.click()
    with typing.page.expect_request("**/assist.zip"):
        typing.page.keyboard.type("x", delay=20)


def expect_marked(typing: Typing, case: str) -> None:
    """Paste a case's code, and hold that its place is marked and told."""
    code, (severity, text, words) = MARKS[case]
    typing.problem.type_code(code)
    typing.page.keyboard.press("Escape")
    expect(typing.marked(severity)).to_have_text([text], timeout=PATIENCE)
    typing.marked(severity).hover()
    expect(typing.page.locator(".cm-diagnostic").first).to_contain_text(words)
    typing.page.mouse.move(0, 0)
