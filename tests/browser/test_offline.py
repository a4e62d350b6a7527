"""The site without a network, and from one release to the next, with a real service worker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hosting import new_context
from playwright.sync_api import Browser, BrowserContext, Page, expect
from problem_page import PATIENCE, ProblemPage, reference
from released import (
    FIRST,
    SECOND,
    Host,
    await_release,
    build_releases,
    expect_kept,
    hosting,
    list_kept,
    release_of,
    releases_in,
    renew_runtime,
)

DONE = "Done: all of it works without a network now."
# What becomes of the next service worker.
UPDATE = """async () => {
  const { installing } = await (await navigator.serviceWorker.getRegistration()).update();
  return new Promise((resolve) => {
    installing.onstatechange = () => installing.state === "installed" || resolve(installing.state);
  });
}"""
NEW = "There is a new version of this page."


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return build_releases(tmp_path_factory.mktemp("releases"))


@pytest.fixture
def power(tmp_path: Path, releases: list[Path]) -> Iterator[tuple[Host, ExitStack]]:
    """A host, and what ends it before the test does."""
    with ExitStack() as stack:
        yield stack.enter_context(hosting(tmp_path, releases[0])), stack


@pytest.fixture
def host(power: tuple[Host, ExitStack]) -> Host:
    return power[0]


@pytest.fixture
def keeping(browser: Browser) -> Iterator[BrowserContext]:
    context = new_context(browser, keeps=True)
    yield context
    context.close()


@pytest.fixture
def page(keeping: BrowserContext) -> Page:
    return keeping.new_page()


def cut(context: BrowserContext, power: tuple[Host, ExitStack]) -> None:
    """Take the network away, and the host."""
    context.set_offline(True)
    power[1].close()


def pass_all(page: Page, url: str, slug: str) -> None:
    """Open a problem, run its reference, and hold that all tests pass."""
    problem = ProblemPage(page)
    problem.open(url)
    problem.submit(reference(slug))
    problem.expect_all_passed(slug)


def test_pages_seen_once_open_without_a_network(
    page: Page, keeping: BrowserContext, power: tuple[Host, ExitStack]
) -> None:
    host = power[0]
    page.goto(host.url("series/steps/"))
    expect_kept(page)
    cut(keeping, power)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(FIRST)
    page.get_by_role("link", name="All problems").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Work it out.")
    page.goto(host.url("problems/relu/?from=elsewhere"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Not on this device yet")
    page.get_by_role("link", name="See all problems").click()
    page.wait_for_url(host.url())


def test_new_release_is_seen_at_once_and_told_to_open_pages(
    page: Page, keeping: BrowserContext, host: Host, releases: list[Path]
) -> None:
    page.goto(host.url("series/steps/"))
    expect_kept(page)
    host.publish(releases[1])
    other = keeping.new_page()
    other.goto(host.url())
    expect(other.get_by_role("heading", name=SECOND)).to_be_visible()
    await_release(other, releases[1])
    expect(page.get_by_text(NEW)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(FIRST)
    page.get_by_role("button", name="Reload").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SECOND)
    expect_kept(page)
    expect(other.get_by_text(NEW)).to_have_count(0)
    assert releases_in(page) == [release_of(releases[1])]


@pytest.mark.long
def test_problem_seen_once_runs_without_a_network(
    page: Page, keeping: BrowserContext, power: tuple[Host, ExitStack]
) -> None:
    url = power[0].url("problems/relu/")
    page.goto(url)
    expect_kept(page)
    page.close()
    cut(keeping, power)
    pass_all(keeping.new_page(), url, "relu")


@pytest.mark.long
def test_problem_seen_on_a_slow_line_runs_without_a_network(
    browser: Browser, power: tuple[Host, ExitStack], releases: list[Path], tmp_path: Path
) -> None:
    """The browser's own cache is small here: what Python starts from does not fit into it."""
    host = power[0]
    context = new_context(browser, mbits=1, keeps=True)
    page = context.new_page()
    page.goto(host.url("problems/relu/"))
    expect_kept(page)
    renewed = renew_runtime(releases[0], tmp_path / "renewed")
    host.publish(renewed)
    other = context.new_page()
    other.goto(host.url())
    await_release(other, renewed)
    other.close()
    expect(page.get_by_text(NEW)).to_be_visible(timeout=PATIENCE)
    cut(context, power)
    for _ in range(2):
        pass_all(page, host.url("problems/relu/"), "relu")
    context.close()


@pytest.mark.long
def test_series_made_available_runs_without_a_network(
    page: Page, keeping: BrowserContext, power: tuple[Host, ExitStack]
) -> None:
    host = power[0]
    page.goto(host.url("series/steps/"))
    page.get_by_role("button", name="Make available offline").click()
    expect(page.get_by_role("status")).to_have_text(DONE, timeout=PATIENCE)
    cut(keeping, power)
    page.get_by_role("link", name="MSE loss + backward").click()
    pass_all(page, host.url("problems/mse-loss/"), "mse-loss")


@pytest.mark.long
def test_download_is_told_stopped_and_removed(page: Page, host: Host) -> None:
    page.goto(host.url("series/steps/"))
    offer = page.get_by_role("group", name="Offline")
    keep = offer.get_by_role("button", name="Make available offline")
    expect(offer).to_contain_text(re.compile(r"\d+\.\d MB to download"))
    slow = page.context.new_cdp_session(page)
    line = {"offline": False, "latency": 50, "downloadThroughput": 2e6, "uploadThroughput": 1e6}
    slow.send("Network.emulateNetworkConditions", line)
    keep.click()
    expect(offer.get_by_role("progressbar", name="Download")).to_be_visible()
    expect(offer).to_contain_text(re.compile(r"[1-9]\d*\.\d MB of \d+\.\d MB"))
    offer.get_by_role("button", name="Cancel").click()
    expect(offer.get_by_role("status")).to_have_text(re.compile("Stopped"))
    expect(keep).to_be_visible()
    slow.send("Network.emulateNetworkConditions", {**line, "latency": 0, "downloadThroughput": -1})
    keep.click()
    expect(offer.get_by_role("status")).to_have_text(DONE, timeout=PATIENCE)
    offer.get_by_role("button", name="Remove").click()
    expect(keep).to_be_focused()
    kept = [url for urls in list_kept(page).values() for url in urls]
    assert host.url("series/steps/") in kept
    assert [url for url in kept if "/problems/" in url or "/runtime/" in url] == []


@pytest.mark.long
def test_full_storage_is_told(page: Page, host: Host) -> None:
    page.goto(host.url("series/steps/"))
    expect_kept(page)
    storage = page.context.new_cdp_session(page)
    origin = host.url().split("/any/")[0]
    storage.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 10_000_000})
    page.add_init_script("delete StorageManager.prototype.estimate")
    # Where the browser tells ahead how much room there is, and where it does not.
    for _ in range(2):
        page.get_by_role("button", name="Make available offline").click()
        expect(page.get_by_role("status")).to_have_text(re.compile("is full"), timeout=PATIENCE)
        page.reload()
    expect_kept(page)


@pytest.mark.long
def test_damaged_answers_are_replaced(
    page: Page, keeping: BrowserContext, power: tuple[Host, ExitStack]
) -> None:
    url = power[0].url("problems/relu/")
    page.goto(url)
    expect_kept(page)
    sound = list_kept(page)
    page.evaluate("""async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
          const isHit = /\\/$|main\\.js|base\\.css|heap|pyodide\\.asm/.test(url);
          if (isHit) await cache.put(url, new Response("damaged"));
        }
      }
    }""")
    pass_all(page, url, "relu")
    expect_kept(page)
    assert {name: sorted(urls) for name, urls in list_kept(page).items()} == {
        name: sorted(urls) for name, urls in sound.items()
    }
    cut(keeping, power)
    pass_all(page, url, "relu")


@pytest.mark.long
def test_open_page_stays_whole_when_the_host_changes(
    page: Page, keeping: BrowserContext, host: Host, releases: list[Path]
) -> None:
    problem = ProblemPage(page)
    problem.open(host.url("problems/relu/"))
    expect_kept(page)
    other = keeping.new_page()
    other.goto(host.url())
    expect_kept(other)
    host.publish(releases[1])
    host.lose("assets")
    other.get_by_role("searchbox", name="Search").fill("small")
    expect(other.get_by_text("The search could not be loaded.")).to_be_visible()
    problem.type_code("kept = 1")
    problem.button("History").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    host.publish(releases[1])
    other.goto(host.url())
    expect(other.get_by_role("heading", name=SECOND)).to_be_visible()
    await_release(other, releases[1])
    expect(page.get_by_text(NEW)).to_be_visible(timeout=PATIENCE)
    assert "kept = 1" in problem.editor.inner_text()
    problem.button("Reload").click()
    expect(page.get_by_role("navigation", name="Series")).to_contain_text(SECOND)
    expect(problem.editor).to_contain_text("kept = 1")
    expect_kept(page)
    assert releases_in(page) == [release_of(releases[1])]


@pytest.mark.long
def test_release_that_does_not_come_whole_changes_nothing(
    page: Page, keeping: BrowserContext, power: tuple[Host, ExitStack], releases: list[Path]
) -> None:
    host = power[0]
    page.goto(host.url("series/steps/"))
    expect_kept(page)
    host.publish(releases[1])
    host.lose("series")
    assert page.evaluate(UPDATE) == "redundant"
    cut(keeping, power)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(FIRST)
