"""The outline of a catalogue: of each problem, only the little that other pages show of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder.places import fingerprint
from builder.scan import list_slugs, look_at
from builder.series import Series, read_series
from grader.faults import Fault, FaultList, read_text
from grader.manifest import read_manifest


@dataclass(frozen=True)
class Facts:
    """What the catalogue, the series and other problems' pages show of a problem.

    `added` is the day since when it is there, if that is known.
    `looks` is the digest of its files' sizes and times; empty where it must be looked into again.
    """

    slug: str
    title: str
    summary: str
    difficulty: str
    tags: list[str]
    packages: list[str]
    prerequisites: list[str]
    looks: str
    added: str = ""


@dataclass(frozen=True)
class Outline:
    """The problems in catalogue order: those of the series first, then the others by slug."""

    problems: list[Facts]
    series: list[Series]

    def package_sets(self) -> set[frozenset[str]]:
        """Return each set of packages that a problem asks for."""
        return {frozenset(facts.packages) for facts in self.problems}

    def digest(self) -> str:
        """Return a digest of all that is shown of it, wherever that is."""
        shown = [{**vars(facts), "looks": ""} for facts in self.problems]
        return fingerprint([json.dumps(shown), repr(self.series)])


def read_outline(
    folder: Path,
    known: Mapping[str, Facts],
    faults: list[Fault],
    changed: Collection[str] | None = None,
    look: Callable[[Path], str] = look_at,
) -> Outline:
    """Read the series, and the facts of every problem whose files are not as they are `known`.

    Only those that may have `changed` are looked at, None: all of them. What is wrong with a
    problem is found where it is proven; only what is wrong with the whole is noted here.
    """
    if not folder.is_dir():
        faults.append(Fault(folder, 1, "there is no such folder; correct the path"))
        return Outline([], [])
    slugs = list_slugs(folder)
    if not slugs:
        faults.append(Fault(folder, 1, "there is no problem in it; add a problem folder"))
    problems: dict[str, Facts] = {}
    for slug in slugs:
        facts = known.get(slug)
        if facts is None or not facts.looks or changed is None or slug in changed:
            facts = _refresh(folder / slug, facts, look)
        problems[slug] = facts
    series = read_series(folder / "series.toml", set(slugs), faults)
    order = [step.slug for one in series for step in one.steps if step.slug in problems]
    return Outline([problems[slug] for slug in dict.fromkeys([*order, *slugs])], series)


def _refresh(folder: Path, known: Facts | None, look: Callable[[Path], str]) -> Facts:
    looks = look(folder)
    if known is not None and looks and looks == known.looks:
        return known
    return read_facts(folder, looks) or replace(known or _nothing(folder.name), looks="")


def _nothing(slug: str) -> Facts:
    return Facts(slug, slug, "", "", [], [], [], "")


def read_facts(folder: Path, looks: str = "") -> Facts | None:
    """Read the facts of a problem; None where its manifest has faults."""
    faults = FaultList(folder / "problem.toml")
    text = read_text(faults.path, faults.faults)
    manifest = read_manifest(text, faults) if text is not None else None
    if manifest is None or faults.faults:
        return None
    return Facts(
        slug=folder.name,
        title=manifest.title,
        summary=manifest.summary,
        difficulty=manifest.difficulty,
        tags=manifest.tags,
        packages=manifest.packages,
        prerequisites=manifest.prerequisites,
        looks=looks,
        added=manifest.added,
    )
