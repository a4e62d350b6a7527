"""Which files of a folder an author wrote, and which are caches and what editors leave behind."""

from __future__ import annotations

import os
from pathlib import Path

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
