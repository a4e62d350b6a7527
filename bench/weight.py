"""The bytes of a visit by kind, and the memory of a tab."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from bench.host import Sent

# By the way of a visit and the kind of file: the bytes of the files, and of what was sent.
Weights = dict[str, dict[str, tuple[int, int]]]

_KINDS = {
    ".html": "page", ".css": "styles and fonts", ".svg": "styles and fonts",
    ".woff2": "styles and fonts", ".js": "scripts of the page", ".py": "scripts of the page",
    ".whl": "wheels",
}  # fmt: skip
_PARTS = {"heap": "heap-", "libraries": "library-"}
_RUNTIME = {
    "pyodide.asm.wasm": "Python: WebAssembly",
    "python_stdlib.zip": "Python: standard library",
    "pyodide.mjs": "Python: scripts",
    "pyodide.asm.mjs": "Python: scripts",
    "pyodide-lock.json": "Python: scripts",
    "grader.zip": "wheels",
    "files.bin": "snapshot: files",
    "meta.json": "snapshot: what a restore must know",
}


def kind_of(path: str) -> str:
    """Name what kind of file an address gives."""
    name = PurePosixPath(path)
    if path.endswith("/"):
        return "page"
    for part in ("heap", "libraries"):
        if name.name.startswith(_PARTS[part]):
            return f"snapshot: {part}"
    return _RUNTIME.get(name.name) or _KINDS.get(name.suffix, "other")


def by_kind(answers: Iterable[Sent]) -> dict[str, tuple[int, int]]:
    """Add up the sizes of the files and of what was sent, by kind, without the watcher."""
    total: dict[str, tuple[int, int]] = {}
    for answer in answers:
        if "watch-page" not in answer.path:
            raw, sent = total.get(kind_of(answer.path), (0, 0))
            total[kind_of(answer.path)] = (raw + answer.raw, sent + answer.sent)
    return total


def tab_memory(profile: str | None) -> tuple[float, float] | None:
    """Return the resident memory of a profile's largest page process, now and at most, in MB.

    From /proc: None where that is not there, or where nothing tells the profile's processes.
    """
    if profile is None:
        return None
    found = [_memory(place) for place in Path("/proc").glob("[0-9]*") if _is_page(place, profile)]
    return max(found, default=None)


def _is_page(place: Path, profile: str) -> bool:
    try:
        words = (place / "cmdline").read_bytes().decode(errors="replace")
    except OSError:  # it has ended since it was listed
        return False
    return profile in words and "--type=renderer" in words


def _memory(place: Path) -> tuple[float, float]:
    lines = dict(line.split(":", 1) for line in (place / "status").read_text().splitlines())
    now, most = (int(lines[name].split()[0]) * 1024 / 1e6 for name in ("VmRSS", "VmHWM"))
    return now, most
