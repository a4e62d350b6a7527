"""The submission: compiled once, executed afresh as the module `solution` whenever asked."""

from __future__ import annotations

import linecache
import sys
import warnings
from collections.abc import Mapping, Sequence
from types import CodeType, ModuleType, TracebackType

from grader.output import printable
from grader.plain_words import explain_error, words_for
from grader.report import Fault, Frame, RaisedError, State

MODULE = "solution"
FILENAME = "solution.py"
# What a learner tries beside the submission, run after it in the same module.
SCRATCH = "scratch.py"
_FRAMES_SHOWN = 10


class CannotRun(Exception):
    """The submission does not compile or does not import; `fault` says why and where."""

    def __init__(self, state: State, fault: Fault) -> None:
        super().__init__(fault["message"])
        self.state = state
        self.fault = fault


class Submission:
    """A submission's source and its compiled code.

    Raises `CannotRun` where the source does not compile.
    """

    def __init__(self, source: str, filename: str = FILENAME) -> None:
        self.lines = source.splitlines()
        self._code = _compile(source, filename)
        linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)

    def execute(self) -> ModuleType:
        """Execute the code as a fresh module `solution`; whatever it raises passes through."""
        module = ModuleType(MODULE)
        module.__file__ = FILENAME
        sys.modules[MODULE] = module
        exec(self._code, module.__dict__)
        sys.modules[MODULE] = module
        return module

    def import_checked(self, requires: Sequence[str]) -> None:
        """Execute once; raise `CannotRun` where that fails or a required name is missing."""
        try:
            module = self.execute()
        except BaseException as error:  # noqa: BLE001 - the fault names whatever came, sys.exit() included
            raise CannotRun("import-error", self._import_fault(error)) from None
        missing = [name for name in requires if not _defines(module, name)]
        if missing:
            raise CannotRun("import-error", _missing_fault(missing))

    def frames(self, traceback: TracebackType | None) -> list[Frame]:
        """Return the submission's own frames, outermost first; a deep recursion is abridged."""
        return [frame for _, frame in find_frames(traceback, {FILENAME: self.lines})]

    def _import_fault(self, error: BaseException) -> Fault:
        frames = self.frames(error.__traceback__)
        kind, said = type(error).__name__, raised_error(error)
        if isinstance(error, SystemExit):
            message = "Your code ends the program while it is imported. Remove the exit call."
        elif isinstance(error, ImportError):
            name = getattr(error, "name", None) or "a module"
            message = f"Your code imports {name}, which is not available here."
        else:
            message = f"Your code raised {kind} while it was imported."
        return {
            "message": message,
            "plain": explain_error(error, said),
            "error": said,
            "line": frames[-1]["line"] if frames else None,
            "column": None,
            "frames": frames,
        }


def find_frames(
    traceback: TracebackType | None, lines: Mapping[str, Sequence[str]]
) -> list[tuple[str, Frame]]:
    """Return the frames in these files, outermost first, each with the name of its file.

    `lines` are the files' own. A call that repeats itself is there once, and a deep recursion in
    several steps is abridged.
    """
    found: list[tuple[str, int, str]] = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename in lines:
            frame = (code.co_filename, traceback.tb_lineno, code.co_name)
            if found[-1:] != [frame]:
                found.append(frame)
        traceback = traceback.tb_next
    if len(found) > _FRAMES_SHOWN:
        half = _FRAMES_SHOWN // 2
        found = found[:half] + found[-half:]
    return [
        (file, {"line": line, "function": name, "source": _source_at(lines[file], line)})
        for file, line, name in found
    ]


def _source_at(lines: Sequence[str], line: int) -> str:
    return printable(lines[line - 1].strip()) if line <= len(lines) else ""


def raised_error(error: BaseException) -> RaisedError:
    """Return an exception's type and text; a `__str__` that raises is named instead."""
    try:
        text = str(error)
    except BaseException as raised:  # noqa: BLE001 - a learner's __str__ may do anything
        text = f"<its str raised {type(raised).__name__}>"
    return {"type": type(error).__name__, "text": printable(text[:4000])}


def _defines(module: ModuleType, name: str) -> bool:
    # A constant, by its name, may have any value.
    return callable(vars(module).get(name)) or (name.isupper() and name in vars(module))


def _compile(source: str, filename: str) -> CodeType:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return compile(source, filename, "exec", dont_inherit=True)
    except SyntaxError as error:
        line = _odd_line(source) or error.lineno
        raise CannotRun("syntax-error", _syntax_fault(error, line, error.offset)) from None
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        # Null bytes, lone surrogates, nesting deeper than the compiler goes.
        raise CannotRun("syntax-error", _syntax_fault(error, _odd_line(source), None)) from None


def _odd_line(source: str) -> int | None:
    for number, line in enumerate(source.split("\n"), start=1):
        if "\0" in line or any("\ud800" <= character <= "\udfff" for character in line):
            return number
    return None


def _syntax_fault(error: BaseException, line: int | None, column: int | None) -> Fault:
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    place = f" on line {line}" if line else ""
    return {
        "message": f"Python cannot read your code: {type(error).__name__}{place}.",
        "plain": words_for(type(error).__name__, text),
        "error": {"type": type(error).__name__, "text": printable(text)},
        "line": line or None,
        "column": column or None,
        "frames": [],
    }


def _missing_fault(missing: Sequence[str]) -> Fault:
    names = " and ".join(f"`{name}`" for name in missing)
    by = "it by this exact name" if len(missing) == 1 else "them by these exact names"
    return {
        "message": f"Your code does not define {names}. The tests call {by}.",
        "plain": None,
        "error": None,
        "line": None,
        "column": None,
        "frames": [],
    }
