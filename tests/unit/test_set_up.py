"""The set-up: one clear line where Python is missing or too old."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from places import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def set_up(**environment: str) -> tuple[int, list[str]]:
    node = shutil.which("node")
    assert node is not None
    run = subprocess.run(
        [node, str(ROOT / "tools" / "setup.mjs")],
        env={**os.environ, "PYTHON": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, (run.stdout + run.stderr).splitlines()


def stand_in(folder: Path, name: str, version: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\necho '{version}|{path}'\n", "utf-8")
    path.chmod(0o755)
    return path


def test_a_python_that_is_not_there_is_one_line() -> None:
    status, lines = set_up(PYTHON="/no/such/python")
    assert status == 1
    assert len(lines) == 1
    assert "Python 3.11 or newer is needed, but /no/such/python was not found" in lines[0]


def test_no_python_at_all_is_one_line(tmp_path: Path) -> None:
    status, lines = set_up(PATH=str(tmp_path))
    assert status == 1
    assert len(lines) == 1
    assert "python3 was not found" in lines[0]


def test_a_python_that_is_too_old_is_one_line(tmp_path: Path) -> None:
    stand_in(tmp_path, "python3", "3|9|1")
    status, lines = set_up(PATH=f"{tmp_path}:/bin:/usr/bin", PYTHON=str(tmp_path / "python3"))
    assert status == 1
    assert len(lines) == 1
    assert "is 3.9.1" in lines[0]
