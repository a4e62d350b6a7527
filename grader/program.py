"""Runs a submission as a program in this very interpreter; the caller provides a fresh one."""

from __future__ import annotations

import json
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from grader.deadline import Alarm, Deadline
from grader.figures import Pictures, heard_by, is_drawing
from grader.grade import prepare, write_files
from grader.program_code import CannotCompile, ProgramCode
from grader.program_faults import exit_fault, late_fault, raised_fault
from grader.program_report import (
    Picture,
    ProgramEvent,
    ProgramFault,
    ProgramOutcome,
    ProgramState,
)
from grader.program_streams import Transcript, Typed, standard_streams
from grader.recorder import TEST_FILE
from grader.submission import FILENAME, MODULE
from grader.values import describe

if TYPE_CHECKING:
    from grader.problem import Problem


def run_json(
    problem: str,
    source: str,
    typed: str,
    emit: Callable[[str], object],
    set_alarm: Callable[[float], object] | None = None,
    scratch: str = "",
) -> None:
    """Run a program, with problem and events as JSON text: the one call from outside."""
    alarm = None if set_alarm is None else Alarm(set_alarm, signal.SIGINT)
    run(json.loads(problem), source, typed, lambda event: emit(json.dumps(event)), alarm, scratch)


def run(
    problem: Problem,
    source: str,
    typed: str,
    emit: Callable[[ProgramEvent], object],
    alarm: Alarm | None = None,
    scratch: str = "",
) -> ProgramOutcome:
    """Run a submission as `__main__`, `typed` its input; `emit` is called with each event.

    What is in the scratch area runs after it, in the same module.
    """
    prepare(problem["packages"])
    started = time.perf_counter()
    transcript = Transcript(lambda parts: emit({"type": "program-printed", "parts": parts}))

    def say_picture(picture: Picture) -> None:
        transcript.flush()
        emit({"type": "program-pictured", "picture": picture})

    pictures = Pictures(say_picture)
    seconds = problem["limits"]["run_seconds"]
    files = {name: text for name, text in problem["files"].items() if name != TEST_FILE}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        write_files(files, Path(folder))
        with (
            _as_main(folder) as module,
            standard_streams(typed, transcript) as stdin,
            heard_by(pictures),
        ):
            outcome = _run(source, scratch, module, stdin, Deadline(alarm), seconds, pictures)
    outcome["cut"], outcome["pictures_cut"] = transcript.cut, pictures.cut
    outcome["seconds"] = round(time.perf_counter() - started, 4)
    emit({"type": "program-ended", "outcome": outcome})
    return outcome


@contextmanager
def _as_main(folder: str) -> Iterator[ModuleType]:
    """Let a new module be the program that this interpreter was started with."""
    before = sys.modules["__main__"], sys.argv, sys.path
    graded = sys.modules.get(MODULE)
    module = ModuleType("__main__")
    module.__file__ = FILENAME
    sys.modules["__main__"], sys.argv, sys.path = module, [FILENAME], [folder, *sys.path]
    try:
        yield module
    finally:
        sys.modules["__main__"], sys.argv, sys.path = before
        if graded is None:
            sys.modules.pop(MODULE, None)
        else:
            sys.modules[MODULE] = graded


def _run(
    source: str,
    scratch: str,
    module: ModuleType,
    stdin: Typed,
    deadline: Deadline,
    seconds: float,
    pictures: Pictures,
) -> ProgramOutcome:
    try:
        code = ProgramCode(source, scratch)
    except CannotCompile as stop:
        return _outcome("syntax-error", stop.fault)
    outcome = _outcome("finished")
    raised: BaseException | None = None
    value: object = None
    with deadline.limit(seconds):
        try:
            value = code.run(module)
            outcome["value"] = None if value is None or is_drawing(value) else describe(value)
        except BaseException as error:  # noqa: BLE001 - the outcome names whatever came
            raised = error
        if not deadline.expired:
            late = _draw_rest(pictures, value)
            raised = raised or late
    if deadline.expired:
        return _outcome("time-limit", late_fault(code, raised, seconds))
    if isinstance(raised, SystemExit):
        return _outcome("exited", exit_fault(raised))
    if raised is not None:
        return _outcome("raised", raised_fault(code, raised, stdin))
    return outcome


def _draw_rest(pictures: Pictures, value: object) -> BaseException | None:
    try:
        pictures.show_rest(value)
    except BaseException as error:  # noqa: BLE001 - a learner's figure may raise anything
        return error
    return None


def _outcome(state: ProgramState, fault: ProgramFault | None = None) -> ProgramOutcome:
    return {
        "state": state,
        "fault": fault,
        "value": None,
        "cut": 0,
        "pictures_cut": 0,
        "seconds": 0.0,
    }
