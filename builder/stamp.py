"""Knows whether a built site is still what its sources make: a fingerprint of all of them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from builder.places import (
    CACHE,
    ROOT,
    SITE,
    fingerprint,
    fingerprint_files,
    list_files,
    write_whole,
)

_FILES = ("build.py", "package-lock.json", "requirements.txt")


def watched_folders(problems: Path) -> list[Path]:
    """Return the folders that a built site is made from."""
    return [problems, SITE, ROOT / "grader", ROOT / "builder"]


def is_current(out: Path, problems: Path) -> bool:
    """Tell whether a site is there that was built from the sources as they are now."""
    stamp = _place(out)
    if not stamp.is_file() or not (out / "index.html").is_file():
        return False
    noted = json.loads(stamp.read_bytes())
    return bool(noted == {"made": _identity(out), "sources": fingerprint_sources(problems)})


def write_stamp(out: Path, sources: str) -> None:
    """Note what a site was built from: the fingerprint that was taken before the build."""
    note = {"made": _identity(out), "sources": sources}
    write_whole(_place(out), json.dumps(note))


def fingerprint_sources(problems: Path) -> str:
    """Return the fingerprint of everything that a site is made from."""
    parts = [sys.version, str(problems.resolve())]
    for folder in watched_folders(problems):
        parts.append(fingerprint_files(folder, list_files(folder)))
    parts += [(ROOT / name).read_text("utf-8") for name in _FILES]
    return fingerprint(parts)


def _place(out: Path) -> Path:
    return CACHE / "stamps" / f"{fingerprint([str(out.resolve())])[:16]}.json"


def _identity(out: Path) -> int:
    return (out / "index.html").stat().st_mtime_ns
