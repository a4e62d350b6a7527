"""Tries a written draft in the grader: what only a run can tell decides how it is written."""

from __future__ import annotations

from dataclasses import replace

from builder.importing import starters
from builder.importing.draft import Draft
from builder.importing.sessions import find_sessions, with_examples
from grader import native
from grader.faults import FaultList
from grader.problem import ProblemFolder
from grader.statement import read_examples

_TO_IMPROVE = """
## The code to improve

{fence}python
{code}
{fence}
"""


def settle(draft: Draft, folder: ProblemFolder) -> bool:
    """Change a draft to what its run calls for; tell whether that changed anything."""
    before = replace(draft)
    _turn_sessions_into_examples(draft, folder)
    _empty_a_starter_that_passes(draft, folder)
    return draft != before


def _turn_sessions_into_examples(draft: Draft, folder: ProblemFolder) -> None:
    """Make those sessions examples that print what they say with the reference."""
    sessions = find_sessions(draft.statement, draft.module, draft.requires)
    if not sessions:
        return
    faults = FaultList(folder.path / "statement.md")
    blocks = ("\n".join(session.example) + "\n" for session in sessions)
    read = [read_examples(block, faults, needed=False) for block in blocks]
    tried = [(session, found[0]) for session, found in zip(sessions, read, strict=True) if found]
    examples = [{**found, "id": str(place)} for place, (_, found) in enumerate(tried)]
    report = native.grade({**folder.problem, "examples": examples}, draft.solution)  # type: ignore[typeddict-item]
    passed = {int(one["id"]) for one in report["examples"] if one["outcome"] == "passed"}
    kept = [session for place, (session, _) in enumerate(tried) if place in passed]
    draft.statement = with_examples(draft.statement, kept)


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
