"""Proves every problem before it is published: what each of its solutions does is graded."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import asdict
from functools import cache
from pathlib import Path

from builder.graders import Graders
from builder.judging import Judge, Solutions
from builder.places import CACHE, ROOT, fingerprint, fingerprint_files, list_files, write_whole
from builder.proven import Checked
from builder.verdicts import Tried, try_reference, try_solution
from grader.faults import Fault, ProblemFaults
from grader.problem import ProblemFolder
from grader.report import TestCase, TestResult

# Enough to keep every process busy, few enough for memory.
_AT_ONCE = 16
_OF_THE_RUNTIME = ("package-lock.json", "requirements.txt")
_OF_THE_CHECK = (
    "between.py", "checks.py", "grade.mjs", "graders.py", "judging.py", "processes.py",
    "proven.py", "requests.mjs", "verdicts.py", "wheels.py",
)  # fmt: skip


def check_problems(
    problems: list[ProblemFolder],
    say: Callable[[str], None] = print,
    graders: Graders | None = None,
) -> dict[str, Checked]:
    """Grade the solutions of each problem, or take the cache's word where nothing has changed.

    `say` hears of each problem that is graded. Without `graders` there are some for this call.
    Raises `ProblemFaults` with everything that is wrong in all of them.
    """
    faults: list[Fault] = []
    checked = dict(grade_problems(problems, faults, say, graders))
    if faults:
        raise ProblemFaults(faults)
    return checked


def grade_problems(
    problems: list[ProblemFolder],
    faults: list[Fault],
    say: Callable[[str], None] = print,
    graders: Graders | None = None,
) -> Iterator[tuple[str, Checked]]:
    """Check each problem like `check_problems`; yield the good ones, and note what is wrong."""
    places = {folder.slug: _cache_place(folder) for folder in problems}
    stale: list[ProblemFolder] = []
    for folder in problems:
        place = places[folder.slug]
        if place.is_file():
            yield folder.slug, _recall(place, folder)
        else:
            stale.append(folder)
    if not stale:
        return
    # Alike packages follow each other: a process has one set of them.
    stale.sort(key=lambda folder: folder.problem["packages"])
    sets = {frozenset(folder.problem["packages"]) for folder in stale}
    with nullcontext(graders) if graders else Graders(sets) as pool:
        for trial in _in_turn(stale, pool):
            judge = trial.judge()
            faults += judge.faults
            say(_summary(judge))
            if not judge.faults:
                checked = _conclude(judge, trial)
                write_whole(places[trial.folder.slug], json.dumps(asdict(checked)))
                yield trial.folder.slug, checked


def _recall(place: Path, folder: ProblemFolder) -> Checked:
    """Read what the cache knows; the statement's lines may have moved since."""
    checked = Checked(**json.loads(place.read_bytes()))
    lines = {one["id"]: one["steps"][0]["line"] for one in folder.problem["examples"]}
    for note in checked.notes:
        note["line"] = lines.get(note["check"], note["line"])
    return checked


class _Trial:
    """The grading of one problem's solutions, all of them at once."""

    def __init__(self, folder: ProblemFolder, graders: Graders) -> None:
        self.folder = folder
        problem = folder.problem

        def submit(source: str) -> Future[Tried]:
            return graders.submit(lambda desk: try_solution(desk, problem, source))

        self.reference = graders.submit(lambda desk: try_reference(desk, problem, folder.solution))
        self._starter = submit(folder.starter)
        self._wrong = {name: submit(source) for name, (source, _) in folder.wrong.items()}

    def judge(self) -> Judge:
        """Wait for all of it, and judge."""
        wrong = {name: tried.result() for name, tried in self._wrong.items()}
        solutions = Solutions(self.reference.result(), self._starter.result(), wrong)
        return Judge(self.folder, solutions)


def _in_turn(folders: list[ProblemFolder], graders: Graders) -> Iterator[_Trial]:
    """Begin trials a few ahead of the one that is waited for."""
    waiting: deque[_Trial] = deque()
    for folder in folders:
        waiting.append(_Trial(folder, graders))
        if len(waiting) == _AT_ONCE:
            yield waiting.popleft()
    yield from waiting


def _conclude(judge: Judge, trial: _Trial) -> Checked:
    tried = trial.reference.result()
    return Checked(
        _cases(tried.report["tests"]),
        _cases(tried.report["examples"]),
        judge.signatures(),
        judge.notes,
        round(sum(tried.seconds.values()), 4),
    )


def _summary(judge: Judge) -> str:
    count = len(judge.faults)
    verdict = f"{count} fault{'s' * (count != 1)}" if count else "as they should be"
    graded = 2 + len(judge.folder.wrong)
    return f"Checked {judge.folder.slug}: {graded} solutions graded, {verdict}"


def _cases(results: list[TestResult]) -> list[TestCase]:
    return [{"id": result["id"], "name": result["name"]} for result in results]


def _cache_place(folder: ProblemFolder) -> Path:
    """Return where the cache keeps what was found: by all that grading depends on, no more."""
    problem = folder.problem
    examples = [
        [example["name"], [[step["source"], step["want"]] for step in example["steps"]]]
        for example in problem["examples"]
    ]
    content = {
        "problem": {**problem, "slug": "", "examples": examples},
        "starter": folder.starter,
        "solution": folder.solution,
        "wrong": folder.wrong,
        "imported": bool(folder.origin),
    }
    key = fingerprint([json.dumps(content, sort_keys=True), _version()])
    return CACHE / "checks" / f"{key}.json"


@cache
def _version() -> str:
    """Return the fingerprint of everything but the problem that a verdict depends on."""
    parts: list[bytes | str] = [sys.version, sys.platform]
    parts += [(ROOT / name).read_bytes() for name in _OF_THE_RUNTIME]
    parts += [(ROOT / "builder" / name).read_bytes() for name in _OF_THE_CHECK]
    parts.append(fingerprint_files(ROOT, list_files(ROOT / "grader")))
    parts.append(fingerprint_files(ROOT, list_files(ROOT / "site" / "scripts" / "worker")))
    return fingerprint(parts)
