"""Runs a submission as a program in this very interpreter; the caller provides a fresh one."""

from __future__ import annotations

import ast
import json
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

from grader.deadline import Alarm, Deadline
from grader.grade import prepare, write_files
from grader.plain_words import explain_error
from grader.program_report import ProgramEvent, ProgramOutcome, ProgramState
from grader.program_streams import Transcript, Typed, standard_streams
from grader.recorder import TEST_FILE
from grader.report import Fault
from grader.submission import FILENAME, CannotRun, Submission, raised_error
from grader.values import describe

if TYPE_CHECKING:
    from grader.problem import Problem

_BOX = "“Input for the program”"
_UNSAID: Fault = {
    "message": "",
    "plain": None,
    "error": None,
    "line": None,
    "column": None,
    "frames": [],
}


def run_json(
    problem: str,
    source: str,
    typed: str,
    emit: Callable[[str], object],
    set_alarm: Callable[[float], object] | None = None,
) -> None:
    """Run a program, with problem and events as JSON text: the one call from outside."""
    alarm = None if set_alarm is None else Alarm(set_alarm, signal.SIGINT)
    run(json.loads(problem), source, typed, lambda event: emit(json.dumps(event)), alarm)


def run(
    problem: Problem,
    source: str,
    typed: str,
    emit: Callable[[ProgramEvent], object],
    alarm: Alarm | None = None,
) -> ProgramOutcome:
    """Run a submission as `__main__`, `typed` its input; `emit` is called with each event."""
    prepare(problem["packages"])
    started = time.perf_counter()
    transcript = Transcript(lambda parts: emit({"type": "program-printed", "parts": parts}))
    seconds = problem["limits"]["run_seconds"]
    files = {name: text for name, text in problem["files"].items() if name != TEST_FILE}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        write_files(files, Path(folder))
        with _as_main(folder) as module, standard_streams(typed, transcript) as stdin:
            outcome = _run(source, module, stdin, Deadline(alarm), seconds)
    outcome["cut"] = transcript.cut
    outcome["seconds"] = round(time.perf_counter() - started, 4)
    emit({"type": "program-ended", "outcome": outcome})
    return outcome


class Program(Submission):
    """A submission that runs as `__main__` and has the value of its last line.

    Raises `CannotRun` where the source does not compile.
    """

    def __init__(self, source: str) -> None:
        super().__init__(source)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._body, self._last = _split(ast.parse(source, FILENAME))

    def run(self, module: ModuleType) -> object:
        """Execute in a module; return the value of the last line where it is an expression."""
        exec(self._body, module.__dict__)
        return None if self._last is None else eval(self._last, module.__dict__)


def _split(tree: ast.Module) -> tuple[CodeType, CodeType | None]:
    """Compile a module without its last expression, and that expression."""
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        return compile(tree, FILENAME, "exec", dont_inherit=True), None
    body = ast.Module(tree.body[:-1], tree.type_ignores)
    value = ast.Expression(last.value)
    code = compile(body, FILENAME, "exec", dont_inherit=True)
    return code, compile(value, FILENAME, "eval", dont_inherit=True)


@contextmanager
def _as_main(folder: str) -> Iterator[ModuleType]:
    """Let a new module be the program that this interpreter was started with."""
    before = sys.modules["__main__"], sys.argv, sys.path
    module = ModuleType("__main__")
    module.__file__ = FILENAME
    sys.modules["__main__"], sys.argv, sys.path = module, [FILENAME], [folder, *sys.path]
    try:
        yield module
    finally:
        sys.modules["__main__"], sys.argv, sys.path = before


def _run(
    source: str, module: ModuleType, stdin: Typed, deadline: Deadline, seconds: float
) -> ProgramOutcome:
    try:
        program = Program(source)
    except CannotRun as stop:
        return _outcome("syntax-error", stop.fault)
    outcome = _outcome("finished")
    raised: BaseException | None = None
    with deadline.limit(seconds):
        try:
            value = program.run(module)
            outcome["value"] = None if value is None else describe(value)
        except BaseException as error:  # noqa: BLE001 - the outcome names whatever came
            raised = error
    if deadline.expired:
        return _outcome("time-limit", _late_fault(program, raised, seconds))
    if isinstance(raised, SystemExit):
        return _outcome("exited", _exit_fault(raised))
    if raised is not None:
        return _outcome("raised", _raised_fault(program, raised, stdin))
    return outcome


def _outcome(state: ProgramState, fault: Fault | None = None) -> ProgramOutcome:
    return {"state": state, "fault": fault, "value": None, "cut": 0, "seconds": 0.0}


def _late_fault(program: Program, raised: BaseException | None, seconds: float) -> Fault:
    message = f"Your code did not finish within {seconds:g} s. Look for a loop that does not end."
    frames = program.frames(raised.__traceback__) if raised else []
    return {**_UNSAID, "message": message, "frames": frames}


def _exit_fault(error: SystemExit) -> Fault:
    said = "" if error.code is None else describe(error.code)["text"]
    message = f"Your code ended the program itself: `sys.exit({said})`."
    return {**_UNSAID, "message": message}


def _raised_fault(program: Program, error: BaseException, stdin: Typed) -> Fault:
    frames = program.frames(error.__traceback__)
    line = frames[-1]["line"] if frames else None
    kind, said = type(error).__name__, raised_error(error)
    message = f"Your code raised {kind}" + (f" on line {line}." if line else ".")
    if isinstance(error, EOFError) and stdin.ended:
        message = _input_ended(stdin.lines)
    elif isinstance(error, ModuleNotFoundError) and isinstance(error.name, str):
        message = f"Your code imports {error.name}, which is not available here."
    return {
        "message": message,
        "plain": explain_error(error, said),
        "error": said,
        "line": line,
        "column": None,
        "frames": frames,
    }


def _input_ended(lines: int) -> str:
    if lines == 0:
        return f"Your code asked for a line of input, but the box {_BOX} is empty. Fill it first."
    had = "its one line" if lines == 1 else f"all its {lines} lines"
    return f"Your code asked for one more line than {_BOX} has: {had} had been read."
