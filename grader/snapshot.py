"""What must happen around a memory snapshot: forget before it is made, renew after a restore."""

from __future__ import annotations

import gc
import importlib
import linecache
import os
import random
import sys
from importlib import metadata

_SMOKE_TOLERANCE = 1e-12


def forget() -> None:
    """Drop what belongs to the run that warmed the interpreter, so that it is not saved."""
    importlib.invalidate_caches()
    vars(metadata)["FastPath"].__new__.cache_clear()  # remembers folders that change
    linecache.clearcache()
    fonts = sys.modules.get("matplotlib.font_manager")
    if fonts is not None:
        vars(fonts)["_get_font"].cache_clear()  # holds open files
    for name in ("solution", "test_solution"):
        sys.modules.pop(name, None)
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        vars(sys).pop(name, None)  # pytest leaves them; they hold every frame of the run
    if "" in sys.path:
        sys.path.remove("")
    gc.collect()


def renew(environment: dict[str, str], seed: int) -> None:
    """Give an interpreter its environment and seeds: in a restored one, old ones are baked in."""
    os.environ.clear()
    os.environ.update(environment)
    random.seed(seed)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(seed % 2**32)
    _smoke_test(numpy)


def _smoke_test(numpy: object) -> None:
    """Raise `RuntimeError` where a function of a restored library is not the right one."""
    import math

    values = [math.log(2.0), random.Random(0).random()]
    wanted = [0.6931471805599453, 0.8444218515250481]
    if numpy is not None:
        import numpy as np

        values += [
            float(np.log(np.array([2.0]))[0]),
            float(np.linalg.solve(np.array([[2.0, 0.0], [1.0, 4.0]]), np.array([2.0, 9.0]))[1]),
            float(np.random.default_rng(0).random()),
            float(np.fft.rfft(np.array([1.0, 2.0, 4.0]))[1].real),
        ]
        wanted += [0.6931471805599453, 2.0, 0.6369616873214543, -2.0]
    for value, want in zip(values, wanted, strict=True):
        if not abs(value - want) <= _SMOKE_TOLERANCE:
            raise RuntimeError(f"the restored interpreter calculates {value}, not {want}")
