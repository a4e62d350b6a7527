"""A result file that a learner has saved in the page and handed in: code, and the verdict there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.report import Report

_FORMAT = 1
_MOST_BYTES = 4_000_000
_KEYS: dict[str, type] = {
    "problem": str,
    "version": str,
    "verdict": dict,
    "at": str,
    "runs": int,
    "code": str,
}
_VERDICT_KEYS: dict[str, type] = {"state": str, "passed": int, "total": int}


class SubmissionFault(Exception):
    """Why what was handed in cannot be graded, with what to do."""


@dataclass(frozen=True)
class HandedIn:
    """What a result file says; nothing of it is proven but the code."""

    problem: str
    version: str
    code: str
    state: str
    passed: int
    total: int
    at: str
    runs: int


def read_result(path: Path) -> HandedIn:
    """Read a result file; raise `SubmissionFault` where it is not a whole one of a known format."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SubmissionFault(f"{path}: too large for a result file; ask for it again")
        data = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SubmissionFault(f"{path}: cannot be read: {error}; name a result file") from error
    except (ValueError, RecursionError) as error:
        raise SubmissionFault(f"{path}: is damaged or cut off; ask for it again") from error
    if not isinstance(data, dict) or data.get("scratchwork") != "result":
        raise SubmissionFault(f"{path}: is no result file; save one in the problem's page")
    if data.get("format") != _FORMAT:
        raise SubmissionFault(
            f"{path}: is of another format; grade it with the version that made it"
        )
    _check(path, data, _KEYS)
    _check(path, data["verdict"], _VERDICT_KEYS)
    verdict = {key: data["verdict"][key] for key in _VERDICT_KEYS}
    return HandedIn(**{key: data[key] for key in _KEYS if key != "verdict"}, **verdict)


def _check(path: Path, data: dict[str, Any], keys: dict[str, type]) -> None:
    for key, kind in keys.items():
        if type(data.get(key)) is not kind:
            raise SubmissionFault(
                f"{path}: lacks {key!r} or holds another kind of it; ask for it again"
            )


def compare(handed_in: HandedIn, version: str, report: Report) -> str:
    """Say whether the verdict in the file is that of grading anew."""
    tests = report["tests"]
    now = report["state"], sum(test["outcome"] == "passed" for test in tests), len(tests)
    then = handed_in.state, handed_in.passed, handed_in.total
    lines = [
        f"Handed in: {_say(then)} in the page, {_plain(handed_in.at)}, run {handed_in.runs}",
        f"Graded anew: {_say(now)}, {'as handed in' if now == then else 'NOT as handed in'}",
    ]
    if handed_in.version != version:
        lines.append("The page had another version of this problem: tests or statement differ")
    return "\n".join(lines)


def _say(verdict: tuple[str, int, int]) -> str:
    state, passed, total = verdict
    return f"{_plain(state)}, {passed} of {total} tests passed"


def _plain(text: str) -> str:
    """Return text of a stranger's file fit for a terminal."""
    return "".join(letter for letter in text[:60] if letter.isprintable())
