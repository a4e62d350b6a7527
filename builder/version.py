"""The version of the program: what is made by one version is not taken for another's."""

from __future__ import annotations

import sys
from functools import cache

from builder.places import ROOT, SITE, fingerprint, fingerprint_files, list_files

_FILES = ("build.py", "package-lock.json", "requirements.txt")


@cache
def read_version() -> str:
    """Return the fingerprint of the program's own files, of what they need, and of this Python."""
    parts: list[bytes | str] = [sys.version]
    for folder in (
        ROOT / "assist",
        ROOT / "builder",
        ROOT / "grader",
        SITE / "templates",
        SITE / "scripts" / "worker",
    ):
        parts.append(fingerprint_files(ROOT, list_files(folder)))
    parts += [(ROOT / name).read_bytes() for name in _FILES]
    return fingerprint(parts)
