"""The golden cases: one folder a behaviour, with a submission to `mse-loss` and its report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder.name for folder in GOLDEN.iterdir())


def submission(case: str) -> str:
    """Return the case's submission."""
    return (GOLDEN / case / "submission.py").read_text("utf-8")


def expected(case: str) -> Any:
    """Return the case's report, as `comparable` leaves it."""
    return json.loads((GOLDEN / case / "report.json").read_text("utf-8"))


def write(case: str, report: Any) -> None:
    """Make `report` the case's golden."""
    text = json.dumps(report, indent=1, ensure_ascii=False) + "\n"
    (GOLDEN / case / "report.json").write_text(text, "utf-8")


def comparable(report: Any) -> Any:
    """Return the report without times and without what the interpreter says in its own words."""
    report = json.loads(json.dumps(report))
    del report["seconds"]
    for part in [report["fault"], *(r["failure"] for r in _results(report))]:
        if part and part["error"]:
            part["error"] = _interpreter_words(part, report["state"])
    for result in _results(report):
        del result["seconds"]
        result["output"]["cut"] = _rounded(result["output"]["cut"])
        result["output"]["text"] = result["output"]["text"][:300]
    return report


def _results(report: Any) -> list[Any]:
    return [*report["examples"], *report["tests"]]


def _interpreter_words(part: Any, state: str) -> str | None:
    if state == "crashed":
        return None  # each engine dies in its own way
    return part["error"]["type"]


def _rounded(cut: int) -> int:
    return cut // 1000 * 1000
