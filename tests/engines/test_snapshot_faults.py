"""Whatever is wrong with the snapshot, the verdict comes: the plain way takes over, and says so.

By default a sample of the faults in Chromium; with SCRATCHWORK_ALL=1 all of them there, and the
sample, which has one of each kind, in Firefox and WebKit.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from grading import GradingPage
from host import Host, Variant
from snapshot_faults import FAULTS, KINDS, Snapshot

import golden_cases
from engines import ENGINES, Engine
from extent import ALL

SAMPLE = [
    "missing-library",
    "truncated-files",
    "flipped-heap",
    "stalled-meta",
    "other-build",
    "other-places",
    "swapped-functions",
    "wrong-number",
]

if missing := set(SAMPLE) - set(FAULTS):
    raise ValueError(f"the sample names what does not exist: {sorted(missing)}")
CASES = [
    (engine, name)
    for engine in ENGINES
    for name in (FAULTS if ALL and engine == "chromium" else SAMPLE)
]
everywhere = pytest.mark.parametrize("engine", ENGINES, indirect=True)


@pytest.fixture(scope="module")
def snapshot(host: Host) -> Snapshot:
    return Snapshot(host.site)


@pytest.fixture
def served(host: Host) -> Iterator[Host]:
    """The host; the variants that a test adds to it are there for that test only."""
    yield host
    host.variants = {"whole": Variant()}


def expect_right_verdict(report: object) -> None:
    """Hold that this is the report of the right submission."""
    assert golden_cases.comparable(report) == golden_cases.expected("right")


@pytest.mark.parametrize(("engine", "name"), CASES, indirect=["engine"])
def test_fault_ends_in_a_verdict_by_the_plain_way(
    engine: Engine, served: Host, snapshot: Snapshot, name: str
) -> None:
    fault = FAULTS[name]
    served.variants[name] = fault.make(snapshot)
    page = GradingPage(engine, served.url(name))
    page.start_runner()
    expect_right_verdict(page.run(golden_cases.submission("right")))
    [why] = page.fallbacks()
    assert fault.words in why
    assert page.started_plainly()


@everywhere
def test_files_that_are_served_anew_but_whole_are_no_fault(
    engine: Engine, served: Host, snapshot: Snapshot
) -> None:
    """What is made here is refused for its fault, not because it was made here."""
    served.variants["anew"] = snapshot.with_meta(lambda meta: meta.update(note="the same else"))
    page = GradingPage(engine, served.url("anew"))
    assert page.boot("restored") == []
    expect_right_verdict(page.grade(golden_cases.submission("right")))


@everywhere
def test_every_kind_of_file_is_asked_for(engine: Engine, served: Host, snapshot: Snapshot) -> None:
    page = GradingPage(engine, served.url())
    page.boot("restored")
    asked = "\n".join(served.requests)
    assert [kind for kind in KINDS if snapshot.paths[kind] not in asked] == []
