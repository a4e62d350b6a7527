"""The tables that the issue asks for: visits, runs, bytes and memory, beside the plain way's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bench.browsers import Browser, Profile
from bench.figures import Table
from bench.host import Host
from bench.line import Line
from bench.marks import first_of, phases
from bench.runs import Runs
from bench.visits import FAST, SLOW, Visit, visit, visit_plainly
from bench.weight import Weights, by_kind

SPEEDS = (5, 20, 100)
DELAY_MS = 40
PLAIN = "P: the plain way, first visit"
PLAIN_LATER = "P: the plain way, later visit"
USED = "U: the same run in a used interpreter"
_NOTE = (
    "The ways take turns, each first visit in a browser with an empty cache; a later visit is the "
    "same page again in a new tab. P runs the same checks as bare asserts, without pytest. U is "
    "timed from the request to the report, ours from the press to the words of the verdict."
)
_TITLES = {"plain": "P", "snapshot": "snapshot", "fallback": "plain way first"}
_OPENING = ["pressed", "created", "fetched", "ready"]  # these overlap
_RUNNING = ["ready", "asked", "collected", "reported", "verdict"]


@dataclass
class Visits:
    """The visits of one way, a first and a later one a round."""

    first: list[Visit] = field(default_factory=list)
    later: list[Visit] = field(default_factory=list)


Way = Callable[[Host, Profile], Visit]


def ways(host: Host) -> dict[str, Way]:
    """Return the ways to a verdict: the baseline, and ours from the snapshot or without it."""
    (folder,) = (path.name for path in (host.site / "runtime").iterdir())
    return {
        "plain": lambda host, profile: visit_plainly(host, profile, f"/runtime/{folder}/"),
        "snapshot": lambda host, profile: visit(host, profile, FAST),
        "fallback": lambda host, profile: visit(host, profile, SLOW),
    }


def measure_visits(
    host: Host, browser: Browser, rounds: int, *, later: bool = True
) -> dict[str, Visits]:
    """Visit by each way in turn, each time with a browser whose cache is empty."""
    found = {name: Visits() for name in ways(host)}
    for _ in range(rounds):
        for name, way in ways(host).items():
            with browser.profile() as profile:
                found[name].first.append(way(host, profile))
                if later:
                    found[name].later.append(way(host, profile))
    return found


def visit_table(found: dict[str, Visits], runs: Runs) -> Table:
    """Make the table of the promises."""
    table = Table("Against the plain way (P) and a used interpreter (U)", note=_NOTE)
    plain, ours, fallback = (found[name] for name in ("plain", "snapshot", "fallback"))
    table.add(PLAIN, _times(plain.first))
    table.add(PLAIN_LATER, _times(plain.later))
    table.add("first visit, Run pressed at once", _times(ours.first), base=PLAIN, at_most=0.40)
    table.add(
        "later visit, Run pressed at once", _times(ours.later), base=PLAIN_LATER, at_most=0.30
    )
    table.add(USED, runs.used)
    table.add("run to verdict, a spare ready", runs.spare, base=USED, at_most=1.5)
    table.add("  of these, the first run of a page", runs.first, base=USED)
    table.add("ready again after a terminated endless loop", runs.again, base=PLAIN, at_most=0.10)
    table.add("restore of a spare", runs.restore, base=PLAIN, at_most=0.10)
    table.add("without the snapshot, first visit", _times(fallback.first), base=PLAIN)
    return table


def phase_tables(found: dict[str, Visits], runs: Runs) -> list[Table]:
    """Say where the time of a visit and of a run goes."""
    tables = []
    for title, visits in (("first", found["snapshot"].first), ("later", found["snapshot"].later)):
        table = Table(f"Where the time of a {title} visit goes")
        for name in _OPENING:
            table.add(f"opening to {name}", [first_of(one.marks, name) for one in visits])
        parts = [phases(one.marks, _RUNNING) for one in visits]
        for name in parts[0]:
            table.add(name, [part[name] for part in parts if name in part])
        tables.append(table)
    table = Table("Where the time of a run goes, a spare ready")
    for name, samples in runs.phases.items():
        table.add(name, samples)
    return [*tables, table]


def line_table(host: Host, browser: Browser, rounds: int, mbits: float) -> Table:
    """Make the first visits again over a shaped line."""
    host.line = Line(mbits, DELAY_MS)
    try:
        found = measure_visits(host, browser, rounds, later=False)
    finally:
        host.line = Line()
    table = Table(f"First visit over {mbits:g} Mbit/s, {DELAY_MS} ms")
    table.add(PLAIN, _times(found["plain"].first))
    chosen = "snapshot" if mbits >= FAST else "fallback"
    names = {"snapshot": "from the snapshot", "fallback": "the plain way first"}
    for way, name in names.items():
        own = " (what the page chooses)" if way == chosen else ""
        table.add(f"{name}{own}", _times(found[way].first), base=PLAIN)
    return table


def weigh(found: dict[str, Visits]) -> Weights:
    """Return the bytes of each way's first visit, raw and as sent, by kind."""
    return {title: by_kind(found[way].first[0].sent) for way, title in _TITLES.items()}


def bytes_table(weights: Weights) -> list[str]:
    """Return a Markdown section: what a first visit brings until its verdict, in kB."""
    if not weights:
        return []
    kinds = sorted({kind for weight in weights.values() for kind in weight})
    heads = "".join(f" {title}, raw | {title}, sent |" for title in weights)
    lines = ["## Bytes of a first visit", ""]
    lines += [f"| kB until the verdict |{heads}", f"|---|{'---:|---:|' * len(weights)}"]
    for kind in kinds:
        cells = [weight.get(kind, (0, 0)) for weight in weights.values()]
        lines.append(_bytes_row(kind, cells))
    sums = [tuple(map(sum, zip(*weight.values(), strict=True))) for weight in weights.values()]
    return [*lines, _bytes_row("**all**", sums)]


def _bytes_row(name: str, cells: Iterable[tuple[int, ...]]) -> str:
    sizes = [f"{size / 1000:,.0f}" for cell in cells for size in cell]
    return f"| {name} | {' | '.join(sizes)} |"


def memory_table(found: dict[str, Visits]) -> Table:
    """Return the resident memory of the tab's process once a spare waits."""
    table = Table("Memory of the tab's process (resident set, from /proc)")
    names = {"plain": "P, after its run", "snapshot": "one spare ready"}
    for way, name in names.items():
        told = [one.memory for one in found[way].first if one.memory is not None]
        if told:
            table.add(f"{name}", [now for now, _ in told], "MB")
            table.add(f"{name}, the most until then", [most for _, most in told], "MB")
    return table


def _times(visits: list[Visit]) -> list[float]:
    return [one.ms for one in visits]
