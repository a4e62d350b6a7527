"""A problem folder, read and checked into the data that grading needs."""

from __future__ import annotations

import ast
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from grader.faults import Fault, FaultList, ProblemFaults, read_text
from grader.files import list_files
from grader.manifest import SLUG, Disclosure, Manifest, read_manifest
from grader.sources import check_names, read_python
from grader.statement import read_examples

__all__ = [
    "Example",
    "Fault",
    "Limits",
    "Problem",
    "ProblemFaults",
    "ProblemFolder",
    "Signature",
    "Step",
    "read_problem",
]

_SOLUTION = "solution.py"


class Limits(TypedDict):
    """Time limits in seconds: of one test, and of a whole run."""

    test_seconds: float
    run_seconds: float


class Step(TypedDict):
    """One `>>>` statement of an example, the text it must print, and its line in the statement."""

    source: str
    want: str
    line: int


class Example(TypedDict):
    """A visible test: a doctest block of the statement."""

    id: str
    name: str
    steps: list[Step]


class Signature(TypedDict):
    """The tests a known-wrong solution fails, each with the line of the check that does not hold.

    `message` is what a learner hears who fails just those.
    """

    name: str
    failing: dict[str, int | None]
    message: str


class Problem(TypedDict):
    """What grading one submission needs; plain data, as it travels to the browser.

    `files` maps paths relative to the problem's folder (`test_solution.py`, `support/...` without
    the `support/`) to their text.
    """

    slug: str
    requires: list[str]
    packages: list[str]
    limits: Limits
    files: dict[str, str]
    examples: list[Example]
    signatures: list[Signature]


@dataclass(frozen=True)
class ProblemFolder:
    """A problem's folder, read whole; `wrong` maps a name to its source and its message."""

    path: Path
    slug: str
    title: str
    summary: str
    difficulty: str
    tags: list[str]
    hints: list[str]
    prerequisites: list[str]
    disclosure: Disclosure
    origin: str
    starter: str
    solution: str
    statement: str
    explanation: str
    wrong: dict[str, tuple[str, str]]
    problem: Problem
    assets: list[Path]

    @property
    def version(self) -> str:
        """What a submission was graded by: a hash of the statement, the tests and their files."""
        parts = [["statement.md", self.statement], *sorted(self.problem["files"].items())]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def _read_message(source: str) -> str:
    """Return a module's docstring, its paragraphs in one line each."""
    docstring = ast.get_docstring(ast.parse(source)) or ""
    paragraphs = docstring.strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _read_wrong(folder: Path, faults: list[Fault], *, needed: bool) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for path in sorted(folder.glob("*.py")):
        source = read_python(path, faults)
        message = _read_message(source)
        if source and not message:
            advice = "write in it what a learner should hear who made this mistake"
            faults.append(Fault(path, 1, f"the module has no docstring; {advice}"))
        found[path.stem] = source, message
    if needed and not found:
        advice = "add at least one module to it, one misconception each"
        faults.append(Fault(folder, 1, f"there is no known-wrong solution; {advice}"))
    return found


def _read_files(folder: Path, faults: list[Fault], *, proven: bool) -> dict[str, str]:
    """Return the hidden tests and the support files by the path a submission sees them under."""
    tests = folder / "test_solution.py"
    files = {"test_solution.py": read_python(tests, faults, proven=proven)}
    support = folder / "support"
    for path in list_files(support):
        name = path.relative_to(support).as_posix()
        if name in ("solution.py", "test_solution.py"):
            faults.append(Fault(path, 1, f"{name} is a name of the problem's own; rename the file"))
            continue
        is_python = path.suffix == ".py"
        text = read_python(path, faults, proven=proven) if is_python else read_text(path, faults)
        files[name] = text or ""
    return files


def _read_parts(folder: Path, faults: list[Fault], *, proven: bool) -> ProblemFolder | None:
    toml, page = FaultList(folder / "problem.toml"), FaultList(folder / "statement.md")
    text = read_text(toml.path, faults)
    manifest = read_manifest(text, toml) if text is not None else None
    statement = read_text(page.path, faults)
    own = manifest is None or not manifest.origin
    examples = read_examples(statement, page, needed=own) if statement is not None else []
    explanation = folder / "explanation.md"
    explained = read_text(explanation, faults) if explanation.exists() else None
    starter = read_python(folder / "starter.py", faults, proven=proven)
    solution = read_python(folder / _SOLUTION, faults, proven=proven)
    files = _read_files(folder, faults, proven=proven)
    wrong = {} if proven else _read_wrong(folder / "wrong", faults, needed=own)
    faults += toml.faults + page.faults
    if manifest is None or statement is None:
        return None
    if not proven:
        check_names(folder / "starter.py", starter, manifest.requires, faults)
        check_names(folder / _SOLUTION, solution, manifest.requires, faults)
    return ProblemFolder(
        path=folder,
        slug=folder.name,
        title=manifest.title,
        summary=manifest.summary,
        difficulty=manifest.difficulty,
        tags=manifest.tags,
        hints=manifest.hints,
        prerequisites=manifest.prerequisites,
        disclosure=manifest.disclosure,
        origin=manifest.origin,
        starter=starter,
        solution=solution,
        statement=statement,
        explanation=explained or "",
        wrong=wrong,
        problem=_make_problem(folder.name, manifest, files, examples),
        assets=list_files(folder / "assets"),
    )


def _make_problem(
    slug: str, manifest: Manifest, files: dict[str, str], examples: list[Example]
) -> Problem:
    return {
        "slug": slug,
        "requires": manifest.requires,
        "packages": manifest.packages,
        "limits": {"test_seconds": manifest.test_seconds, "run_seconds": manifest.run_seconds},
        "files": files,
        "examples": examples,
        "signatures": [],
    }


def read_problem(folder: Path, *, proven: bool = False) -> ProblemFolder:
    """Read a problem's folder; its known-wrong solutions are not graded yet.

    Where just this content was read and graded before, `proven` leaves out what that has told:
    its Python is not compiled again, and the known-wrong solutions are not read.
    Raises `ProblemFaults` with everything that is wrong in the folder.
    """
    if not folder.is_dir():
        raise ProblemFaults([Fault(folder, 1, "there is no such problem folder; correct the name")])
    faults: list[Fault] = []
    if not SLUG.fullmatch(folder.name):
        advice = "rename the folder to lower-case words joined by hyphens"
        faults.append(Fault(folder, 1, f"{folder.name!r} is not a slug; {advice}"))
    parts = _read_parts(folder, faults, proven=proven)
    if faults or parts is None:
        raise ProblemFaults(faults)
    return parts
