"""Grade a submission from the command line: `python -m grader problems/mse-loss solution.py`.

Instead of a Python file, a result file that a learner has handed in (`.json`) is graded anew.
Exit code 0: all tests passed; 1: not all; 2: the problem or the arguments are broken.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from grader.grade import match_signature
from grader.handed_in import HandedIn, SubmissionFault, compare, read_result
from grader.native import grade
from grader.problem import ProblemFaults, read_problem
from grader.report import Report
from grader.signatures import compute
from grader.terminal import render


def main() -> int:
    """Grade, print, and return the exit code."""
    options = _options()
    try:
        folder = read_problem(options.problem)
    except ProblemFaults as faults:
        print(faults, file=sys.stderr)
        return 2
    try:
        source, handed_in = _read_submission(options.submission, folder.slug)
    except SubmissionFault as fault:
        print(fault, file=sys.stderr)
        return 2
    report = grade(folder.problem, source)
    if report["state"] == "graded" and any(t["outcome"] != "passed" for t in report["tests"]):
        report["known_wrong"] = match_signature(compute(folder.problem, folder.wrong), report)
    print(json.dumps(report, indent=2) if options.json else render(report, _has_colours()))
    if handed_in:
        words = compare(handed_in, folder.version, report)
        print(words, file=sys.stderr if options.json else sys.stdout)
    return _exit_code(report)


def _read_submission(path: Path, slug: str) -> tuple[str, HandedIn | None]:
    """Return the code, and what a result file says of it."""
    if path.suffix == ".json":
        handed_in = read_result(path)
        if handed_in.problem != slug:
            raise SubmissionFault(f"{path}: is not of {slug!r}; name its own problem's folder")
        return handed_in.code, handed_in
    try:
        return path.read_text("utf-8"), None
    except (OSError, UnicodeDecodeError) as error:
        raise SubmissionFault(f"{path}: cannot be read: {error}; name a UTF-8 file") from error


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m grader", description=__doc__)
    parser.add_argument("problem", type=Path, help="the problem's folder")
    parser.add_argument("submission", type=Path, help="the Python or result file to grade")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    return parser.parse_args()


def _exit_code(report: Report) -> int:
    if report["state"] == "broken-problem":
        return 2
    tests = report["tests"]
    return 0 if tests and all(test["outcome"] == "passed" for test in tests) else 1


def _has_colours() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


sys.exit(main())
