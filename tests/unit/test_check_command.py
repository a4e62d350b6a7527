"""The command `check`: what it looks at again, its table, its report, its shards."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import build
from builder import checks, proven
from builder.checking.progress import Progress
from builder.proven import Checked
from grader.faults import Fault, ProblemFaults
from grader.problem import ProblemFolder
from sample_problem import FILES, changed, write_problem

Run = Callable[..., tuple[int, str, str]]
GOOD = Checked(
    tests=[{"id": "test_positive", "name": "double: a positive number"}],
    examples=[],
    signatures=[{"name": "squares", "failing": {"test_positive": 6}, "message": "You square."}],
    notes=[{"file": "starter.py", "line": 1, "check": "", "message": "it is short; say more"}],
    seconds=0.125,
)


@pytest.fixture
def graded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Stand in for grading, which finds nothing but a problem named `bad`; list what it graded."""
    graded: list[str] = []

    def check_problems(problems: list[ProblemFolder], say: Any = None) -> dict[str, Checked]:
        graded.extend(one.slug for one in problems)
        for one in problems:
            say(f"Checked {one.slug}")
            if one.slug == "bad":
                raise ProblemFaults([Fault(one.path / "solution.py", 3, "it is bad; improve it")])
        return {one.slug: GOOD for one in problems}

    monkeypatch.setattr("builder.proof.check_problems", check_problems)
    monkeypatch.setattr(checks, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(proven, "CACHE", tmp_path / "cache")
    return graded


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def check(*arguments: str) -> tuple[int, str, str]:
        status = build.main(["check", "--problems", "problems", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return check


def write(tmp_path: Path, *slugs: str) -> None:
    for slug in slugs:
        statement = f"{FILES['statement.md']}\nThis one is {slug}.\n"
        write_problem(tmp_path / "problems" / slug, {"statement.md": statement})


def test_a_table_a_line_for_each_problem_and_each_fault(
    tmp_path: Path, graded: list[str], run: Run
) -> None:
    write(tmp_path, "bad", "double", "thrice")
    write_problem(tmp_path / "problems" / "torn", {"solution.py": None})
    status, out, err = run()
    assert status == 1
    assert out.splitlines()[-8:] == [
        "problem  tests  examples  wrong    time  verdict",
        "bad                                      1 fault",
        "double       1         0      1  0.12 s  ok, 1 note",
        "thrice       1         0      1  0.12 s  ok, 1 note",
        "torn                                     1 fault",
        "problems/double/starter.py:1: note: it is short; say more",
        "problems/thrice/starter.py:1: note: it is short; say more",
        "4 problems: 2 faults",
    ]
    assert err.splitlines() == [
        "problems/bad/solution.py:3: it is bad; improve it",
        "problems/torn/solution.py:1: the file is missing; add it",
    ]


def test_only_what_has_changed_is_graded_again(tmp_path: Path, graded: list[str], run: Run) -> None:
    write(tmp_path, "double", "thrice")
    assert run()[0] == 0
    assert graded == ["double", "thrice"]
    graded.clear()
    status, out, _ = run()
    assert (status, graded) == (0, [])
    assert out.splitlines()[-1] == "2 problems (2 unchanged): no fault found"
    write_problem(tmp_path / "problems" / "thrice", changed("starter.py", "pass", "return 0"))
    assert run()[0] == 0
    assert graded == ["thrice"]


def test_a_fault_is_found_again_and_the_good_ones_are_not_graded_again(
    tmp_path: Path, graded: list[str], run: Run
) -> None:
    write(tmp_path, "bad", "double")
    for again in ({"bad", "double"}, {"bad"}):
        graded.clear()
        status, _, err = run()
        assert (status, err) == (1, "problems/bad/solution.py:3: it is bad; improve it\n")
        assert set(graded) == again


def test_prerequisites_are_checked_also_where_nothing_else_changed(
    tmp_path: Path, graded: list[str], run: Run
) -> None:
    wanting = changed("problem.toml", "[limits]", 'prerequisites = ["one"]\n[limits]')
    write_problem(tmp_path / "problems" / "two", wanting)
    write(tmp_path, "one")
    assert run()[0] == 0
    shutil.rmtree(tmp_path / "problems" / "one")
    graded.clear()
    for slugs in ([], ["two"]):
        status, printed, faults = run(*slugs)
        assert (status, graded) == (1, [])
        assert "there is no problem 'one' to come before" in faults
        assert "1 fault" in printed


def test_a_copy_is_known_but_not_below_a_name_that_is_no_slug(
    tmp_path: Path, graded: list[str], run: Run
) -> None:
    for slug in ("double", "copy-of-double"):
        write_problem(tmp_path / "problems" / slug)
    assert run("double")[0] == 0
    assert run()[1].splitlines()[-1] == "2 problems (2 unchanged): no fault found"
    write_problem(tmp_path / "problems" / "Copy_of_double")
    status, _, err = run()
    assert status == 1
    assert "is not a slug" in err


def test_json_is_all_that_is_printed(tmp_path: Path, graded: list[str], run: Run) -> None:
    write(tmp_path, "bad", "double")
    status, out, err = run("--json")
    assert status == 1
    assert json.loads(out) == {
        "format": 1,
        "shard": "",
        "problems": [
            {
                "problem": "bad", "verdict": "faults", "faults": 1, "notes": 0,
                "tests": 0, "examples": 0, "wrong": 0, "seconds": 0.0, "cached": False,
            },
            {
                "problem": "double", "verdict": "ok", "faults": 0, "notes": 1,
                "tests": 1, "examples": 0, "wrong": 1, "seconds": 0.125, "cached": False,
            },
        ],
        "faults": [
            {"path": "problems/bad/solution.py", "line": 3, "message": "it is bad; improve it"}
        ],
        "notes": [
            {"path": "problems/double/starter.py", "line": 1, "message": "it is short; say more"}
        ],
    }  # fmt: skip
    assert "Checked double" in err


def test_shards_share_the_problems_and_their_reports_make_the_whole(
    tmp_path: Path, graded: list[str], run: Run
) -> None:
    slugs = ["bad", "double", "fourfold", "thrice", "twofold"]
    write(tmp_path, *slugs)
    names = []
    for number in (1, 2, 3):
        names.append(f"{number}.json")
        report = run("--json", "--shard", f"{number}/3")[1]
        (tmp_path / names[-1]).write_text(report, "utf-8")
    assert sorted(set(graded)) == slugs
    status, merged, _ = run("--json", "--merge", *names)
    _, whole, _ = run("--json")
    for part in ("faults", "notes"):
        assert json.loads(merged)[part] == json.loads(whole)[part]
    assert [row["problem"] for row in json.loads(merged)["problems"]] == slugs
    assert status == 1
    assert run("--merge", *names)[0] == 1


MERGES = {
    "one is missing": (["1", "3"], "do not make a whole (1/3, 3/3); give each shard once"),
    "one is there twice": (["1", "2", "2"], "do not make a whole"),
    "one is no report": (["1", "other"], "this is no report of a check"),
    "one is not there": (["1", "nothing"], "this is no report of a check"),
}


@pytest.mark.parametrize("case", MERGES)
def test_what_is_no_whole_is_not_merged(
    case: str, tmp_path: Path, graded: list[str], run: Run
) -> None:
    write(tmp_path, "double")
    for number in (1, 2, 3):
        report = run("--json", "--shard", f"{number}/3")[1]
        (tmp_path / str(number)).write_text(report, "utf-8")
    (tmp_path / "other").write_text("[]", "utf-8")
    names, message = MERGES[case]
    status, _, err = run("--merge", *names)
    assert status == 1
    assert message in err


@pytest.mark.parametrize("shard", ["0/3", "4/3", "3", "a/b"])
def test_a_shard_that_is_none_is_refused(shard: str, run: Run) -> None:
    with pytest.raises(SystemExit):
        run("--shard", shard)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_on_a_terminal() -> None:
    terminal, log = Terminal(), io.StringIO()
    for stream in (terminal, log):
        progress = Progress(stream, 2)
        progress.say("Checked one")
        progress.say("Checked two")
        progress.close()
    shown = "\r\x1b[K1 of 2: Checked one\r\x1b[K2 of 2: Checked two\r\x1b[K"
    assert terminal.getvalue() == shown
    assert log.getvalue() == "Checked one\nChecked two\n"
