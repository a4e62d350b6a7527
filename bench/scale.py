"""How a build grows with the catalogue: made problems whose checks are in the cache."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.catalogue import slug_of, warm_checks, write_catalogue
from bench.figures import Table
from builder.places import ROOT

COUNTS = (100, 1000, 10_000)
_LOOK_SECONDS = 0.05
_NOTE = (
    "Every problem has a title, a summary, tags and a text of its own; what is graded is that of "
    "the project's own problems; its grading and the HTML of its texts are in the cache. Memory is "
    "that of all processes together, what they share counted in each."
)


@dataclass(frozen=True)
class Cost:
    """What one build took: seconds by the clock and of the processor, and memory at its highest."""

    wall: float
    processor: float
    peak: int


def measure_scale(folder: Path) -> Table:
    """Measure catalogues of each size: the first build, then one after a change of one problem."""
    table = Table("How a build grows with the catalogue", note=_NOTE)
    for count in COUNTS:
        problems, site = folder / f"scale-{count}", folder / f"scale-site-{count}"
        write_catalogue(problems, count)
        warm_checks(problems)
        name = f"{count:,} problems"
        cold = measure_build(site, problems)
        table.add(f"{name}: cold pages, warm checks", [cold.wall], "s")
        table.add(f"{name}: the same, time of processors", [cold.processor], "s")
        table.add(f"{name}: the same, memory at most", [cold.peak / 1e6], "MB")
        table.add(f"{name}: nothing changed", [measure_build(site, problems).wall], "s")
        change(problems / slug_of(count // 2))
        one = measure_build(site, problems)
        table.add(f"{name}: one change", [one.wall], "s")
        table.add(f"{name}: the same, time of processors", [one.processor], "s")
        pages = [path.stat().st_size for path in (site / "problems").rglob("*.html")]
        table.add(f"{name}: their pages", [sum(pages) / 1000 / count], "kB each")
        shared = (site / "index.html").stat().st_size
        table.add(f"{name}: the catalogue's page", [shared / 1000], "kB")
    return table


def change(folder: Path) -> None:
    """Change the text of one problem."""
    path = folder / "statement.md"
    path.write_text(f"One change more. {path.read_text('utf-8')}", "utf-8")


def measure_build(site: Path, problems: Path) -> Cost:
    """Build in a process of its own, and see what it and those that it starts need."""
    command = [sys.executable, str(ROOT / "build.py"), "build"]
    command += ["--out", str(site), "--problems", str(problems)]
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as build:
        watch = _Watch(build.pid)
        status, usage = _wait(build)
        wall = time.perf_counter() - started
        peak = watch.end()
    if status:
        raise RuntimeError(f"building {problems.name} has ended with {status}")
    return Cost(wall, usage, peak)


def _wait(build: subprocess.Popen[bytes]) -> tuple[int, float]:
    """Return how a build ends, and the seconds of the processor that it took."""
    before = psutil.Process().cpu_times()
    build.communicate()
    after = psutil.Process().cpu_times()
    took = after.children_user - before.children_user + after.children_system
    return build.returncode, took - before.children_system


class _Watch:
    """Looks at the memory of a process and all below it, again and again."""

    def __init__(self, number: int) -> None:
        self._process = psutil.Process(number)
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> int:
        """Stop looking; return the most bytes that were seen."""
        self._ended.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._ended.wait(_LOOK_SECONDS):
            try:
                all_of_them = [self._process, *self._process.children(recursive=True)]
                self._peak = max(self._peak, sum(one.memory_info().rss for one in all_of_them))
            except psutil.NoSuchProcess:
                continue
