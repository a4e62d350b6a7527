"""Reads Python files so that what they cannot do is a located fault."""

from __future__ import annotations

import warnings
from pathlib import Path

from grader.faults import Fault, read_text


def _compile(path: Path, source: str, faults: list[Fault]) -> bool:
    """Compile a Python file, its warnings as errors, or note the complaint at its line."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(source, path.name, "exec", dont_inherit=True)
    except SyntaxError as error:
        faults.append(Fault(path, error.lineno or 1, f"{error.msg}; correct the Python"))
    except (ValueError, RecursionError, MemoryError, Warning) as error:
        faults.append(Fault(path, 1, f"this does not compile: {error}; correct the Python"))
    else:
        return True
    return False


def read_python(path: Path, faults: list[Fault], *, proven: bool = False) -> str:
    """Return the source of a Python file, or "" where a fault is noted.

    A `proven` source is known to compile.
    """
    source = read_text(path, faults)
    if source is None or not (proven or _compile(path, source, faults)):
        return ""
    return source


def check_names(path: Path, source: str, requires: list[str], faults: list[Fault]) -> None:
    """Note the required names that a module does not define at its top level."""
    from symtable import symtable

    if not source:
        return
    symbols = symtable(source, path.name, "exec").get_symbols()
    defined = {
        symbol.get_name() for symbol in symbols if symbol.is_assigned() or symbol.is_imported()
    }
    for name in requires:
        if name not in defined:
            advice = "define it at the top level, or take it out of 'requires'"
            faults.append(Fault(path, 1, f"the required name {name!r} is not defined; {advice}"))
