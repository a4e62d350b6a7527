"""Runs in a page that is open: with a spare ready, in a used interpreter, after an endless loop."""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.browsers import Browser
from bench.host import Channel, Host
from bench.marks import Mark, phases, read, replaced_in, restored_in, time_of
from bench.visits import PROBLEM, expect, open_problem, reference

PASSED = "6 of 6 tests passed"
PHASES = ["pressed", "asked", "collected", "started", "reported", "verdict"]
# A loop inside C code: only the end of its worker ends it.
ENDLESS = """
import itertools


def mse_loss(pred, target):
    return sum(itertools.count())


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
"""
_RUNS_A_PAGE = 3


@dataclass
class Runs:
    """Milliseconds, a sample a run.

    `spare` and `first`: from the press to the verdict, all of them and a page's first;
    `used`: the same grading in a used interpreter; `restore`: from a worker's start until it is
    ready; `again`: from a worker's end until the next is ready; `phases` are those of `spare`.
    """

    spare: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    used: list[float] = field(default_factory=list)
    restore: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    phases: dict[str, list[float]] = field(default_factory=dict)

    def add(self, run: Run, *, is_first: bool) -> None:
        """Add a run that had a spare ready."""
        self.spare.append(run.ms)
        self.restore.append(run.restore)
        if is_first:
            self.first.append(run.ms)
        for name, ms in phases(run.marks, PHASES).items():
            self.phases.setdefault(name, []).append(ms)


def measure_runs(host: Host, browser: Browser, rounds: int) -> Runs:
    """Press Run in new pages, and in between grade in one interpreter that is never replaced."""
    found = Runs()
    with browser.profile() as ours, browser.profile() as theirs:
        channel = host.open_channel({})
        address = f"{host.url}/bench/used.html?channel={channel.name}"
        theirs.open(f"{address}&problem=/problems/{PROBLEM}/")
        expect(channel.result(), PASSED)  # from now on the interpreter is a used one
        for _ in range(rounds):
            page = open_problem(host, ours, reference())
            page.result()
            for number in range(_RUNS_A_PAGE):
                run = press(page, PASSED)
                found.add(run, is_first=number == 0)
                used = channel.ask("run")
                expect(used, PASSED)
                found.used.append(used["ms"])
            ours.close_pages()
    return found


def measure_loops(host: Host, browser: Browser, rounds: int, found: Runs) -> None:
    """Run an endless loop until its worker is ended, and see how soon the next one is ready."""
    with browser.profile() as profile:
        for _ in range(rounds):
            page = open_problem(host, profile, ENDLESS)
            page.result()
            result = page.ask("run")
            expect(result, "time limit")
            found.again.append(replaced_in([*read(result), *read(page.result())]))
            profile.close_pages()


@dataclass(frozen=True)
class Run:
    """One run in a page: from the press to the verdict, the marks in between, the next restore."""

    ms: float
    marks: list[Mark]
    restore: float


def press(page: Channel, verdict: str) -> Run:
    """Press Run once a spare is ready, and wait until the next one is."""
    result = page.ask("run")
    expect(result, verdict)
    marks = read(result)
    took = time_of(marks, "verdict") - time_of(marks, "pressed")
    return Run(took, marks, restored_in([*marks, *read(page.result())]))
