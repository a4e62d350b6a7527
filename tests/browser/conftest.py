"""A real Chromium on the built site, served from a sub-path by a plain static file server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from hosting import Site, Traffic, new_context, serving
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from problem_page import Desk

from places import ROOT

SUB_PATH = "any/where"
expect.set_options(timeout=30_000)
FLAGS = [
    "--no-sandbox",  # Chromium's own sandbox does not run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str:
    """Return where the browser is that the tests drive."""
    return (ROOT / ".cache" / "chromium-path").read_text("utf-8").strip()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("host")
    out = root / SUB_PATH
    out.parent.mkdir(parents=True)
    build = [sys.executable, str(ROOT / "build.py"), "build", "--out", str(out)]
    subprocess.run(build, check=True, cwd=ROOT, stdin=subprocess.DEVNULL)
    with serving(root, SUB_PATH) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def desk(browser: Browser, site: Site) -> Iterator[Desk]:
    """One learner's browser for all tests of a module: each of them works in whatever is open."""
    context = new_context(browser)
    desk = Desk(context, site)
    yield desk
    context.close()
    assert desk.troubles == []


@pytest.fixture
def new_desk(browser: Browser, site: Site) -> Iterator[Desk]:
    """A browser in which nothing is kept yet."""
    context = browser.new_context()
    desk = Desk(context, site)
    yield desk
    assert desk.troubles == []
    context.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = new_context(browser)
    yield context
    context.close()


@pytest.fixture
def traffic(context: BrowserContext) -> Traffic:
    traffic = Traffic()
    context.on("request", lambda request: traffic.urls.append(request.url))
    return traffic


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
