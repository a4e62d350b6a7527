"""Bundles and the pages' data: sealed alike each time, and safe inside a script element."""

import base64
import gzip
import json
from pathlib import Path

from builder.bundle import make_bundle
from builder.pages import json_island
from grader.problem import read_problem
from sample_problem import FILES, write_problem

CASES = [{"id": "test_positive", "name": "double: a positive number"}]


def test_a_bundle_shows_no_solution_and_holds_it(tmp_path: Path) -> None:
    folder = read_problem(write_problem(tmp_path / "double"))
    bundle = make_bundle(folder, CASES, [], [], "<p>Why so</p>")
    open_part = json.dumps({**bundle, "sealed": ""})
    assert "2 * x" not in open_part
    assert "doubled" not in open_part
    assert "Add the number" not in open_part
    assert "Why so" not in open_part
    assert bundle["explained"]
    sealed = json.loads(gzip.decompress(base64.b64decode(bundle["sealed"])))
    assert sealed["solution"] == FILES["solution.py"]
    assert sealed["explanation"] == [["p", {}, "Why so"]]
    assert sealed["hints"] == ["Add the number to itself."]
    assert sealed["problem"]["files"]["test_solution.py"] == FILES["test_solution.py"]


def test_equal_problems_give_equal_bundles(tmp_path: Path) -> None:
    one, two = (
        make_bundle(read_problem(write_problem(tmp_path / part / "double")), CASES, [], [])
        for part in "ab"
    )
    assert one == two


def test_no_text_can_end_the_island() -> None:
    data = {"x": "</script><!--\u2028&amp;"}
    island = json_island(data)
    assert not set("<>&\u2028") & set(island)
    assert json.loads(island) == data
