"""A new problem: complete, passing, filled in with its names, and never over another one."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

import build
from builder.checks import check_problems
from builder.mutation.score import score_problems
from builder.new import create_problem, name_function
from grader.faults import ProblemFaults
from grader.problem import read_problem

FUNCTIONS = {
    "moving-average": "moving_average",
    "2-sum": "solve_2_sum",
    "class": "class_",
    "float": "float_",
    "np": "np_",
    "values": "values_",
    "got": "got_",
    "mean": "mean",
}
NO_SLUGS = ["My-Problem", "my_problem", "-a", "a--b", "", "../a", "a/b", "é", "a.b"]


def test_a_new_problem_is_complete_and_passes(tmp_path: Path) -> None:
    assert build.main(["new", "moving-average", "--problems", str(tmp_path)]) == 0
    folder = tmp_path / "moving-average"
    assert sorted(path.name for path in folder.iterdir()) == [
        "explanation.md",
        "problem.toml",
        "solution.py",
        "starter.py",
        "statement.md",
        "test_solution.py",
        "wrong",
    ]
    assert build.main(["check", "moving-average", "--mutate", "--problems", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["moving-average"]


def test_what_is_to_be_done_next_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my course"
    build.main(["new", "a-b", "--problems", str(folder)])
    _, serve, check = capsys.readouterr().out.splitlines()
    assert serve == f"  python build.py serve --problems '{folder}'"
    words = shlex.split(check)
    assert words[:2] == ["python", "build.py"]
    assert build.main(words[2:]) == 0


def test_it_is_filled_in(tmp_path: Path) -> None:
    folder = create_problem(tmp_path, "moving-average")
    problem = read_problem(folder)
    assert problem.title == "Moving average"
    assert problem.problem["requires"] == ["moving_average"]
    for path in folder.rglob("*.*"):
        if path.is_file():
            text = path.read_text("utf-8").lower()
            assert not [
                name for name in ("new_problem", "new problem", "new-problem") if name in text
            ]


@pytest.mark.parametrize("slug", FUNCTIONS)
def test_the_function_has_a_name_that_is_free(slug: str) -> None:
    assert name_function(slug) == FUNCTIONS[slug]


@pytest.mark.parametrize("slug", ["values", "np"])
def test_a_slug_that_is_a_name_already_passes_too(slug: str, tmp_path: Path) -> None:
    problem = read_problem(create_problem(tmp_path, slug))
    check_problems([problem])
    assert score_problems([problem])[slug].percent == 100


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = create_problem(tmp_path, "mine")
    (folder / "solution.py").write_text("mine", "utf-8")
    assert build.main(["new", "mine", "--problems", str(tmp_path)]) == 1
    assert "mine:1: there is such a problem already; choose another slug" in capsys.readouterr().err
    assert (folder / "solution.py").read_text("utf-8") == "mine"


@pytest.mark.parametrize("slug", NO_SLUGS)
def test_a_bad_slug_is_refused(slug: str, tmp_path: Path) -> None:
    with pytest.raises(ProblemFaults, match="is not a slug; choose lower-case words"):
        create_problem(tmp_path / "problems", slug)
    assert list(tmp_path.iterdir()) == []
