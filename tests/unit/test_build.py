"""The command line: a whole site from a small catalogue, and what a fault leaves behind."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import build
from sample_problem import changed, write_problem

SERIES = """\
[[series]]
slug = "numbers"
title = "Numbers"
summary = "All about numbers."
steps = [
  { slug = "double", step = 1 },
  { slug = "triple", step = 2, title = "Triple" },
]
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogue")
    text = {"statement.md": "![A plot](assets/plot.svg)\n\n```python\n>>> 1\n1\n```\n"}
    write_problem(folder / "double", {**text, "assets/plot.svg": "<svg/>"})
    write_problem(folder / "add-up", changed("problem.toml", '"Double"', '"</script> & <b>"'))
    (folder / "series.toml").write_text(SERIES, "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "dist"
    assert build.main(["build", "--out", str(out), "--problems", str(catalogue)]) == 0
    return out


class Links(HTMLParser):
    """Collects what a page links to and loads, and its data."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.data = ""
        self._inside = False
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.found += [value for key in ("href", "src") if (value := values.get(key))]
        self._inside = values.get("type") == "application/json"

    def handle_data(self, data: str) -> None:
        self.data += data if self._inside else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


def test_every_page_is_there(site: Path) -> None:
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert pages == {
        "404.html",
        "index.html",
        "offline.html",
        "problems/add-up/index.html",
        "problems/double/index.html",
        "series/numbers/index.html",
    }
    assert (site / "problems" / "double" / "assets" / "plot.svg").is_file()
    assert (site / ".nojekyll").is_file()
    assert (site / "schema" / "bundle.schema.json").is_file()


def test_all_links_are_relative_and_lead_somewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        for link in Links(page).found:
            assert not re.match(r"[a-z]+:|/", link), f"{page}: {link}"
            target = (page.parent / link.split("#")[0]).resolve()
            there = target / "index.html" if target.is_dir() else target
            assert there.is_file(), f"{page}: {link}"


def test_nothing_names_this_machine(site: Path) -> None:
    for path in [*site.rglob("*.html"), *site.glob("schema/*")]:
        text = path.read_text("utf-8")
        assert str(site.parent) not in text
        assert str(build.ROOT) not in text


def test_a_title_cannot_break_a_page(site: Path) -> None:
    page = site / "problems" / "add-up" / "index.html"
    data = json.loads(Links(page).data)
    assert data["bundle"]["title"] == "</script> & <b>"
    assert "</script> & <b>" not in page.read_text("utf-8")


def test_the_scripts_are_bundled_and_their_sources_left_out(site: Path) -> None:
    names = {path.name for path in site.glob("assets/*/scripts/**/*.*")}
    assert {"main.js", "codemirror.js"} <= names
    assert not [name for name in names if ".entry." in name or name.endswith(".d.ts")]


def test_the_font_of_formulas_is_brought_with_its_licence(site: Path) -> None:
    [style] = site.glob("assets/*/styles/math.css")
    [name] = re.findall(r"url\(([^)]*)\)", style.read_text("utf-8"))
    assert (style.parent / name).read_bytes().startswith(b"wOF2")
    assert (style.parent / name).with_name("OFL.txt").is_file()


def test_building_twice_gives_the_same_bytes(site: Path, catalogue: Path, tmp_path: Path) -> None:
    again = tmp_path / "dist"
    assert build.main(["build", "--out", str(again), "--problems", str(catalogue)]) == 0
    for path in site.rglob("*"):
        if path.is_file():
            assert (again / path.relative_to(site)).read_bytes() == path.read_bytes()


def test_a_fault_is_printed_and_builds_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    problems = tmp_path / "problems"
    write_problem(problems / "double", {"solution.py": None})
    write_problem(problems / "triple", {"starter.py": None})
    out = tmp_path / "dist"
    assert build.main(["build", "--out", str(out), "--problems", str(problems)]) == 1
    printed = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0].rsplit("/", 1)[1] for line in printed] == [
        "solution.py:1",
        "starter.py:1",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["problems"]


def test_faults_of_statements_and_of_solutions_come_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = {
        **changed("statement.md", "$2x$", "$\\x$"),
        **changed("starter.py", "pass", "return 2 * x"),
    }
    write_problem(tmp_path / "double", changes)
    assert build.main(["check", "--problems", str(tmp_path)]) == 1
    printed = capsys.readouterr().err
    assert "statement.md:1: " in printed
    assert "starter.py:1: " in printed


def test_check_of_one_problem_leaves_the_others_alone(tmp_path: Path) -> None:
    write_problem(tmp_path / "double")
    write_problem(tmp_path / "triple", {"starter.py": None})
    assert build.main(["check", "double", "--problems", str(tmp_path)]) == 0
    assert build.main(["check", "--problems", str(tmp_path)]) == 1
