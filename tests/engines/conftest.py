"""The built site on a host of the tests' own, and the engine that looks at it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from places import ROOT

# Shared with the tests of the page in Chromium: how much runs, and what a submission attempts.
sys.path.append(str(ROOT / "tests" / "browser"))

from host import Host, hosting

from engines import Engine, launched

collect_ignore = ["equality"]  # a problem of the tests' own, graded in a page


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have measured."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    out = tmp_path_factory.mktemp("host") / "site"
    build = [sys.executable, str(ROOT / "build.py"), "build", "--out", str(out)]
    subprocess.run(build, check=True, cwd=ROOT, stdin=subprocess.DEVNULL)
    with hosting(out) as host:
        yield host


@pytest.fixture(scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A browser for the tests of a module that name the same engine."""
    with launched(request.param) as engine:
        yield engine
