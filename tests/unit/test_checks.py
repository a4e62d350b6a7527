"""Checks: a problem whose solutions do not do what they should is not published."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder import checks
from builder.checks import check_problems
from builder.graders import Graders
from builder.judging import Judge, Solutions
from builder.proven import Checked
from builder.verdicts import Tried, try_solution
from grader.faults import ProblemFaults
from grader.problem import ProblemFolder, read_problem
from sample_problem import FILES, changed, write_problem

TESTS = "test_solution.py"

SOON = datetime.date.today() + datetime.timedelta(days=30)
BY_SIZE = '''"""You."""

import sys


def double(x):
    return x + 2 if sys.maxsize > 2**32 else None
'''


def asking(preparation: str, in_positive: str, in_negative: str) -> dict[str, str | None]:
    """Return tests that do more at the end of each; `test_negative` is on line 12 then."""
    tests = FILES[TESTS].replace('2 doubled is 4"', f'2 doubled is 4"\n    {in_positive}', 1)
    return {TESTS: f"import os, sys, socket\n{preparation}\n{tests}    {in_negative}\n"}


# name: (changes, the faults' places and what each says)
FAULTS: dict[str, tuple[dict[str, str | None], list[tuple[str, int, str]]]] = {
    "the reference fails a test": (
        changed(TESTS, "double(-3) == -6", "double(-3) == 6"),
        [(TESTS, 9, "'double: a negative number': -3 doubled is -6")],
    ),
    "the reference fails an example": (
        changed("statement.md", "\n6\n", "\n7\n"),
        [("statement.md", 8, "'Example 1'")],
    ),
    "the reference does not import": (
        changed("solution.py", "def", "import nothing_like_it\ndef"),
        [("solution.py", 1, "import-error")],
    ),
    "the tests do not import": (
        changed(TESTS, "import double", "import double, other"),
        [(TESTS, 1, "Correct the tests")],
    ),
    "there is no test": ({TESTS: "x = 1\n"}, [(TESTS, 1, "Correct the tests")]),
    "the starter solves it": (
        {"starter.py": FILES["solution.py"]},
        [("starter.py", 1, "passes every hidden test")],
    ),
    "the starter does not import": (
        changed("starter.py", "def", "import nothing_like_it\ndef"),
        [("starter.py", 1, "import-error")],
    ),
    "a known-wrong solution is right": (
        {"wrong/right.py": '"""You."""\n' + FILES["solution.py"]},
        [("wrong/right.py", 1, "passes every hidden test")],
    ),
    "a known-wrong solution does not import": (
        {"wrong/raises.py": '"""You."""\n' + FILES["solution.py"] + "\n1 / 0\n"},
        [("wrong/raises.py", 5, "import-error")],
    ),
    "two known-wrong solutions fail alike": (
        {"wrong/takes_the_size.py": '"""You."""\n\n\ndef double(x):\n    return abs(x) * 2\n'},
        [("wrong/takes_the_size.py", 1, "the same checks as wrong/squares.py")],
    ),
    "a known-wrong solution ends the interpreter": (
        {"wrong/ends.py": '"""You."""\nimport os\n\n\ndef double(x):\n    os._exit(0)\n'},
        [("wrong/ends.py", 1, "crashed")],
    ),
    "a known-wrong solution fails another test in the browser": (
        {"wrong/squares.py": BY_SIZE},
        [(TESTS, 4, "with wrong/squares.py, 'double: a positive number' passes natively and fail")],
    ),
    "a test depends on the size of integers": (
        asking("", "pass", "assert sys.maxsize > 2**32"),
        [(TESTS, 12, "passes natively and fails in the browser's runtime; let it ask")],
    ),
    "a test needs another one before it": (
        asking("", "os.environ['SEEN'] = '1'", "assert 'SEEN' in os.environ"),
        [(TESTS, 12, "passes in its usual place and fails when the tests are run in another")],
    ),
    "a test depends on the day": (
        asking("import datetime", "pass", f"assert str(datetime.date.today()) < '{SOON}'"),
        [(TESTS, 12, "passes today and fails on another day; give it a time of its own")],
    ),
    "a test remembers that it has run": (
        asking("PLACE = {tmp!r}", "pass", "os.makedirs(PLACE)"),
        [(TESTS, 12, "passes in one run and fails in the next")],
    ),
    "a test asks the network": (
        asking("", "pass", "socket.create_connection(('127.0.0.1', 9), 1)"),
        [(TESTS, 12, "There is no network here")],
    ),
}


@pytest.fixture(autouse=True)
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "CACHE", tmp_path / "cache")


@pytest.fixture(scope="module")
def graders() -> Iterator[Graders]:
    with Graders({frozenset()}) as graders:
        yield graders


def read(tmp_path: Path, changes: dict[str, str | None] | None = None) -> ProblemFolder:
    return read_problem(write_problem(tmp_path / "double", changes))


def check(graders: Graders, *problems: ProblemFolder) -> dict[str, Checked]:
    return check_problems(list(problems), lambda _: None, graders)


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found_and_located(name: str, graders: Graders, tmp_path: Path) -> None:
    changes, expected = FAULTS[name]
    if TESTS in changes:
        text = (changes[TESTS] or "").replace("{tmp!r}", repr(str(tmp_path / "made")))
        changes = {**changes, TESTS: text}
    with pytest.raises(ProblemFaults) as raised:
        check(graders, read(tmp_path, changes))
    found = raised.value.faults
    places = [
        (fault.path.relative_to(tmp_path / "double").as_posix(), fault.line) for fault in found
    ]
    assert places == [(path, line) for path, line, _ in expected]
    for fault, (_, _, message) in zip(found, expected, strict=True):
        assert message in fault.message


def test_a_good_problem_gives_its_tests_and_signatures(graders: Graders, tmp_path: Path) -> None:
    checked = check(graders, read(tmp_path))["double"]
    assert [test["name"] for test in checked.tests] == [
        "double: a positive number",
        "double: a negative number",
    ]
    assert [example["name"] for example in checked.examples] == ["Example 1"]
    [signature] = checked.signatures
    assert signature["failing"] == {checked.tests[1]["id"]: 11}
    assert signature["message"] == "Your function squares."
    assert checked.notes == []


def test_a_solution_that_replaces_what_tests_use_fails_as_on_the_page(
    graders: Graders, tmp_path: Path
) -> None:
    source = '''"""You."""\nimport math\n\n\ndef double(x):\n    math.pi = 3\n    return 2 * x\n'''
    checked = check(graders, read(tmp_path, {"wrong/replaces.py": source}))["double"]
    failing = {one["name"]: one["failing"] for one in checked.signatures}
    assert failing["replaces"] == {"test_positive": None, "test_negative": None}


# name: (changes, the note)
NOTES: dict[str, tuple[dict[str, str | None], tuple[str, int, str]]] = {
    "the starter passes a test": (
        changed("starter.py", "    pass", "    return 4"),
        ("starter.py", 1, "the starter passes 'double: a positive number'"),
    ),
    "known-wrong solutions of an imported problem fail alike": (
        {
            "wrong/takes_the_size.py": '"""You."""\n\n\ndef double(x):\n    return abs(x) * 2\n',
            **changed("problem.toml", "[limits]", 'origin = "A book"\n[limits]'),
        },
        ("wrong/takes_the_size.py", 1, "the same checks as wrong/squares.py"),
    ),
}


@pytest.mark.parametrize("name", NOTES)
def test_what_keeps_nothing_back_is_noted(name: str, graders: Graders, tmp_path: Path) -> None:
    changes, (path, line, message) = NOTES[name]
    folder = read(tmp_path, changes)
    first = check(graders, folder)["double"]
    assert any(
        (note["file"], note["line"]) == (path, line) and message in note["message"]
        for note in first.notes
    ), first.notes
    assert check(graders, folder)["double"] == first, "a note is kept in the cache"


def test_a_reference_that_needs_half_of_a_limit_is_noted(graders: Graders, tmp_path: Path) -> None:
    folder = read(tmp_path)

    def try_out(source: str) -> Tried:
        return graders.submit(lambda desk: try_solution(desk, folder.problem, source)).result()

    reference, starter = try_out(folder.solution), try_out(folder.starter)
    for seconds, notes in ((0.9, []), (1.1, [(TESTS, 4), ("statement.md", 8)])):
        slow = replace(reference, seconds={"test_positive": seconds, "example-1": seconds})
        judge = Judge(folder, Solutions(slow, starter, {}))
        assert [(note["file"], note["line"]) for note in judge.notes] == notes
        assert all("of 2 s for" in note["message"] for note in judge.notes)


def test_what_breaks_the_interpreter_fails_alone(graders: Graders, tmp_path: Path) -> None:
    ends = "import os\n\n\ndef double(x):\n    os._exit(0)\n"
    waits = "import time\n\n\ndef double(x):\n    time.sleep(100)\n"
    floods = 'def double(x):\n    print("x" * 10**6)\n    return 2 * x\n'
    solutions = {"ends": ends, "floods": floods, "good": FILES["solution.py"], "waits": waits}
    problems = [
        read_problem(write_problem(tmp_path / name, {"solution.py": source}))
        for name, source in solutions.items()
    ]
    said: list[str] = []
    with pytest.raises(ProblemFaults) as raised:
        check_problems(problems, said.append, graders)
    places = {fault.path.relative_to(tmp_path).as_posix() for fault in raised.value.faults}
    assert places == {"ends/solution.py", "waits/statement.md", "waits/test_solution.py"}
    assert [line.rpartition(", ")[2] for line in said] == [
        "1 fault", "as they should be", "as they should be", "3 faults",
    ]  # fmt: skip


def test_what_has_not_changed_is_not_graded_again(
    graders: Graders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = read(tmp_path)
    first = check(graders, folder)
    monkeypatch.setattr(checks, "Graders", lambda _: pytest.fail("graded again"))
    assert check_problems([folder]) == first


def test_a_change_is_graded_again(graders: Graders, tmp_path: Path) -> None:
    check(graders, read(tmp_path))
    with pytest.raises(ProblemFaults):
        check(graders, read(tmp_path, {"starter.py": FILES["solution.py"]}))


def test_a_fault_is_not_kept_in_the_cache(graders: Graders, tmp_path: Path) -> None:
    folder = read(tmp_path, {"starter.py": FILES["solution.py"]})
    for _ in range(2):
        with pytest.raises(ProblemFaults):
            check(graders, folder)
