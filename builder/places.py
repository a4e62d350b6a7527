"""Where things are in the checkout, and how its files are fingerprinted and written."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
NODE_MODULES = ROOT / "node_modules"
PROBLEMS = ROOT / "problems"
SITE = ROOT / "site"

_IGNORED = {"__pycache__", ".DS_Store", ".pytest_cache"}


def list_files(folder: Path) -> list[Path]:
    """Return the files below a folder, sorted, without caches and editors' leavings."""
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - _IGNORED)
        found += [Path(parent, name) for name in names if not is_leaving(name)]
    return sorted(found)


def is_leaving(name: str) -> bool:
    """Tell whether a file or folder of this name is a cache, or what an editor leaves behind."""
    return name in _IGNORED or name.endswith((".pyc", "~", ".swp"))


def fingerprint(parts: Iterable[bytes | str]) -> str:
    """Return the SHA-256 of several parts, in hexadecimal; their borders count."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(hashlib.sha256(data).digest())
    return whole.hexdigest()


def fingerprint_files(folder: Path, files: Iterable[Path]) -> str:
    """Return the fingerprint of files: their paths below the folder and their contents."""
    parts: list[bytes | str] = []
    for path in files:
        parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return fingerprint(parts)


def write_whole(path: Path, data: bytes | str) -> None:
    """Write a file so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = data.encode() if isinstance(data, str) else data
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def place(source: Path, target: Path) -> None:
    """Put a file that never changes at a second place: hard-linked, else copied."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
