"""A site of somebody's own in the browser: its name, what it tells others, and its learners."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hosting import Site, serving
from own_site import BASE, RIGHT, SITE_TITLE, SLUG, SUMMARY, TITLE, build_own_site, write_problems
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from problem_page import Desk, ProblemPage
from released import expect_kept

from conftest import FLAGS, chromium_path
from grader.problem import read_problem
from places import ROOT

pytestmark = pytest.mark.long
# What a learner writes, and what the page says of it beside the author's message.
PLAIN_WORDS = {
    "nothing-returned": (
        "def add_one(x):\n    x + 1\n",
        "`add_one` returned None. Is a `return` missing?",
    ),
    "wrong-shape": (
        "def add_one(x):\n    return (x + 1).T\n",
        "The shape should be (2, 3), but it is (3, 2). It is transposed.",
    ),
    "axis-missing": (
        "import numpy as np\n\n\ndef add_one(x):\n    return np.ravel(x + 1)\n",
        "The shape should be (2, 3), but it is (6,). An axis is missing.",
    ),
    "wrong-type": (
        "def add_one(x):\n    return 'one more'\n",
        "A NumPy array is wanted here, and this is of type str.",
    ),
}


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the problem and the configuration."""
    folder = tmp_path_factory.mktemp("own") / "problems"
    write_problems(folder)
    return folder


@pytest.fixture(scope="module")
def site(problems: Path) -> Iterator[Site]:
    root = problems.parent / "host"
    build_own_site(problems, root / "exercises")
    with serving(root, "exercises") as site:
        yield site


@pytest.fixture
def problem(desk: Desk) -> ProblemPage:
    return desk.open(SLUG)


def opened(problem: ProblemPage, place: int) -> Locator:
    """Return the item of a hidden test, with its details open."""
    item = problem.tests.nth(place)
    if item.locator("details[open]").count() == 0:
        item.locator("summary").click()
    return item


def meta(page: Page, name: str) -> str:
    """Return what the page's head says under a name."""
    found = page.locator(f"head meta[name='{name}'], head meta[property='{name}']")
    return found.get_attribute("content") or ""


def test_name_logo_and_report_link_are_the_sites_own(
    problem: ProblemPage, problems: Path, desk: Desk
) -> None:
    page = problem.page
    expect(page).to_have_title(f"{TITLE} · {SITE_TITLE}")
    home = page.get_by_role("banner").get_by_role("link", name=SITE_TITLE)
    logo = home.locator("img")
    expect(logo).to_be_visible()
    expect(logo).to_have_js_property("complete", True)
    assert logo.evaluate("image => image.naturalWidth") > 0
    version = read_problem(problems / SLUG).version
    report = page.get_by_role("link", name="Report a problem with this problem")
    expect(report).to_have_attribute("href", f"https://example.org/new?title={SLUG}&body={version}")
    home.click()
    expect(page).to_have_url(desk.site.url)
    expect(page).to_have_title(re.compile(SITE_TITLE))
    page.go_back()


def test_what_others_show_of_a_page_is_there(problem: ProblemPage, desk: Desk) -> None:
    page = problem.page
    assert meta(page, "description") == SUMMARY
    assert meta(page, "og:title") == f"{TITLE} · {SITE_TITLE}"
    picture = meta(page, "og:image")
    assert picture.startswith(BASE)
    answer = page.request.get(desk.site.url + picture.removeprefix(BASE))
    assert answer.ok
    assert answer.headers["content-type"] == "image/png"
    for name, root in {"sitemap.xml": "urlset", "feed.xml": "feed"}.items():
        answer = page.request.get(desk.site.url + name)
        assert answer.ok, name
        assert f"<{root} " in answer.text(), name
        assert f"{BASE}problems/{SLUG}/" in answer.text(), name


@pytest.fixture(scope="module")
def own_browser(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A browser with a profile: without one nothing can be installed."""
    profile = tmp_path_factory.mktemp("profile")
    context = browser.browser_type.launch_persistent_context(
        profile, executable_path=chromium_path(), args=FLAGS
    )
    yield context
    context.close()


@pytest.mark.parametrize("path", ["", f"problems/{SLUG}/"])
def test_the_site_can_be_installed(own_browser: BrowserContext, site: Site, path: str) -> None:
    page = own_browser.new_page()
    page.goto(site.url + path)
    session = own_browser.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    app = json.loads(manifest["data"])
    assert app["name"] == SITE_TITLE
    logo = page.get_by_role("banner").locator("img").get_attribute("src") or ""
    assert [icon["src"] for icon in app["icons"]] == [logo.removeprefix("../../").lstrip("./")]
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert session.send("Page.getAppId")["appId"] == site.url, "another site of the host is another"
    page.close()


def test_the_logo_is_there_without_a_network(own_browser: BrowserContext, site: Site) -> None:
    page = own_browser.new_page()
    page.goto(f"{site.url}problems/{SLUG}/")
    expect_kept(page)
    own_browser.set_offline(True)
    try:
        page.reload()
        logo = page.get_by_role("banner").locator("img")
        expect(logo).to_have_js_property("complete", True)
        assert logo.evaluate("image => image.naturalWidth") > 0
    finally:
        own_browser.set_offline(False)
        page.close()


@pytest.mark.parametrize("case", PLAIN_WORDS)
def test_common_mistakes_are_said_in_plain_words(problem: ProblemPage, case: str) -> None:
    code, words = PLAIN_WORDS[case]
    assert problem.submit(code) == "0 of 2 tests passed"
    item = opened(problem, 1)
    expect(item).to_contain_text(words)
    expect(item).to_contain_text("each element is one more")


def test_a_big_array_is_shown_around_the_first_difference(problem: ProblemPage) -> None:
    code = "def add_one(x):\n    got = x + 1\n    got[70:71, 90:91] = -5\n    return got\n"
    assert problem.submit(code) == "1 of 2 tests passed"
    item = opened(problem, 0)
    expect(item).to_contain_text("First differing index [70, 90]")
    tables = item.get_by_role("table")
    expect(tables).to_have_count(2)
    for table in tables.all():
        assert table.get_by_role("row").count() < 20
        expect(table.get_by_role("columnheader", name="90", exact=True)).to_be_visible()
        expect(table.get_by_role("rowheader", name="70", exact=True)).to_be_visible()
        expect(table.get_by_text("⋯").first).to_be_visible()
        expect(table.get_by_text("⋮").first).to_be_visible()
    expect(tables.last.locator("mark")).to_have_text(["-5.0"])


def hand_in(problem: ProblemPage, folder: Path) -> Path:
    """Save the latest run's result file from the history."""
    problem.button("History").click()
    panel = problem.page.get_by_role("dialog", name="History")
    with problem.page.expect_download() as saving:
        panel.get_by_role("button", name="Save result file").click()
    path = folder / saving.value.suggested_filename
    saving.value.save_as(path)
    panel.press("Escape")
    return path


def test_what_is_handed_in_is_graded_again(
    problem: ProblemPage, problems: Path, tmp_path: Path
) -> None:
    problem.submit(RIGHT)
    problem.expect_all_passed(SLUG)
    path = hand_in(problem, tmp_path)
    result: dict[str, Any] = json.loads(path.read_text("utf-8"))
    assert result["code"] == RIGHT
    assert result["version"] == read_problem(problems / SLUG).version
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", result["at"])
    assert result["verdict"]["seconds"] > 0
    command = [sys.executable, "-m", "grader", problems / SLUG, path]
    graded = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert graded.returncode == 0, graded.stderr
    at = result["at"]
    assert f"Handed in: graded, 2 of 2 tests passed in the page, {at}" in graded.stdout
    assert "Graded anew: graded, 2 of 2 tests passed, as handed in" in graded.stdout
    assert "another version" not in graded.stdout
