"""Writes a draft as a problem folder, whole or not at all."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from builder.importing.draft import Draft, NotConvertible
from builder.importing.prose import with_formulas_as_code
from builder.importing.trial import settle
from builder.math import render_formulas
from builder.statement import parse_statement
from grader.faults import ProblemFaults
from grader.problem import ProblemFolder, read_problem

_TEST_SECONDS, _RUN_SECONDS = 10, 120


def write_draft(draft: Draft, into: Path) -> Path:
    """Write the problem folder of a draft; raise `NotConvertible` where it is not a good one.

    A formula that cannot be read is shown as the text that it is.
    """
    target = into / draft.slug
    if target.exists():
        raise NotConvertible(f"{target.as_posix()} is there already; remove it to import it anew")
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".import-", dir=into) as place:
        folder = Path(place) / draft.slug
        _write_files(draft, folder)
        problem = _read(folder)
        unreadable = _unreadable_formulas(problem)
        if unreadable:
            draft.statement = with_formulas_as_code(draft.statement, unreadable)
            draft.explanation = with_formulas_as_code(draft.explanation, unreadable)
            count = len(unreadable)
            draft.notes.append(f"formulas shown as text, they cannot be read: {count}")
        if settle(draft, problem) or unreadable:
            _write_files(draft, folder)
            _read(folder)
        shutil.move(folder, target)
    return target


def make_manifest(draft: Draft) -> str:
    """Return the text of a draft's `problem.toml`."""
    values = {
        "title": draft.title,
        "summary": draft.summary,
        "difficulty": draft.difficulty,
        "tags": draft.tags,
        "packages": draft.packages,
        "requires": draft.requires,
        "hints": draft.hints,
        "disclosure": "message",
        "origin": draft.origin,
    }
    lines = ["format = 1", *(f"{key} = {_toml(value)}" for key, value in values.items())]
    limits = f"[limits]\ntest_seconds = {_TEST_SECONDS}\nrun_seconds = {_RUN_SECONDS}\n"
    return "\n".join(lines) + f"\n\n{limits}"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write_files(draft: Draft, folder: Path) -> None:
    texts = {
        "problem.toml": make_manifest(draft),
        "statement.md": draft.statement,
        "starter.py": draft.starter,
        "solution.py": draft.solution,
        "test_solution.py": draft.tests,
        **{f"support/{name}": text for name, text in draft.support.items()},
    }
    if draft.explanation:
        texts["explanation.md"] = draft.explanation
    contents = {name: text.encode() for name, text in texts.items()}
    contents |= {f"assets/{name}": data for name, data in draft.assets.items()}
    for name, data in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _read(folder: Path) -> ProblemFolder:
    """Return the problem, or raise `NotConvertible` with what is wrong in its folder."""
    try:
        problem = read_problem(folder)
    except ProblemFaults as found:
        raise NotConvertible(_said(folder, found)) from None
    if faults := parse_statement(problem).faults:
        raise NotConvertible(_said(folder, ProblemFaults(faults)))
    return problem


def _unreadable_formulas(problem: ProblemFolder) -> list[str]:
    texts = (problem, replace(problem, statement=problem.explanation))
    formulas = {formula for text in texts for formula in parse_statement(text).formulas}
    return [formula.tex for formula, made in render_formulas(formulas).items() if made.error]


def _said(folder: Path, found: ProblemFaults) -> str:
    parts = [
        f"{fault.path.relative_to(folder).as_posix()}:{fault.line}: {fault.message}"
        for fault in found.faults
    ]
    return "; ".join(parts)
