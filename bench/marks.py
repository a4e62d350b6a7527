"""What a page has told of itself: which worker did what, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple


class Mark(NamedTuple):
    """Something that happened to a worker (or, in between, to the page); `ms` since navigation."""

    name: str
    worker: int
    ms: float


class NotTold(Exception):
    """A page has not told what should have happened in it."""


def read(result: dict[str, Any]) -> list[Mark]:
    """Return the marks of a page's result."""
    return [Mark(str(name), int(worker), float(ms)) for name, worker, ms in result["marks"]]


def time_of(marks: Iterable[Mark], name: str, worker: int | None = None) -> float:
    """Return when a mark was last made, by any worker or by one."""
    times = [mark.ms for mark in marks if mark.name == name and worker in (None, mark.worker)]
    if not times:
        raise NotTold(f"the page has not told when it was {name}")
    return times[-1]


def first_of(marks: Iterable[Mark], name: str) -> float:
    """Return when a mark was first made."""
    for mark in marks:
        if mark.name == name:
            return mark.ms
    raise NotTold(f"the page has not told when it was {name}")


def phases(marks: Iterable[Mark], names: Sequence[str]) -> dict[str, float]:
    """Return how long it was from each named mark to the next, in ms.

    Of several marks of one name the first after the mark before it counts; a name without any is
    passed over.
    """
    found: list[Mark] = []
    marks = list(marks)
    for name in names:
        since = found[-1].ms if found else 0.0
        found += [mark for mark in marks if mark.name == name and mark.ms >= since][:1]
    return {f"{one.name} to {two.name}": two.ms - one.ms for one, two in pairwise(found)}


def restored_in(marks: list[Mark]) -> float:
    """Return how long the newest worker took from its start until it was ready."""
    newest = max(mark.worker for mark in marks if mark.name == "created")
    return time_of(marks, "ready", newest) - time_of(marks, "created", newest)


def replaced_in(marks: list[Mark]) -> float:
    """Return how long after the end of a worker the next one was ready; 0 if it was by then."""
    ended = max(mark.worker for mark in marks if mark.name == "terminated")
    ready = [mark.ms for mark in marks if mark.name == "ready" and mark.worker > ended]
    if not ready:
        raise NotTold("no worker was ready after the one that was ended")
    return max(0.0, ready[0] - time_of(marks, "terminated", ended))
