"""Run code: the file runs as a program, shows what it prints, and leaves nothing behind."""

import re
from collections.abc import Iterator

import pytest
from hosting import Trap, trapping
from playwright.sync_api import expect
from problem_page import Desk, ProblemPage, reference
from program import ProgramPart
from test_containment import CALLS, FROM_JS, submission, told_in

SLUG = "mse-loss"
HELLO = """\
import sys

name = input("Who? ")
print("Hello", name)
print("careful", file=sys.stderr)
print("\\x1b[31m<b>bold</b>")
[len(name)] * 3
"""
MAIN = """\
print(__name__)
if __name__ == "__main__":
    print("as a program")
"""
PROGRESS = """\
import time

print("begin")
for step in range(3):
    print(f"\\rstep {step}", end="", flush=True)
    time.sleep(0.2)
print("\\r\\nend")
"""
SLOW = """\
import time

print("first")
time.sleep(3600)
"""
# Leaves what it can where a tests' run might find it.
LEAVES = """\
import builtins, pathlib, sys
import numpy as np

np.mean = builtins.sum = lambda *args, **kwargs: 0.0
builtins.LEFT = "left behind"
pathlib.Path("/tmp/left").write_text("left behind")
sys.modules["solution"] = sys
print("done")
"""
LOOKS = """

import builtins, pathlib
assert not hasattr(builtins, "LEFT")
assert not pathlib.Path("/tmp/left").exists()
"""
# Code, what the status line says, what the output's panel says, the line that is marked.
FAULTS = {
    "raises": (
        "def half(n):\n    return n / 0\n\nhalf(3)\n",
        "Your code raised ZeroDivisionError in line 2",
        "division by zero",
        "    return n / 0",
    ),
    "syntax-error": (
        "x = (1,\ny = 2\n",
        "Not run: syntax error in line 1",
        "'(' was never closed",
        "x = (1,",
    ),
    "exit": (
        "import sys\n\nprint('before')\nsys.exit('enough')\n",
        "Your code ended itself",
        "sys.exit('enough')",
        None,
    ),
    "no-module": (
        "import torch\n",
        "Your code raised ModuleNotFoundError in line 1",
        "Your code imports torch, which is not available here.",
        "import torch",
    ),
    "os-exit": (
        "import os\n\nos._exit(1)\n",
        "Python crashed",
        "ended the Python interpreter",
        None,
    ),
}


@pytest.fixture
def program(desk: Desk) -> ProgramPart:
    """A page whose Python is ready."""
    problem = desk.open(SLUG)
    problem.wait_until_ready()
    return ProgramPart(problem)


@pytest.fixture(scope="module")
def trap() -> Iterator[Trap]:
    with trapping() as trap:
        yield trap


def test_input_output_and_value(program: ProgramPart) -> None:
    expect(program.input).to_be_hidden()
    program.problem.type_code(HELLO)
    program.input.fill("Ada\n")
    program.button.click()
    assert program.wait_for_end() == "Your code ran to its end"
    expect(program.of_stream("out").first).to_have_text("Who? ")
    expect(program.of_stream("input")).to_have_text("Ada\n")
    expect(program.of_stream("error")).to_have_text("careful\n")
    expect(program.of_stream("out").last).to_have_text("\\x1b[31m<b>bold</b>\n")
    expect(program.value).to_have_text("[3, 3, 3]")
    assert program.output.locator("b").count() == 0


def test_progress_is_printed_over_itself(program: ProgramPart) -> None:
    assert program.run(PROGRESS) == "Your code ran to its end"
    expect(program.printed).to_have_text("begin\nstep 2\nend\n")


def test_the_file_runs_as_the_main_program(program: ProgramPart) -> None:
    assert program.run(MAIN) == "Your code ran to its end"
    expect(program.printed).to_have_text("__main__\nas a program\n")


def test_the_tests_squares_stand_beside_the_tests_verdict_only(program: ProgramPart) -> None:
    squares = program.page.locator("#strip")
    program.problem.submit(reference(SLUG))
    expect(squares).to_be_visible()
    assert program.run("print(1)\n") == "Your code ran to its end"
    expect(squares).to_be_hidden()
    program.problem.submit(reference(SLUG))
    expect(squares).to_be_visible()


def test_input_is_kept_and_its_end_is_told(program: ProgramPart) -> None:
    program.problem.type_code("print(input())\nprint(input())\n")
    program.input.fill("Ada\n")
    program.page.reload()
    program.problem.wait_until_ready()
    expect(program.input).to_have_value("Ada\n")
    program.button.click()
    assert program.wait_for_end() == "Your code raised EOFError in line 2"
    told = "one more line than “Input for the program” has: its one line had been read"
    expect(program.output).to_contain_text(told)
    assert program.problem.marked_lines("mistake") == ["print(input())"]
    program.problem.type_code("print(1)")
    expect(program.input).to_be_hidden()


@pytest.mark.parametrize("case", FAULTS)
def test_fault_is_told_and_marked(program: ProgramPart, case: str) -> None:
    code, words, told, line = FAULTS[case]
    assert program.run(code) == words
    expect(program.output).to_contain_text(told)
    assert program.problem.marked_lines("mistake") == ([] if line is None else [line])


def test_output_comes_while_the_code_runs_and_stop_ends_it(program: ProgramPart) -> None:
    program.problem.type_code(SLOW)
    program.page.keyboard.press("Alt+Enter")
    expect(program.printed).to_have_text("first\n")
    expect(program.problem.html).to_have_attribute("data-runtime", "running")
    program.button.click(force=True)
    program.problem.run_button.click(force=True)
    program.problem.stop_button.click()
    assert program.wait_for_end() == "You stopped the run"
    expect(program.printed).to_have_text("first\n")
    expect(program.problem.stop_button).to_be_hidden()


@pytest.mark.long
def test_flood_is_cut(program: ProgramPart) -> None:
    assert program.run("for n in range(30_000):\n    print('flood', n)\n").endswith("its end")
    expect(program.output).to_contain_text(re.compile(r"… [\d,]+ characters cut"))
    assert 60_000 < len(program.printed.text_content() or "") < 70_000


def test_silence_is_explained_and_hidden(program: ProgramPart) -> None:
    program.run("x = 3\n")
    expect(program.output).to_contain_text("It printed nothing.")
    program.output.get_by_role("button", name="Hide output").click()
    expect(program.output).to_be_hidden()
    expect(program.button).to_be_focused()


def test_program_leaves_nothing_for_the_tests(program: ProgramPart) -> None:
    program.run(LEAVES)
    expect(program.printed).to_have_text("done\n")
    assert program.problem.outcomes().count("passed") == 0
    program.problem.submit(reference(SLUG) + LOOKS)
    program.problem.expect_all_passed(SLUG)


def test_attempts_of_a_program_reach_nothing(program: ProgramPart, desk: Desk, trap: Trap) -> None:
    attempts = FROM_JS | CALLS
    served = len(desk.site.requests)
    program.run(submission(attempts, trap) + "\nmse_loss(1, 1)\n")
    ended = told_in(program.printed.text_content() or "")
    assert sorted(ended) == sorted(attempts)
    assert {name: how for name, how in ended.items() if not how.startswith("REFUSED")} == {}
    assert [path for path in desk.site.requests[served:] if "/runtime/" not in path] == []
    assert trap.visits == []


@pytest.mark.long
def test_code_waits_for_python(desk: Desk) -> None:
    problem: ProblemPage = desk.open_anew(SLUG)
    program = ProgramPart(problem)
    assert program.run("print('at once')\n") == "Your code ran to its end"
    expect(program.printed).to_have_text("at once\n")


@pytest.mark.long
def test_code_runs_without_a_connection(program: ProgramPart) -> None:
    program.page.context.set_offline(True)
    try:
        program.run("print('offline')\n")
        expect(program.printed).to_have_text("offline\n")
    finally:
        program.page.context.set_offline(False)
