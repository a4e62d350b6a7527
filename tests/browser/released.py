"""A small site in two releases, and a host whose files change from one to the other."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hosting import Site, serving
from playwright.sync_api import Page, expect

from places import PROBLEMS, ROOT

SLUGS = ["mse-loss", "relu"]
FIRST, SECOND = "Small steps", "Smooth steps"
_SERIES = """\
[[series]]
slug = "steps"
title = "{title}"
summary = "Two steps."
steps = [{{ slug = "relu", step = 1 }}, {{ slug = "mse-loss", step = 2 }}]
"""
_SUB_PATH = "any/where"
_NAMES = """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(
  async (name) => [name, (await (await caches.open(name)).keys()).map(({ url }) => url)])))"""

# Waits until a release has come as a whole.
_COME = """async (end) => {
  const registration = await navigator.serviceWorker.getRegistration();
  const hasIt = async () => (await caches.keys()).some((name) => name.endsWith(end));
  const wait = () => new Promise((done) => setTimeout(done, 100));
  while (registration.installing || !(await hasIt())) await wait();
}"""


def build_releases(folder: Path) -> list[Path]:
    """Build the site twice: the second release calls its series by another title."""
    problems = folder / "problems"
    for slug in SLUGS:
        shutil.copytree(PROBLEMS / slug, problems / slug)
    built = []
    for number, title in enumerate((FIRST, SECOND)):
        (problems / "series.toml").write_text(_SERIES.format(title=title), "utf-8")
        built.append(folder / f"release-{number}")
        command = [sys.executable, str(ROOT / "build.py"), "build"]
        command += ["--problems", str(problems), "--out", str(built[-1])]
        subprocess.run(command, check=True, cwd=ROOT, stdin=subprocess.DEVNULL)
    return built


def renew_runtime(release: Path, folder: Path) -> Path:
    """Make a release of another one that has its Python elsewhere, as after a change of it."""
    shutil.copytree(release, folder)
    [listing] = (folder / "offline").glob("*.json")
    [runtime] = (folder / "runtime").iterdir()
    pages = json.loads(listing.read_text("utf-8"))["pages"].values()
    renamed = {name: name[::-1] for name in [runtime.name, *(page["id"] for page in pages)]}
    renamed[listing.stem] = listing.stem[::-1]
    for path in [listing, folder / "sw.js", *folder.rglob("index.html")]:
        text = path.read_text("utf-8")
        for old, new in renamed.items():
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
    for path in (listing, runtime):
        path.rename(path.with_stem(path.stem[::-1]))
    return folder


@dataclass
class Host:
    """A plain host of one site at a sub-path."""

    site: Site

    def publish(self, release: Path) -> None:
        """Put a release in the place of what is there: nothing of that stays."""
        shutil.rmtree(self.site.folder, ignore_errors=True)
        shutil.copytree(release, self.site.folder)

    def lose(self, part: str) -> None:
        """Answer no more for a folder of the site."""
        shutil.rmtree(self.site.folder / part)

    def url(self, path: str = "") -> str:
        """Return the address of a page."""
        return self.site.url + path


@contextmanager
def hosting(folder: Path, release: Path) -> Iterator[Host]:
    """Serve a release until the end of the block; then the host is gone."""
    (folder / _SUB_PATH).parent.mkdir(parents=True)
    with serving(folder, _SUB_PATH) as site:
        host = Host(site)
        host.publish(release)
        yield host


def expect_kept(page: Page) -> None:
    """Wait until the browser keeps the page with all that it needs."""
    expect(page.locator("html")).to_have_attribute("data-offline", "kept", timeout=120_000)


def list_kept(page: Page) -> dict[str, list[str]]:
    """Return the addresses in each of the browser's caches, by the cache's name."""
    kept: dict[str, list[str]] = page.evaluate(_NAMES)
    return kept


def releases_in(page: Page) -> list[str]:
    """Return the releases that the browser keeps anything of."""
    return [name.rpartition(":")[2] for name in list_kept(page) if ":release:" in name]


def await_release(page: Page, folder: Path) -> None:
    """Wait until the browser has another release, and let that take over.

    It may wait for the last service worker to be idle: that one is never put to rest in a browser
    that is looked into, as here.
    """
    page.evaluate(_COME, f":release:{release_of(folder)}")
    states: dict[str, str] = {}
    session = page.context.new_cdp_session(page)
    session.on(
        "ServiceWorker.workerVersionUpdated",
        lambda event: states.update({one["versionId"]: one["status"] for one in event["versions"]}),
    )
    session.send("ServiceWorker.enable")
    page.wait_for_timeout(500)  # until then the states have come
    if "installed" in states.values():
        last = next(name for name, state in states.items() if state == "activated")
        session.send("ServiceWorker.stopWorker", {"versionId": last})
    session.detach()


def release_of(folder: Path) -> str:
    """Return the identity of a built release."""
    [listing] = (folder / "offline").glob("*.json")
    assert json.loads(listing.read_text("utf-8"))["pages"]
    return listing.stem
