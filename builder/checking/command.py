"""Checks the problems of a catalogue, or some of them: only those that have changed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
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
from builder.outline import read_facts
from builder.proof import prove_folders, within
from builder.proven import Checked, recall
from builder.rules.prerequisites import check_prerequisites
from builder.scan import fingerprint_folder, list_slugs
from builder.series import read_series
from grader.faults import Fault, Note, ProblemFaults
from grader.manifest import SLUG


def run_check(problems: Path, slugs: list[str], shard: tuple[int, int] | None) -> CheckReport:
    """Check all problems, or the named ones, or a share of them; say meanwhile how far it is."""
    faults: list[Fault] = []
    wanted = _choose(problems, slugs, faults)
    if shard is not None:
        number, count = shard
        wanted = wanted[number - 1 :: count]
    facts = (read_facts(problems / slug) for slug in wanted)
    faults += check_prerequisites(problems, {one.slug: one.prerequisites for one in facts if one})
    check = _Check(problems, faults)
    stale = check.recall(wanted)
    progress = Progress(sys.stdout, len(stale))
    try:
        check.prove(stale, progress.say)
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

    def recall(self, slugs: list[str]) -> list[str]:
        """Take up the problems that are as they were when last proven; return the others."""
        stale = []
        for slug in slugs:
            folder = self.problems / slug
            known = SLUG.fullmatch(slug) and folder.is_dir()
            checked = recall(fingerprint_folder(folder)) if known else None
            if checked is None:
                stale.append(slug)
            else:
                self._take(slug, checked, cached=True)
        return stale

    def prove(self, slugs: list[str], say: Callable[[str], None]) -> None:
        """Prove problems, and remember those that are as they should be."""
        good = set()
        for slug, checked in prove_folders(self.problems, slugs, self.faults, _say_nothing, say):
            self._take(slug, checked, cached=False)
            good.add(slug)
        for slug in (slug for slug in slugs if slug not in good):
            self.rows.append(make_faulty_row(slug, len(within(self.problems / slug, self.faults))))

    def _take(self, slug: str, checked: Checked, *, cached: bool) -> None:
        # Among the others it may be wrong although it is right by itself.
        own = within(self.problems / slug, self.faults)
        row = make_faulty_row(slug, len(own)) if own else make_row(slug, checked, cached=cached)
        self.rows.append(row)
        self.notes += [
            Note(self.problems / slug / note["file"], note["line"], note["message"])
            for note in checked.notes
        ]


def _say_nothing(note: str) -> None:
    """The table tells the notes."""
