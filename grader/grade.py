"""Grades one submission in this very interpreter; the caller provides a fresh one."""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grader.deadline import Alarm, Deadline
from grader.examples import cases, run_examples
from grader.figures import choose_backend
from grader.integrity import Integrity
from grader.output import Capture, printable
from grader.plugin import Grader, Order
from grader.recorder import TEST_FILE, compile_tests
from grader.report import Event, Fault, KnownWrong, Report, State
from grader.submission import CannotRun, Submission

if TYPE_CHECKING:  # reading folders is not needed to grade
    from grader.problem import Problem, Signature

IMPORT_LATE = (
    "Your code did not finish while it was imported. "
    "Look for a loop outside of your functions that does not end."
)
# Submodules that a package loads when first used; watched like the rest, so loaded at once.
_LOADED_LATE = {
    "matplotlib": ("pyplot", "backends.backend_agg"),
    "numpy": ("fft", "linalg", "random", "testing"),
}
# What was saved of the libraries ahead of the next run.
READY: list[Integrity] = []
_UNNEEDED = (
    "cacheprovider", "debugging", "doctest", "faulthandler", "junitxml", "legacypath", "logging",
    "pastebin", "setuponly", "setupplan", "skipping", "stepwise", "subtests",
    "threadexception", "unittest", "unraisableexception", "warnings",
)  # fmt: skip


def grade_json(
    problem: str,
    submission: str,
    emit: Callable[[str], object],
    set_alarm: Callable[[float], object] | None = None,
    order: Order = "given",
    only: str = "null",
    grader: type[Grader] = Grader,
) -> None:
    """Grade with problem and events as JSON text: the one call from outside the interpreter.

    `set_alarm` interrupts this interpreter after so many seconds; 0 cancels. `only` names the tests
    that run, as JSON; then there are no examples, and no known mistake is looked for.
    """
    alarm = None if set_alarm is None else Alarm(set_alarm, signal.SIGINT)
    asked, named = json.loads(problem), json.loads(only)
    if named is not None:
        asked |= {"examples": [], "signatures": []}
    plugin = partial(grader, order=order, only=named)
    grade(asked, submission, lambda event: emit(json.dumps(event)), alarm, plugin)


def prepare(packages: list[str]) -> None:
    """Import what tests share with the submission, before any of the submission runs."""
    choose_backend()
    for name in packages:
        importlib.import_module(name)
        for part in _LOADED_LATE.get(name, ()):
            importlib.import_module(f"{name}.{part}")


def get_ready(problem: str) -> None:
    """Do ahead of a run, in the interpreter that waits for it, what needs no submission."""
    tests = json.loads(problem)["files"][TEST_FILE]
    with suppress(SyntaxError):  # the run says so
        compile_tests(tests)
    watch_libraries()


def watch_libraries() -> None:
    """Save the libraries as they are, for the next run; a memory snapshot brings this along."""
    if not READY:
        READY.append(Integrity())


def grade(
    problem: Problem,
    submission: str,
    emit: Callable[[Event], object],
    alarm: Alarm | None = None,
    plugin: Callable[..., Grader] = Grader,
) -> Report:
    """Grade a submission; `emit` is called with each event, the report last.

    Without an alarm no limit on time holds in here. Another plugin may run the collected tests in
    a way of its own.
    """
    started = time.perf_counter()
    prepare(problem["packages"])
    report = empty_report(problem["slug"], "graded")
    with tempfile.TemporaryDirectory() as folder:
        _grade(problem, submission, Path(folder), report, emit, Deadline(alarm), plugin)
    report["known_wrong"] = match_signature(problem["signatures"], report)
    report["seconds"] = round(time.perf_counter() - started, 4)
    emit({"type": "reported", "report": report})
    return report


def empty_report(slug: str, state: State, fault: Fault | None = None) -> Report:
    """Return a report without results."""
    return {
        "format": 1,
        "problem": slug,
        "state": state,
        "fault": fault,
        "examples": [],
        "tests": [],
        "known_wrong": None,
        "output": {"text": "", "cut": 0},
        "seconds": 0.0,
    }


def failing_checks(report: Report) -> dict[str, int | None]:
    """Return the tests that did not pass, each with the line of its check that did not hold."""
    return {
        test["id"]: test["failure"]["check_line"] if test["failure"] else None
        for test in report["tests"]
        if test["outcome"] != "passed"
    }


def match_signature(signatures: list[Signature], report: Report) -> KnownWrong | None:
    """Return the known-wrong solution that fails exactly the checks that the report says failed."""
    failing = failing_checks(report)
    if report["state"] != "graded" or not failing:
        return None
    for signature in signatures:
        if signature["failing"] == failing:
            return {"name": signature["name"], "message": signature["message"]}
    return None


def _grade(
    problem: Problem,
    source: str,
    folder: Path,
    report: Report,
    emit: Callable[[Event], object],
    deadline: Deadline,
    plugin: Callable[..., Grader],
) -> None:
    write_files(problem["files"], folder)
    sys.path.insert(0, str(folder))
    integrity = READY.pop() if READY else Integrity()
    capture = Capture()
    seconds = problem["limits"]["test_seconds"]
    try:
        with capture.record() as output, deadline.limit(seconds):
            report["output"] = output
            submission = Submission(source)
            submission.import_checked(problem["requires"])
    except CannotRun as stop:
        report["state"], report["fault"] = stop.state, stop.fault
        if deadline.expired:
            report["state"] = "time-limit"
            report["fault"] = {**stop.fault, "message": IMPORT_LATE, "plain": None, "error": None}
        return
    finally:
        integrity.restore()
    grader = plugin(submission, integrity, capture, deadline, seconds, emit)
    grader.support = [Path(name).stem for name in problem["files"] if name != TEST_FILE]
    grader.examples = cases(problem["examples"])
    grader.run_examples = lambda: run_examples(grader, problem["examples"], report["examples"])
    _run_pytest(grader, folder)
    report["tests"] = grader.results
    if grader.broken is not None or not grader.results:
        report["state"] = "broken-problem"
        report["fault"] = _broken_fault(grader.broken or "No test was collected.")


def _run_pytest(grader: Grader, folder: Path) -> None:
    # Assertions are rewritten by the recorder; pytest's own way would read every distribution.
    options = ["-qq", "--noconftest", "--capture=no", "--assert=plain", "--disable-plugin-autoload"]
    options += ["-c", os.devnull, f"--rootdir={folder}", f"--confcutdir={folder}"]
    for name in _UNNEEDED:
        options += ["-p", f"no:{name}"]
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
        pytest.main([*options, str(folder / TEST_FILE)], plugins=[grader])


def write_files(files: dict[str, str], folder: Path) -> None:
    """Write the files of a problem into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _broken_fault(text: str) -> Fault:
    return {
        "message": "The hidden tests of this problem cannot run; your code is not the cause.",
        "plain": None,
        "error": {"type": "CollectionError", "text": printable(text[-4000:])},
        "line": None,
        "column": None,
        "frames": [],
    }
