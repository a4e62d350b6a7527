"""The runtime's folder in the site: Pyodide, the wheels that problems need, and the grader."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from builder.archives import zip_files
from builder.assist import ARCHIVE, find_archive
from builder.bundle import RuntimeFile, RuntimeKind, RuntimeManifest
from builder.output import Site
from builder.places import CACHE, NODE_MODULES, ROOT, fingerprint, write_whole
from builder.snapshot import SnapshotSet, make_snapshot
from builder.wheels import TEST_TOOLS, Wheel, choose, fetch, read_build, read_lock
from grader.faults import Fault, ProblemFaults

_CORE: dict[str, RuntimeKind] = {
    "pyodide.mjs": "script",
    "pyodide.asm.mjs": "script",
    "pyodide.asm.wasm": "wasm",
    "python_stdlib.zip": "stdlib",
}
_GRADER = "grader.zip"
# What a program may import though its problem does not ask for it; only then is it fetched.
PLOTS = ("matplotlib", "numpy")
# Modules of the grader that only the command line and the build use.
_NATIVE_ONLY = {
    "__main__.py", "bounds.py", "child.py", "clock.py", "faults.py", "forks.py", "manifest.py",
    "native.py", "problem.py", "signatures.py", "sources.py", "statement.py", "terminal.py",
    "toml.py",
}  # fmt: skip


@dataclass(frozen=True)
class Runtime:
    """Every runtime file of the site, by name, and the kind of those that pages load."""

    sources: dict[str, Path]
    kinds: dict[str, RuntimeKind]
    lock: dict[str, Wheel]
    build: dict[str, str]
    folder: str
    snapshots: dict[frozenset[str], SnapshotSet]

    def manifest(self, packages: Iterable[str], root: str) -> RuntimeManifest:
        """List what a page loads whose problem asks for these packages."""
        packages = list(packages)
        plots = None if {*PLOTS} <= {*packages} else self._name_plots()
        return {**self._list_files(packages), "base": f"{root}{self.folder}/", "plots": plots}

    def _list_files(self, packages: list[str]) -> RuntimeManifest:
        wheels = {wheel.file_name for wheel in choose([*packages, *TEST_TOOLS], self.lock)}
        files = [
            _describe(name, kind, self.sources[name])
            for name, kind in self.kinds.items()
            if kind != "wheel" or name in wheels
        ]
        snapshot = self.snapshots.get(frozenset(packages))
        if snapshot is not None:
            files += _describe_snapshot(snapshot)
        return {
            "base": "",
            "lock": self.build,
            "packages": packages,
            "snapshot": None if snapshot is None else snapshot.id,
            "plots": None,
            "files": files,
        }

    def paths_for(self, packages: Iterable[str]) -> list[str]:
        """List the paths of what runs load of a problem that asks for these packages."""
        files = self.manifest(packages, "")["files"]
        return [f"{self.folder}/{one['path']}" for one in files if one["kind"] != "assist"]

    @property
    def plots_paths(self) -> list[str]:
        """The paths of what a program needs that draws."""
        return [f"{self.folder}/{self._name_plots()}", *self.paths_for(PLOTS)]

    @property
    def assist_path(self) -> str:
        """The path of what answers the editor's questions."""
        return f"{self.folder}/{ARCHIVE}"

    @cached_property
    def _plots(self) -> str:
        return json.dumps(self._list_files([*PLOTS]), separators=(",", ":"))

    def _name_plots(self) -> str:
        return f"plots-{fingerprint([self._plots])[:12]}.json"

    def install(self, site: Site) -> None:
        """Put the runtime into a site."""
        site.put(f"{self.folder}/{self._name_plots()}", self._plots)
        for name, source in self.sources.items():
            site.link(f"{self.folder}/{name}", source)
        for snapshot in self.snapshots.values():
            folder = f"{self.folder}/{_snapshot_folder(snapshot)}"
            for name in snapshot.names:
                site.link(f"{folder}/{name}", snapshot.place / name)


def prepare_runtime(package_sets: Iterable[Iterable[str]]) -> Runtime:
    """Bring together what problems with these sets of packages need."""
    lock = read_lock()
    # The largest first: their snapshots are made side by side.
    asked = {frozenset(packages) for packages in [*package_sets, PLOTS]}
    sets = sorted(asked, key=lambda packages: (-len(packages), sorted(packages)))
    wheels = choose([*sorted(frozenset().union(*sets)), *TEST_TOOLS], lock)
    fetch(wheels)
    sources = {name: _core_file(name) for name in _CORE}
    sources |= {wheel.file_name: wheel.path for wheel in wheels}
    sources[_GRADER] = _cached(_GRADER, _zip_grader())
    sources[ARCHIVE] = find_archive()
    kinds: dict[str, RuntimeKind] = {**_CORE}
    kinds |= {wheel.file_name: "wheel" for wheel in wheels}
    kinds |= {_GRADER: "grader", ARCHIVE: "assist"}
    digest = fingerprint(
        part for name in sorted(sources) for part in (name, sources[name].read_bytes())
    )
    build = read_build()

    def save_memory(packages: frozenset[str]) -> SnapshotSet | None:
        archives = [wheel.path for wheel in choose([*sorted(packages), *TEST_TOOLS], lock)]
        return make_snapshot(sorted(packages), [*archives, sources[_GRADER]], build)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = zip(sets, pool.map(save_memory, sets), strict=True)
        snapshots = {packages: snapshot for packages, snapshot in made if snapshot is not None}
    return Runtime(sources, kinds, lock, build, f"runtime/{digest[:12]}", snapshots)


def _describe(name: str, kind: RuntimeKind, path: Path) -> RuntimeFile:
    return {"path": name, "kind": kind, "bytes": path.stat().st_size}


def _describe_snapshot(snapshot: SnapshotSet) -> Iterable[RuntimeFile]:
    kinds: dict[str, RuntimeKind] = {"files": "files", "heap": "heap", "meta": "meta"}
    for name in snapshot.names:
        path = snapshot.place / name
        kind = kinds.get(name.partition(".")[0].partition("-")[0], "library")
        described = _describe(f"{_snapshot_folder(snapshot)}/{name}", kind, path)
        if name in snapshot.raw_bytes:  # a gzip file, which carries a check
            described["size"] = snapshot.raw_bytes[name]
        else:
            digest = hashlib.sha256(path.read_bytes()).digest()
            described["integrity"] = f"sha256-{base64.b64encode(digest).decode('ascii')}"
        yield described


def _snapshot_folder(snapshot: SnapshotSet) -> str:
    return f"snapshot-{snapshot.id[:12]}"


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
    files = sorted((ROOT / "grader").glob("*.py"))
    chosen = [path for path in files if path.name not in _NATIVE_ONLY]
    return zip_files({f"grader/{path.name}": path.read_bytes() for path in chosen})
