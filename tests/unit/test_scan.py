"""Folders of problems are looked at by a process beside this one, and the looks are the same."""

import sys
import time
from pathlib import Path

import pytest

from builder import scan
from builder.scan import look_at, looking

COUNT = 1200


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A large catalogue of small folders, old enough that a change of them would show."""
    folder = tmp_path_factory.mktemp("problems")
    for number in range(COUNT):
        path = folder / f"made-{number:04}" / "wrong" / "one.py"
        path.parent.mkdir(parents=True)
        path.write_text(f"number = {number}\n", "utf-8")
    time.sleep(2.1)
    return folder


def looks_of(problems: Path) -> dict[str, str]:
    """Return the looks of every folder, and see that they differ."""
    looks = {path.name: look_at(path) for path in problems.iterdir()}
    assert len(set(looks.values())) == COUNT
    return looks


def test_a_process_looks_at_many_folders(problems: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = looks_of(problems)
    with looking(problems) as looks:
        deadline = time.monotonic() + 60
        while len(looks._seen) < COUNT and time.monotonic() < deadline:
            time.sleep(0.05)
        monkeypatch.setattr(scan, "look_at", lambda folder: pytest.fail(f"again: {folder}"))
        assert {slug: looks.at(problems / slug) for slug in own} == own


def test_what_the_process_has_not_seen_is_looked_at_here(
    problems: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = looks_of(problems)
    monkeypatch.setattr(sys, "executable", "false")
    with looking(problems) as looks:
        assert {slug: looks.at(problems / slug) for slug in own} == own
        (problems / "later").mkdir()
        assert looks.at(problems / "later") == look_at(problems / "later")
    (problems / "later").rmdir()
    with looking(problems / "nowhere") as looks:
        assert looks.at(problems / "made-0007") == own["made-0007"]
