"""A submission run as a program: what it prints, the value of its last line, how it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from grader.bounds import make_alarm
from grader.output import TEST_CAP
from grader.problem import read_problem
from grader.program import run
from sample_problem import write_problem

BOX = "“Input for the program”"
FLOOD = "for number in range(100_000):\n    print('a line of a flood', number)\n"
SWALLOWER = "while True:\n    try:\n        pass\n    except BaseException:\n        pass\n"
HOSTILE = "class Hostile:\n    def __repr__(self):\n        raise ValueError('no')\n\nHostile()\n"

# Source, typed input, state, what was printed and read, the last value's text.
ENDS: dict[str, tuple[str, str, str, list[tuple[str, str]], str | None]] = {
    "prints": ("print('one')\nprint('two')\n", "", "finished", [("out", "one\ntwo\n")], None),
    "is-main": (
        "if __name__ == '__main__':\n    print('main')",
        "",
        "finished",
        [("out", "main\n")],
        None,
    ),
    "own-module": ("import __main__\nx = 7\n__main__.x", "", "finished", [], "7"),
    "last-value": ("x = 20\nx + 22", "", "finished", [], "42"),
    "last-none": ("print('x')", "", "finished", [("out", "x\n")], None),
    "not-last": ("1 + 1\nx = 3", "", "finished", [], None),
    "empty": ("", "", "finished", [], None),
    "future": ("from __future__ import annotations\n5", "", "finished", [], "5"),
    "repr-raises": (HOSTILE, "", "finished", [], "<Hostile whose repr raised ValueError>"),
    "streams-apart": (
        "import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')",
        "",
        "finished",
        [("out", "a\n"), ("error", "b\n"), ("out", "c\n")],
        None,
    ),
    "bytes": (
        "import sys\nsys.stdout.buffer.write(b'\\xc3\\xa9\\xff')",
        "",
        "finished",
        [("out", "é�")],
        "3",
    ),
    "control": (
        "print('\\x1b[2J\\x00\\rx')",
        "",
        "finished",
        [("out", "\\x1b[2J\\x00\rx\n")],  # the page goes back to the line's beginning
        None,
    ),
    "input": (
        "name = input('Who? ')\nprint('Hello', name)",
        "Ada\nunread",
        "finished",
        [("out", "Who? "), ("input", "Ada\n"), ("out", "Hello Ada\n")],
        None,
    ),
    "stdin-lines": (
        "import sys\nsum(int(line) for line in sys.stdin)",
        "1\n2",
        "finished",
        [("input", "1\n2\n")],
        "3",
    ),
    "exit": (
        "import sys\nprint('a')\nsys.exit(3)\nprint('b')",
        "",
        "exited",
        [("out", "a\n")],
        None,
    ),
    "support": ("import numbers_to_add\nnumbers_to_add.SUM", "", "finished", [], "12"),
}

# Source, typed input, the fault's message, its line and its error's type.
FAULTS: dict[str, tuple[str, str, str, int | None, str | None]] = {
    "raises": (
        "def f():\n    return 1 / 0\n\nf()",
        "",
        "Your code raised ZeroDivisionError on line 2.",
        2,
        "ZeroDivisionError",
    ),
    "syntax": (
        "def f(:\n    pass",
        "",
        "Python cannot read your code: SyntaxError on line 1.",
        1,
        "SyntaxError",
    ),
    "no-module": (
        "import torch",
        "",
        "Your code imports torch, which is not available here.",
        1,
        "ModuleNotFoundError",
    ),
    "no-input": (
        "input()",
        "",
        f"Your code asked for a line of input, but the box {BOX} is empty. Fill it first.",
        1,
        "EOFError",
    ),
    "input-ended": (
        "input()\ninput()\ninput()",
        "a\nb\n",
        f"Your code asked for one more line than {BOX} has: all its 2 lines had been read.",
        3,
        "EOFError",
    ),
    "own-eof": (
        "raise EOFError('mine')",
        "",
        "Your code raised EOFError on line 1.",
        1,
        "EOFError",
    ),
    "exit-text": (
        "raise SystemExit('enough')",
        "",
        "Your code ended the program itself: `sys.exit('enough')`.",
        None,
        None,
    ),
    "exit-bare": ("exit()", "", "Your code ended the program itself: `sys.exit()`.", None, None),
}


@pytest.fixture
def program(tmp_path: Path) -> Any:
    """A function that runs a program; it returns the outcome and what was said, joined."""
    support = {"support/numbers_to_add.py": "SUM = 12\n"}
    problem = read_problem(write_problem(tmp_path / "double", support)).problem

    def run_it(source: str, typed: str = "", seconds: float = 20.0) -> Any:
        events: list[Any] = []
        limits = {**problem["limits"], "run_seconds": seconds}
        run({**problem, "limits": limits}, source, typed, events.append, make_alarm())
        *printed, ended = events
        assert {event["type"] for event in printed} <= {"program-printed"}
        return ended["outcome"], join([part for event in printed for part in event["parts"]])

    return run_it


def join(parts: list[Any]) -> list[tuple[str, str]]:
    """Return the parts with those of one stream that follow each other as one."""
    joined: list[tuple[str, str]] = []
    for part in parts:
        if joined and joined[-1][0] == part["stream"]:
            joined[-1] = joined[-1][0], joined[-1][1] + part["text"]
        else:
            joined.append((part["stream"], part["text"]))
    return joined


@pytest.mark.parametrize("case", ENDS)
def test_program_ends_as_it_should(program: Any, case: str) -> None:
    source, typed, state, printed, value = ENDS[case]
    outcome, said = program(source, typed)
    assert (outcome["state"], said) == (state, printed)
    assert (outcome["value"] or {"text": None})["text"] == value
    assert outcome["cut"] == 0


@pytest.mark.parametrize("case", FAULTS)
def test_fault_says_what_and_where(program: Any, case: str) -> None:
    source, typed, message, line, kind = FAULTS[case]
    fault = program(source, typed)[0]["fault"]
    assert (fault["message"], fault["line"]) == (message, line)
    assert (fault["error"] or {"type": None})["type"] == kind


def test_frames_lead_to_the_line(program: Any) -> None:
    outcome, _ = program("def f():\n    return 1 / 0\n\nf()")
    places = [(frame["line"], frame["function"]) for frame in outcome["fault"]["frames"]]
    assert places == [(4, "<module>"), (2, "f")]


def test_flood_is_cut(program: Any) -> None:
    outcome, said = program(FLOOD)
    assert outcome["state"] == "finished"
    kept = sum(len(text) for _, text in said)
    assert TEST_CAP - 100 < kept <= TEST_CAP
    whole = sum(len(f"a line of a flood {number}\n") for number in range(100_000))
    assert outcome["cut"] == whole - kept


def test_changing_streams_cannot_flood(program: Any) -> None:
    source = (
        "import sys\nfor _ in range(20_000):\n    print('a')\n    print('b', file=sys.stderr)\n"
    )
    _, said = program(source)
    assert 1000 < len(said) < 5000


def test_value_of_many_digits_is_short(program: Any) -> None:
    outcome, _ = program("'x' * 10_000_000")
    assert len(outcome["value"]["text"]) < 3000


@pytest.mark.parametrize("source", ["while True:\n    pass\n", "print('before')\n" + SWALLOWER])
def test_endless_loop_ends_at_the_limit(program: Any, source: str) -> None:
    if "except" in source and sys.version_info < (3, 12):
        source = "while True:\n    pass\n"  # what catches everything is ended from outside there
    outcome, _ = program(source, seconds=0.2)
    assert outcome["state"] == "time-limit"
    assert outcome["fault"]["message"].startswith("Your code did not finish within 0.2 s.")
    assert outcome["fault"]["frames"]


def test_interpreter_is_as_before(program: Any) -> None:
    before = sys.stdin, sys.stdout, sys.stderr, sys.modules["__main__"], sys.argv, list(sys.path)
    program("import sys\nsys.argv.append('x')\nsys.path.append('y')\nsys.stdout.close()")
    after = sys.stdin, sys.stdout, sys.stderr, sys.modules["__main__"], sys.argv, list(sys.path)
    assert before == after
