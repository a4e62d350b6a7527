"""The rules on prerequisites: each exists, none is the problem itself, and none leads back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from builder.places import has_file
from builder.rules.finding import Finding, in_manifest
from grader.faults import Fault, quoted

Wanted = Mapping[str, Sequence[str]]


def check_prerequisites(problems: Path, wanted: Wanted) -> Iterator[Fault]:
    """Find what is wrong with the prerequisites of problems, given by slug."""
    for slug, before in wanted.items():
        for other in before:
            if other == slug:
                message = "the problem is its own prerequisite; take it out"
                yield _fault(problems / slug, other, message)
            elif not has_file(problems / other / "problem.toml"):
                message = f"there is no problem {quoted(other)} to come before; correct the slug"
                yield _fault(problems / slug, other, message)
    for circle in _find_circles(wanted):
        first = circle.index(min(circle))
        names = [*circle[first:], *circle[:first]]
        message = f"these come before one another: {' -> '.join([*names, names[0]])}"
        advice = "take one of these prerequisites out"
        yield _fault(problems / names[0], names[1], f"{message}; {advice}")


def _fault(folder: Path, prerequisite: str, message: str) -> Fault:
    found: Finding = in_manifest(folder, "prerequisites", prerequisite, message)
    return Fault(folder / found.file, found.line, found.message)


def _find_circles(wanted: Wanted) -> Iterator[list[str]]:
    done: set[str] = set()
    for start in sorted(wanted):
        yield from _follow(start, wanted, done)


def _follow(start: str, wanted: Wanted, done: set[str]) -> Iterator[list[str]]:
    """Walk everything that comes before a problem, depth first; yield the circles met."""
    path: dict[str, Iterator[str]] = {}
    todo = iter([start])
    while True:
        slug = next(todo, None)
        if slug is None:
            if not path:
                return
            done.add(path.popitem()[0])
            todo = next(reversed(path.values())) if path else iter(())
        elif slug in path:
            whole = list(path)
            if whole[-1] != slug:  # its own prerequisite is another fault
                yield whole[whole.index(slug) :]
        elif slug in wanted and slug not in done:
            path[slug] = todo = iter(wanted[slug])
