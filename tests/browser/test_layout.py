"""Every page on every screen: nothing overflows, buttons can be hit, axe-core finds nothing.

SCRATCHWORK_SHOTS=folder also writes a picture of each state there.
"""

import itertools
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from problem_page import Desk, reference

import golden_cases
from places import PROBLEMS, ROOT

SHOTS = os.environ.get("SCRATCHWORK_SHOTS")
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
SLUG = "mse-loss"
SCREENS = {"wide": (1440, 900), "phone": (390, 844), "small": (360, 740)}
SCHEMES = ["light", "dark"]
PHONES = ["phone", "small"]
_SETTLED = """() => new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))"""
_OVERFLOW = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}"""
_LOW_BUTTONS = """() => [...document.querySelectorAll("button, summary, a.button")]
  .filter((button) => button.checkVisibility())
  .map((button) => [button.textContent.trim(), button.getBoundingClientRect().height])
  .filter(([, height]) => height < 43.9)"""
_VIOLATIONS = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) =>
    [id, ...nodes.slice(0, 5).map(({ target, failureSummary }) => `${target}: ${failureSummary}`)]);
}"""


def visit(address: str) -> Callable[[Desk], Page]:
    """Return the step that opens a page which runs nothing."""

    def open_page(desk: Desk) -> Page:
        page = desk.new_page()
        page.goto(desk.site.url + address)
        return page

    return open_page


def run(code: str) -> Callable[[Desk], Page]:
    """Return the step that opens a problem's page and runs a submission there."""

    def open_and_run(desk: Desk) -> Page:
        problem = desk.open_anew(SLUG)
        problem.submit(code)
        return desk.pages.pop(SLUG).page

    return open_and_run


def fresh_problem(desk: Desk) -> Page:
    """Open a problem's page and wait for Python, so that nothing moves any more."""
    problem = desk.open_anew(SLUG)
    problem.wait_until_ready()
    return desk.pages.pop(SLUG).page


STATES = {
    "index": visit(""),
    "series": visit("series/build-nn/"),
    "not-found": visit("404.html"),
    "problem": fresh_problem,
    "failed-run": run(golden_cases.submission("divides-by-rows")),
    "wrong-cells": run((PROBLEMS / SLUG / "wrong" / "forgets_the_two.py").read_text("utf-8")),
    "syntax-error": run(golden_cases.submission("syntax-error")),
    "passed-run": run(reference(SLUG)),
}


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """The pages that are open already, by state."""
    return {}


@pytest.fixture
def shown(desk: Desk, pages: dict[str, Page], request: pytest.FixtureRequest) -> Page:
    """The page of a state, on a screen in a colour scheme."""
    state, screen, scheme = request.param
    page = pages.get(state) or pages.setdefault(state, STATES[state](desk))
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.bring_to_front()
    page.evaluate(_SETTLED)
    if SHOTS:
        name = f"{state}-{screen}-{scheme}.png"
        page.screenshot(path=Path(SHOTS) / name, full_page=screen != "wide")
    return page


def states_on(screens: list[str], schemes: list[str]) -> pytest.MarkDecorator:
    """Parametrize a test with every state on these screens in these colour schemes."""
    cases = list(itertools.product(STATES, screens, schemes))
    return pytest.mark.parametrize("shown", cases, ids="-".join, indirect=True)


@states_on(["wide", *PHONES], SCHEMES if SHOTS else ["light"])
def test_nothing_overflows(shown: Page) -> None:
    assert shown.evaluate(_OVERFLOW) <= 0


@states_on(PHONES, ["light"])
def test_buttons_are_high_enough_for_a_thumb(shown: Page) -> None:
    assert shown.evaluate(_LOW_BUTTONS) == []


@states_on(["wide", "phone"], SCHEMES)
def test_axe_finds_nothing(shown: Page) -> None:
    if not shown.evaluate("() => 'axe' in globalThis"):
        shown.evaluate(AXE + ";0")
    assert shown.evaluate(_VIOLATIONS) == []
