"""Building again: what has changed is made anew, what has not is left as it is, whole or not."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from builder import presses
from builder.building import build_draft, build_site
from builder.scan import fingerprint_folder, look_at
from builder.stamp import is_current
from grader.faults import ProblemFaults
from sample_problem import FILES, write_problem

SLUGS = ("double", "triple", "twice")
SERIES = """\
[[series]]
slug = "numbers"
title = "Numbers"
summary = "All about numbers."
steps = [{ slug = "double", step = 1 }, { slug = "triple", step = 2 }]
"""
PLOT = "\n![A plot](assets/plot.svg)\n"
STATEMENT = f"{FILES['statement.md']}{PLOT}"
LONG_AGO = 1_000_000_000


@pytest.fixture
def problems(tmp_path: Path) -> Path:
    folder = tmp_path / "problems"
    for slug in SLUGS:
        write_problem(folder / slug, {"assets/plot.svg": "<svg/>", "statement.md": STATEMENT})
    (folder / "series.toml").write_text(SERIES, "utf-8")
    return folder


@pytest.fixture
def site(problems: Path, tmp_path: Path) -> Path:
    out = tmp_path / "dist"
    assert build_site(out, problems) == 3
    return out


def pages(site: Path) -> dict[str, int]:
    """Return the identity of every page, which a page that is written anew does not keep."""
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in site.rglob("*.html")}


def written(before: dict[str, int], site: Path) -> set[str]:
    after = pages(site)
    return {path for path in before.keys() | after if before.get(path) != after.get(path)}


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_only_the_changed_page_is_written(problems: Path, site: Path) -> None:
    before = pages(site)
    edit(problems / "double" / "statement.md", "Return", "Give back")
    build_site(site, problems)
    assert written(before, site) == {"problems/double/index.html"}
    assert "Give back" in (site / "problems" / "double" / "index.html").read_text("utf-8")
    build_site(site, problems)
    assert written(before, site) == {"problems/double/index.html"}


def test_a_title_is_written_wherever_it_is_shown(problems: Path, site: Path) -> None:
    before = pages(site)
    edit(problems / "triple" / "problem.toml", '"Double"', '"Threefold"')
    build_site(site, problems)
    assert written(before, site) == {
        "index.html",
        "problems/double/index.html",  # it names the next step
        "problems/triple/index.html",
        "series/numbers/index.html",
    }


def test_what_is_gone_from_the_sources_goes_from_the_site(problems: Path, site: Path) -> None:
    for path in sorted((problems / "twice").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (problems / "twice").rmdir()
    (problems / "double" / "assets" / "plot.svg").unlink()
    edit(problems / "double" / "statement.md", PLOT, "")
    assert build_site(site, problems) == 2
    assert {path.name for path in (site / "problems").iterdir()} == {"double", "triple"}
    assert [path.name for path in (site / "problems" / "double").iterdir()] == ["index.html"]
    assert (site / "problems" / "triple" / "assets" / "plot.svg").is_file()


def test_licences_are_passed_on(problems: Path, site: Path) -> None:
    (problems / "LICENSE.source").write_text("Use it well.", "utf-8")
    build_site(site, problems)
    assert (site / "problems" / "LICENSE.source").read_text("utf-8") == "Use it well."


def test_a_page_that_somebody_touched_is_made_again(problems: Path, site: Path) -> None:
    page = site / "problems" / "twice" / "index.html"
    good = page.read_bytes()
    page.write_bytes(b"<p>mine</p>")
    build_site(site, problems)
    assert page.read_bytes() == good


def test_a_site_that_came_about_step_by_step_is_that_of_one_build(
    problems: Path, site: Path, tmp_path: Path
) -> None:
    edit(problems / "triple" / "problem.toml", '"Double"', '"Threefold"')
    build_site(site, problems)
    write_problem(problems / "new")
    build_site(site, problems)
    fresh = tmp_path / "fresh"
    build_site(fresh, problems)
    assert tree(site) == tree(fresh)


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_processes_print_what_one_prints(
    problems: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presses, "_WORTH_PROCESSES", 1)
    monkeypatch.setattr(presses, "_AT_ONCE", 1)
    build_site(tmp_path / "other", problems)
    assert tree(tmp_path / "other") == tree(site)


def test_a_fault_leaves_the_site_and_nothing_else(
    problems: Path, site: Path, tmp_path: Path
) -> None:
    before = tree(site)
    edit(problems / "double" / "statement.md", "$2x$", "$\\x$")
    edit(problems / "triple" / "problem.toml", "title", "titel")
    with pytest.raises(ProblemFaults) as raised:
        build_site(site, problems)
    assert {fault.path.parent.name for fault in raised.value.faults} == {"double", "triple"}
    assert tree(site) == before
    assert {path.name for path in tmp_path.iterdir()} == {"problems", "dist"}


def test_a_site_is_current_until_a_source_changes(problems: Path, site: Path) -> None:
    for path in problems.rglob("*.*"):
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    time.sleep(2.1)  # until then a further change might not show in the times of the files
    build_site(site, problems)
    assert is_current(site, problems)
    edit(problems / "series.toml", "All about", "More about")
    assert not is_current(site, problems)
    build_site(site, problems)
    (problems / "LICENSE.source").write_text("Use it well.", "utf-8")
    assert not is_current(site, problems)
    build_site(site, problems)
    edit(problems / "double" / "starter.py", "pass", "return")
    assert not is_current(site, problems)


def test_files_that_are_new_or_changed_are_looked_into(problems: Path) -> None:
    folder = problems / "double"
    assert look_at(folder) == ""
    before = fingerprint_folder(folder)
    (folder / "double.link").symlink_to("nowhere")
    assert fingerprint_folder(folder) != before


def test_a_problem_that_others_need_cannot_go(problems: Path, site: Path) -> None:
    toml = problems / "triple" / "problem.toml"
    edit(toml, "[limits]", 'prerequisites = ["twice"]\n[limits]')
    edit(problems / "double" / "statement.md", "Return", "Like [twice](../twice/), return")
    build_site(site, problems)
    (problems / "twice").rename(problems / "thrice")
    with pytest.raises(ProblemFaults) as raised:
        build_site(site, problems)
    places = [f"{fault.path.parent.name}/{fault.path.name}" for fault in raised.value.faults]
    assert places == ["double/statement.md", "triple/problem.toml"]


def test_problems_that_wait_for_each_other_are_a_fault(problems: Path, site: Path) -> None:
    for slug, other in (("double", "triple"), ("triple", "double")):
        edit(problems / slug / "problem.toml", "[limits]", f'prerequisites = ["{other}"]\n[limits]')
    with pytest.raises(ProblemFaults, match="double -> triple -> double"):
        build_site(site, problems)


def test_a_draft_keeps_the_last_good_page_until_the_fault_is_mended(
    problems: Path, site: Path
) -> None:
    before = pages(site)
    starter = problems / "double" / "starter.py"
    good = starter.read_text("utf-8")
    starter.write_text("def double(", "utf-8")
    edit(problems / "triple" / "statement.md", "Return", "Give back")
    for _ in range(2):
        [fault] = build_draft(site, problems, {"double", "triple"})
        assert fault.path == starter
        assert written(before, site) == {"problems/triple/index.html"}
    starter.write_text(good, "utf-8")
    assert build_draft(site, problems, {"double"}) == []
    assert written(before, site) == {"problems/triple/index.html"}
