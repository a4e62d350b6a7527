"""The browsers that are measured; of each, only opening and closing pages is asked."""

from __future__ import annotations

import functools
import importlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import BrowserContext, Page, sync_playwright

from builder.places import CACHE, ROOT

ENGINES = ["chromium", "firefox", "webkit"]
_DRIVERS = ROOT / "tests" / "engines"
FLAGS = [
    "--no-sandbox",  # Chromium's own sandbox does not run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Profile(Protocol):
    """A browser that starts with nothing in its cache.

    `folder` is part of its processes' command lines; None where they have nothing to be told by.
    """

    folder: str | None

    def open(self, url: str) -> None:
        """Open a page in a tab of its own; what it does is for the page to tell."""

    def close_pages(self) -> None:
        """Close every page that is open; what they left in the cache stays."""


class Browser(Protocol):
    """One engine."""

    version: str

    def profile(self) -> AbstractContextManager[Profile]:
        """Start the browser anew."""


class _ChromiumProfile:
    def __init__(self, context: BrowserContext, folder: str) -> None:
        self.folder: str | None = folder
        self._context = context
        self._pages: list[Page] = []

    def open(self, url: str) -> None:
        page = self._context.new_page()
        page.goto(url, wait_until="commit")
        self._pages.append(page)

    def close_pages(self) -> None:
        for page in self._pages:
            page.close()
        self._pages = []


class _Chromium:
    """Chromium with a profile on disk: one in memory refuses to cache files of some megabytes."""

    def __init__(self) -> None:
        self._path = (CACHE / "chromium-path").read_text("utf-8").strip()
        self._playwright = sync_playwright().start()
        browser = self._playwright.chromium.launch(executable_path=self._path, args=FLAGS)
        self.version = f"Chromium {browser.version}"
        browser.close()

    @contextmanager
    def profile(self) -> Iterator[Profile]:
        with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
            context = self._playwright.chromium.launch_persistent_context(
                Path(folder), executable_path=self._path, args=FLAGS
            )
            try:
                yield _ChromiumProfile(context, folder)
            finally:
                context.close()

    def stop(self) -> None:
        self._playwright.stop()


class _DrivenProfile:
    """Firefox or WebKit as the tests drive them: one page, a new one for each address."""

    folder: str | None = None

    def __init__(self, engine: Any) -> None:
        self._engine = engine

    def open(self, url: str) -> None:
        self._engine.open(url)

    def close_pages(self) -> None:
        self._engine.open("about:blank")


class _Driven:
    """Firefox or WebKit; the set-up has noted where their programs are, one a line."""

    def __init__(self, name: str) -> None:
        self._name = name
        with self._launched() as engine:
            agent = engine.evaluate("async () => navigator.userAgent")
        self.version = f"{name}, {agent}"

    @contextmanager
    def profile(self) -> Iterator[Profile]:
        with self._launched() as engine:
            yield _DrivenProfile(engine)

    @contextmanager
    def _launched(self) -> Iterator[Any]:
        paths = (CACHE / f"{self._name}-path").read_text("utf-8").splitlines()
        engine = _driver(self._name)(*paths)
        try:
            yield engine
        finally:
            engine.close()


def _driver(name: str) -> Callable[..., Any]:
    """Return the tests' driver of an engine; they are scripts, which no package holds."""
    if str(_DRIVERS) not in sys.path:
        sys.path.append(str(_DRIVERS))
    if name == "webkit":
        driver: Callable[..., Any] = importlib.import_module("webkit").WebKit
        return driver
    puppeteer: Callable[..., Any] = importlib.import_module("firefox_or_chromium").Puppeteer
    return functools.partial(puppeteer, name)


@contextmanager
def starting(engine: str) -> Iterator[Browser]:
    """Give the browser of an engine, one of `ENGINES`."""
    if engine != "chromium":
        yield _Driven(engine)
        return
    browser = _Chromium()
    try:
        yield browser
    finally:
        browser.stop()
