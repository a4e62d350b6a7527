"""The runtime's folder in the site: Pyodide, the wheels that problems need, and the grader."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from builder.bundle import RuntimeFile, RuntimeManifest
from builder.places import CACHE, NODE_MODULES, ROOT, fingerprint, place, write_whole
from builder.wheels import TEST_TOOLS, Wheel, choose, fetch, read_build, read_lock
from grader.faults import Fault, ProblemFaults

Kind = Literal["script", "wasm", "stdlib", "wheel", "grader"]

_CORE: dict[str, Kind] = {
    "pyodide.mjs": "script",
    "pyodide.asm.mjs": "script",
    "pyodide.asm.wasm": "wasm",
    "python_stdlib.zip": "stdlib",
}
_GRADER = "grader.zip"
# Modules of the grader that only the command line and the build use.
_NATIVE_ONLY = {
    "__main__.py", "child.py", "faults.py", "manifest.py", "native.py", "problem.py",
    "signatures.py", "statement.py", "terminal.py", "toml.py",
}  # fmt: skip
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Runtime:
    """Every runtime file of the site, by name, and the kind of those that pages load."""

    sources: dict[str, Path]
    kinds: dict[str, Kind]
    lock: dict[str, Wheel]
    build: dict[str, str]
    folder: str

    def manifest(self, packages: Iterable[str], root: str) -> RuntimeManifest:
        """List what a page loads whose problem asks for these packages."""
        packages = list(packages)
        wheels = {wheel.file_name for wheel in choose([*packages, *TEST_TOOLS], self.lock)}
        files: list[RuntimeFile] = [
            {"path": name, "kind": kind, "bytes": self.sources[name].stat().st_size}
            for name, kind in self.kinds.items()
            if kind != "wheel" or name in wheels
        ]
        base = f"{root}{self.folder}/"
        return {"base": base, "lock": self.build, "packages": packages, "files": files}

    def install(self, site: Path) -> None:
        """Put the runtime into a site."""
        for name, source in self.sources.items():
            place(source, site / self.folder / name)


def prepare_runtime(packages: Iterable[str]) -> Runtime:
    """Bring together what problems with these packages need."""
    lock = read_lock()
    wheels = choose([*packages, *TEST_TOOLS], lock)
    fetch(wheels)
    sources = {name: _core_file(name) for name in _CORE}
    sources |= {wheel.file_name: wheel.path for wheel in wheels}
    sources[_GRADER] = _cached(_GRADER, _zip_grader())
    kinds: dict[str, Kind] = {**_CORE}
    kinds |= {wheel.file_name: "wheel" for wheel in wheels}
    kinds[_GRADER] = "grader"
    digest = fingerprint(
        part for name in sorted(sources) for part in (name, sources[name].read_bytes())
    )
    return Runtime(sources, kinds, lock, read_build(), f"runtime/{digest[:12]}")


def _core_file(name: str) -> Path:
    path = NODE_MODULES / "pyodide" / name
    if not path.is_file():
        message = "the runtime's core is not installed; run npm start, or npm ci"
        raise ProblemFaults([Fault(path, 1, message)])
    return path


def _cached(name: str, data: bytes) -> Path:
    path = CACHE / "made" / fingerprint([data])[:12] / name
    if not path.is_file():
        write_whole(path, data)
    return path


def _zip_grader() -> bytes:
    """Return the archive of the grader for the browser; equal sources give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted((ROOT / "grader").glob("*.py")):
            if path.name not in _NATIVE_ONLY:
                entry = zipfile.ZipInfo(f"grader/{path.name}", _ZIP_DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
    return buffer.getvalue()
