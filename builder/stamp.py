"""Notes what a site was made from, so that the next build makes only what has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from builder.outline import Facts
from builder.output import Made
from builder.places import (
    CACHE,
    ROOT,
    SITE,
    fingerprint,
    fingerprint_files,
    list_files,
    write_whole,
)
from builder.scan import list_slugs, look_at
from builder.site_config import list_files_of_site
from builder.version import read_version


@dataclass(frozen=True)
class Printed:
    """A problem whose page is in the site: its content, its count of tests, its pictures.

    `leads` are the slugs of the problems and series that it links to, `name` is what the page
    says that it is.
    """

    content: str
    tests: int
    pictures: list[str]
    leads: list[str]
    name: str


@dataclass
class Note:
    """What one build leaves for the next: problems and pages by slug, files by path.

    `sources` is the digest of all that the site was made from; empty if it is not known. `shown`
    is that of what pages show of other problems, `listed` that of all that the `lists` show.
    """

    facts: dict[str, Facts] = field(default_factory=dict)
    pages: dict[str, Printed] = field(default_factory=dict)
    files: dict[str, Made] = field(default_factory=dict)
    sources: str = ""
    shown: str = ""
    listed: str = ""
    lists: list[str] = field(default_factory=list)


def read_note(out: Path, problems: Path) -> Note:
    """Return what the last build of this site noted; an empty note where it does not apply."""
    try:
        noted = json.loads(_place(out).read_bytes())
    except FileNotFoundError:
        return Note()
    if noted["by"] != _maker(problems) or noted["made"] != _identity(out):
        return Note()
    return Note(
        {one["slug"]: Facts(**one) for one in noted["facts"]},
        {slug: Printed(*one) for slug, one in noted["pages"].items()},
        {path: Made(*one) for path, one in noted["files"].items()},
        noted["sources"],
        noted["shown"],
        noted["listed"],
        noted["lists"],
    )


def drop_note(out: Path) -> None:
    """Forget the note: the site is about to change, and may do so in part only."""
    _place(out).unlink(missing_ok=True)


def write_note(out: Path, problems: Path, note: Note) -> None:
    """Keep a note for the next build."""
    data = {
        "by": _maker(problems),
        "made": _identity(out),
        "sources": note.sources,
        "shown": note.shown,
        "listed": note.listed,
        "lists": note.lists,
        "facts": [vars(facts) for facts in note.facts.values()],
        "pages": {slug: [*vars(page).values()] for slug, page in note.pages.items()},
        "files": note.files,
    }
    write_whole(_place(out), json.dumps(data, separators=(",", ":")))


def watched_folders(problems: Path) -> list[Path]:
    """Return the folders that a built site is made from."""
    return [problems, SITE, ROOT / "assist", ROOT / "grader", ROOT / "builder"]


def is_current(out: Path, problems: Path) -> bool:
    """Tell whether a site is there that was built from the sources as they are now."""
    noted = read_note(out, problems)
    if not noted.sources or not problems.is_dir():
        return False
    looks = (look_at(problems / slug) for slug in list_slugs(problems))
    return noted.sources == digest_sources(problems, looks)


def digest_sources(problems: Path, looks: Iterable[str]) -> str:
    """Return a digest of all that a site is made from; `looks` are of the problems by slug.

    It is empty if one of those is.
    """
    parts = list(looks)
    if not all(parts):
        return ""
    series = problems / "series.toml"
    if series.is_file():
        parts.append(series.read_text("utf-8", "replace"))
    parts.append(fingerprint_files(problems, list_files_of_site(problems)))
    parts.append(fingerprint_files(SITE, list_files(SITE)))
    return fingerprint([*parts, read_version()])


def _maker(problems: Path) -> str:
    return fingerprint([read_version(), str(problems.resolve())])


def _place(out: Path) -> Path:
    return CACHE / "sites" / f"{fingerprint([str(out.resolve())])[:16]}.json"


def _identity(out: Path) -> int:
    try:
        return (out / "index.html").stat().st_mtime_ns
    except FileNotFoundError:
        return 0
