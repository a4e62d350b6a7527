"""Tries a written draft in the grader: what only a run can tell decides how it is written."""

from __future__ import annotations

from dataclasses import replace

from builder.importing import starters
from builder.importing.draft import Draft, NotConvertible
from builder.importing.sessions import find_sessions, with_examples
from grader import native
from grader.faults import FaultList
from grader.problem import ProblemFolder
from grader.report import Report
from grader.statement import read_examples

_TO_IMPROVE = """
## The code to improve

{fence}python
{code}
{fence}
"""


def settle(draft: Draft, folder: ProblemFolder) -> bool:
    """Change a draft to what its run calls for; tell whether that changed anything.

    Raises `NotConvertible` where the solution does not pass the tests that came with it.
    """
    before = replace(draft)
    _try_the_solution(draft, folder)
    _empty_a_starter_that_passes(draft, folder)
    return draft != before


def _try_the_solution(draft: Draft, folder: ProblemFolder) -> None:
    """Refuse a solution that fails; make those sessions examples that print what they say."""
    sessions = find_sessions(draft.statement, draft.module, draft.requires)
    faults = FaultList(folder.path / "statement.md")
    blocks = ("\n".join(session.example) + "\n" for session in sessions)
    read = [read_examples(block, faults, needed=False) for block in blocks]
    tried = [(session, found[0]) for session, found in zip(sessions, read, strict=True) if found]
    examples = [{**found, "id": str(place)} for place, (_, found) in enumerate(tried)]
    report = native.grade({**folder.problem, "examples": examples}, draft.solution)  # type: ignore[typeddict-item]
    _refuse_failures(report)
    passed = {int(one["id"]) for one in report["examples"] if one["outcome"] == "passed"}
    kept = [session for place, (session, _) in enumerate(tried) if place in passed]
    draft.statement = with_examples(draft.statement, kept)


def _refuse_failures(report: Report) -> None:
    if report["state"] != "graded":
        said = report["fault"]["message"] if report["fault"] else report["state"]
        raise NotConvertible(f"its own solution cannot be graded: {_first_line(said)}")
    for test in report["tests"]:
        if test["outcome"] != "passed":
            said = test["failure"]["message"] if test["failure"] else test["outcome"]
            raise NotConvertible(f"its own solution fails {test['name']!r}: {_first_line(said)}")


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _empty_a_starter_that_passes(draft: Draft, folder: ProblemFolder) -> None:
    """Move a stub that already works, as code to improve, from the editor to the statement."""
    if starters.does_nothing(draft.starter):
        return
    report = native.grade(folder.problem, draft.starter)
    tests = report["tests"]
    if report["state"] != "graded" or any(test["outcome"] != "passed" for test in tests):
        return
    fence = "`" * 3 if "```" not in draft.starter else "`" * 6
    draft.statement += _TO_IMPROVE.format(fence=fence, code=draft.starter.strip("\n"))
    draft.starter, _ = starters.complete("", draft.solution, draft.requires)
    draft.notes.append("its stub passes every test: the statement shows it, the starter is empty")
