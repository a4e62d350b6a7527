"""How long the project's own programs take: build, check, start, and the grader."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Table
from builder.places import PROBLEMS, ROOT

_SLUG = "mse-loss"


def measure_programs(rounds: int) -> Table:
    """Time each program; a cold check is of problems that were never checked before."""
    table = Table("The project's programs, from start to end")
    rows: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        for number in range(rounds):
            for row, took in _round(Path(name), number):
                rows.setdefault(row, []).append(took)
    for row, samples in rows.items():
        table.add(row, samples)
    return table


def build(site: Path, problems: Path = PROBLEMS) -> float:
    """Build a site; return milliseconds."""
    return _build("build", "--out", str(site), "--problems", str(problems))


def _round(folder: Path, number: int) -> Iterator[tuple[str, float]]:
    problems, site = folder / f"problems-{number}", folder / "site"
    _write_unseen(problems)
    if number == 0:
        build(site)
        _start(site)  # sets up what is not set up
    check = ["check", "--problems", str(problems)]
    yield f"build.py check, nothing checked before ({_gradings()} gradings)", _build(*check)
    yield "build.py check, nothing changed", _build(*check)
    yield "build.py build, nothing changed", build(site)
    yield "npm start, nothing changed, until the address is printed", _start(site)
    yield "python -m grader, a right submission", _grade("solution.py", 0)
    yield "python -m grader, a wrong one, all known-wrong graded too", _grade("wrong/no_mean.py", 1)


def _build(*arguments: str) -> float:
    return _time([sys.executable, str(ROOT / "build.py"), *arguments])


def _gradings() -> int:
    return len([*PROBLEMS.glob("*/wrong/*.py"), *PROBLEMS.glob("*/s[ot]*.py")])


def _write_unseen(folder: Path) -> None:
    """Copy the problems with a difference that no cache has seen."""
    shutil.copytree(PROBLEMS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for path in folder.glob("*/test_solution.py"):
        text = path.read_text("utf-8")
        path.write_text(f"{text}\n\nMEASURED_AT = {time.time_ns()}\n", "utf-8")


def _time(command: list[str], code: int = 0) -> float:
    """Run a program quietly; return milliseconds. Raises where it ends with another code."""
    started = time.perf_counter()
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    took = (time.perf_counter() - started) * 1000
    if run.returncode != code:
        raise RuntimeError(f"{command[-3:]} ended with {run.returncode}:\n{run.stdout}{run.stderr}")
    return took


def _grade(submission: str, code: int) -> float:
    problem = PROBLEMS / _SLUG
    return _time([sys.executable, "-m", "grader", str(problem), str(problem / submission)], code)


def _start(site: Path) -> float:
    """Start the server as a person does, and end it once it says where it is."""
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("npm is not on the PATH; start the benchmark by npm run bench")
    command = [npm, "start", "--silent", "--", "--port", "0", "--out", str(site)]
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=os.name == "posix"
    ) as server:
        assert server.stdout is not None
        line = next((line for line in server.stdout if "http://" in line), None)
        took = (time.perf_counter() - started) * 1000
        _end(server)
    if line is None:
        raise RuntimeError("npm start has ended without an address")
    return took


def _end(server: subprocess.Popen[str]) -> None:
    if os.name == "posix":
        os.killpg(server.pid, signal.SIGTERM)
    else:
        server.terminate()
