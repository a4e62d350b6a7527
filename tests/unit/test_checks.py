"""Checks: a problem whose solutions do not do what they should is not published."""

from pathlib import Path

import pytest

from builder import checks
from builder.checks import check_problems
from grader import native
from grader.faults import ProblemFaults
from grader.problem import ProblemFolder, read_problem
from sample_problem import FILES, changed, write_problem

TESTS = "test_solution.py"

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
}


@pytest.fixture(autouse=True)
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "CACHE", tmp_path / "cache")


def read(tmp_path: Path, changes: dict[str, str | None] | None = None) -> ProblemFolder:
    return read_problem(write_problem(tmp_path / "double", changes))


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found_and_located(name: str, tmp_path: Path) -> None:
    changes, expected = FAULTS[name]
    with pytest.raises(ProblemFaults) as raised:
        check_problems([read(tmp_path, changes)])
    found = raised.value.faults
    places = [
        (fault.path.relative_to(tmp_path / "double").as_posix(), fault.line) for fault in found
    ]
    assert places == [(path, line) for path, line, _ in expected]
    for fault, (_, _, message) in zip(found, expected, strict=True):
        assert message in fault.message


def test_a_good_problem_gives_its_tests_and_signatures(tmp_path: Path) -> None:
    checked = check_problems([read(tmp_path)])["double"]
    assert [test["name"] for test in checked.tests] == [
        "double: a positive number",
        "double: a negative number",
    ]
    assert [example["name"] for example in checked.examples] == ["Example 1"]
    [signature] = checked.signatures
    assert signature["failing"] == {checked.tests[1]["id"]: 11}
    assert signature["message"] == "Your function squares."


def test_what_has_not_changed_is_not_graded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = read(tmp_path)
    first = check_problems([folder])
    monkeypatch.setattr(native, "grade", lambda *_: pytest.fail("graded again"))
    assert check_problems([folder]) == first


def test_a_change_is_graded_again(tmp_path: Path) -> None:
    check_problems([read(tmp_path)])
    with pytest.raises(ProblemFaults):
        check_problems([read(tmp_path, {"starter.py": FILES["solution.py"]})])


def test_a_fault_is_not_kept_in_the_cache(tmp_path: Path) -> None:
    folder = read(tmp_path, {"starter.py": FILES["solution.py"]})
    for _ in range(2):
        with pytest.raises(ProblemFaults):
            check_problems([folder])
