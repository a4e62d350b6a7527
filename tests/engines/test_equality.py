"""Every interpreter gives the same report: plainly booted or restored, the first or the fiftieth.

The report is that of the suite in `equality/`: over a hundred cases, and every loop of every
universal function of NumPy. It is the same in all engines too: what it must say is committed as
digests in `equality/digests.json`, which `--update-goldens` writes anew.

By default this runs in Chromium, for the plain boot and the first, third and tenth worker of a
page; with SCRATCHWORK_ALL=1 in all engines, and for the fiftieth worker too.
"""

from __future__ import annotations

import equality_suite as suite
import pytest
from grading import PLAIN_STEP, GradingPage
from host import Host

import golden_cases
from engines import ENGINES, Engine
from extent import ALL
from grader.report import Report

WORKERS = [1, 3, 10, 50] if ALL else [1, 3, 10]
FEWEST_CASES = 30


def grade_plainly(page: GradingPage) -> Report:
    """Grade the suite in a worker that imports everything."""
    assert PLAIN_STEP in page.boot("plain", suite.problem())
    return page.grade(suite.submission())


def grade_in_worker(page: GradingPage, number: int) -> Report:
    """Grade in a page's next restored worker: the suite, or something small in those between."""
    asked = number in WORKERS
    assert page.boot("restored", suite.problem() if asked else None) == []
    if asked:
        return page.grade(suite.submission())
    report = page.grade(golden_cases.submission("right"))
    assert golden_cases.comparable(report) == golden_cases.expected("right")
    return report


def differences(one: Report, other: Report) -> dict[str, object]:
    """Return what two reports of the suite say of the tests in which they differ."""
    first, second = suite.told(one), suite.told(other)
    return {
        name: (first.get(name), second.get(name))
        for name in sorted(first.keys() | second.keys())
        if first.get(name) != second.get(name)
    }


@pytest.mark.parametrize("engine", ENGINES, indirect=True)
def test_every_interpreter_gives_the_same_report(
    engine: Engine, host: Host, pytestconfig: pytest.Config
) -> None:
    page = GradingPage(engine, host.url())
    plain = grade_plainly(page)
    suite.expect_outcomes(plain, FEWEST_CASES)
    if pytestconfig.getoption("update_goldens"):
        suite.write_digests(plain)
    assert not suite.unlike_committed(plain)
    drawn = {suite.entropy(plain)}
    for number in range(1, WORKERS[-1] + 1):
        report = grade_in_worker(page, number)
        if number in WORKERS:
            assert not differences(plain, report), f"worker {number} differs from a plain boot"
            drawn.add(suite.entropy(report))
    assert len(drawn) == 1 + len(WORKERS)
