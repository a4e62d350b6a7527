"""A statement on paper: itself alone, black on white, nothing cut, whatever the screen shows."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect
from problem_page import Desk, ProblemPage

SLUG = "softmax-cross-entropy"
PAPER: Any = {"width": 640, "height": 900}  # a sheet between its margins
# What of the body is painted besides the statement.
_OTHERS = """() => [...document.querySelectorAll("body *")]
  .filter((one) => !one.closest("#statement") && !one.querySelector("#statement"))
  .filter((one) => one.checkVisibility())
  .map((one) => one.outerHTML.slice(0, 80))"""
_COLOURS = """() => [...new Set([...document.querySelectorAll("#statement *")]
  .filter((one) => one.checkVisibility())
  .map((one) => getComputedStyle(one).color))]"""
_CUT = """() => [...document.querySelectorAll("#statement *")]
  .filter((one) => getComputedStyle(one).overflowX !== "visible")
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.mark.long
def test_a_statement_prints_clean(desk: Desk) -> None:
    problem: ProblemPage = desk.open(SLUG)
    page = problem.page
    page.emulate_media(media="screen", color_scheme="dark")
    page.keyboard.press("Alt+Shift+F")
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size(PAPER)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate(_OTHERS) == []
    assert set(page.evaluate(_COLOURS)) <= {"rgb(0, 0, 0)", "rgb(51, 51, 51)"}
    background = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    assert page.evaluate(_CUT) == []
    assert len(re.findall(rb"/Type /Page\b", page.pdf(format="A4"))) in (2, 3)
