"""Says what kept a program from its end, and where."""

from __future__ import annotations

from grader.plain_words import explain_error
from grader.program_code import ProgramCode
from grader.program_report import ProgramFault, ProgramFrame
from grader.program_streams import Typed
from grader.submission import raised_error
from grader.values import describe

_BOX = "“Input for the program”"
_UNSAID: ProgramFault = {
    "message": "",
    "plain": None,
    "error": None,
    "file": "code",
    "line": None,
    "column": None,
    "frames": [],
}


def late_fault(code: ProgramCode, raised: BaseException | None, seconds: float) -> ProgramFault:
    """Return the fault of a program that ran past its limit in `raised`."""
    message = f"Your code did not finish within {seconds:g} s. Look for a loop that does not end."
    frames = code.frames(raised.__traceback__) if raised else []
    return {**_UNSAID, "message": message, "frames": frames}


def exit_fault(error: SystemExit) -> ProgramFault:
    """Return the fault of a program that ended itself."""
    said = "" if error.code is None else describe(error.code)["text"]
    message = f"Your code ended the program itself: `sys.exit({said})`."
    return {**_UNSAID, "message": message}


def raised_fault(code: ProgramCode, error: BaseException, stdin: Typed) -> ProgramFault:
    """Return the fault of a program that ended in an exception."""
    frames = code.frames(error.__traceback__)
    last = frames[-1] if frames else None
    kind, said = type(error).__name__, raised_error(error)
    message, plain = f"Your code raised {kind}{_place(last)}.", explain_error(error, said)
    if isinstance(error, EOFError) and stdin.ended:
        message, plain = _input_ended(stdin.lines), None
    elif isinstance(error, ModuleNotFoundError) and isinstance(error.name, str):
        message = f"Your code imports {error.name}, which is not available here."
    return {
        "message": message,
        "plain": plain,
        "error": said,
        "file": last["file"] if last else "code",
        "line": last["line"] if last else None,
        "column": None,
        "frames": frames,
    }


def _place(frame: ProgramFrame | None) -> str:
    if frame is None:
        return " while its figures were drawn"
    return f" {'in scratch,' if frame['file'] == 'scratch' else 'on'} line {frame['line']}"


def _input_ended(lines: int) -> str:
    if lines == 0:
        return f"Your code asked for a line of input, but the box {_BOX} is empty. Fill it first."
    had = "its one line" if lines == 1 else f"all its {lines} lines"
    return f"Your code asked for one more line than {_BOX} has: {had} had been read."
