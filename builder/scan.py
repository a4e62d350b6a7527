"""Looks at the files of a problem: whether they are as they were, and what they hold."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from threading import Thread

from builder.places import ROOT, fingerprint, is_leaving

# A file system may not tell two changes apart that are this close to each other.
_COARSEST_CLOCK_NS = 2_000_000_000
# Fewer are looked at sooner than a process starts.
_WORTH_A_PROCESS = 1000


def list_slugs(problems: Path) -> list[str]:
    """Return the names of the problem folders, sorted; there may be none."""
    with os.scandir(problems) as entries:
        names = [entry.name for entry in entries if entry.is_dir()]
    return sorted(name for name in names if not name.startswith((".", "__")))


def look_at(folder: Path) -> str:
    """Return a digest of the names, sizes and times of a folder's files.

    It is empty if one of them is so new that a further change might not show.
    """
    names: list[str] = []
    numbers: list[int] = []
    for name, entry in _walk(str(folder)):
        facts = entry.stat(follow_symlinks=entry.is_file())
        names.append(name)
        numbers += facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns
    if max(numbers, default=0) > time.time_ns() - _COARSEST_CLOCK_NS:
        return ""
    seen = os.fsencode("\0".join(names)) + array("q", numbers).tobytes()
    return blake2b(seen, digest_size=16).hexdigest()


class Looks:
    """Looks at all folders of a catalogue, which a process beside this one may have begun to do."""

    def __init__(self, problems: Path, slugs: list[str]) -> None:
        self._problems = problems
        self._slugs = slugs
        self._seen: dict[str, str] = {}

    def hear(self, process: subprocess.Popen[str]) -> None:
        """Take what a process says that looks at them from the first one on."""
        assert process.stdout is not None
        for line in process.stdout:
            slug, _, looks = line.rstrip("\n").partition("\t")
            self._seen[slug] = looks

    def at(self, folder: Path) -> str:
        """Return what `look_at` does; the first time, look at all, from the last one back."""
        while self._slugs and self._slugs[-1] not in self._seen:
            slug = self._slugs.pop()
            self._seen[slug] = look_at(self._problems / slug)
        self._slugs.clear()
        looks = self._seen.get(folder.name)
        return look_at(folder) if looks is None else looks


@contextmanager
def looking(problems: Path) -> Iterator[Looks]:
    """Begin to look at a catalogue's folders, if they are many on a core of its own."""
    slugs = list_slugs(problems) if problems.is_dir() else []
    looks = Looks(problems, slugs.copy())
    if len(slugs) < _WORTH_A_PROCESS:
        yield looks
        return
    command = [sys.executable, "-m", "builder.scan", str(problems.absolute())]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what it stumbles over, this process finds too
        text=True,
        errors="surrogateescape",
    ) as process:
        hearing = Thread(target=looks.hear, args=[process], daemon=True)
        hearing.start()
        try:
            yield looks
        finally:
            process.terminate()
            hearing.join()


def fingerprint_folder(folder: Path) -> str:
    """Return the fingerprint of a folder's files: their names and their contents."""
    parts: list[bytes | str] = []
    for name, entry in sorted(_walk(str(folder)), key=lambda found: found[0]):
        parts += [name, _read(entry)]
    return fingerprint(parts)


def _read(entry: os.DirEntry[str]) -> bytes:
    """Return what a file holds; what cannot be read is a fault that the reading of it tells."""
    if not entry.is_file():
        return b""
    try:
        with open(entry.path, "rb") as file:  # noqa: PTH123 - done for every file of a catalogue
            return file.read()
    except OSError:
        return b""


def _walk(folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield every file below a folder, and its path from there, in the order of the disk."""
    waiting = [(folder, "")]
    for path, prefix in waiting:
        with os.scandir(path) as entries:
            for entry in entries:
                name = entry.name
                if is_leaving(name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{name}/"))
                else:
                    yield prefix + name, entry


if __name__ == "__main__":
    _problems = Path(sys.argv[1])
    for _slug in list_slugs(_problems):
        print(_slug, look_at(_problems / _slug), sep="\t")
