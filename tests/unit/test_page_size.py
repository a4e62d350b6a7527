"""The pages of the real catalogue: how many bytes each of them takes."""

from pathlib import Path

import pytest

import build
from places import PROBLEMS

PAGE_BYTES = 40_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("catalogue") / "dist"
    assert build.main(["build", "--out", str(out)]) == 0
    return out


def test_a_problem_page_stays_small(site: Path) -> None:
    pages = {page.parent.name: page for page in site.glob("problems/*/index.html")}
    assert pages.keys() == {path.parent.name for path in PROBLEMS.glob("*/problem.toml")}
    sizes = {slug: page.stat().st_size for slug, page in pages.items()}
    assert {slug: size for slug, size in sizes.items() if size >= PAGE_BYTES} == {}
