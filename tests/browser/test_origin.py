"""The site keeps to itself: one origin, one sub-path, relative links, and sealed tests."""

from __future__ import annotations

import html
import re
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from hosting import Site, Traffic
from playwright.sync_api import Page
from problem_page import SLUGS, ProblemPage, reference, starter

from places import PROBLEMS

SLUG = "mse-loss"
SERIES = ("build-cnn", "build-gpt", "build-nn")
_RELATIVE = re.compile(r"(?!/|[a-z][a-z0-9+.-]*:)", re.IGNORECASE)


class Links(HTMLParser):
    """Collects what a page links to, and the names that links can point at.

    Not where a statement leads out of the site: its sources are for the reader to follow.
    """

    def __init__(self, source: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        leads_out = tag == "a" and ("rel", "noopener") in attrs
        for name, value in attrs:
            if name in ("href", "src") and value is not None and not leads_out:
                self.links.append(value)
            if name == "id" and value:
                self.ids.add(value)


def pages_of(site: Site) -> list[Path]:
    """Return every page of the site, relative to its folder."""
    return sorted(path.relative_to(site.folder) for path in site.folder.rglob("*.html"))


def fetch(url: str) -> str:
    """Return the body; any status but 200 raises."""
    with urllib.request.urlopen(url) as response:
        assert response.status == 200
        return response.read().decode("utf-8", "replace")


def told_nowhere(slug: str) -> list[str]:
    """Return the lines of tests and reference that neither starter nor statement shows."""
    folder = PROBLEMS / slug
    known = starter(slug) + "".join(
        (folder / name).read_text("utf-8") for name in ("statement.md", "problem.toml")
    )
    sources = reference(slug) + (folder / "test_solution.py").read_text("utf-8")
    lines = {line.strip() for line in sources.splitlines()}
    names = re.compile('""".*"""')  # the tests' names are shown
    return sorted(
        line for line in lines if len(line) > 24 and line not in known and not names.fullmatch(line)
    )


def outside(urls: list[str], site: Site) -> list[str]:
    """Return the addresses that are not below the site's."""
    own = (site.url, f"blob:{origin_of(site)}/", "data:")
    return [url for url in urls if not url.startswith(own)]


def origin_of(site: Site) -> str:
    """Return scheme, host and port."""
    return site.url.split("/any/")[0]


def test_whole_visit_asks_only_the_site(site: Site, page: Page, traffic: Traffic) -> None:
    served = len(site.requests)
    page.goto(site.url)
    page.get_by_role("link", name="MSE loss + backward").first.click()
    problem = ProblemPage(page)
    problem.submit(reference(SLUG))
    problem.expect_all_passed(SLUG)
    page.get_by_role("link", name="Build a neural network from scratch").first.click()
    page.wait_for_url(f"{site.url}series/build-nn/")
    page.get_by_role("link", name="All problems").click()
    page.wait_for_url(site.url)
    assert outside(traffic.urls, site) == []
    assert any(url.endswith(".wasm") for url in traffic.urls)
    below = "/" + site.url.removeprefix(origin_of(site)).strip("/") + "/"
    assert [path for path in site.requests[served:] if not path.startswith(below)] == []


def test_run_asks_nobody(site: Site, page: Page) -> None:
    """What of the runtime is still missing may come in the background, each file once."""
    problem = ProblemPage(page)
    problem.open(f"{site.url}problems/{SLUG}/")
    problem.settle()
    served = len(site.requests)
    for _ in range(3):
        problem.submit(reference(SLUG))
        problem.expect_all_passed(SLUG)
    asked = site.requests[served:]
    assert [path for path in asked if "/runtime/" not in path] == []
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("slug", SLUGS)
def test_tests_and_reference_are_sealed(site: Site, slug: str) -> None:
    lines = told_nowhere(slug)
    assert len(lines) > 20
    source = fetch(f"{site.url}problems/{slug}/")
    for spelling in (source, html.unescape(source), source.replace('\\"', '"')):
        assert [line for line in lines if line in spelling] == []


def test_every_link_is_relative_and_leads_somewhere(site: Site) -> None:
    known: dict[str, Links] = {}
    lists = {"404.html", "index.html"} | {f"series/{name}/index.html" for name in SERIES}
    pages = {path.as_posix() for path in pages_of(site)}
    assert pages >= lists | {f"problems/{slug}/index.html" for slug in SLUGS}
    for path in pages_of(site):
        page = urljoin(site.url, path.as_posix())
        for link in Links(fetch(page)).links:
            assert _RELATIVE.match(link), f"{path}: {link}"
            address, fragment = urldefrag(urljoin(page, link))
            assert address.startswith(site.url), f"{path}: {link}"
            if address not in known:
                found = fetch(address)
                known[address] = Links(found if "<!doctype html>" in found[:20] else "")
            assert not fragment or fragment in known[address].ids, f"{path}: {link}"


def test_style_sheets_link_to_what_is_there(site: Site) -> None:
    for sheet in site.folder.rglob("*.css"):
        for link in re.findall(r"url\(['\"]?([^)'\"]+)", sheet.read_text("utf-8")):
            assert link.startswith("data:") or (sheet.parent / link).is_file(), f"{sheet}: {link}"
