"""Help while typing: completion, signatures, docstrings and marks, and that no run notices it."""

import pytest
from playwright.sync_api import Locator, Page, expect
from problem_page import PATIENCE, Desk, ProblemPage

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
        ("error", "(", "'(' was never closed."),
    ),
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
        self.about_name = self.page.locator(".name-help:not(.call-help)")

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
    typing.page.keyboard.press("Tab")
    expect(typing.problem.editor).to_contain_text("half(np.mean)")


def test_mistakes_are_marked_as_typed(typing: Typing) -> None:
    code, (severity, text, words) = MARKS["undefined"]
    typing.problem.type_code(code)
    expect(typing.marked(severity)).to_have_text([text], timeout=PATIENCE)
    typing.marked(severity).hover()
    expect(typing.page.locator(".cm-diagnostic")).to_have_text(words)
    typing.page.mouse.move(0, 0)
