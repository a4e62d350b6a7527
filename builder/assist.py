"""The archive of what answers the editor's questions: Jedi, pyflakes, and `assist/` itself."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from builder.archives import zip_files
from builder.places import CACHE, ROOT, fingerprint, write_whole
from builder.wheels import Wheel, fetch_published

ARCHIVE = "assist.zip"
# By the SHA-256 of the wheels that their makers published. Runs never load them.
ASSIST_WHEELS = [
    Wheel(name, version, f"{name}-{version}-py2.py3-none-any.whl", sha256, ())
    for name, version, sha256 in (
        ("jedi", "0.20.1", "0fb16d86c4a4c73c37ba518c77419975e30fcc620658a8d14fbb5720cdd34142"),
        ("parso", "0.8.7", "a8926eb2a1b915486941fdbd31e86a4baf88fe8c210f25f2f35ecec5b574ca1c"),
        ("pyflakes", "4.1.0", "b2e05e6bac8e49b67be2a6ffa63422c60f7193fc72e8180255907b41ec997dc1"),
    )
]
# Stubs of packages that are not there, and of parts of Python that need a window or a network.
_UNNEEDED = (
    "jedi/third_party/django-stubs/",
    "jedi/third_party/typeshed/stubs/",
    *(
        f"jedi/third_party/typeshed/stdlib/{name}/"
        for name in ("asyncio", "distutils", "encodings", "lib2to3", "msilib", "tkinter")
    ),
    "pyflakes/scripts/",
    "pyflakes/test/",
)


def find_archive() -> Path:
    """Return the archive from the cache; make it, if it is not there for just these sources.

    Raises `ProblemFaults` if a wheel cannot be had or is wrong.
    """
    own = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in _own_files()}
    parts = [part for name, data in own.items() for part in (name, data)]
    digest = fingerprint([*parts, repr(ASSIST_WHEELS), Path(__file__).read_bytes()])
    path = CACHE / "made" / digest[:12] / ARCHIVE
    if not path.is_file():
        fetch_published(ASSIST_WHEELS)
        write_whole(path, _make(own))
    return path


def _make(own: Mapping[str, bytes]) -> bytes:
    contents = {**own}
    for wheel in ASSIST_WHEELS:
        with zipfile.ZipFile(wheel.path) as opened:
            names = [name for name in opened.namelist() if _is_needed(name)]
            contents |= {name: opened.read(name) for name in names}
    return zip_files(contents)


def _own_files() -> list[Path]:
    return sorted((ROOT / "assist").glob("*.py"))


def _is_needed(name: str) -> bool:
    if ".dist-info/" in name:
        return "license" in name.lower()
    return not name.startswith(_UNNEEDED) and not name.endswith("/")
