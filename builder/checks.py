"""Proves every problem before it is published: what each of its solutions does is graded."""

from __future__ import annotations

import ast
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from builder.places import CACHE, ROOT, fingerprint, fingerprint_files, list_files, write_whole
from grader import native, signatures
from grader.faults import Fault, ProblemFaults
from grader.problem import ProblemFolder, Signature
from grader.report import Report, TestCase, TestResult


@dataclass(frozen=True)
class Checked:
    """What grading a problem's own solutions told about it."""

    tests: list[TestCase]
    examples: list[TestCase]
    signatures: list[Signature]


def check_problems(
    problems: list[ProblemFolder], say: Callable[[str], None] = print
) -> dict[str, Checked]:
    """Grade the solutions of each problem, or take the cache's word where nothing has changed.

    Raises `ProblemFaults` with everything that is wrong in all of them.
    """
    places = {folder.slug: _cache_place(folder) for folder in problems}
    checked = {slug: _read(place) for slug, place in places.items() if place.is_file()}
    faults: list[Fault] = []
    stale = [folder for folder in problems if folder.slug not in checked]
    with _pool() as pool:
        for run in [_Run(folder, pool) for folder in stale]:
            found = run.finish()
            faults += found
            if not found:
                checked[run.folder.slug] = run.result()
                write_whole(places[run.folder.slug], json.dumps(asdict(run.result())))
            say(run.summary(found))
    if faults:
        raise ProblemFaults(faults)
    return checked


@contextmanager
def _pool() -> Iterator[ThreadPoolExecutor]:
    """Give a pool that an interrupt does not have to wait out: what has not begun is dropped."""
    pool = ThreadPoolExecutor(max_workers=os.cpu_count())
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


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
    }
    key = fingerprint([json.dumps(content, sort_keys=True), _version()])
    return CACHE / "checks" / f"{key}.json"


@cache
def _version() -> str:
    grader = fingerprint_files(ROOT, list_files(ROOT / "grader"))
    versions = (ROOT / "requirements.txt").read_text("utf-8") + sys.version
    return fingerprint([grader, versions, Path(__file__).read_bytes()])


def _read(place: Path) -> Checked:
    return Checked(**json.loads(place.read_bytes()))


class _Run:
    """The grading of one problem's solutions, all of them at once."""

    def __init__(self, folder: ProblemFolder, pool: ThreadPoolExecutor) -> None:
        self.folder = folder
        problem = folder.problem
        self._reference = pool.submit(native.grade, problem, folder.solution)
        self._starter = pool.submit(native.grade, problem, folder.starter)
        self._wrong: list[Future[list[Signature]]] = [
            pool.submit(signatures.compute, problem, {name: wrong})
            for name, wrong in folder.wrong.items()
        ]

    def finish(self) -> list[Fault]:
        """Wait for all, and return what is wrong."""
        reference = self._reference.result()
        if reference["state"] != "graded":
            return [self._fault_of_state(reference, "solution.py")]
        return [
            *self._check_reference(reference),
            *self._check_starter(self._starter.result()),
            *self._check_wrong(self._signatures()),
        ]

    def result(self) -> Checked:
        """Return what the grading told; only after `finish`."""
        reference = self._reference.result()
        return Checked(
            _cases(reference["tests"]), _cases(reference["examples"]), self._signatures()
        )

    def summary(self, faults: list[Fault]) -> str:
        """Return one line on how it went."""
        verdict = f"{len(faults)} faults" if faults else "as they should be"
        count = 2 + len(self._wrong)
        return f"Checked {self.folder.slug}: {count} solutions graded, {verdict}"

    def _signatures(self) -> list[Signature]:
        return [signature for future in self._wrong for signature in future.result()]

    def _fault(self, name: str, line: int, message: str) -> Fault:
        return Fault(self.folder.path / name, line, message)

    def _fault_of_state(self, report: Report, name: str) -> Fault:
        fault = report["fault"]
        said = fault["message"] if fault else ""
        if fault and fault["error"]:
            said = f"{said} {fault['error']['type']}: {fault['error']['text']}"
        if report["state"] == "broken-problem":
            return self._fault("test_solution.py", 1, f"{said.strip()} Correct the tests.")
        line = (fault and fault["line"]) or 1
        return self._fault(name, line, f"it ends in {report['state']}: {said}; correct it")

    def _check_reference(self, report: Report) -> Iterable[Fault]:
        for example, result in zip(
            self.folder.problem["examples"], report["examples"], strict=True
        ):
            if result["outcome"] != "passed":
                line = example["steps"][0]["line"]
                yield self._fault("statement.md", line, _reference_fails(result))
        for result in report["tests"]:
            if result["outcome"] != "passed":
                line = _line_of_test(self.folder.problem["files"]["test_solution.py"], result["id"])
                yield self._fault("test_solution.py", line, _reference_fails(result))

    def _check_starter(self, report: Report) -> Iterable[Fault]:
        if report["state"] != "graded":
            yield self._fault_of_state(report, "starter.py")
        elif all(result["outcome"] == "passed" for result in report["tests"]):
            advice = "take out of it what the learner is to write"
            yield self._fault("starter.py", 1, f"the starter passes every hidden test; {advice}")

    def _check_wrong(self, found: list[Signature]) -> Iterable[Fault]:
        owners: dict[frozenset[tuple[str, int | None]], str] = {}
        for signature in found:
            name = f"wrong/{signature['name']}.py"
            failing = frozenset(signature["failing"].items())
            if not failing:
                yield self._why_nothing_failed(signature["name"])
            elif failing in owners:
                same = f"it fails the same checks as {owners[failing]}"
                advice = "add a check that tells them apart, or drop one"
                yield self._fault(name, 1, f"{same}; {advice}")
            owners.setdefault(failing, name)

    def _why_nothing_failed(self, name: str) -> Fault:
        report = native.grade(self.folder.problem, self.folder.wrong[name][0])
        if report["state"] != "graded":
            return self._fault_of_state(report, f"wrong/{name}.py")
        message = "the known-wrong solution passes every hidden test; add a test that catches it"
        return self._fault(f"wrong/{name}.py", 1, message)


def _cases(results: list[TestResult]) -> list[TestCase]:
    return [{"id": result["id"], "name": result["name"]} for result in results]


def _reference_fails(result: TestResult) -> str:
    failure = result["failure"]
    said = failure["message"] if failure else result["outcome"]
    return (
        f"solution.py does not pass {result['name']!r}: {said.rstrip('.')}; correct one of the two"
    )


def _line_of_test(source: str, test: str) -> int:
    name = test.rsplit("::", 1)[-1].split("[", 1)[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name:
            return node.lineno
    return 1
