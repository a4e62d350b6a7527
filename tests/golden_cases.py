"""The golden cases: one folder a behaviour, with a submission to `mse-loss` and its report."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parent / "golden"
_LONG_FLOAT = re.compile(r"-?\d+\.\d{8,}")
_LIMIT = re.compile(r"limit of [\d.]+ s")  # it grows on slow machines
CASES = sorted(folder.name for folder in GOLDEN.iterdir())


def submission(case: str) -> str:
    """Return the case's submission."""
    return (GOLDEN / case / "submission.py").read_text("utf-8")


def expected(case: str, monitoring: bool = True) -> Any:
    """Return the case's report, as `comparable` leaves it.

    Without `sys.monitoring` some cases end in another way.
    """
    return json.loads(_place(case, monitoring).read_text("utf-8"))


def write(case: str, report: Any, monitoring: bool) -> None:
    """Make `report` the case's golden."""
    text = json.dumps(report, indent=1, ensure_ascii=False) + "\n"
    _place(case, monitoring).write_text(text, "utf-8")


def _place(case: str, monitoring: bool) -> Path:
    special = GOLDEN / case / "report.without-monitoring.json"
    return special if special.exists() and not monitoring else GOLDEN / case / "report.json"


def comparable(report: Any) -> Any:
    """Return the report without times and without what the interpreter says in its own words."""
    report = _words_alike(json.loads(json.dumps(report)))
    del report["seconds"]
    for part in [report["fault"], *(r["failure"] for r in _results(report))]:
        if part and part["error"]:
            part["error"] = _interpreter_words(part, report["state"])
    if report["state"] == "time-limit" and report["fault"]:
        report["fault"] |= {"line": None, "frames": []}
    for result in _results(report):
        if result["outcome"] == "timeout":
            result["failure"]["frames"] = []  # where an endless loop is interrupted is chance
        del result["seconds"]
        result["output"]["cut"] = _rounded(result["output"]["cut"])
        result["output"]["text"] = result["output"]["text"][:300]
    return report


def _words_alike(part: Any) -> Any:
    """Round what floats show, and name one way in which a size can be too large."""
    if isinstance(part, dict):
        return {key: _words_alike(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_words_alike(value) for value in part]
    if isinstance(part, str):
        text = _LONG_FLOAT.sub(lambda found: f"{float(found[0]):.8g}", part)
        text = _LIMIT.sub("limit of N s", text)
        return text.replace("OverflowError", "MemoryError")
    return part


def _results(report: Any) -> list[Any]:
    return [*report["examples"], *report["tests"]]


def _interpreter_words(part: Any, state: str) -> str | None:
    if state == "crashed":
        return None  # each engine dies in its own way
    return part["error"]["type"]


def _rounded(cut: int) -> int:
    return cut // 1000 * 1000
