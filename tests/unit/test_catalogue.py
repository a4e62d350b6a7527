"""The catalogue: the order of its problems, and the faults of its series."""

from pathlib import Path

import pytest

from builder.catalogue import read_catalogue, read_some
from grader.faults import ProblemFaults
from sample_problem import write_problem

HEAD = '[[series]]\nslug = "maths"\ntitle = "Maths"\nsummary = "Numbers."\n'
STEPS = 'steps = [\n  { slug = "b", step = 1 },\n  { slug = "a", step = 2 },\n]\n'

# name: (series.toml, line, what the message says)
FAULTS = {
    "wrong TOML": ("[[series]]\nslug =\n", 2, "not valid TOML"),
    "unknown table": ("[[serie]]\n", 1, "unknown key 'serie'"),
    "no table": ("series = 3\n", 1, "no table"),
    "unknown key": (HEAD + "size = 1\n" + STEPS, 5, "unknown key 'size'"),
    "no title": (HEAD.replace("title", "#") + STEPS, 1, "'title'"),
    "outcome no text": (HEAD + "outcome = 3\n" + STEPS, 5, "'outcome'"),
    "needs in two lines": (HEAD + 'needs = "a\\nb"\n' + STEPS, 5, "'needs'"),
    "hours no number": (HEAD + 'hours = "2"\n' + STEPS, 5, "'hours' is '2'"),
    "hours a truth value": (HEAD + "hours = true\n" + STEPS, 5, "'hours' is True"),
    "no hours at all": (HEAD + "hours = 0\n" + STEPS, 5, "'hours' is 0"),
    "hours without end": (HEAD + "hours = inf\n" + STEPS, 5, "'hours' is inf"),
    "hours not a number": (HEAD + "hours = nan\n" + STEPS, 5, "'hours' is nan"),
    "no slug": (HEAD.replace('"maths"', '"Maths!"') + STEPS, 2, "no slug"),
    "series twice": (HEAD + STEPS + HEAD + 'steps = [{ slug = "c", step = 1 }]\n', 10, "twice"),
    "no steps": (HEAD, 1, "'steps'"),
    "steps empty": (HEAD + "steps = []\n", 5, "'steps'"),
    "step no table": (HEAD + 'steps = ["a"]\n', 5, "no step"),
    "step without slug": (HEAD + "steps = [{ step = 1 }]\n", 5, "'slug'"),
    "step without number": (HEAD + STEPS.replace(", step = 2", ""), 7, "whole number"),
    "step's number no number": (HEAD + STEPS.replace("= 2", '= "2"'), 7, "whole number"),
    "unknown key of a step": (HEAD + STEPS.replace("= 2", "= 2, x = 1"), 7, "unknown key 'x'"),
    "unknown problem": (HEAD + STEPS.replace('"a"', '"z"'), 7, "no problem 'z'"),
    "title of a step empty": (HEAD + STEPS.replace("= 2", '= 2, title = ""'), 7, "'title'"),
    "problem twice": (HEAD + STEPS.replace('"a"', '"b"'), 7, "'b' is there twice"),
    "numbers fall": (HEAD + STEPS.replace("= 2", "= 1"), 5, "do not rise"),
}


@pytest.fixture
def problems(tmp_path: Path) -> Path:
    for slug in "abc":
        write_problem(tmp_path / slug)
    return tmp_path


def write_series(problems: Path, text: str) -> None:
    (problems / "series.toml").write_text(text, "utf-8")


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_of_the_series_is_located(name: str, problems: Path) -> None:
    text, line, message = FAULTS[name]
    write_series(problems, text)
    with pytest.raises(ProblemFaults) as raised:
        read_catalogue(problems)
    found = [fault for fault in raised.value.faults if message in fault.message]
    assert [(fault.path.name, fault.line) for fault in found] == [("series.toml", line)]


def test_a_problem_may_not_be_in_two_series(problems: Path) -> None:
    write_series(problems, HEAD + STEPS + HEAD.replace("maths", "more") + STEPS)
    with pytest.raises(ProblemFaults) as raised:
        read_catalogue(problems)
    assert [fault.line for fault in raised.value.faults] == [14, 15]


def test_problems_of_series_come_first(problems: Path) -> None:
    write_series(problems, HEAD + STEPS)
    catalogue = read_catalogue(problems)
    assert [folder.slug for folder in catalogue.problems] == ["b", "a", "c"]


def test_a_step_may_be_coming(problems: Path) -> None:
    write_series(problems, HEAD + STEPS.replace('"a"', '"z", title = "Zed"'))
    step = read_catalogue(problems).series[0].steps[1]
    assert (step.slug, step.title) == ("z", "Zed")


def test_a_series_says_what_comes_of_it_what_it_needs_and_how_long_it_takes(problems: Path) -> None:
    write_series(problems, HEAD + 'outcome = "A sum."\nneeds = "Counting."\nhours = 2\n' + STEPS)
    [series] = read_catalogue(problems).series
    assert (series.outcome, series.needs, series.hours) == ("A sum.", "Counting.", 2)
    write_series(problems, HEAD + STEPS)
    [series] = read_catalogue(problems).series
    assert (series.outcome, series.needs, series.hours) == ("", "", None)


def test_a_catalogue_needs_no_series(problems: Path) -> None:
    assert read_catalogue(problems).series == []


def test_faults_of_problems_and_series_come_together(problems: Path) -> None:
    write_series(problems, "[[serie]]\n")
    (problems / "a" / "solution.py").unlink()
    (problems / "c" / "starter.py").unlink()
    with pytest.raises(ProblemFaults) as raised:
        read_catalogue(problems)
    names = [fault.path.name for fault in raised.value.faults]
    assert names == ["solution.py", "starter.py", "series.toml"]


def test_a_folder_without_problems_is_a_fault(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(ProblemFaults):
            read_catalogue(folder)


def test_some_problems_can_be_read_alone(problems: Path) -> None:
    (problems / "a" / "solution.py").unlink()
    assert [folder.slug for folder in read_some(problems, ["c", "b", "b"])] == ["b", "c"]
    with pytest.raises(ProblemFaults):
        read_some(problems, ["b", "nothing"])
