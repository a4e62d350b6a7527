"""Reading a problem's folder: what is read, and that every fault is found where it is."""

from pathlib import Path

import pytest

from grader.problem import ProblemFaults, read_problem
from sample_problem import FILES, changed, write_problem

TOML = "problem.toml"
PYTHON = "starter.py"

# name: (changes, the fault's place, what its message says)
FAULTS: dict[str, tuple[dict[str, str | None], str, str]] = {
    "no manifest": ({TOML: None}, "problem.toml:1", "missing"),
    "no statement": ({"statement.md": None}, "statement.md:1", "missing"),
    "no starter": ({PYTHON: None}, "starter.py:1", "missing"),
    "no reference": ({"solution.py": None}, "solution.py:1", "missing"),
    "no tests": ({"test_solution.py": None}, "test_solution.py:1", "missing"),
    "no known-wrong solution": ({"wrong/squares.py": None}, "wrong:1", "no known-wrong"),
    "wrong TOML": (changed(TOML, 'title = "Double"', "title = Double"), "problem.toml:2", "TOML"),
    "TOML ends early": (changed(TOML, "20\n", "[[1"), "problem.toml:12", "TOML"),
    "key twice": (changed(TOML, "tags", "title"), "problem.toml:5", "TOML"),
    "nested deeply": ({TOML: "x = " + "[" * 9000}, "problem.toml:1", "nested"),
    "unknown key": (changed(TOML, "tags", "tagz"), "problem.toml:5", "unknown key 'tagz'"),
    "unknown limit": (
        changed(TOML, "run_seconds", "seconds"),
        "problem.toml:12",
        "unknown key 'seconds'",
    ),
    "missing key": (changed(TOML, 'difficulty = "easy"\n', ""), "problem.toml:1", "'difficulty'"),
    "missing limit": (changed(TOML, "run_seconds = 20\n", ""), "problem.toml:10", "'run_seconds'"),
    "format unknown": (changed(TOML, "format = 1", "format = 2"), "problem.toml:1", "format = 1"),
    "format no number": (
        changed(TOML, "format = 1", "format = true"),
        "problem.toml:1",
        "format = 1",
    ),
    "title empty": (changed(TOML, '"Double"', '" "'), "problem.toml:2", "'title'"),
    "title no text": (changed(TOML, '"Double"', "7"), "problem.toml:2", "'title'"),
    "summary of two lines": (
        changed(TOML, "Twice a number.", "Twice\\na number."),
        "problem.toml:3",
        "one line",
    ),
    "difficulty": (changed(TOML, '"easy"', '"simple"'), "problem.toml:4", "easy, medium, hard"),
    "tags no list": (changed(TOML, '["warm-up"]', '"warm-up"'), "problem.toml:5", "'tags'"),
    "tag twice": (changed(TOML, '["warm-up"]', '["a", "a"]'), "problem.toml:5", "twice"),
    "package": (changed(TOML, "packages = []", 'packages = ["torch"]'), "problem.toml:6", "torch"),
    "requires empty": (changed(TOML, '["double"]', "[]"), "problem.toml:7", "empty"),
    "requires no name": (changed(TOML, '["double"]', '["2x"]'), "problem.toml:7", "Python name"),
    "hints empty": (
        changed(TOML, '["Add the number to itself."]', "[]"),
        "problem.toml:8",
        "'hints'",
    ),
    "hint blank": (
        changed(TOML, '["Add the number to itself."]', '[""]'),
        "problem.toml:8",
        "text",
    ),
    "disclosure": (changed(TOML, '"message"', '"all"'), "problem.toml:9", "'disclosure'"),
    "origin no text": (
        changed(TOML, "[limits]", "origin = 1\n[limits]"),
        "problem.toml:10",
        "text",
    ),
    "limits no table": (
        changed(TOML, "[limits]\ntest_seconds = 2\nrun_seconds = 20", "limits = 2"),
        "problem.toml:10",
        "table",
    ),
    "limit zero": (changed(TOML, "test_seconds = 2", "test_seconds = 0"), "problem.toml:11", "0"),
    "limit endless": (changed(TOML, "seconds = 20", "seconds = inf"), "problem.toml:12", "inf"),
    "limit no number": (changed(TOML, "seconds = 20", "seconds = nan"), "problem.toml:12", "nan"),
    "limit true": (changed(TOML, "seconds = 20", "seconds = true"), "problem.toml:12", "True"),
    "limits swapped": (changed(TOML, "seconds = 20", "seconds = 1"), "problem.toml:12", "below"),
    "no example": ({"statement.md": "Nothing.\n"}, "statement.md:1", "no example"),
    "block not closed": (
        {"statement.md": FILES["statement.md"].removesuffix("```\n")},
        "statement.md:7",
        "not closed",
    ),
    "no doctest": (
        changed("statement.md", ">>> print", ">>>print"),
        "statement.md:9",
        "lacks blank",
    ),
    "starter does not compile": ({PYTHON: "x = 1\ndef double(x)\n"}, "starter.py:2", "expected"),
    "invalid escape": (
        {PYTHON: "def double(x):\n    return '\\d'\n"},
        "starter.py:2",
        "escape",
    ),
    "return outside": ({"solution.py": "return 1\n"}, "solution.py:1", "outside function"),
    "null byte": ({"test_solution.py": "x = 1\n\0\n"}, "test_solution.py:1", "null"),
    "known-wrong does not compile": (
        {"wrong/squares.py": '"""You."""\n(\n'},
        "wrong/squares.py:2",
        "never closed",
    ),
    "no docstring": ({"wrong/squares.py": "double = abs\n"}, "wrong/squares.py:1", "no docstring"),
    "docstring blank": (
        {"wrong/squares.py": '""" """\ndouble = abs\n'},
        "wrong/squares.py:1",
        "no docstring",
    ),
    "reference lacks a name": ({"solution.py": "twice = abs\n"}, "solution.py:1", "'double'"),
    "starter lacks a name": (
        {PYTHON: "class A:\n    def double(self): pass\n"},
        "starter.py:1",
        "'double'",
    ),
    "support hides the tests": ({"support/solution.py": ""}, "support/solution.py:1", "rename"),
    "support does not compile": ({"support/data.py": "("}, "support/data.py:1", "never closed"),
}


def read_faults(folder: Path) -> list[str]:
    with pytest.raises(ProblemFaults) as raised:
        read_problem(folder)
    return [str(fault) for fault in raised.value.faults]


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found_alone_and_where_it_is(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes, place, message = FAULTS[name]
    write_problem(tmp_path / "double", changes)
    monkeypatch.chdir(tmp_path / "double")
    found = [fault for fault in read_faults(tmp_path / "double") if place in fault]
    assert len(found) == 1
    assert found[0].startswith(f"{place}: ")
    assert message in found[0]


def test_all_faults_of_a_folder_come_together_in_order(tmp_path: Path) -> None:
    changes = {TOML: FILES[TOML].replace("easy", "simple").replace("tags", "tagz"), PYTHON: "("}
    write_problem(tmp_path / "double", changes)
    places = [fault.split(": ")[0] for fault in read_faults(tmp_path / "double")]
    names = [place.rsplit("/", 1)[1] for place in places]
    assert names == ["problem.toml:1", "problem.toml:4", "problem.toml:5", "starter.py:1"]


@pytest.mark.parametrize("slug", ["Double", "double_it", "-double", "dou ble"])
def test_a_folder_that_is_no_slug_is_a_fault(slug: str, tmp_path: Path) -> None:
    write_problem(tmp_path / slug)
    assert "is not a slug" in read_faults(tmp_path / slug)[0]


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert "no such problem folder" in read_faults(tmp_path / "double")[0]


def test_text_that_is_not_utf8_is_a_fault(tmp_path: Path) -> None:
    write_problem(tmp_path / "double")
    (tmp_path / "double" / "statement.md").write_bytes(b"one\ntwo \xff\n")
    assert "statement.md:2: this is not UTF-8" in read_faults(tmp_path / "double")[0]


def test_an_imported_problem_may_lack_hints_examples_and_known_wrong_solutions(
    tmp_path: Path,
) -> None:
    bare = FILES[TOML].replace('["Add the number to itself."]', "[]")
    changes: dict[str, str | None] = {
        TOML: bare.replace("[limits]", 'origin = "A. Person, MIT"\n[limits]'),
        "statement.md": "Nothing.\n",
        "wrong/squares.py": None,
    }
    folder = read_problem(write_problem(tmp_path / "double", changes))
    assert (folder.hints, folder.wrong, folder.problem["examples"]) == ([], {}, [])
    changes[TOML] = bare
    write_problem(tmp_path / "double", changes)
    assert len(read_faults(tmp_path / "double")) == 3


def test_a_good_folder_is_read_whole(tmp_path: Path) -> None:
    changes = {
        "support/numbers.txt": "1 2\n",
        "assets/a.svg": "<svg/>",
        "support/__pycache__/x": "",
    }
    folder = read_problem(write_problem(tmp_path / "double", changes))
    assert folder.slug == "double"
    assert folder.title == "Double"
    assert folder.problem["limits"] == {"test_seconds": 2.0, "run_seconds": 20.0}
    assert list(folder.problem["files"]) == ["test_solution.py", "numbers.txt"]
    assert folder.wrong == {"squares": (FILES["wrong/squares.py"], "Your function squares.")}
    assert folder.assets == [tmp_path / "double" / "assets" / "a.svg"]
    assert folder.problem["signatures"] == []


def test_examples_are_the_doctests_of_the_statement(tmp_path: Path) -> None:
    folder = read_problem(write_problem(tmp_path / "double"))
    steps = [
        {"source": "from solution import double\n", "want": "", "line": 8},
        {"source": "print(double(3))\n", "want": "6\n", "line": 9},
    ]
    assert folder.problem["examples"] == [{"id": "example-1", "name": "Example 1", "steps": steps}]


EXAMPLE_NAMES = {
    "no heading": ("```python\n>>> 1\n```\n", ["Example 1"]),
    "two under one heading": (
        "# A\n```python\n>>> 1\n```\n```python\n>>> 2\n```\n",
        ["A", "A (2)"],
    ),
    "closed heading with code": ("## `f`: a ##\n~~~python\n>>> 1\n~~~\n", ["f: a"]),
    "other blocks": ("```text\n>>> 1\n```\n```python\nx = 1\n```\n```python\n>>> 1\n```\n", 1),
    "heading inside a block": ("# A\n```text\n# B\n```\n```python\n>>> 1\n```\n", ["A"]),
    "longer fence": ("````python\n>>> print('```')\n```\n````\n", 1),
}


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_examples_are_named_by_the_heading_above(name: str, tmp_path: Path) -> None:
    text, expected = EXAMPLE_NAMES[name]
    folder = read_problem(write_problem(tmp_path / "double", {"statement.md": text}))
    names = [example["name"] for example in folder.problem["examples"]]
    assert names == expected or len(names) == expected
