"""Importing from a checkout in the layout of Exercism's Python track."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import build
from builder.importing.command import Summary, run_import
from builder.statements import render_statements
from exercism_sample import EXERCISES, PAIR_UP, TEA_TIME, TWO_PARTS, meta, write_track
from grader import native
from grader.faults import ProblemFaults
from grader.problem import ProblemFolder, read_problem

SLUGS = sorted(name.partition("/")[2] for name in EXERCISES)


def read(folder: Path, slug: str) -> ProblemFolder:
    return read_problem(folder / slug)


def import_one(tmp_path: Path, name: str, files: dict[str, str | None]) -> Summary:
    kept = {path: text for path, text in files.items() if text is not None}
    checkout = write_track(tmp_path / "track", {name: kept})
    return run_import("exercism", checkout, [], tmp_path / "into", lambda line: None)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("import")
    checkout = write_track(place / "track", EXERCISES)
    summary = run_import("exercism", checkout, [], place / "into", lambda line: None)
    assert (sorted(summary.converted), summary.refused) == (SLUGS, {})
    return place / "into"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_example_passes_and_the_starter_fails(imported: Path, slug: str) -> None:
    folder = read(imported, slug)
    report = native.grade(folder.problem, folder.solution)
    assert report["state"] == "graded"
    assert {test["outcome"] for test in report["tests"]} == {"passed"}
    report = native.grade(folder.problem, folder.starter)
    assert report["state"] == "graded"
    assert "failed" in {test["outcome"] for test in report["tests"]}


def test_facts_come_from_the_track_and_the_exercise(imported: Path) -> None:
    folder = read(imported, "pair-up")
    assert (folder.title, folder.summary) == ("Pair Up", "Put two and two together.")
    assert (folder.difficulty, folder.tags) == ("medium", ["practice", "text-handling"])
    assert folder.problem["requires"] == ["pair_up"]
    assert list(folder.problem["files"]) == ["test_solution.py", "pair_data.py"]
    assert read(imported, "line-reader").difficulty == "hard"
    assert read(imported, "two-parts").title == "Two Parts"


def test_source_licence_and_authors_are_kept(imported: Path) -> None:
    assert read(imported, "pair-up").origin == (
        "From Exercism's Python track, by ada, bo with 2 contributors. "
        "The MIT License (MIT), Copyright (c) 2020 A. Person. "
        "https://github.com/exercism/python/tree/main/exercises/practice/pair-up. "
        "Source: A rainy day https://example.org/rain."
    )
    by = "From Exercism's Python track, by"
    assert read(imported, "tea-time").origin.startswith(f"{by} ada, bo with 1 contributor. ")
    assert read(imported, "two-parts").origin.startswith(f"{by} ada, bo. ")
    origin = read(imported, "line-reader").origin
    assert origin.startswith(f"{by} 2 contributors. ")
    assert origin.endswith("/line-reader. Source: What a teacher said.")
    assert "Permission is granted." in (imported / "LICENSE.exercism").read_text("utf-8")


def test_tests_have_names_for_learners(imported: Path) -> None:
    folder = read(imported, "tea-time")
    names = [t["name"] for t in native.grade(folder.problem, folder.solution)["tests"]]
    assert names == ["Task 1: STEEPING", "Task 1: Wait", "Task 2: Serve"]
    folder = read(imported, "pair-up")
    names = [t["name"] for t in native.grade(folder.problem, folder.solution)["tests"]]
    assert names[0] == "Two letters"
    assert "One line" in names
    assert names[-1] == "It works in silence"


def test_a_part_that_fails_is_named(imported: Path) -> None:
    folder = read(imported, "tea-time")
    wrong = folder.solution.replace("STEEPING - passed", "STEEPING")
    failing = [t for t in native.grade(folder.problem, wrong)["tests"] if t["failure"]]
    assert [test["name"] for test in failing] == ["Task 1: Wait"]
    failure = failing[0]["failure"]
    assert failure is not None
    assert failure["message"] == "With variation #2, passed = 2: the waiting is wrong"
    assert failure["call"] == "wait(2)"


def test_the_statement_is_the_exercise_s_own(imported: Path) -> None:
    folder = read(imported, "tea-time")
    assert folder.statement.startswith("## Introduction\n\nTea costs \\$2, [cake][cake] \\$3.\n")
    for part in (
        "> **Caution:**\n>\n> It is `hot`; see [safety](https://github.com/exercism/",
        "[cake]: https://exercism.org/tracks/cake\n",
        "## Instructions\n\n![a cup](assets/cup.png) [far](https://example.org/far.png) 2³\n",
        "### 1. Wait\n",
        "```pycon\n>>> x = 1\n",
        "```\n>>> serve(1)\n```\n",
    ):
        assert part in folder.statement
    assert [path.name for path in folder.assets] == ["cup.png"]
    page = render_statements([folder])["tea-time"]
    assert not page.has_math
    assert "append" not in read(imported, "pair-up").statement


def test_sessions_that_run_are_examples(imported: Path) -> None:
    folder = read(imported, "tea-time")
    shown = [(example["name"], len(example["steps"])) for example in folder.problem["examples"]]
    assert shown == [("1. Wait", 2), ("Both", 4)]
    assert "```python\n>>> from solution import wait\n>>> wait(1)\n3\n```" in folder.statement
    assert ">>> from solution import serve\n>>> import solution as tea\n" in folder.statement
    assert "```pycon\n>>> serve(2)\n'2 mugs'\n```" in folder.statement
    report = native.grade(folder.problem, folder.solution)
    assert {example["outcome"] for example in report["examples"]} == {"passed"}


def test_a_stub_that_passes_moves_into_the_statement(imported: Path) -> None:
    folder = read(imported, "add-up")
    assert folder.starter == "def add_up(items, start=0):\n    pass\n"
    assert "## The code to improve\n\n```python\ndef add_up(" in folder.statement
    assert "        total = total + item\n" in folder.statement


def test_hints_come_by_section(imported: Path) -> None:
    assert read(imported, "tea-time").hints == [
        "- Read about tea or Tea.\n- Both are [long].",
        "1. Wait:\n- Subtract, with the minus sign.\n"
        "- Then return `cups[0]`, as 'ab'[0][1:] or 2 * 3 * 4.",
        "2. Serve:\nThere is no `__init__()` here.",
    ]
    assert read(imported, "pair-up").hints == []


def test_a_starter_gets_what_the_tests_import(imported: Path) -> None:
    folder = read(imported, "line-reader")
    assert folder.starter.startswith("# Your code here.\n\n\ndef read_lines(name):\n    pass\n")
    assert "SEPARATOR = None" in folder.starter
    assert "class CupError(Exception):" in read(imported, "tea-time").starter


def test_what_the_tests_import_and_do_not_use_is_not_asked_for(imported: Path) -> None:
    folder = read(imported, "tea-time")
    assert folder.problem["requires"] == ["STEEPING", "wait", "serve", "CupError"]
    assert "Saucer" not in folder.starter + folder.problem["files"]["test_solution.py"]


def test_a_helper_finds_the_submission_by_its_name(tmp_path: Path) -> None:
    looks = 'def is_asked(function):\n    return "pair_up" in function.__code__.co_filename\n'
    asks = "import pair_data\n\n\ndef test_it():\n    assert pair_data.is_asked(pair_up)\n"
    tests = f"from pair_up import pair_up\n{asks}"
    files = {**PAIR_UP, "pair_data.py": looks, "pair_up_test.py": tests}
    assert import_one(tmp_path, "practice/pair-up", files).converted == ["pair-up"]


def test_a_track_without_kinds_names_its_exercises_as_well(tmp_path: Path) -> None:
    checkout = write_track(tmp_path / "track", {"practice/pair-up": PAIR_UP})
    listed = [{"slug": "pair-up", "difficulty": 9, "topics": ["pairs"]}]
    (checkout / "config.json").write_text(json.dumps({"exercises": listed}), "utf-8")
    run_import("exercism", checkout, [], tmp_path / "into", lambda line: None)
    folder = read(tmp_path / "into", "pair-up")
    assert (folder.difficulty, folder.tags) == ("hard", ["practice", "pairs"])


def test_a_module_that_a_text_names_is_the_submission(imported: Path) -> None:
    names = {slug: list(read(imported, slug).problem["files"]) for slug in SLUGS}
    assert "line_reader.py" in names["line-reader"]
    assert "tea.py" not in names["tea-time"]


# name: (exercise, its files, what the reason says)
BROKEN: dict[str, tuple[dict[str, str | None], str]] = {
    "no configuration": ({**PAIR_UP, ".meta/config.json": None}, "config.json is missing"),
    "no JSON": ({**PAIR_UP, ".meta/config.json": "{"}, "not JSON"),
    "no object": ({**PAIR_UP, ".meta/config.json": "[]"}, "not a JSON object"),
    "no test named": (
        {**PAIR_UP, ".meta/config.json": meta(["pair_up.py"], [], ["x.py"])},
        "names no test file",
    ),
    "files of the wrong kind": (
        {**PAIR_UP, ".meta/config.json": '{"files": {"solution": "pair_up.py"}}'},
        "names no solution file",
    ),
    "no example": ({**PAIR_UP, ".meta/example.py": None}, "example.py is missing"),
    "example does not compile": ({**PAIR_UP, ".meta/example.py": "("}, "does not compile: line 1"),
    "no helper": ({**PAIR_UP, "pair_data.py": None}, "it imports pair_data, which is not there"),
    "helper does not compile": (
        {**PAIR_UP, "pair_data.py": "CASES = ("},
        "pair_data.py does not compile: line 1",
    ),
    "another package": (
        {**PAIR_UP, ".meta/example.py": "import numpy\n" + PAIR_UP[".meta/example.py"]},
        "it imports numpy",
    ),
    "threads": (
        {**PAIR_UP, ".meta/example.py": "import threading\n\nthreading.Thread()\n"},
        "it starts threads, which Python in a browser cannot",
    ),
    "example fails its tests": (
        {**PAIR_UP, ".meta/example.py": "def pair_up(items, fill=None):\n    return []\n"},
        "its own solution fails 'Two letters': Lists differ: [] != [('a', 'b')]",
    ),
    "example does not run": (
        {**PAIR_UP, ".meta/example.py": f"{PAIR_UP['.meta/example.py']}\npair_up([])\n"},
        "its own solution cannot be graded: ",
    ),
    "no test in it": ({**PAIR_UP, "pair_up_test.py": "import pair_up\n"}, "there is no test in"),
    "nothing asked for": (
        {**PAIR_UP, "pair_up_test.py": "def test_x():\n    pass\n"},
        "import no function or class from pair_up",
    ),
    "no statement": (
        {**TEA_TIME, ".docs/introduction.md": None, ".docs/instructions.md": None},
        "no .docs/instructions.md",
    ),
    "tests that share a name": (
        {**TWO_PARTS, "second_test.py": TWO_PARTS["first_test.py"]},
        "two test modules define test_short",
    ),
    "no example of a part": (
        {
            **TWO_PARTS,
            ".meta/config.json": meta(
                ["front.py", "back.py"], ["first_test.py"], [".meta/example/front.py"]
            ),
        },
        "there is no example of back.py",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_converted_is_listed_with_its_reason(name: str, tmp_path: Path) -> None:
    files, reason = BROKEN[name]
    summary = import_one(tmp_path, "practice/broken", files)
    assert summary.converted == []
    assert reason in summary.refused["practice/broken"]
    assert not list(tmp_path.glob("into/*"))


def test_a_file_that_is_no_text_is_a_reason(tmp_path: Path) -> None:
    checkout = write_track(tmp_path / "track", {"practice/pair-up": PAIR_UP})
    (checkout / "exercises/practice/pair-up/data.bin").write_bytes(b"\xff\xfe")
    summary = run_import("exercism", checkout, [], tmp_path / "into", lambda line: None)
    assert summary.refused == {"practice/pair-up": "data.bin is not UTF-8 text"}


def test_the_command_says_what_came_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = {path: text for path, text in PAIR_UP.items() if path != "pair_data.py"}
    exercises = {**EXERCISES, "practice/broken": broken}
    checkout = write_track(tmp_path / "track", exercises)
    command = ["import", "exercism", str(checkout), "--into", str(tmp_path / "into")]
    assert build.main([*command, "--only", "two-parts"]) == 0
    assert (tmp_path / "into" / "two-parts").is_dir()
    assert build.main(command) == 1
    said = capsys.readouterr().out
    assert "Converted 1, not converted 0" in said
    assert "Converted 4, not converted 2" in said
    assert "practice/broken: it imports pair_data, which is not there" in said
    assert "practice/two-parts: " in said and "is there already; remove it" in said
    assert build.main([*command, "--only", "nothing"]) == 1
    assert "there is no exercise 'nothing'" in capsys.readouterr().err


def test_another_folder_is_not_taken_for_a_checkout(tmp_path: Path) -> None:
    with pytest.raises(ProblemFaults, match="no exercise in the layout of exercism"):
        run_import("exercism", tmp_path, [], tmp_path / "into")
