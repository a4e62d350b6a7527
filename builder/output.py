"""The folder of a built site: what is new is made beside it, then it changes as a whole."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from builder.exchange import exchange
from builder.holding import holding_interrupts
from builder.places import fingerprint, place
from grader.faults import Fault, ProblemFaults

_MARK = ".nojekyll"
# Up to so many files are moved into a site one by one; for more, a whole new folder is made.
_FEW = 100


class Made(NamedTuple):
    """A file of a site: what it was made from, and how it looks if nobody has touched it."""

    key: str
    size: int
    changed: int


class Site:
    """The site that is to be: files of the last one that stay, and new ones in `staging`."""

    def __init__(self, out: Path, scratch: Path, last: Mapping[str, Made]) -> None:
        self._out = out
        self._scratch = scratch
        self._last = last
        self._kept: set[str] = set()
        self.staging = scratch / "new"
        self.files: dict[str, Made] = {}
        self.staging.mkdir()

    def has(self, path: str, key: str) -> bool:
        """Tell whether the last site has a file, untouched, that was made from just this."""
        last = self._last.get(path)
        return last is not None and last.key == key and _look(f"{self._out}/{path}", key) == last

    def keep(self, path: str) -> None:
        """Keep a file that the last site has."""
        self._kept.add(path)
        self.files[path] = self._last[path]

    def put(self, path: str, data: bytes | str) -> None:
        """Write a file, unless it is in the last site with this content."""
        content = data.encode() if isinstance(data, str) else data
        key = fingerprint([content])
        if self.has(path, key):
            self.keep(path)
        else:
            target = self.staging / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            self.note(path, key)

    def link(self, path: str, source: Path) -> None:
        """Put a file there that never changes, hard-linked if that can be."""
        if self.has(path, path):
            self.keep(path)
        else:
            place(source, self.staging / path)
            self.note(path, path)

    def read(self, path: str) -> bytes:
        """Return what the site that is to be has in a file."""
        folder = self._out if path in self._kept else self.staging
        return (folder / path).read_bytes()

    def note(self, path: str, key: str) -> None:
        """Note a file that was written into `staging`."""
        made = _look(self.staging / path, key)
        assert made is not None, path
        self.files[path] = made

    def commit(self) -> None:
        """Make this the site, all of it or nothing."""
        written = self.files.keys() - self._kept
        gone = self._last.keys() - self.files.keys()
        if self._last and self._out.is_dir() and len(written) + len(gone) <= _FEW:
            with holding_interrupts():
                self._move(written, gone)
            return
        for path in self._kept:
            place(self._out / path, self.staging / path)
        with holding_interrupts():
            self._swap()

    def _move(self, written: Iterable[str], gone: Iterable[str]) -> None:
        # What pages refer to comes before them, and the catalogue is the last.
        for path in sorted(written, key=lambda path: (path.endswith(".html"), -path.count("/"))):
            target = self._out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (self.staging / path).replace(target)
        for path in gone:
            (self._out / path).unlink(missing_ok=True)
            _remove_empty(self._out / path, self._out)

    def _swap(self) -> None:
        if self._out.exists() and exchange(self.staging, self._out):
            return
        old = self._scratch / "old"
        if self._out.exists():
            self._out.replace(old)
        try:
            self.staging.replace(self._out)
        finally:
            if old.exists() and not self._out.exists():
                old.replace(self._out)


def check_target(out: Path) -> None:
    """Raise `ProblemFaults` if there is something at the target that is no site of ours."""
    is_ours = (out / _MARK).is_file() and (out / "index.html").is_file()
    if out.is_dir() and (is_ours or not any(out.iterdir())):
        return
    if out.exists() or out.is_symlink():
        message = "this is not a site that was built here; remove it, or name another folder"
        raise ProblemFaults([Fault(out, 1, message)])


@contextmanager
def replacing(out: Path, last: Mapping[str, Made]) -> Iterator[Site]:
    """Give a site to fill that takes the target's place at the end, or goes if there is a fault.

    `last` is what the target's files were made from; empty if that is not known.
    """
    out = out.absolute()
    check_target(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    _clear_up(out)
    scratch = Path(tempfile.mkdtemp(prefix=f".{out.name}-{os.getpid()}-", dir=out.parent))
    try:
        site = Site(out, scratch, last)
        yield site
        site.commit()
    finally:
        shutil.rmtree(scratch)


def _clear_up(out: Path) -> None:
    """Remove what builds have left that were killed."""
    for path in out.parent.glob(f".{out.name}-*-*"):
        number = path.name.removeprefix(f".{out.name}-").partition("-")[0]
        if number.isdecimal() and not _is_running(int(number)):
            shutil.rmtree(path)


def _is_running(process: int) -> bool:
    if sys.platform == "win32":
        return True  # to ask would be to end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _look(path: Path | str, key: str) -> Made | None:
    try:
        facts = os.stat(path)  # noqa: PTH116 - done for every file of a site
    except OSError:
        return None
    return Made(key, facts.st_size, facts.st_mtime_ns)


def _remove_empty(path: Path, root: Path) -> None:
    for folder in path.parents:
        if folder == root or any(folder.iterdir()):
            return
        folder.rmdir()
