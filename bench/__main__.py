"""The benchmark: `npm run bench -- [--runs N] [--part NAME]... [--json FILE] [--out FILE]`.

Prints figures beside what the project promises; it measures, it judges nothing: the exit code is 0
whenever every page gave the verdict that it should.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import comparison, growth, machine, scale
from bench.browsers import ENGINES, Browser, starting
from bench.figures import Table
from bench.host import Host, hosting
from bench.lighthouse import measure_lighthouse
from bench.programs import build, measure_programs
from bench.render import as_data, as_markdown, as_text
from bench.runs import measure_loops, measure_runs
from bench.weight import Weights

_PARTS = ("visits", "lines", "growth", "scale", "programs")
# Only where it is asked for: it has to be brought first.
_ASKED_FOR = ("lighthouse",)


def main() -> int:
    """Measure what is asked for, print it, and write it where that is asked for."""
    options = _options()
    before = machine.load()
    tables: list[Table] = []
    weights: Weights = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as name, starting(options.engine) as browser:
        facts = machine.describe(browser.version)
        for table in _measure(options, browser, Path(name), weights):
            tables.append(table)
            # What is measured is kept, should a later part fail.
            _write(options, [*facts, _loads(before)], tables, weights)
            _say(f"\n{as_text(table)}\n")
    _say("\n".join([*facts, _loads(before), *comparison.bytes_table(weights)]))
    return 0


def _measure(
    options: argparse.Namespace, browser: Browser, folder: Path, weights: Weights
) -> Iterator[Table]:
    site = options.site or folder / "site"
    if options.site is None:
        _say("Building the site ...")
        build(site)
    with hosting(site) as host:
        if "visits" in options.part:
            yield from _measure_page(host, browser, options.runs, weights)
        for mbits in comparison.SPEEDS if "lines" in options.part else ():
            _say(f"First visits over {mbits} Mbit/s ...")
            yield comparison.line_table(host, browser, options.runs, mbits)
        if "lighthouse" in options.part:
            _say("Lighthouse ...")
            yield measure_lighthouse(host, options.runs, folder)
    if "growth" in options.part:
        _say("Made problems ...")
        yield from growth.measure_growth(browser, options.runs, folder)
    if "scale" in options.part:
        _say("Made catalogues ...")
        yield scale.measure_scale(folder)
    if "programs" in options.part:
        _say("The project's programs ...")
        yield measure_programs(options.runs)


def _measure_page(host: Host, browser: Browser, rounds: int, weights: Weights) -> Iterator[Table]:
    _say("First and later visits ...")
    found = comparison.measure_visits(host, browser, rounds)
    weights |= comparison.weigh(found)
    _say("Runs in an open page ...")
    runs = measure_runs(host, browser, rounds)
    _say("Endless loops ...")
    measure_loops(host, browser, rounds, runs)
    yield comparison.visit_table(found, runs)
    yield from comparison.phase_tables(found, runs)
    memory = comparison.memory_table(found)
    if memory.figures:
        yield memory


def _write(
    options: argparse.Namespace, facts: list[str], tables: list[Table], weights: Weights
) -> None:
    if options.json:
        measured = [as_data(table) for table in tables]
        data = {"machine": facts, "tables": measured, "bytes": weights}
        options.json.write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    if options.out:
        parts = ["# Benchmark", "\n".join(f"- {fact}" for fact in facts)]
        parts += [*map(as_markdown, tables), "\n".join(comparison.bytes_table(weights))]
        options.out.write_text("\n\n".join(parts).rstrip() + "\n", "utf-8")


def _loads(before: float | None) -> str:
    after = machine.load()
    if before is None or after is None:
        return "Load: not known on this system"
    return f"Load (processes that want to run): {before:.1f} before, {after:.1f} after"


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - a command line prints


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="npm run bench --", description=__doc__)
    parser.add_argument("--engine", choices=ENGINES, default="chromium")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="rounds; default: 5")
    parser.add_argument(
        "--part", action="append", choices=_PARTS + _ASKED_FOR, help="default: all but lighthouse"
    )
    parser.add_argument("--site", type=Path, metavar="DIR", help="a site that is built already")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every sample too")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write a result in Markdown too")
    options = parser.parse_args()
    options.part = options.part or _PARTS
    return options


if __name__ == "__main__":
    sys.exit(main())
