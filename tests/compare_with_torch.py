"""Compare the references of the problems with PyTorch and SciPy.

Run by hand, where PyTorch is installed: `python tests/compare_with_torch.py`. It is no test of
pytest's, and the project does not depend on PyTorch.
"""

from __future__ import annotations

import importlib.util
import sys
import zlib
from pathlib import Path
from types import ModuleType

import numpy as np

# Each of these modules adds its own comparisons to the list.
from counterparts import classic, engines, layers, losses, sequences, training  # noqa: F401
from counterparts.compare import COMPARISONS, Comparison, relative_difference

PROBLEMS = Path(__file__).parent.parent / "problems"


def main(slugs: list[str]) -> int:
    """Print a line for each comparison, all or the named; return 1 if one is too far off."""
    chosen = [one for one in COMPARISONS if not slugs or one.problem in slugs]
    if not chosen:
        print("no comparison has such a problem")
        return 1
    width = max(len(one.problem) for one in chosen)
    print(f"{'problem':{width}}  {'compared with':46}  largest relative difference")
    wrong = 0
    for one in sorted(chosen, key=lambda one: one.problem):
        largest = farthest(one)
        wrong += not largest <= one.tolerance
        verdict = "" if largest <= one.tolerance else f"  above {one.tolerance:g}"
        print(f"{one.problem:{width}}  {one.counterpart:46}  {largest:.1e}{verdict}")
    print(f"{len(chosen)} compared, {wrong} too far off")
    return 1 if wrong else 0


def farthest(one: Comparison) -> float:
    """Return the largest relative difference between a reference and its counterpart."""
    rng = np.random.default_rng(zlib.crc32(one.problem.encode()))
    return max(relative_difference(*pair) for pair in one.pairs(reference(one.problem), rng))


def reference(slug: str) -> ModuleType:
    """Import the reference of a problem."""
    spec = importlib.util.spec_from_file_location(slug, PROBLEMS / slug / "solution.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"no reference in {PROBLEMS / slug}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
