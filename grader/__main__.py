"""Grade a submission from the command line: `python -m grader problems/mse-loss solution.py`.

Exit code 0: all tests passed; 1: not all; 2: the problem or the arguments are broken.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from grader.grade import match_signature
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
        source = options.submission.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        print(f"{options.submission}: cannot be read: {error}; name a UTF-8 file", file=sys.stderr)
        return 2
    report = grade(folder.problem, source)
    if report["state"] == "graded" and any(t["outcome"] != "passed" for t in report["tests"]):
        report["known_wrong"] = match_signature(compute(folder.problem, folder.wrong), report)
    print(json.dumps(report, indent=2) if options.json else render(report, _has_colours()))
    return _exit_code(report)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m grader", description=__doc__)
    parser.add_argument("problem", type=Path, help="the problem's folder")
    parser.add_argument("submission", type=Path, help="the Python file to grade")
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
