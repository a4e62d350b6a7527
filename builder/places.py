"""Where things are in the checkout, and how its files are fingerprinted and written."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from grader.files import is_leaving as is_leaving
from grader.files import list_files as list_files

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
NODE_MODULES = ROOT / "node_modules"
PROBLEMS = ROOT / "problems"
SITE = ROOT / "site"


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


def has_file(path: Path) -> bool:
    """Tell whether there is such a file; a name that is too long is that of none."""
    try:
        return path.is_file()
    except OSError:
        return False


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
