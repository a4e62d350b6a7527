"""Runs a submission against the checks of a test file, bare: no pytest, no isolation, no report."""

from types import ModuleType


def run_checks(solution: str, tests: str) -> str:
    """Call each check once; the first that does not hold raises."""
    import sys

    import numpy  # noqa: F401 - part of what is measured

    sys.modules["solution"] = module = ModuleType("solution")
    exec(solution, module.__dict__)
    checks: dict[str, object] = {}
    exec(tests, checks)
    names = [name for name in checks if name.startswith("test_")]
    for name in names:
        checks[name]()  # type: ignore[operator]
    return f"{len(names)} checks held"
