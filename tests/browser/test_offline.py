"""The site without a network, and from one release to the next, with a real service worker."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hosting import new_context
from playwright.sync_api import Browser, BrowserContext, Page, expect
from problem_page import ProblemPage, reference
from released import (
    FIRST,
    SECOND,
    Host,
    build_releases,
    expect_kept,
    hosting,
    release_of,
    releases_in,
)

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
def test_series_made_available_runs_without_a_network(
    page: Page, keeping: BrowserContext, power: tuple[Host, ExitStack]
) -> None:
    host = power[0]
    page.goto(host.url("series/steps/"))
    page.get_by_role("button", name="Make available offline").click()
    expect(page.get_by_text("Available offline")).to_be_visible(timeout=120_000)
    cut(keeping, power)
    page.get_by_role("link", name="MSE loss + backward").click()
    pass_all(page, host.url("problems/mse-loss/"), "mse-loss")
