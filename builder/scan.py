"""Looks at the files of a problem: whether they are as they were, and what they hold."""

from __future__ import annotations

import os
import time
from hashlib import blake2b
from pathlib import Path

from builder.places import fingerprint, is_leaving

# A file system may not tell two changes apart that are this close to each other.
_COARSEST_CLOCK_NS = 2_000_000_000


def list_slugs(problems: Path) -> list[str]:
    """Return the names of the problem folders, sorted; there may be none."""
    with os.scandir(problems) as entries:
        names = [entry.name for entry in entries if entry.is_dir()]
    return sorted(name for name in names if not name.startswith((".", "__")))


def look_at(folder: Path) -> str:
    """Return a digest of the names, sizes and times of a folder's files.

    It is empty if one of them is so new that a further change might not show.
    """
    seen: list[tuple[str, int, int, int]] = []
    for name, entry in _walk(str(folder)):
        facts = entry.stat(follow_symlinks=entry.is_file())
        seen.append((name, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns))
    newest = max((max(one[2:]) for one in seen), default=0)
    if newest > time.time_ns() - _COARSEST_CLOCK_NS:
        return ""
    return blake2b(repr(sorted(seen)).encode(), digest_size=16).hexdigest()


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


def _walk(folder: str, prefix: str = "") -> list[tuple[str, os.DirEntry[str]]]:
    found: list[tuple[str, os.DirEntry[str]]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if is_leaving(name):
                continue
            if entry.is_dir(follow_symlinks=False):
                found += _walk(entry.path, f"{prefix}{name}/")
            else:
                found.append((prefix + name, entry))
    return found
