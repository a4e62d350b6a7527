"""A site's configuration: what it changes in the pages, and where its faults are."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from PIL import Image

import build
from builder.building import build_site
from builder.catalogue import read_catalogue
from builder.site_config import SiteConfig, read_site_config
from grader.faults import Fault, ProblemFaults
from grader.problem import read_problem
from places import ROOT
from sample_problem import write_problem

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
WHOLE = """\
title = "Course 101 <b>"
logo = "logo.svg"
report_url = "https://example.org/new?title={slug}&body={version}"
base_url = "https://example.org/exercises"

[embed]
origins = ["https://moodle.example.org", "http://localhost:8080"]
"""

# name: (site.toml, line, what the message says)
FAULTS = {
    "wrong TOML": ("title =\n", 1, "not valid TOML"),
    "unknown key": ("\ntitel = 3\n", 2, "unknown key 'titel'; known are base_url, embed, logo"),
    "title no text": ("title = 3\n", 1, "'title' is not one line"),
    "title empty": ('title = ""\n', 1, "'title' is not one line"),
    "title in two lines": ('title = "a\\nb"\n', 1, "'title' is not one line"),
    "title too long": (f'title = "{"x" * 61}"\n', 1, "at most 60"),
    "logo of a kind that is not shown": ('\nlogo = "logo.gif"\n', 2, "is no logo"),
    "logo elsewhere": ('logo = "../logo.svg"\n', 1, "beside this file"),
    "logo missing": ('logo = "none.svg"\n', 1, "there is no file 'none.svg'"),
    "logo too large": ('logo = "large.svg"\n', 1, "make it smaller"),
    "logo that is none": ('logo = "text.png"\n', 1, "does not hold what its name says"),
    "report address relative": ('report_url = "report"\n', 1, "no absolute address"),
    "report address that runs": ('report_url = "javascript:alert(1)"\n', 1, "no absolute address"),
    "report address without a host": ('report_url = "https:///x"\n', 1, "no absolute address"),
    "mail to nobody": ('report_url = "mailto:"\n', 1, "no absolute address"),
    "unknown placeholder": ('report_url = "https://a.example/{title}"\n', 1, "placeholder"),
    "placeholder without end": ('report_url = "https://a.example/{slug"\n', 1, "placeholder"),
    "base address relative": ('base_url = "/exercises/"\n', 1, "no absolute address"),
    "base address with a blank": ('base_url = "https://a b"\n', 1, "no absolute address"),
    "base address with a query": ('base_url = "https://a.example/?x"\n', 1, "end it with"),
    "base address of a wrong port": ('base_url = "https://a.example:x/"\n', 1, "no absolute"),
    "embed no table": ("embed = 3\n", 1, "'embed' is not a table"),
    "unknown key of embed": ("[embed]\norigin = []\n", 2, "unknown key 'origin'"),
    "origins no list": ('[embed]\norigins = "*"\n', 2, "not a list"),
    "origin of anybody": ('[embed]\norigins = ["*"]\n', 2, "'*' is no origin"),
    "origin with a path": ('[embed]\norigins = ["https://a.example/"]\n', 2, "is no origin"),
    "origin in capitals": ('[embed]\norigins = ["https://A.example"]\n', 2, "is no origin"),
    "origin with the usual port": ('[embed]\norigins = ["https://a.example:443"]\n', 2, ":443"),
    "origin that is not secure": ('[embed]\norigins = ["http://a.example"]\n', 2, "write https://"),
}


@pytest.fixture
def problems(tmp_path: Path) -> Path:
    folder = tmp_path / "problems"
    write_problem(folder / "double")
    (folder / "logo.svg").write_text(SVG, "utf-8")
    (folder / "large.svg").write_text(SVG + " " * 50_000, "utf-8")
    (folder / "text.png").write_text(SVG, "utf-8")
    return folder


def write_config(problems: Path, text: str) -> None:
    (problems / "site.toml").write_text(text, "utf-8")


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_located(name: str, problems: Path) -> None:
    text, line, message = FAULTS[name]
    write_config(problems, text)
    faults: list[Fault] = []
    read_site_config(problems, faults)
    [fault] = faults
    assert (fault.path, fault.line) == (problems / "site.toml", line)
    assert message in fault.message


def test_without_a_file_there_is_nothing_but_a_title(problems: Path) -> None:
    faults: list[Fault] = []
    assert read_site_config(problems, faults) == SiteConfig("Scratchwork", None, "", "", ())
    write_config(problems, "")
    assert read_site_config(problems, faults) == SiteConfig()
    assert faults == []


GOOD = {
    "mail": 'report_url = "mailto:me@example.org?subject={slug}%20{version}"',
    "a port": '[embed]\norigins = ["https://a.example:8443"]',
    "no origins": "[embed]\norigins = []",
    "a title of another script": 'title = "練習"',
}


@pytest.mark.parametrize("name", GOOD)
def test_what_is_unusual_but_right_is_no_fault(name: str, problems: Path) -> None:
    write_config(problems, GOOD[name])
    faults: list[Fault] = []
    read_site_config(problems, faults)
    assert faults == []


def test_the_configuration_is_in_the_pages(problems: Path, tmp_path: Path) -> None:
    write_config(problems, WHOLE)
    out = tmp_path / "dist"
    build_site(out, problems)
    [logo] = out.glob("assets/logo-????????????.svg")
    assert logo.read_text("utf-8") == SVG
    version = read_problem(problems / "double").version
    page = (out / "problems" / "double" / "index.html").read_text("utf-8")
    assert f"https://example.org/new?title=double&amp;body={version}" in page
    assert '"embed_origins":["https://moodle.example.org","http://localhost:8080"]' in page
    for path in out.rglob("*.html"):
        html = path.read_text("utf-8")
        assert "Course 101 &lt;b&gt;</title>" in html
        assert "Scratchwork" not in html
        assert (f'src="../../assets/{logo.name}"' in html) == ("double" in path.parts)
    assert 'href="https://example.org/exercises/"' in (out / "404.html").read_text("utf-8")
    [release] = (out / "offline").glob("*.json")
    assert f"assets/{logo.name}" in json.loads(release.read_bytes())["groups"]["shell"]


# The logo's size, and what is the icon of the site once it is installed.
PNG_LOGOS = {(192, 192): "logo", (512, 512): "logo", (191, 191): "mark", (512, 192): "mark"}


@pytest.mark.parametrize("size", PNG_LOGOS)
def test_a_logo_is_the_icon_where_it_can_be(
    size: tuple[int, int], problems: Path, tmp_path: Path
) -> None:
    Image.new("RGB", size, "red").save(problems / "logo.png")
    write_config(problems, 'logo = "logo.png"\n')
    out = tmp_path / "dist"
    build_site(out, problems)
    icons = json.loads((out / "site.webmanifest").read_bytes())["icons"]
    touch = re.compile(r'<link rel="apple-touch-icon" href="(?:\./)?([^"]+)">')
    [touched] = touch.findall((out / "index.html").read_text("utf-8"))
    if PNG_LOGOS[size] == "logo":
        [icon] = icons
        assert (icon["src"], icon["sizes"]) == (touched, f"{size[0]}x{size[1]}")
        assert (out / touched).read_bytes() == (problems / "logo.png").read_bytes()
    else:
        assert {icon["sizes"] for icon in icons} >= {"192x192", "512x512"}
        assert touched.endswith("icons/180-whole.png")


def test_a_change_of_the_configuration_is_built(problems: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    build_site(out, problems)
    page = out / "problems" / "double" / "index.html"
    assert "embed_origins" not in page.read_text("utf-8")
    write_config(problems, WHOLE)
    build_site(out, problems)
    before = page.read_bytes()
    (problems / "logo.svg").write_text(SVG.replace("4", "3"), "utf-8")
    build_site(out, problems)
    assert page.read_bytes() != before
    [logo] = out.glob("assets/logo-*")
    assert logo.read_bytes() == (problems / "logo.svg").read_bytes()


def test_a_fault_builds_nothing(
    problems: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_config(problems, "titel = 3\n")
    with pytest.raises(ProblemFaults, match="unknown key 'titel'"):
        read_catalogue(problems)
    out = tmp_path / "dist"
    assert build.main(["build", "--out", str(out), "--problems", str(problems)]) == 1
    assert "site.toml:1: unknown key 'titel'" in capsys.readouterr().err
    assert not out.exists()


def test_a_base_url_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build.main(["build", "--out", "dist", "--base-url", "example.org"])
    assert "no absolute address" in capsys.readouterr().err


def test_the_configuration_that_the_documentation_shows_has_no_fault(problems: Path) -> None:
    page = (ROOT / "docs" / "problems.md").read_text("utf-8").split("\n## site.toml\n")[1]
    shown = re.findall(r"^```toml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    write_config(problems, shown[0])
    faults: list[Fault] = []
    config = read_site_config(problems, faults)
    assert faults == []
    assert config.logo
    for field in fields(config):
        assert getattr(config, field.name), field.name
        assert f"| `{field.name.replace('embed_', 'embed.')}` |" in page
