"""Nothing that a submission tries leads out of its worker, in Firefox and WebKit as in Chromium.

The attempts are those of `tests/browser/test_containment.py`, which makes them in Chromium's page.
Here they are made with the site's runner: by default in Chromium in two runs; with
SCRATCHWORK_ALL=1 in Firefox and WebKit.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
import test_containment as attempts
from grading import GradingPage
from host import Host
from hosting import Trap, trapping

import golden_cases
from engines import Engine
from extent import ALL
from grader.report import Report

ENGINES = ["firefox", "webkit"] if ALL else ["chromium"]
everywhere = pytest.mark.parametrize("engine", ENGINES, indirect=True, scope="module")


@pytest.fixture(scope="module")
def trap() -> Iterator[Trap]:
    with trapping() as trap:
        yield trap


@pytest.fixture(scope="module")
def page(engine: Engine, host: Host) -> GradingPage:
    page = GradingPage(engine, host.url(), test_seconds=30)
    page.start_runner()
    return page


def told(report: Report) -> dict[str, str]:
    """Return how each attempt went, as the first test's output says."""
    printed = report["tests"][0]["output"]["text"]
    return dict(re.findall(r"^(\S+) ((?:REACHED|REFUSED).*)$", printed, re.MULTILINE))


def expect_nothing_left(page: GradingPage, host: Host, trap: Trap, served: int) -> None:
    """Hold that no request left, and that the next run is a normal one."""
    report = page.run(golden_cases.submission("right"))
    assert golden_cases.comparable(report) == golden_cases.expected("right")
    assert trap.visits == []
    # A page whose restore outlasts its limit fetches the plain way's files.
    assert [path for path in host.requests[served:] if "/runtime/" not in path] == []


@everywhere
@pytest.mark.parametrize("group", attempts.batches(single=False), ids=attempts.title)
def test_attempts_reach_nothing(
    page: GradingPage, host: Host, trap: Trap, group: dict[str, str]
) -> None:
    served = len(host.requests)
    ended = told(page.run(attempts.submission(group, trap)))
    assert sorted(ended) == sorted(group)
    assert {name: how for name, how in ended.items() if not how.startswith("REFUSED")} == {}
    expect_nothing_left(page, host, trap, served)


@everywhere
@pytest.mark.parametrize("name", attempts.FATAL)
def test_fatal_attempt_reaches_nothing(
    page: GradingPage, host: Host, trap: Trap, name: str
) -> None:
    served = len(host.requests)
    report = page.run(attempts.submission({name: attempts.FATAL[name]}, trap))
    if report["state"] != "crashed":
        assert told(report)[name].startswith("REFUSED")
    expect_nothing_left(page, host, trap, served)


@everywhere
def test_attempt_that_reaches_something_is_seen(page: GradingPage, trap: Trap) -> None:
    report = page.run(attempts.submission(attempts.CONTROL, trap))
    assert told(report) == {"control": "REACHED what it was after"}


@everywhere
def test_trap_notices_a_request(page: GradingPage) -> None:
    with trapping() as trap:
        page.leave(trap.url)
        end = time.monotonic() + 30
        while not trap.visits and time.monotonic() < end:
            time.sleep(0.1)
        assert trap.visits != []
