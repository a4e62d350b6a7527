"""The outline of a catalogue: of each problem, only the little that other pages show of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.rules.prerequisites import check_prerequisites
from builder.scan import list_slugs, look_at
from builder.series import Series, read_series
from grader.faults import Fault, FaultList, read_text
from grader.manifest import read_manifest


@dataclass(frozen=True)
class Facts:
    """What the catalogue, the series and other problems' pages show of a problem.

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


@dataclass(frozen=True)
class Outline:
    """The problems in catalogue order: those of the series first, then the others by slug."""

    problems: list[Facts]
    series: list[Series]

    def package_sets(self) -> set[frozenset[str]]:
        """Return each set of packages that a problem asks for."""
        return {frozenset(facts.packages) for facts in self.problems}


def read_outline(folder: Path, known: Mapping[str, Facts], faults: list[Fault]) -> Outline:
    """Read the facts of every problem whose files are not as they are `known`, and the series.

    A problem whose manifest cannot be read has no facts; its faults are found where it is proven.
    """
    if not folder.is_dir():
        faults.append(Fault(folder, 1, "there is no such folder; correct the path"))
        return Outline([], [])
    slugs = list_slugs(folder)
    if not slugs:
        faults.append(Fault(folder, 1, "there is no problem in it; add a problem folder"))
    problems = {slug: _refresh(folder / slug, known.get(slug)) for slug in slugs}
    series = read_series(folder / "series.toml", set(slugs), faults)
    wanted = {slug: facts.prerequisites for slug, facts in problems.items()}
    faults += check_prerequisites(folder, wanted)
    order = [step.slug for one in series for step in one.steps if step.slug in problems]
    return Outline([problems[slug] for slug in dict.fromkeys([*order, *slugs])], series)


def _refresh(folder: Path, known: Facts | None) -> Facts:
    looks = look_at(folder)
    if known is not None and looks and looks == known.looks:
        return known
    return _read_facts(folder, looks)


def _read_facts(folder: Path, looks: str) -> Facts:
    faults = FaultList(folder / "problem.toml")
    text = read_text(faults.path, faults.faults)
    manifest = read_manifest(text, faults) if text is not None else None
    if manifest is None or faults.faults:
        return Facts(folder.name, folder.name, "", "", [], [], [], "")
    return Facts(
        slug=folder.name,
        title=manifest.title,
        summary=manifest.summary,
        difficulty=manifest.difficulty,
        tags=manifest.tags,
        packages=manifest.packages,
        prerequisites=manifest.prerequisites,
        looks=looks,
    )
