"""Every page on every screen: nothing overflows, all targets can be hit, axe-core finds nothing.

`npm run shots -- folder` also writes a picture of each state there.
"""

import itertools
import os
from pathlib import Path
from typing import Any

import pytest
from page_states import FURTHER, STATES
from playwright.sync_api import Page
from problem_page import TARGETS, Desk
from working_states import WORKING

from places import ROOT

SHOTS = os.environ.get("SCRATCHWORK_SHOTS")
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
SCREENS = {"wide": (1440, 900), "phone": (390, 844), "small": (360, 740)}
SCHEMES = ["light", "dark"]
PHONES = ["phone", "small"]
ELSEWHERE = FURTHER | WORKING
_SETTLED = """() => new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))"""
_OVERFLOW = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}"""
_LOW = f"""() => [...document.querySelectorAll("{TARGETS}")]
  .filter((target) => target.checkVisibility())
  .map((one) => [one.textContent.trim() || one.name, one.getBoundingClientRect().height])
  .filter(([, height]) => height < 43.9)"""
_VIOLATIONS = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) =>
    [id, ...nodes.slice(0, 5).map(({ target, failureSummary }) => `${target}: ${failureSummary}`)]);
}"""


def show(page: Page, state: str, screen: str, scheme: Any) -> None:
    """Show a page on a screen in a colour scheme, and take a picture where they are wanted."""
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.bring_to_front()
    page.evaluate(_SETTLED)
    if SHOTS:
        path = Path(SHOTS) / f"{state}-{screen}-{scheme}.png"
        # A dialog is as high as the screen, not as the page.
        whole = screen != "wide" and not page.locator("dialog[open]").count()
        page.screenshot(path=path, full_page=whole)


def find_violations(page: Page) -> list[list[str]]:
    """Return what axe-core finds in a page."""
    if not page.evaluate("() => 'axe' in globalThis"):
        page.evaluate(AXE + ";0")
    found: list[list[str]] = page.evaluate(_VIOLATIONS)
    return found


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """The pages that are open already, by state."""
    return {}


@pytest.fixture
def shown(desk: Desk, pages: dict[str, Page], request: pytest.FixtureRequest) -> Page:
    """The page of a state, on a screen in a colour scheme."""
    state, screen, scheme = request.param
    page = pages.get(state) or pages.setdefault(state, STATES[state](desk))
    show(page, state, screen, scheme)
    return page


def states_on(screens: list[str], schemes: list[str]) -> pytest.MarkDecorator:
    """Parametrize a test with every state on these screens in these colour schemes."""
    cases = list(itertools.product(STATES, screens, schemes))
    return pytest.mark.parametrize("shown", cases, ids="-".join, indirect=True)


@states_on(["wide", *PHONES], SCHEMES if SHOTS else ["light"])
def test_nothing_overflows(shown: Page) -> None:
    assert shown.evaluate(_OVERFLOW) <= 0


@states_on(PHONES, ["light"])
def test_targets_are_high_enough_for_a_thumb(shown: Page) -> None:
    assert shown.evaluate(_LOW) == []


@states_on(["wide", "phone"], SCHEMES)
def test_axe_finds_nothing(shown: Page) -> None:
    assert find_violations(shown) == []


@pytest.mark.long
@pytest.mark.parametrize("state", ELSEWHERE)
def test_a_further_state_is_right_on_every_screen(state: str, desk: Desk) -> None:
    page = ELSEWHERE[state](desk)
    for screen, scheme in itertools.product(SCREENS, SCHEMES):
        show(page, state, screen, scheme)
        assert page.evaluate(_OVERFLOW) <= 0, screen
        assert screen not in PHONES or page.evaluate(_LOW) == [], screen
        assert find_violations(page) == [], (screen, scheme)
    page.close()
