"""The code of a program: the submission's file, and then what its learner tries in scratch."""

from __future__ import annotations

import ast
import sys
import warnings
from types import CodeType, ModuleType, TracebackType

from grader.program_report import ProgramFault, ProgramFile, ProgramFrame
from grader.submission import FILENAME, MODULE, SCRATCH, CannotRun, Submission, find_frames

_FILES: dict[str, ProgramFile] = {FILENAME: "code", SCRATCH: "scratch"}


class CannotCompile(Exception):
    """The file or the scratch area does not compile; `fault` says which, why and where."""

    def __init__(self, fault: ProgramFault) -> None:
        super().__init__(fault["message"])
        self.fault = fault


class ProgramCode:
    """A submission's file, compiled, and the scratch area where there is anything in it.

    Raises `CannotCompile`.
    """

    def __init__(self, source: str, scratch: str) -> None:
        self._parts = [_Part(source, FILENAME)]
        if scratch.strip():
            self._parts.append(_Part(scratch, SCRATCH))

    def run(self, module: ModuleType) -> object:
        """Execute in a module; return the value of the last line where it is an expression.

        The scratch area can import the file by the name that the tests import it by.
        """
        first, *rest = self._parts
        value = first.run(module)
        for part in rest:
            sys.modules[MODULE] = module
            value = part.run(module)
        return value

    def frames(self, traceback: TracebackType | None) -> list[ProgramFrame]:
        """Return the learner's own frames, outermost first; a deep recursion is abridged."""
        found = find_frames(traceback, {part.filename: part.lines for part in self._parts})
        return [{**frame, "file": _FILES[name]} for name, frame in found]


class _Part(Submission):
    def __init__(self, source: str, filename: str) -> None:
        try:
            super().__init__(source, filename)
        except CannotRun as stop:
            raise CannotCompile(_unread_fault(stop, _FILES[filename])) from None
        self.filename = filename
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._body, self._last = _split(ast.parse(source, filename), filename)

    def run(self, module: ModuleType) -> object:
        exec(self._body, module.__dict__)
        return None if self._last is None else eval(self._last, module.__dict__)


def _split(tree: ast.Module, filename: str) -> tuple[CodeType, CodeType | None]:
    """Compile a module without its last expression, and that expression."""
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        return compile(tree, filename, "exec", dont_inherit=True), None
    body = ast.Module(tree.body[:-1], tree.type_ignores)
    value = ast.Expression(last.value)
    code = compile(body, filename, "exec", dont_inherit=True)
    return code, compile(value, filename, "eval", dont_inherit=True)


def _unread_fault(stop: CannotRun, file: ProgramFile) -> ProgramFault:
    fault, message = stop.fault, stop.fault["message"]
    if file == "scratch":
        message = message.replace("your code", "your scratch area").replace(" on ", " in scratch, ")
    return {
        "message": message,
        "plain": fault["plain"],
        "error": fault["error"],
        "file": file,
        "line": fault["line"],
        "column": fault["column"],
        "frames": [],
    }
