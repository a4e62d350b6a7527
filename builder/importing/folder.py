"""Writes a draft as a problem folder, whole or not at all."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from builder.importing.draft import Draft, NotConvertible
from builder.math import render_formulas
from builder.statement import parse_statement
from grader.faults import ProblemFaults
from grader.problem import read_problem

_TEST_SECONDS, _RUN_SECONDS = 10, 120


def write_draft(draft: Draft, into: Path) -> Path:
    """Write the problem folder of a draft; raise `NotConvertible` where it is not a good one."""
    target = into / draft.slug
    if target.exists():
        raise NotConvertible(f"{target.as_posix()} is there already; remove it to import it anew")
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".import-", dir=into) as place:
        folder = Path(place) / draft.slug
        _write_files(draft, folder)
        _check(folder)
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


def _check(folder: Path) -> None:
    """Raise `NotConvertible` with what reading and rendering the folder complain about."""
    try:
        problem = read_problem(folder)
    except ProblemFaults as found:
        raise NotConvertible(_said(folder, found)) from None
    statement = parse_statement(problem)
    if statement.faults:
        raise NotConvertible(_said(folder, ProblemFaults(statement.faults)))
    for formula, rendered in render_formulas(statement.formulas).items():
        if rendered.error:
            raise NotConvertible(f"KaTeX cannot read the formula {formula.tex!r}: {rendered.error}")


def _said(folder: Path, found: ProblemFaults) -> str:
    parts = [
        f"{fault.path.relative_to(folder).as_posix()}:{fault.line}: {fault.message}"
        for fault in found.faults
    ]
    return "; ".join(parts)
