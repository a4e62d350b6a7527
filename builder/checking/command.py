"""Checks the problems of a catalogue, or some of them: only those that have changed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

from builder.checking.progress import Progress
from builder.checking.report import (
    CheckReport,
    Row,
    make_faulty_row,
    make_report,
    make_row,
)
from builder.checking.table import render_faults, render_rows, render_sum
from builder.checks import Checked
from builder.proof import prove
from builder.proven import recall, remember
from builder.scan import fingerprint_folder, list_slugs
from builder.series import read_series
from grader.faults import Fault, Note, ProblemFaults
from grader.manifest import SLUG
from grader.problem import ProblemFolder, read_problem

# So many are in memory at a time; enough to keep all cores busy.
_AT_ONCE = 100


def run_check(problems: Path, slugs: list[str], shard: tuple[int, int] | None) -> CheckReport:
    """Check all problems, or the named ones, or a share of them; say meanwhile how far it is."""
    faults: list[Fault] = []
    wanted = _choose(problems, slugs, faults)
    if shard is not None:
        number, count = shard
        wanted = wanted[number - 1 :: count]
    check = _Check(problems, faults)
    stale = check.recall(wanted)
    progress = Progress(sys.stdout, len(stale))
    try:
        for start in range(0, len(stale), _AT_ONCE):
            check.prove(stale[start : start + _AT_ONCE], progress.say)
    finally:
        progress.close()
    name = "" if shard is None else f"{shard[0]}/{shard[1]}"
    return make_report(check.rows, faults, check.notes, name)


def tell(make: Callable[[], CheckReport], *, as_json: bool) -> int:
    """Print a report as text or as JSON; return 1 where it has faults.

    Whatever else is said while it is made goes to standard error before JSON.
    """
    if as_json:
        with redirect_stdout(sys.stderr):
            report = make()
        print(json.dumps(report, indent=1, ensure_ascii=False))
    else:
        report = make()
        print(render_rows(report), flush=True)
        if report["faults"]:
            print(render_faults(report), file=sys.stderr, flush=True)
        print(render_sum(report))
    return 1 if report["faults"] else 0


def _choose(problems: Path, slugs: list[str], faults: list[Fault]) -> list[str]:
    if not problems.is_dir():
        raise ProblemFaults([Fault(problems, 1, "there is no such folder; correct the path")])
    if slugs:
        return sorted(set(slugs))
    every = list_slugs(problems)
    if not every:
        message = "there is no problem in it; add a problem folder"
        raise ProblemFaults([Fault(problems, 1, message)])
    read_series(problems / "series.toml", set(every), faults)
    return every


@dataclass
class _Check:
    """What is found so far."""

    problems: Path
    faults: list[Fault]
    rows: list[Row] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    _contents: dict[str, str] = field(default_factory=dict)

    def recall(self, slugs: list[str]) -> list[str]:
        """Take up the problems that are as they were when last proven; return the others."""
        stale = []
        for slug in slugs:
            folder = self.problems / slug
            # Before the reading: a change in between must not count as proven.
            self._contents[slug] = fingerprint_folder(folder) if folder.is_dir() else ""
            checked = recall(self._contents[slug]) if SLUG.fullmatch(slug) else None
            if checked is None:
                stale.append(slug)
            else:
                self._take(slug, checked, cached=True)
        return stale

    def prove(self, slugs: list[str], say: Callable[[str], None]) -> None:
        """Prove problems, and remember those that are as they should be."""
        found: list[Fault] = []
        folders = list(self._read(slugs, found))
        try:
            checked = prove(folders, _say_nothing, say).checked
        except ProblemFaults as raised:
            found += raised.faults
            good = [one for one in folders if not _within(one.path, found)]
            checked = prove(good, _say_nothing, say).checked  # by now the cache knows it all
        for slug in slugs:
            own = _within(self.problems / slug, found)
            if own:
                self.rows.append(make_faulty_row(slug, len(own)))
            elif slug in checked:
                remember(self._contents[slug], checked[slug])
                self._take(slug, checked[slug], cached=False)
        self.faults += found

    def _read(self, slugs: list[str], faults: list[Fault]) -> Iterator[ProblemFolder]:
        for slug in slugs:
            try:
                yield read_problem(self.problems / slug)
            except ProblemFaults as found:
                faults += found.faults

    def _take(self, slug: str, checked: Checked, *, cached: bool) -> None:
        self.rows.append(make_row(slug, checked, cached=cached))
        self.notes += [
            Note(self.problems / slug / note["file"], note["line"], note["message"])
            for note in checked.notes
        ]


def _say_nothing(note: str) -> None:
    """The table tells the notes."""


def _within(folder: Path, faults: list[Fault]) -> list[Fault]:
    return [fault for fault in faults if fault.path == folder or folder in fault.path.parents]
