"""An interrupt at any moment leaves the last site in place, and no process behind."""

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from places import ROOT
from sample_problem import FILES, write_problem

LAST = {"index.html": "the last site", ".nojekyll": "", "problems/old/index.html": "an old page"}
MARK = "SCRATCHWORK_TEST_RUN"
WAIT_SECONDS = 60
SLOW = "time.sleep(0.7)"
# What is sent, and when: after so many seconds, or once a process of this name runs.
MOMENTS: list[tuple[signal.Signals, float | str]] = [
    (signal.SIGINT, 0.2),
    (signal.SIGTERM, 1.5),
    (signal.SIGINT, 4.0),
    (signal.SIGINT, "grader.forks"),
    (signal.SIGTERM, "grade.mjs"),
]


@pytest.fixture
def mark() -> Iterator[str]:
    """Give a mark for the environment of all that a run starts; end what has stayed of it."""
    mark = str(uuid.uuid4())
    yield mark
    for number in marked(mark):
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


def marked(mark: str) -> dict[int, str]:
    """Return the processes that run with the mark: their numbers, and what was called."""
    found = {}
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == mark and process.status() != psutil.STATUS_ZOMBIE:
                found[process.pid] = " ".join(process.cmdline())
        except (psutil.AccessDenied, psutil.NoSuchProcess):
            continue
    return found


def write_catalogue(folder: Path, mark: str) -> Path:
    """Write problems that nobody has graded before, one of which keeps the graders busy."""
    for number in range(3):
        changes = {"solution.py": f"# {mark}\n{FILES['solution.py']}"}
        if number == 0:
            slow = FILES["test_solution.py"].replace(
                "    assert", "    time.sleep(0.7)\n    assert"
            )
            changes["test_solution.py"] = f"import time\n\n{slow}"
        write_problem(folder / f"double-{number}", changes)
    return folder


def read_site(site: Path) -> dict[str, str]:
    files = [path for path in site.rglob("*") if path.is_file()]
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in files}


def run(command: list[str], mark: str, number: signal.Signals, moment: float | str) -> int:
    """Start a command, interrupt it, and return its exit code."""
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *command],
        cwd=ROOT,
        env={**os.environ, MARK: mark},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    end = time.monotonic() + (moment if isinstance(moment, float) else WAIT_SECONDS)
    while process.poll() is None and time.monotonic() < end and not is_running(moment, mark):
        time.sleep(0.05)
    assert isinstance(moment, float) or process.poll() is None
    if process.poll() is None:
        process.send_signal(number)
    return process.wait(WAIT_SECONDS)


def is_running(name: float | str, mark: str) -> bool:
    if isinstance(name, float):
        return False
    return any(name in called for called in marked(mark).values())


def await_end(mark: str) -> list[str]:
    """Return what still runs when everything has had a moment to end."""
    for _ in range(20):
        if not marked(mark):
            return []
        time.sleep(0.1)
    return list(marked(mark).values())


@pytest.mark.parametrize(("number", "moment"), MOMENTS)
def test_an_interrupted_build_leaves_the_last_site(
    number: signal.Signals, moment: float | str, tmp_path: Path, mark: str
) -> None:
    site = tmp_path / "dist"
    for name, text in LAST.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    problems = write_catalogue(tmp_path / "problems", mark)
    code = run(["build", "--out", str(site), "--problems", str(problems)], mark, number, moment)
    assert await_end(mark) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dist", "problems"]
    if code:
        assert read_site(site) == LAST
    else:
        assert (site / "problems" / "double-0" / "index.html").is_file()


@pytest.mark.parametrize(("number", "moment"), MOMENTS)
def test_an_interrupted_check_leaves_no_process(
    number: signal.Signals, moment: float | str, tmp_path: Path, mark: str
) -> None:
    problems = write_catalogue(tmp_path / "problems", mark)
    run(["check", "--problems", str(problems)], mark, number, moment)
    assert await_end(mark) == []
