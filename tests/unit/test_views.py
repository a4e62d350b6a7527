"""What templates get to see: the problems around a problem, and how long a series takes."""

from pathlib import Path

import pytest

from builder.outline import Outline, read_outline
from builder.series import Series
from builder.views import Neighbour, view_series, view_surroundings
from sample_problem import changed, write_problem

SERIES = """\
[[series]]
slug = "numbers"
title = "Numbers"
summary = "All about numbers."
steps = [{ slug = "b", step = 1 }, { slug = "z", step = 2, title = "Zed" }]
"""


def needing(*slugs: str) -> dict[str, str | None]:
    listed = ", ".join(f'"{slug}"' for slug in slugs)
    more = f"prerequisites = [{listed}]\ndisclosure"
    return changed("problem.toml", "disclosure", more)


def test_prerequisites_link_both_ways(tmp_path: Path) -> None:
    write_problem(tmp_path / "a")
    write_problem(tmp_path / "b", needing("a"))
    write_problem(tmp_path / "c", needing("b", "a"))
    (tmp_path / "series.toml").write_text(SERIES, "utf-8")
    outline = read_outline(tmp_path, {}, [])
    around = view_surroundings(outline, view_series(outline))
    links = {slug: Neighbour("Double", f"problems/{slug}/") for slug in "abc"}
    assert around["a"].before == []
    assert around["a"].after == [links["b"], links["c"]]
    assert around["b"].before == [links["a"]]
    assert around["b"].after == [links["c"]]
    assert around["c"].before == [links["b"], links["a"]]
    assert [len(around[slug].series) for slug in "abc"] == [0, 1, 0]
    assert around["b"].series[0].next == Neighbour("Zed", None)


def test_a_prerequisite_that_is_no_problem_is_left_out(tmp_path: Path) -> None:
    write_problem(tmp_path / "a", needing("nothing"))
    outline = read_outline(tmp_path, {}, [])
    assert view_surroundings(outline, [])["a"].before == []


HOURS = {
    None: "",
    0.25: "About 15 minutes",
    1: "About 1 hour",
    2.5: "About 2.5 hours",
    3.0: "About 3 hours",
}


@pytest.mark.parametrize("hours", HOURS)
def test_a_series_says_how_long_it_takes(hours: float | None) -> None:
    outline = Outline([], [Series("s", "S", "", "", "", hours, [])])
    assert view_series(outline)[0].hours == HOURS[hours]
