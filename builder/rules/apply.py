"""Holds problems against all the rules that look at one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.rules.assertions import check_messages
from builder.rules.files import check_assets, check_files
from builder.rules.finding import Finding
from builder.rules.hidden_tests import check_names
from builder.rules.interface import check_interface
from builder.rules.links import check_links, find_links, used_assets
from builder.rules.shelf import Shelf
from builder.rules.usage import check_required
from builder.rules.wording import check_hints, check_known_wrong, check_tags
from grader.faults import Fault, Note
from grader.problem import ProblemFolder

_RULES = (
    check_tags, check_hints, check_known_wrong, check_interface, check_names, check_messages,
    check_required, check_files,
)  # fmt: skip


def apply_rules(problems: list[ProblemFolder]) -> tuple[list[Fault], list[Note]]:
    """Return the faults of the problems, and the notes on those that were imported."""
    faults: list[Fault] = []
    notes: list[Note] = []
    for folder, findings in _find(problems):
        noted = [finding for finding in findings if folder.origin and finding.authorship]
        for finding in findings:
            if finding not in noted:
                faults.append(Fault(folder.path / finding.file, finding.line, finding.message))
        notes += _summarise(folder, noted)
    return faults, notes


def _find(problems: list[ProblemFolder]) -> Iterator[tuple[ProblemFolder, list[Finding]]]:
    shelves: dict[Path, Shelf] = {}
    for folder in problems:
        shelf = shelves.setdefault(folder.path.parent, Shelf(folder.path.parent))
        found = [finding for rule in _RULES for finding in rule(folder)]
        links = find_links(folder)
        found += check_assets(folder, used_assets(links))
        found += check_links(folder, links, shelf)
        yield folder, found


def _summarise(folder: ProblemFolder, noted: Iterable[Finding]) -> list[Note]:
    """Return one note for each rule: an imported problem may have a hundred bare assertions."""
    groups: dict[str, list[Finding]] = {}
    for finding in noted:
        groups.setdefault(finding.authorship, []).append(finding)
    return [
        Note(folder.path / same[0].file, same[0].line, same[0].message + _more(len(same) - 1))
        for same in groups.values()
    ]


def _more(count: int) -> str:
    return f" (and {count} more like it)" if count else ""
