"""A program with a scratch area: what is tried there runs after the file, in the same module."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from grader.bounds import make_alarm
from grader.problem import read_problem
from grader.program import run
from sample_problem import write_problem

FILE = "def half(n):\n    return 1 / n\n\nprint('file', __name__)\nhalf(1)\n"

# The scratch area, the state, what was printed, the value's text.
ENDS: dict[str, tuple[str, str, str, str | None]] = {
    "knows the file's names": ("half(4)", "finished", "file __main__\n", "0.25"),
    "imports the file": (
        "from solution import half as own\nown is half",
        "finished",
        "file __main__\n",
        "True",
    ),
    "prints after the file": (
        "print('scratch', __name__)",
        "finished",
        "file __main__\nscratch __main__\n",
        None,
    ),
    "nothing but blanks": ("\n  \n", "finished", "file __main__\n", "1.0"),
    "a comment": ("# nothing yet", "finished", "file __main__\n", None),
    "exits": ("raise SystemExit('enough')", "exited", "file __main__\n", None),
}

# The scratch area, the state, the message, the file and line it names, the frames.
FAULTS: dict[str, tuple[str, str, str, tuple[str, int], list[tuple[str, int, str]]]] = {
    "raises itself": (
        "\nx = missing",
        "raised",
        "Your code raised NameError in scratch, line 2.",
        ("scratch", 2),
        [("scratch", 2, "x = missing")],
    ),
    "raises in the file": (
        "half(0)",
        "raised",
        "Your code raised ZeroDivisionError on line 2.",
        ("code", 2),
        [("scratch", 1, "half(0)"), ("code", 2, "return 1 / n")],
    ),
    "cannot be read": (
        "half(4",
        "syntax-error",
        "Python cannot read your scratch area: SyntaxError in scratch, line 1.",
        ("scratch", 1),
        [],
    ),
}


@pytest.fixture
def program(tmp_path: Path) -> Any:
    """A function that runs a file and a scratch area; it returns the outcome and what was said."""
    problem = read_problem(write_problem(tmp_path / "double", {})).problem

    def run_it(source: str, scratch: str, seconds: float = 20.0) -> Any:
        events: list[Any] = []
        limited: Any = {**problem, "limits": {**problem["limits"], "run_seconds": seconds}}
        run(limited, source, "", events.append, make_alarm(), scratch)
        *printed, ended = events
        said = "".join(part["text"] for event in printed for part in event["parts"])
        return ended["outcome"], said

    return run_it


@pytest.mark.parametrize("case", ENDS)
def test_scratch_runs_after_the_file(program: Any, case: str) -> None:
    scratch, state, printed, value = ENDS[case]
    outcome, said = program(FILE, scratch)
    assert (outcome["state"], said) == (state, printed)
    assert (outcome["value"] or {"text": None})["text"] == value


@pytest.mark.parametrize("case", FAULTS)
def test_fault_says_whether_it_is_in_scratch(program: Any, case: str) -> None:
    scratch, state, message, place, frames = FAULTS[case]
    outcome, _ = program(FILE, scratch)
    fault = outcome["fault"]
    assert (outcome["state"], fault["message"]) == (state, message)
    assert (fault["file"], fault["line"]) == place
    assert [(f["file"], f["line"], f["source"]) for f in fault["frames"]] == frames


def test_scratch_does_not_run_where_the_file_fails(program: Any) -> None:
    outcome, said = program("1 / 0", "print('scratch')")
    assert (outcome["state"], outcome["fault"]["file"], said) == ("raised", "code", "")


def test_endless_loop_in_scratch_ends_at_the_limit(program: Any) -> None:
    outcome, _ = program("x = 1\n", "while True:\n    pass\n", seconds=0.2)
    assert outcome["state"] == "time-limit"
    assert outcome["fault"]["frames"][-1]["file"] == "scratch"


def test_the_file_cannot_be_imported_afterwards(program: Any) -> None:
    before = sys.modules.get("solution")
    program(FILE, "import solution")
    assert sys.modules.get("solution") is before
