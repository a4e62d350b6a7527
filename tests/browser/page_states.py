"""The states of the site's pages that are looked at on every screen, and how to come to each."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect
from problem_page import Desk, ProblemPage, reference
from program import ProgramPart

import golden_cases
from places import PROBLEMS

SLUG = "mse-loss"
State = Callable[[Desk], Page]
PROGRAM = """\
from statistics import mean

count = int(input("How many? "))
for step in range(count):
    print(f"step {step}: loss {1 / (step + 1):.4f}")
print("diverged?", False)
mean(1 / (step + 1) for step in range(count))
"""


def visit(address: str) -> State:
    """Return the step that opens a page which runs nothing."""

    def open_page(desk: Desk) -> Page:
        page = desk.new_page()
        page.goto(desk.site.url + address)
        return page

    return open_page


def run(code: str) -> State:
    """Return the step that opens a problem's page and runs a submission there."""
    return opened(lambda problem: problem.submit(code))


def opened(act: Callable[[ProblemPage], object]) -> State:
    """Return the step that opens a problem's page and does something there."""

    def open_and_act(desk: Desk) -> Page:
        problem = desk.open_anew(SLUG)
        act(problem)
        return desk.pages.pop(SLUG).page

    return open_and_act


def press(*names: str) -> State:
    """Return the step that opens a problem's page and presses buttons, once Python is there."""

    def act(problem: ProblemPage) -> None:
        problem.wait_until_ready()
        for name in names:
            problem.button(name).click()

    return opened(act)


def open_editor(problem: ProblemPage) -> None:
    """Choose the editor as on a phone; wider screens show it anyway."""
    problem.wait_until_ready()
    problem.page.set_viewport_size({"width": 390, "height": 844})
    problem.page.get_by_role("tab", name="Editor").click()


def search(desk: Desk) -> Page:
    """Search the catalogue for a word."""
    page = visit("")(desk)
    page.get_by_role("searchbox", name="Search").fill("loss")
    expect(page.get_by_role("region", name="Found problems")).to_be_visible()
    return page


def move(desk: Desk) -> Page:
    """Open what exports and imports."""
    page = visit("")(desk)
    page.get_by_role("button", name="Export or import").click()
    expect(page.get_by_role("dialog", name="Your work")).to_be_visible()
    return page


def open_share(problem: ProblemPage) -> None:
    """Open what makes a link of the code."""
    problem.button("Share").click()
    expect(problem.page.get_by_role("dialog", name="Share")).to_be_visible()


def share_code(problem: ProblemPage) -> None:
    """Show the QR code of the code in the editor."""
    problem.button("Share").click()
    problem.button("QR code").click()
    expect(problem.page.get_by_role("img", name="QR code of the link")).to_be_visible()


def take_link(problem: ProblemPage) -> None:
    """Open what somebody has shared."""
    problem.type_code(golden_cases.submission("divides-by-rows"))
    problem.button("Share").click()
    panel = problem.page.get_by_role("dialog", name="Share")
    link = panel.get_by_role("textbox", name="Link").input_value()
    panel.get_by_role("button", name="Close").click()
    problem.type_code(reference(SLUG))
    problem.page.evaluate("(link) => { location.href = link; }", link)
    expect(problem.page.get_by_role("dialog", name="Shared code")).to_be_visible()


def look_back(problem: ProblemPage) -> None:
    """Open the history of two runs."""
    problem.submit(golden_cases.submission("divides-by-rows"))
    problem.submit(reference(SLUG))
    problem.button("History").click()
    panel = problem.page.get_by_role("dialog", name="History")
    panel.get_by_role("button", name="4 of 6").first.click()


def run_program(problem: ProblemPage) -> None:
    """Run a program that asks, prints and ends with a value."""
    program = ProgramPart(problem)
    program.run(PROGRAM)
    program.input.fill("4\n")
    program.button.click()
    expect(program.value).to_be_visible()


def open_solution(problem: ProblemPage) -> None:
    """Open the reference beside code that is wrong."""
    problem.type_code(golden_cases.submission("divides-by-rows"))
    problem.button("Show solution").click()
    problem.button("Open it").click()
    expect(problem.page.get_by_role("region", name="Reference solution")).to_be_visible()


# Looked at whenever the tests run.
STATES: dict[str, State] = {
    "index": visit(""),
    "series": visit("series/build-nn/"),
    "not-found": visit("404.html"),
    "problem": opened(ProblemPage.wait_until_ready),
    "editor": opened(open_editor),
    "embedded": visit(f"problems/{SLUG}/?embed"),
    "failed-run": run(golden_cases.submission("divides-by-rows")),
    "wrong-cells": run((PROBLEMS / SLUG / "wrong" / "forgets_the_two.py").read_text("utf-8")),
    "syntax-error": run(golden_cases.submission("syntax-error")),
    "passed-run": run(reference(SLUG)),
}
# Looked at where everything is.
FURTHER: dict[str, State] = {
    "search": search,
    "export-and-import": move,
    "hint": press("Show hint"),
    "reset-question": press("Reset"),
    "solution-question": press("Show solution"),
    "solution": opened(open_solution),
    "import-error": run(golden_cases.submission("exception-at-import")),
    "time-limit": run(golden_cases.submission("loop-in-function")),
    "run-code": opened(run_program),
    "run-code-error": opened(
        lambda problem: ProgramPart(problem).run("losses = [1.0]\nlosses[1]\n")
    ),
    "history": opened(look_back),
    "share": opened(open_share),
    "qr-code": opened(share_code),
    "shared-code": opened(take_link),
}
