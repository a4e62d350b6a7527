"""Each bad input ends in a clear state, and the next submission gets its full verdict.

A named sample runs; all of them with SCRATCHWORK_ALL=1.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import expect
from problem_page import Desk, ProblemPage, reference

import golden_cases
from extent import chosen

SLUG = "mse-loss"
GOLDEN = [
    "syntax-error",
    "missing-function",
    "exception-at-import",
    "package-not-there",
    "empty",
    "exit-at-import",
    "exit-in-function",
    "os-exit-at-import",
    "os-exit-in-function",
    "interrupt-at-import",
    "interrupt-in-function",
    "loop-at-import",
    "loop-in-function",
    "loop-that-swallows",
    "print-flood",
    "huge-allocation",
    "recursion",
    "repr-raises",
    "html-in-exception",
]
GOLDEN_SAMPLE = [
    "syntax-error",
    "exception-at-import",
    "os-exit-in-function",
    "loop-in-function",
]
WORDS = {
    "syntax-error": "syntax error",
    "import-error": "import error",
    "time-limit": "time limit",
    "crashed": "crashed",
}
GRADIENT = """


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
"""
# How each of these ends differs between interpreters: every end named here is a clear one.
FREE_ENDS = {
    "deep-nesting": (
        "x = " + "(" * 5000 + ")" * 5000 + GRADIENT,
        r"syntax error|crashed",
    ),
    "deep-recursion": (
        "import sys\n\nsys.setrecursionlimit(10**9)\n\n\n"
        "def mse_loss(pred, target):\n    return 1 + mse_loss(pred, target)\n" + GRADIENT,
        r"2 of 6 tests passed|crashed|time limit",
    ),
    "stack-overflow": (
        "import sys\n\nsys.setrecursionlimit(10**9)\n\n\n"
        "def mse_loss(pred, target):\n    return max([pred], key=lambda p: mse_loss(p, target))\n"
        + GRADIENT,
        r"2 of 6 tests passed|crashed|time limit",
    ),
}


def expect_ready_for_more(problem: ProblemPage) -> None:
    """Hold that the page works on: a right submission gets its full verdict."""
    expect(problem.html).to_have_attribute("data-runtime", "ready")
    expect(problem.stop_button).to_be_hidden()
    problem.submit(reference(SLUG))
    problem.expect_all_passed(SLUG)
    assert problem.marked_lines("mistake") == []
    assert problem.marked_lines("failing") == []


def expect_fault(problem: ProblemPage, fault: Any, code: str) -> None:
    """Hold that the page says what is wrong and where, and marks the line."""
    expect(problem.pane).to_contain_text(fault["message"])
    if fault["line"] is None:
        return
    column = fault["column"]
    place = f"line {fault['line']}" + ("" if column is None else f", column {column}")
    expect(problem.button(place)).to_be_visible()
    assert problem.marked_lines("mistake") == [code.splitlines()[fault["line"] - 1]]


def as_pattern(message: str) -> re.Pattern[str]:
    """Return what a golden's message stands for: it names one error and no figure of a limit."""
    pattern = re.escape(message).replace("MemoryError", "(Memory|Overflow)Error")
    return re.compile(pattern.replace(r"limit\ of\ N\ s", r"limit of [\d.]+ s"))


def expect_failures(problem: ProblemPage, tests: list[Any], code: str) -> None:
    """Hold that each failed test says why, and that the learner's lines are marked."""
    lines = set()
    for item, test in zip(problem.tests.all(), tests, strict=True):
        expect(item).to_have_attribute("data-outcome", test["outcome"])
        expect(item).to_contain_text(test["name"])
        if test["failure"]:
            expect(item).to_contain_text(as_pattern(test["failure"]["message"]))
            lines |= {frame["line"] for frame in test["failure"]["frames"][-1:]}
    marked = problem.marked_lines("failing")
    assert {code.splitlines()[line - 1] for line in lines} <= set(marked)
    assert lines or not marked or "timeout" in problem.outcomes()


def words_for(report: Any) -> str:
    """Return what the status line has to say of a report."""
    if report["state"] != "graded":
        return WORDS[report["state"]]
    passed = [test["outcome"] for test in report["tests"]].count("passed")
    return f"{passed} of {len(report['tests'])} tests passed"


@pytest.mark.parametrize("case", chosen(GOLDEN_SAMPLE, GOLDEN))
def test_bad_input_is_told_and_forgotten(desk: Desk, case: str) -> None:
    code, report = golden_cases.submission(case), golden_cases.expected(case)
    problem = desk.open(SLUG)
    words = problem.submit(code)
    assert words_for(report) in words
    if report["fault"]:
        expect_fault(problem, report["fault"], code)
    if report["tests"]:
        expect_failures(problem, report["tests"], code)
    expect_ready_for_more(problem)


@pytest.mark.parametrize("case", chosen(["deep-nesting"], list(FREE_ENDS)))
def test_interpreter_limit_is_told_and_forgotten(desk: Desk, case: str) -> None:
    code, words = FREE_ENDS[case]
    problem = desk.open(SLUG)
    assert re.search(words, problem.submit(code))
    expect_ready_for_more(problem)


def test_html_in_an_exception_stays_text(desk: Desk) -> None:
    problem = desk.open(SLUG)
    problem.submit(golden_cases.submission("html-in-exception"))
    expect(problem.tests.first).to_contain_text("<img src=x onerror=alert(1)><b>bold</b>")
    assert problem.page.locator("img[onerror], img[src=x]").count() == 0
    assert problem.pane.locator("b").count() == 0
    assert desk.troubles == []
    expect_ready_for_more(problem)


def test_flood_of_prints_is_cut_short(desk: Desk) -> None:
    problem = desk.open(SLUG)
    problem.submit(golden_cases.submission("print-flood"))
    cut = [test["output"]["cut"] > 0 for test in golden_cases.expected("print-flood")["tests"]]
    assert any(cut)
    shown = ["characters cut" in (item.text_content() or "") for item in problem.tests.all()]
    assert shown == cut
    assert len(problem.pane.inner_text()) < 100_000
