"""What can be wrong with a snapshot on its way to the page, each made from the built site."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from host import Variant

PAGE = "problems/mse-loss/index.html"
KINDS = ["heap", "files", "meta", "library"]
_ISLAND = re.compile(
    r'(<script type="application/json" id="page-data">)(.*?)(</script>)', re.DOTALL
)
# The C library's logarithm of 2, in two parts; the first begins the table that log() reads.
_LOG_TABLE = struct.pack("<2d", 0.6931471805598903, 5.497923018708371e-14)


class Snapshot:
    """The snapshot's files in a built site; of each kind one, in `paths`."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._html = (site / PAGE).read_text("utf-8")
        found = _ISLAND.search(self._html)
        assert found is not None
        self._data = json.loads(found[2])
        manifest = self._data["runtime"]
        folder = manifest["base"].removeprefix(self._data["base"])
        files = sorted(manifest["files"], key=lambda file: file["bytes"])
        files.sort(key=lambda file: file["path"].endswith("heap-0.bin"))
        self.paths = {
            file["kind"]: folder + file["path"] for file in files if file["kind"] in KINDS
        }
        assert sorted(self.paths) == sorted(KINDS)

    def read(self, kind: str) -> bytes:
        """Return a file as it was built."""
        return (self._site / self.paths[kind]).read_bytes()

    def with_file(self, kind: str, data: bytes) -> Variant:
        """Return the site with another file, under a page that does not know."""
        assert data != self.read(kind)
        return Variant(changed={self.paths[kind]: data})

    def with_known_file(self, kind: str, data: bytes) -> Variant:
        """Return the site with another file that the page takes for its own: size and hash fit."""
        variant = self.with_file(kind, data)
        page = json.loads(json.dumps(self._data))
        [file] = [f for f in page["runtime"]["files"] if self.paths[kind].endswith(f["path"])]
        file["bytes"] = len(data)
        if "integrity" in file:
            digest = base64.b64encode(hashlib.sha256(data).digest()).decode("ascii")
            file["integrity"] = f"sha256-{digest}"
        island = json.dumps(page).replace("<", "\\u003c")
        html = _ISLAND.sub(lambda found: found[1] + island + found[3], self._html)
        variant.changed[PAGE] = html.encode()
        return variant

    def with_meta(self, change: Callable[[dict[str, Any]], None]) -> Variant:
        """Return the site with another `meta.json` that fits its page."""
        meta = json.loads(self.read("meta"))
        change(meta)
        return self.with_known_file("meta", json.dumps(meta, separators=(",", ":")).encode())


@dataclass(frozen=True)
class Fault:
    """A fault, and what the runner says of it where the words are its own in every engine."""

    make: Callable[[Snapshot], Variant]
    words: str = ""


def _truncated(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def _flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 0x10]) + data[middle + 1 :]


def _move_library(meta: dict[str, Any]) -> None:
    meta["places"][3][3] += 16


def _swap_functions(meta: dict[str, Any]) -> None:
    """Exchange two functions' places, as an engine does that numbers them in its own way.

    Types in the heap point to both: code that only calls a function follows it to its new place.
    """
    entries = {entry[0]: entry for entry in meta["numbering"]}
    one, other = entries["PyObject_GenericGetAttr"], entries["PyObject_SelfIter"]
    one[1], other[1] = other[1], one[1]


def _miscalculate(snapshot: Snapshot) -> Variant:
    """Change one number in the heap: it inflates, and a logarithm is wrong."""
    heap = gzip.decompress(snapshot.read("heap"))
    assert _LOG_TABLE in heap
    other = struct.pack("<2d", 0.7, 0.0)
    return snapshot.with_known_file("heap", gzip.compress(heap.replace(_LOG_TABLE, other), 1))


def _of_kind(kind: str) -> dict[str, Fault]:
    return {
        f"missing-{kind}": Fault(lambda s: Variant(missing=frozenset([s.paths[kind]]))),
        f"truncated-{kind}": Fault(lambda s: s.with_file(kind, _truncated(s.read(kind)))),
        f"flipped-{kind}": Fault(lambda s: s.with_file(kind, _flipped(s.read(kind)))),
        f"stalled-{kind}": Fault(lambda s: Variant(stalled=frozenset([s.paths[kind]]))),
        f"silent-{kind}": Fault(lambda s: Variant(silent=frozenset([s.paths[kind]]))),
    }


FAULTS = {
    **{name: fault for kind in KINDS for name, fault in _of_kind(kind).items()},
    "other-build": Fault(
        lambda s: s.with_meta(lambda meta: meta.update(id="0" * 64)), "belongs to another build"
    ),
    "other-places": Fault(lambda s: s.with_meta(_move_library), "are not where they were"),
    "swapped-functions": Fault(lambda s: s.with_meta(_swap_functions)),
    "wrong-number": Fault(_miscalculate, "calculates"),
}
