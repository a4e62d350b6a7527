"""The pages of the real catalogue: how many bytes each of them takes, and all that typing needs."""

import gzip
import re
from pathlib import Path

import pytest

import build
from places import PROBLEMS

PAGE_BYTES = 40_000
# Compressed, as a host sends it: the page, its style sheets, and each script that typing waits for.
FIRST_VISIT_BYTES = 220_000
_NEEDED = re.compile(
    r'<link rel="(?:stylesheet|modulepreload)" href="([^"]+)'
    r'|<script type="module"[^>]* src="([^"]+)'
    r'|\b(?:from|import)\s*"(\.[^"]+)"|@import\s+"([^"]+)"'
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("catalogue") / "dist"
    assert build.main(["build", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Path]:
    """The problems' pages by slug."""
    return {page.parent.name: page for page in site.glob("problems/*/index.html")}


def list_needed(path: Path, needed: dict[Path, int]) -> dict[Path, int]:
    """Add the compressed size of a file, and of those that it asks for at once."""
    path = path.resolve()
    if path in needed:
        return needed
    content = path.read_bytes()
    needed[path] = len(gzip.compress(content, mtime=0))
    for found in _NEEDED.findall(content.decode("utf-8")):
        list_needed(path.parent / "".join(found), needed)
    return needed


def test_a_problem_page_stays_small(pages: dict[str, Path]) -> None:
    assert pages.keys() == {path.parent.name for path in PROBLEMS.glob("*/problem.toml")}
    sizes = {slug: page.stat().st_size for slug, page in pages.items()}
    assert {slug: size for slug, size in sizes.items() if size >= PAGE_BYTES} == {}


def test_what_typing_needs_stays_small(pages: dict[str, Path]) -> None:
    largest = max(pages.values(), key=lambda page: page.stat().st_size)
    needed = list_needed(largest, {})
    names = {path.name for path in needed}
    assert {"main.js", "python.js", "codemirror.js", "problem.css", "math.css"} <= names
    assert sum(needed.values()) < FIRST_VISIT_BYTES, needed
