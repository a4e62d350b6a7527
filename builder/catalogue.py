"""The catalogue: every problem, and the series that put some of them in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.rules.prerequisites import check_prerequisites
from builder.series import Series, read_series
from builder.site_config import read_site_config
from grader.faults import Fault, ProblemFaults
from grader.problem import ProblemFolder, read_problem


@dataclass(frozen=True)
class Catalogue:
    """All problems in catalogue order: those of the series first, then the others by slug."""

    problems: list[ProblemFolder]
    series: list[Series]

    def package_sets(self) -> set[frozenset[str]]:
        """Return each set of packages that a problem asks for."""
        return {frozenset(folder.problem["packages"]) for folder in self.problems}


def read_catalogue(folder: Path) -> Catalogue:
    """Read all problems and the series; raise `ProblemFaults` with everything that is wrong."""
    slugs = _list_slugs(folder)
    faults: list[Fault] = []
    problems = _read_problems(folder, slugs, faults)
    series = read_series(folder / "series.toml", set(slugs), faults)
    read_site_config(folder, faults)
    faults += check_prerequisites(folder, _prerequisites(problems))
    if faults:
        raise ProblemFaults(faults)
    return Catalogue(_in_order(problems, series), series)


def read_some(folder: Path, slugs: list[str]) -> list[ProblemFolder]:
    """Read the named problems; raise `ProblemFaults` with everything that is wrong in them."""
    faults: list[Fault] = []
    problems = _read_problems(folder, sorted(set(slugs)), faults)
    faults += check_prerequisites(folder, _prerequisites(problems))
    if faults:
        raise ProblemFaults(faults)
    return list(problems.values())


def _list_slugs(folder: Path) -> list[str]:
    if not folder.is_dir():
        raise ProblemFaults([Fault(folder, 1, "there is no such folder; correct the path")])
    slugs = [path.name for path in folder.iterdir() if path.is_dir()]
    slugs = [slug for slug in sorted(slugs) if not slug.startswith((".", "__"))]
    if not slugs:
        raise ProblemFaults([Fault(folder, 1, "there is no problem in it; add a problem folder")])
    return slugs


def _read_problems(folder: Path, slugs: list[str], faults: list[Fault]) -> dict[str, ProblemFolder]:
    problems: dict[str, ProblemFolder] = {}
    for slug in slugs:
        try:
            problems[slug] = read_problem(folder / slug)
        except ProblemFaults as found:
            faults += found.faults
    return problems


def _prerequisites(problems: dict[str, ProblemFolder]) -> dict[str, list[str]]:
    return {slug: problem.prerequisites for slug, problem in problems.items()}


def _in_order(problems: dict[str, ProblemFolder], series: list[Series]) -> list[ProblemFolder]:
    order = [step.slug for one in series for step in one.steps if step.slug in problems]
    return [problems[slug] for slug in dict.fromkeys([*order, *problems])]
