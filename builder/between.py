"""What an interpreter does between two submissions: go back to how it was before the first.

Runs in Pyodide, beside the grader; `builder/grade.mjs` puts it there.
"""

from __future__ import annotations

import gc
import importlib
import linecache
import os
import sys
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from grader import grade
from grader.trusting import TrustingGrader

_COLLECT_EVERY = 10
_before: list[Callable[[], object]] = []
_runs = 0


grade_watching = grade.grade_json
grade_trusting = partial(grade.grade_json, grader=TrustingGrader)


def clear_up() -> bool:
    """Put back what a run changed outside of its own modules; the first call notes how it is.

    Returns whether something of the libraries had been replaced: a verdict that trusted is void.
    """
    global _runs
    if not _before:
        _note()
    for put_back in _before:
        put_back()
    replaced = [name for libraries in grade.READY for name in libraries.restore()]
    linecache.clearcache()
    importlib.invalidate_caches()
    _runs += 1
    if _runs % _COLLECT_EVERY == 0:
        gc.collect()
    return bool(replaced)


def _note() -> None:
    path, environment, folder = list(sys.path), dict(os.environ), Path.cwd()
    filters: list[Any] = vars(warnings)["filters"]
    usual, limit = list(filters), sys.getrecursionlimit()
    _before.append(lambda: sys.path.__setitem__(slice(None), path))
    _before.append(lambda: _put_back_environment(environment))
    _before.append(lambda: os.chdir(folder))
    _before.append(lambda: filters.__setitem__(slice(None), usual))
    _before.append(lambda: sys.setrecursionlimit(limit))
    _before.append(_forget_modules)
    grade.watch_libraries()
    ready = grade.READY
    watched = list(ready)  # puts back what it finds changed, so it serves every run
    _before.append(lambda: ready.__setitem__(slice(None), watched))
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        _note_numpy(numpy)


def _note_numpy(numpy: Any) -> None:
    errors, options = numpy.geterr(), numpy.get_printoptions()
    _before.append(lambda: numpy.seterr(**errors))
    _before.append(lambda: numpy.set_printoptions(**options))


def _put_back_environment(environment: dict[str, str]) -> None:
    if dict(os.environ) != environment:
        os.environ.clear()
        os.environ.update(environment)


def _forget_modules() -> None:
    """Drop the modules of the run: the submission, its tests, and what the problem brought."""
    for name, module in list(sys.modules.items()):
        origin = getattr(module, "__file__", None) or ""
        if name in ("solution", "test_solution") or origin.startswith("/tmp/"):
            del sys.modules[name]
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        vars(sys).pop(name, None)  # pytest leaves them; they hold every frame of the run
