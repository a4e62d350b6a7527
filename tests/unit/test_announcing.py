"""What a site whose address is known tells others: heads of pages, pictures, a map, a feed."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageChops

from builder import share_pictures
from builder.building import build_site
from builder.outline import read_facts
from builder.share_pictures import SIZE, Card, draw, find_picture, picture_path
from builder.site_config import Logo, SiteConfig
from grader.faults import FaultList
from grader.manifest import read_manifest
from sample_problem import FILES, changed, write_problem

BASE = "https://example.org/exercises/"
ATOM = "{http://www.w3.org/2005/Atom}"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
SERIES = """\
[[series]]
slug = "numbers"
title = "Numbers"
summary = "All about \\"numbers\\"."
steps = [{ slug = "double", step = 1 }]
"""


def added(day: str, title: str = "Double") -> dict[str, str | None]:
    manifest = str(
        changed("problem.toml", "disclosure", f"added = {day}\ndisclosure")["problem.toml"]
    )
    return {"problem.toml": manifest.replace('"Double"', f'"{title}"')}


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("announced") / "problems"
    write_problem(folder / "double", added("2026-11-02"))
    write_problem(folder / "treble", added("2026-11-20", "Three & <more>"))
    write_problem(folder / "older")
    (folder / "series.toml").write_text(SERIES, "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(problems: Path) -> Path:
    out = problems.parent / "dist"
    build_site(out, problems, BASE)
    return out


class Head(HTMLParser):
    """Collects what a page's head says of it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.says: dict[str, str] = {}
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            for key in ("name", "property"):
                self.says[values.get(key, "")] = values.get("content", "")
        elif tag == "link":
            self.says[values["rel"]] = values.get("href", "")


PAGES = {
    "": ("Scratchwork", "Coding exercises that run"),
    "series/numbers/": ("Numbers · Scratchwork", 'All about "numbers".'),
    "problems/double/": ("Double · Scratchwork", ""),
    "problems/treble/": ("Three & <more> · Scratchwork", ""),
}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_what_to_show_beside_a_link_to_it(path: str, site: Path) -> None:
    title, summary = PAGES[path]
    says = Head(site / path / "index.html").says
    assert says["og:title"] == says["og:image:alt"] == title
    assert says["canonical"] == says["og:url"] == BASE + path
    assert says["description"] == says["og:description"]
    assert says["description"].startswith(summary)
    assert says["description"]
    assert says["twitter:card"] == "summary_large_image"
    assert says["og:image"].startswith(BASE)
    with Image.open(site / says["og:image"].removeprefix(BASE)) as picture:
        assert picture.format == "PNG"
        assert picture.size == (int(says["og:image:width"]), int(says["og:image:height"])) == SIZE


def test_each_problem_has_a_picture_of_its_own(site: Path) -> None:
    paths = ("", "problems/double/", "problems/treble/", "problems/older/")
    pictures = [Head(site / path / "index.html").says["og:image"] for path in paths]
    contents = {(site / picture.removeprefix(BASE)).read_bytes() for picture in pictures}
    assert len(set(pictures)) == len(list((site / "share").iterdir())) == 4
    assert len(contents) == 3  # two of them have the same title


def test_the_map_names_every_page(site: Path) -> None:
    root = ET.parse(site / "sitemap.xml").getroot()
    found = [place.text for place in root.iter(LOC)]
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert found == sorted(BASE if page == "." else f"{BASE}{page}/" for page in pages)
    assert len(found) == 5


def test_the_feed_has_the_problems_with_a_date(site: Path) -> None:
    root = ET.parse(site / "feed.xml").getroot()
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Three & <more>", "Double"]
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2026-11-20T00:00:00Z",
        "2026-11-02T00:00:00Z",
    ]
    assert root.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00Z"
    assert entries[0].findtext(f"{ATOM}id") == f"{BASE}problems/treble/"
    for part in (root, *entries):
        for name in ("id", "title", "updated"):
            assert part.findtext(f"{ATOM}{name}"), name
    assert Head(site / "index.html").says["alternate"] == "./feed.xml"


def test_without_an_address_nothing_is_announced(problems: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    build_site(out, problems)
    assert not any((out / name).exists() for name in ("sitemap.xml", "feed.xml", "share"))
    says = Head(out / "problems" / "double" / "index.html").says
    assert says["description"]
    assert not {"canonical", "og:title", "alternate"} & says.keys()


def test_without_a_date_there_is_no_feed(tmp_path: Path) -> None:
    write_problem(tmp_path / "problems" / "double")
    out = tmp_path / "dist"
    build_site(out, tmp_path / "problems", BASE)
    assert not (out / "feed.xml").exists()
    assert "alternate" not in Head(out / "index.html").says
    assert (out / "sitemap.xml").exists()


DAYS = {
    "a day": "2026-11-22",
    "a time": "2026-11-22T10:00:00Z",
    "a text": '"2026-11-22"',
    "a year": "2026",
}


@pytest.mark.parametrize("name", DAYS)
def test_since_when_a_problem_is_there_is_a_day(name: str, tmp_path: Path) -> None:
    text = str(added(DAYS[name])["problem.toml"])
    faults = FaultList(tmp_path)
    manifest = read_manifest(text, faults)
    assert manifest
    assert (manifest.added, len(faults.faults)) == (
        ("2026-11-22", 0) if name == "a day" else ("", 1)
    )
    line = text.split("\n").index(f"added = {DAYS[name]}") + 1
    assert all(fault.line == line for fault in faults.faults)


def test_without_a_day_none_is_made_up(tmp_path: Path) -> None:
    write_problem(tmp_path / "double")
    facts = read_facts(tmp_path / "double")
    assert facts
    assert facts.added == ""
    assert "added" not in FILES["problem.toml"]


def shown(config: SiteConfig, card: Card) -> Image.Image:
    return Image.open(BytesIO(draw(config, card))).convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the box in which two pictures differ."""
    return ImageChops.difference(one, other).getbbox()


def test_a_picture_shows_title_level_and_site() -> None:
    config = SiteConfig()
    plain = shown(config, Card("a", "Double", "easy"))
    assert differ(plain, shown(config, Card("b", "Double", "easy"))) is None
    title = differ(plain, shown(config, Card("a", "Treble", "easy")))
    level = differ(plain, shown(config, Card("a", "Double", "hard")))
    name = differ(plain, shown(SiteConfig("Course"), Card("a", "Double", "easy")))
    assert title and level and name
    assert name[3] < title[1] < title[3] < level[1]


def test_letters_that_the_font_lacks_are_not_shown_as_boxes() -> None:
    config = SiteConfig()
    assert differ(shown(config, Card("a", "練習")), shown(config, Card("a", " "))) is None
    assert differ(shown(config, Card("a", "Loss")), shown(config, Card("a", " "))) is not None


def test_a_long_title_stays_in_the_picture() -> None:
    picture = shown(SiteConfig(), Card("a", "All that is known of attention " * 9, "hard"))
    box = differ(picture, shown(SiteConfig(), Card("a", " ", "hard")))
    assert box
    assert box[2] <= SIZE[0] - 60
    level = differ(shown(SiteConfig(), Card("a", " ", "hard")), shown(SiteConfig(), Card("a", " ")))
    assert level
    assert box[3] <= level[1]


def test_a_logo_stands_for_the_mark() -> None:
    red = BytesIO()
    Image.new("RGB", (300, 100), "#ff0000").save(red, "PNG")
    pictures = {
        name: shown(
            SiteConfig(logo=Logo(f"assets/logo{name}", red.getvalue())), Card("a", "Double")
        )
        for name in (".png", ".svg")
    }
    assert pictures[".png"].getpixel((100, 124)) == (255, 0, 0)
    assert differ(pictures[".svg"], shown(SiteConfig(), Card("a", "Double")))
    assert pictures[".svg"].getpixel((100, 100)) == pictures[".svg"].getpixel((20, 20))


def test_a_picture_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_pictures, "CACHE", tmp_path)
    config, card = SiteConfig(), Card("a", "Double", "easy")
    first = find_picture(config, card)
    assert first.read_bytes() == draw(config, card)
    monkeypatch.setattr(share_pictures, "draw", None)
    assert find_picture(config, card) == first
    assert re.fullmatch(r"share/a-[0-9a-f]{12}\.png", picture_path(config, card))
    assert picture_path(config, card) != picture_path(config, Card("a", "Treble", "easy"))
    assert picture_path(config, card) != picture_path(SiteConfig("Course"), card)
