"""A link carries one attempt: it is shown beside one's own, and a bad one changes nothing."""

import base64
import gzip
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from hosting import Site
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from problem_page import Desk, ProblemPage

from extent import chosen

SLUG = "mse-loss"
MINE = "mine = 'typed before'"
SHARED = "shared = '<img src=x onerror=alert(1)> grüße 漢字'"
RUNS = "import js\njs.document.title = 'run'"


def link_to(content: Any, form: str = "1") -> str:
    """Return what comes behind the address of a page in a link."""
    packed = gzip.compress(json.dumps(content).encode())
    return f"#attempt={form}.{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def attempt(**changes: Any) -> dict[str, Any]:
    """Return what a good link carries, with some of it changed."""
    return {"slug": SLUG, "version": "0123456789ab", "code": RUNS, **changes}


BAD_LINKS = {
    "empty": "#attempt=",
    "no-format": "#attempt=abc",
    "not-base64": "#attempt=1.%%%",
    "not-packed": "#attempt=1.aGVsbG8",
    "cut-off": link_to(attempt())[:-30],
    "code-is-a-number": link_to(attempt(code=1)),
    "a-list": link_to([SHARED]),
    "null": link_to(None),
    "another-problem": link_to(attempt(slug="relu")),
    "newer-format": link_to(attempt(), "2"),
    "bomb": link_to(attempt(code="0" * 50_000_000)),
    "longer-than-any-link": "#attempt=1." + "A" * 200_001,
}
BAD_SAMPLE = ["not-base64", "cut-off", "another-problem", "bomb"]

STATES_SEEN = """globalThis.statesSeen = [];
  new MutationObserver(() => statesSeen.push(document.documentElement.dataset.runtime))
    .observe(document, { subtree: true, attributeFilter: ["data-runtime"] });"""


@pytest.fixture(scope="module")
def problem(desk: Desk) -> ProblemPage:
    """A problem in whose editor something is typed."""
    problem = desk.open_anew(SLUG)
    type_mine(problem)
    return problem


def type_mine(problem: ProblemPage) -> None:
    """Put into the editor what the tests begin with."""
    problem.type_code(MINE)
    expect(problem.page.get_by_text("Draft saved")).to_be_visible()


def noise(lines: int) -> str:
    """Return lines of code that hardly can be compressed, the same each time."""
    digests = (hashlib.sha256(str(number).encode()).hexdigest() for number in range(lines))
    return "\n".join(f"x{number} = '{digest}'" for number, digest in enumerate(digests))


def go(page: Page, url: str) -> None:
    """Open an address as a click on a link elsewhere does."""
    page.goto("about:blank")
    page.goto(url)


def test_a_link_takes_code_to_another_browser(
    problem: ProblemPage, browser: Browser, site: Site
) -> None:
    problem.type_code(SHARED)
    problem.button("Share").click()
    panel = problem.page.get_by_role("dialog", name="Share")
    link = panel.get_by_role("textbox", name="Link").input_value()
    panel.get_by_role("button", name="Close").click()
    problem.type_code(MINE)
    context = browser.new_context()
    desk = Desk(context, site)
    other = ProblemPage(desk.new_page())
    other.open(desk.url(SLUG))
    other.type_code(MINE)
    expect(other.page.get_by_text("Draft saved")).to_be_visible()
    go(other.page, link)
    shown = other.page.get_by_role("dialog", name="Shared code")
    expect(shown.locator("del")).to_have_text(MINE)
    expect(shown.locator("ins")).to_have_text(SHARED)
    expect(shown.get_by_text("another version of the problem")).to_have_count(0)
    assert other.page.url == desk.url(SLUG)
    shown.get_by_role("button", name="Take the shared code").click()
    expect(other.editor).to_have_text(SHARED)
    expect(other.status).not_to_have_text(re.compile("tests passed|Running|Queued"))
    other.button("Undo").click()
    expect(other.editor).to_have_text(MINE)
    assert desk.troubles == []
    context.close()


@pytest.mark.long
def test_ones_own_code_stays_if_the_shared_one_is_declined(
    problem: ProblemPage, desk: Desk
) -> None:
    go(problem.page, desk.url(SLUG) + link_to(attempt()))
    shown = problem.page.get_by_role("dialog", name="Shared code")
    expect(shown).to_contain_text("It was written for another version of the problem.")
    shown.get_by_role("button", name="Keep mine").click()
    expect(shown).to_be_hidden()
    expect(problem.editor).to_have_text(MINE)


LINES = {"short": 1, "nearly-too-long": 45}
CODES = [
    pytest.param("short", "dark", id="short-dark"),
    pytest.param("short", "light", id="short-light", marks=pytest.mark.long),
    pytest.param("nearly-too-long", "dark", id="nearly-too-long", marks=pytest.mark.long),
]


@pytest.mark.parametrize(("length", "scheme"), CODES)
def test_a_qr_code_holds_the_link(problem: ProblemPage, length: str, scheme: Any) -> None:
    problem.page.emulate_media(color_scheme=scheme)
    problem.type_code(noise(LINES[length]))
    problem.button("Share").click()
    panel = problem.page.get_by_role("dialog", name="Share")
    panel.get_by_role("button", name="QR code").click()
    code = panel.get_by_role("img", name="QR code of the link")
    expect(code).to_be_visible()
    link = panel.get_by_role("textbox", name="Link").input_value()
    with Image.open(io.BytesIO(code.screenshot())) as picture:
        found = zxingcpp.read_barcode(picture)
        assert min(picture.convert("RGB").getpixel((4, 4))) > 250
    assert found
    assert found.text == link
    assert length == "short" or len(link) > 2500
    panel.get_by_role("button", name="QR code").click()
    expect(code).to_have_count(0)
    panel.get_by_role("button", name="Close").click()
    problem.page.emulate_media(color_scheme="light")
    type_mine(problem)


def test_a_link_that_is_too_long_for_a_qr_code_is_said(problem: ProblemPage) -> None:
    problem.type_code(noise(60))
    problem.button("Share").click()
    panel = problem.page.get_by_role("dialog", name="Share")
    panel.get_by_role("button", name="QR code").click()
    words = re.compile(r"too long for a QR code: it has \d,\d{3} letters, and a code holds 2,953")
    expect(panel.get_by_text(words)).to_be_visible()
    expect(panel.get_by_role("img")).to_have_count(0)
    panel.get_by_role("button", name="Close").click()
    type_mine(problem)


@pytest.mark.long
def test_no_link_is_given_that_no_page_would_open(problem: ProblemPage) -> None:
    problem.type_code(noise(4_000))
    problem.button("Share").click()
    panel = problem.page.get_by_role("dialog", name="Share")
    expect(panel).to_contain_text("Your code is too long for a link")
    expect(panel.get_by_role("textbox", name="Link")).to_have_count(0)
    panel.get_by_role("button", name="Close").click()
    type_mine(problem)


@pytest.mark.parametrize("name", chosen(BAD_SAMPLE, list(BAD_LINKS)))
def test_a_bad_link_is_said_and_changes_nothing(
    problem: ProblemPage, desk: Desk, name: str
) -> None:
    go(problem.page, desk.url(SLUG) + BAD_LINKS[name])
    expect(problem.page.get_by_text("The shared code could not be opened")).to_be_visible()
    expect(problem.editor).to_have_text(MINE)
    expect(problem.page.get_by_role("dialog")).to_have_count(0)
    assert problem.page.url == desk.url(SLUG)


@pytest.mark.long
@pytest.mark.parametrize("name", ["another-problem", "newer-format", "cut-off"])
def test_nothing_runs_by_itself_after_a_bad_link(browser: Browser, site: Site, name: str) -> None:
    context = browser.new_context()
    context.add_init_script(STATES_SEEN)
    desk = Desk(context, site)
    problem = ProblemPage(desk.new_page())
    problem.open(desk.url(SLUG) + BAD_LINKS[name])
    expect(problem.page.get_by_text("The shared code could not be opened")).to_be_visible()
    problem.wait_until_ready()
    assert "running" not in problem.page.evaluate("statesSeen")
    expect(problem.status).not_to_have_text(re.compile("tests passed|Running|Queued"))
    problem.button("History").click()
    expect(problem.page.get_by_text("No run of this problem is kept")).to_be_visible()
    problem.page.keyboard.press("Escape")
    problem.submit("x = (")
    assert "running" in problem.page.evaluate("statesSeen")
    assert desk.troubles == []
    context.close()


def test_the_last_run_can_be_saved_as_a_result(problem: ProblemPage, tmp_path: Path) -> None:
    problem.submit("def mse_loss(:\n")
    problem.button("Share").click()
    panel = problem.page.get_by_role("dialog", name="Share")
    with problem.page.expect_download() as saving:
        panel.get_by_role("button", name="Save result file").click()
    path = tmp_path / saving.value.suggested_filename
    saving.value.save_as(path)
    assert path.name == "mse-loss-result.json"
    result = json.loads(path.read_text("utf-8"))
    assert result["problem"] == SLUG
    assert result["code"] == "def mse_loss(:\n"
    assert result["verdict"]["state"] == "syntax-error"
    assert result["runs"] == 1
