"""Makes a new problem folder from the template in `new_problem/`, which is a problem itself."""

from __future__ import annotations

import ast
import builtins
import keyword
import shutil
import tempfile
from datetime import date
from pathlib import Path

from builder.places import list_files
from grader.faults import Fault, ProblemFaults
from grader.manifest import SLUG

TEMPLATE = Path(__file__).parent / "new_problem"
_DAY = "2026-11-22"  # the template's own


def create_problem(problems: Path, slug: str) -> Path:
    """Make the folder of a new problem, whole or not at all, and return it.

    Raises `ProblemFaults` where the slug is none, or is taken.
    """
    folder = problems / slug
    if not SLUG.fullmatch(slug):
        advice = "choose lower-case words and numbers, joined by hyphens"
        raise ProblemFaults([Fault(problems, 1, f"{slug!r} is not a slug; {advice}")])
    if folder.exists():
        advice = "choose another slug, or remove the folder"
        raise ProblemFaults([Fault(folder, 1, f"there is such a problem already; {advice}")])
    problems.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=problems, prefix=".new-") as unfinished:
        made = Path(unfinished) / slug
        for path in list_files(TEMPLATE):
            target = made / path.relative_to(TEMPLATE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_fill(path.read_text("utf-8"), slug), "utf-8")
        shutil.move(made, folder)
    return folder


def _fill(text: str, slug: str) -> str:
    title = slug.replace("-", " ").capitalize()
    for before, after in (
        ("new_problem", name_function(slug)),
        ("New problem", title),
        ("new-problem", slug),
        (_DAY, date.today().isoformat()),
    ):
        text = text.replace(before, after)
    return text


def name_function(slug: str) -> str:
    """Return the name of the function that a new problem asks for."""
    name = slug.replace("-", "_")
    if not name.isidentifier():
        return f"solve_{name}"
    is_taken = keyword.iskeyword(name) or hasattr(builtins, name) or name in _used_names()
    return f"{name}_" if is_taken else name


def _used_names() -> set[str]:
    """Return the names that the template's modules use for something else."""
    found = {"np", "numpy", "solution"}
    for path in TEMPLATE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Name):
                found.add(node.id)
            elif isinstance(node, ast.arg):
                found.add(node.arg)
    return found - {"new_problem"}
