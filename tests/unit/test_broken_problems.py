"""Deliberately broken problems, one fault each, against golden faults; unusual good ones pass.

A case is what differs from `good/plain`: files, and `case.toml` with what to copy, rename and
remove first. `expected.txt` holds what the check prints. Rewritten by --update-goldens.
"""

import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder import proof
from builder.catalogue import read_catalogue
from builder.checks import check_problems
from builder.graders import Graders
from grader.faults import ProblemFaults
from places import ROOT

PLAIN = ROOT / "tests" / "good" / "plain"
BROKEN = sorted((ROOT / "tests" / "broken").iterdir())
GOOD = sorted((ROOT / "tests" / "good").iterdir())
Finder = Callable[[Path], list[str]]
OWN = ("case.toml", "expected.txt")


def lay_out(case: Path, target: Path) -> Path:
    """Write the catalogue of a case: the plain one with the case's changes."""
    shutil.copytree(PLAIN, target)
    description = case / "case.toml"
    changes = tomllib.loads(description.read_text("utf-8")) if description.is_file() else {}
    for source, copy in changes.get("copy", {}).items():
        shutil.copytree(target / source, target / copy)
    for before, after in changes.get("rename", {}).items():
        (target / before).rename(target / after)
    for name in changes.get("remove", []):
        path = target / name
        path.unlink() if path.is_file() else shutil.rmtree(path)
    shutil.copytree(case, target, dirs_exist_ok=True, ignore=lambda _, names: set(names) & {*OWN})
    return target


@pytest.fixture(scope="module")
def graders() -> Iterator[Graders]:
    with Graders({frozenset(), frozenset({"numpy"})}) as pool:
        yield pool


@pytest.fixture
def find_faults(monkeypatch: pytest.MonkeyPatch, graders: Graders) -> Finder:
    """Return what finds all that the check prints; it grades only where all else is right."""

    def find(problems: Path) -> list[str]:
        said: list[str] = []
        monkeypatch.chdir(problems)
        try:
            folders = read_catalogue(problems).problems
            monkeypatch.setattr(proof, "check_problems", lambda *_: {})
            proof.prove(folders, said.append)
            check_problems(folders, [].append, graders)
        except ProblemFaults as found:
            said += str(found).splitlines()
        return said

    return find


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_a_broken_problem_is_caught(
    case: Path, tmp_path: Path, find_faults: Finder, request: pytest.FixtureRequest
) -> None:
    found = find_faults(lay_out(case, tmp_path / "problems"))
    golden = case / "expected.txt"
    if request.config.getoption("--update-goldens"):
        golden.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found
    assert found == golden.read_text("utf-8").splitlines()


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_an_unusual_problem_that_is_right_stays_silent(
    case: Path, tmp_path: Path, find_faults: Finder
) -> None:
    assert find_faults(lay_out(case, tmp_path / "problems")) == []


def test_what_tools_leave_behind_is_no_fault(tmp_path: Path, find_faults: Finder) -> None:
    problems = lay_out(PLAIN, tmp_path / "problems")
    leavings = [".DS_Store", "solution.py~", "support/.DS_Store", "support/__pycache__/a.pyc"]
    for name in [*leavings, "wrong/.squares.py.swp", "assets/.DS_Store", ".pytest_cache/x"]:
        path = problems / "double" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x00\xff")
    assert find_faults(problems) == []


def test_there_are_at_least_forty_kinds() -> None:
    assert len(BROKEN) >= 40
