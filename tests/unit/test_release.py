"""A release as browsers keep it: all that pages need is in it, with its hash and its size."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from PIL import Image

from builder.building import build_draft, build_site
from builder.icons import ICONS
from sample_problem import FILES, write_problem

SERIES = """\
[[series]]
slug = "numbers"
title = "Numbers"
summary = "All about numbers."
steps = [{ slug = "double", step = 1 }, { slug = "triple", step = 2, title = "Triple" }]
"""
PLOT = "\n![A plot](assets/plot.svg) ![Another](assets/my%20plot.svg)\n"
BLUE, WHITE = (0x2A, 0x4F, 0xB8, 255), (255, 255, 255, 255)


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("problems")
    statement = f"{FILES['statement.md']}{PLOT}"
    plots = {"assets/plot.svg": "<svg/>", "assets/my plot.svg": "<svg />"}
    write_problem(folder / "double", {**plots, "statement.md": statement})
    (folder / "series.toml").write_text(SERIES, "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(problems: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "dist"
    assert build_site(out, problems) == 1
    return out


def read_release(site: Path) -> dict[str, Any]:
    [path] = (site / "offline").glob("*.json")
    assert (site / "sw.js").read_text("utf-8").startswith(f'self.release = "{path.stem}";\n')
    release: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return release


def test_files_have_their_hash_and_size(site: Path) -> None:
    release = read_release(site)
    for path, (start, size) in release["files"].items():
        data = (site / unquote(path)).read_bytes()
        assert (hashlib.sha256(data).hexdigest()[:16], len(data)) == (start, size), path
    for path, page in release["pages"].items():
        html = (site / path / "index.html").read_text("utf-8")
        assert f'data-page="{page["id"]}"' in html
        assert len(html.encode()) == page["bytes"]


def test_everything_that_is_served_is_in_it(site: Path) -> None:
    release = read_release(site)
    served = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    apart = re.compile(r"(.*/)?index\.html|404\.html|\.nojekyll|sw\.js|(offline|schema)/.*|.*\.txt")
    scripts = re.compile(r"assets/\w+/scripts/.*")  # the modules of which bundles are made
    kept = {unquote(path) for path in release["files"]}
    left = {path for path in served - kept if not apart.fullmatch(path)}
    assert {path for path in left if not scripts.fullmatch(path)} == set()
    assert {f"{path}index.html" for path in release["pages"]} == {
        path for path in served if path.endswith("index.html")
    }
    grouped = {path for group in release["groups"].values() for path in group}
    assert grouped == release["files"].keys()


def test_pages_load_what_the_shell_has(site: Path) -> None:
    release = read_release(site)
    for page in site.rglob("index.html"):
        html = page.read_text("utf-8")
        asked = set(re.findall(r'(?:href|src)="(?:\.\./|\./)*(assets/[^"]+\.\w+)"', html))
        assert (
            asked - set(release["groups"]["shell"]) - {"assets/plot.svg", "assets/my%20plot.svg"}
            == set()
        )
        assert re.search(r'<link rel="manifest" href="(\.\./|\./)+site\.webmanifest">', html)


def test_lists_and_groups(site: Path) -> None:
    release = read_release(site)
    double = "problems/double/"
    assert release["pages"][double]["groups"] == ["python", f"{double}index.html"]
    assert release["groups"][f"{double}index.html"] == [
        f"{double}assets/my%20plot.svg",
        f"{double}assets/plot.svg",
    ]
    assert release["lists"]["series/numbers/"]["pages"] == ["", "series/numbers/", double]
    assert set(release["lists"][""]["pages"]) == release["pages"].keys()
    assert any("pyodide" in path for path in release["groups"]["python"])


def test_web_app_has_its_icons(site: Path) -> None:
    data = json.loads((site / "site.webmanifest").read_text("utf-8"))
    assert {icon["sizes"] for icon in data["icons"]} >= {"192x192", "512x512"}
    assert {icon["purpose"] for icon in data["icons"]} == {"any", "maskable"}
    for icon, (name, pixels, _) in zip(data["icons"], ICONS, strict=True):
        with Image.open(site / icon["src"]) as picture:
            assert (picture.format, picture.size, picture.mode) == ("PNG", (pixels, pixels), "RGBA")
            corner, middle = point(picture, 0, 0), point(picture, 0.5, 0.18)
            assert (corner[3], middle) == (255 if name.endswith("whole") else 0, BLUE)
            assert WHITE in {point(picture, x / 100, 0.6) for x in range(100)}


def point(picture: Image.Image, x: float, y: float) -> Any:
    return picture.getpixel((int(x * picture.width), int(y * picture.height)))


def test_release_changes_with_what_it_shows(site: Path, problems: Path) -> None:
    before = read_release(site)
    series = problems / "series.toml"
    series.write_text(SERIES.replace("All about", "More about"), "utf-8")
    build_site(site, problems)
    changed = read_release(site)
    differing = {path for path, page in changed["pages"].items() if page != before["pages"][path]}
    assert differing == {"", "series/numbers/"}
    series.write_text(SERIES, "utf-8")
    build_site(site, problems)
    assert read_release(site) == before


def test_draft_is_not_kept(problems: Path, tmp_path: Path) -> None:
    out = tmp_path / "draft"
    assert build_draft(out, problems, None) == []
    assert not (out / "sw.js").exists()
    assert not (out / "offline").exists()
