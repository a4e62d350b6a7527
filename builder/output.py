"""The folder that a build writes: made beside its place, then swapped in whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.faults import Fault, ProblemFaults

_MARK = ".nojekyll"


def check_target(out: Path) -> None:
    """Raise `ProblemFaults` if there is something at the target that is no site of ours."""
    is_ours = (out / _MARK).is_file() and (out / "index.html").is_file()
    if out.is_dir() and (is_ours or not any(out.iterdir())):
        return
    if out.exists() or out.is_symlink():
        message = "this is not a site that was built here; remove it, or name another folder"
        raise ProblemFaults([Fault(out, 1, message)])


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Give a fresh folder that takes the target's place at the end, or goes if there is a fault."""
    out = out.absolute()
    check_target(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    fresh, old = scratch / "new", scratch / "old"
    try:
        fresh.mkdir()
        yield fresh
        if out.exists():
            out.replace(old)
        fresh.replace(out)
    finally:
        if old.exists() and not out.exists():
            old.replace(out)
        shutil.rmtree(scratch)
