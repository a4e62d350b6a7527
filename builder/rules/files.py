"""The rules on a folder's files: no unexpected one, and no picture that nothing shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.places import list_files
from builder.rules.finding import Finding
from grader.problem import ProblemFolder

_FILES = {
    "problem.toml", "statement.md", "explanation.md",
    "starter.py", "solution.py", "test_solution.py",
}  # fmt: skip


def check_files(folder: ProblemFolder) -> Iterator[Finding]:
    """Find the files that have no meaning in a problem's folder."""
    for path in list_files(folder.path):
        name = path.relative_to(folder.path).as_posix()
        if not _is_expected(PurePosixPath(name)):
            advice = "remove it; pictures belong in assets/, modules and data for tests in support/"
            yield Finding(name, 1, f"the file is unexpected; {advice}")


def _is_expected(name: PurePosixPath) -> bool:
    if len(name.parts) == 1:
        return name.name in _FILES
    if name.parts[0] == "wrong":
        return len(name.parts) == 2 and name.suffix == ".py"
    return name.parts[0] in ("assets", "support")


def check_assets(folder: ProblemFolder, used: set[str]) -> Iterator[Finding]:
    """Find the files in `assets/` that no page shows or links to."""
    for path in folder.assets:
        name = path.relative_to(folder.path).as_posix()
        if name not in used:
            show = "show it in a page" + " with %20 for each space" * (" " in name)
            yield Finding(name, 1, f"nothing shows this file; {show}, or remove it")
