"""Visits to a problem's page, ours and the plain way's: from its opening to the verdict."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from bench.browsers import Profile
from bench.host import Channel, Host, NoAnswer, Sent
from bench.marks import Mark, read, time_of
from bench.weight import tab_memory
from builder.places import PROBLEMS

PROBLEM = "mse-loss"
ENDINGS = "tests passed|syntax error|import error|time limit|crashed|stopped|broken"
# What browsers report at most, in Mbit/s; less, and the page takes the plain way first.
FAST = 10.0
SLOW = 1.0


@dataclass(frozen=True)
class Visit:
    """What one visit gave.

    `ms` and `marks` are from the navigation to the verdict; `sent` is what was asked for until the
    worker's report; `memory` is the tab's in MB, now and at most, once a spare is ready.
    """

    ms: float
    sent: list[Sent]
    marks: list[Mark]
    memory: tuple[float, float] | None


def reference(slug: str = PROBLEM) -> str:
    """Return a problem's reference solution."""
    return (PROBLEMS / slug / "solution.py").read_text("utf-8")


def open_problem(
    host: Host,
    profile: Profile,
    code: str,
    *,
    slug: str = PROBLEM,
    downlink: float = FAST,
    at_once: bool = False,
) -> Channel:
    """Open a problem's page with code in its editor, as the draft of an earlier visit."""
    draft = json.dumps({"code": code, "saved": 0})
    scenario = {
        "draft": {"key": f"scratchwork:1:/:draft:{slug}", "text": draft},
        "downlink": downlink,
        "atOnce": at_once,
        "words": ENDINGS,
    }
    channel = host.open_channel(scenario)
    profile.open(f"{host.url}/problems/{slug}/?channel={channel.name}")
    return channel


def visit(host: Host, profile: Profile, downlink: float = FAST) -> Visit:
    """Open the problem's page with the reference in it, press Run at once, and close it."""
    host.sent.clear()
    channel = open_problem(host, profile, reference(), downlink=downlink, at_once=True)
    result = channel.result()
    expect(result, "6 of 6 tests passed")
    channel.result()  # a spare is ready
    return _close(host, profile, result)


def visit_plainly(host: Host, profile: Profile, runtime: str) -> Visit:
    """Open the plain way's page, which runs the same submission and checks, and close it."""
    host.sent.clear()
    channel = host.open_channel({})
    profile.open(f"{host.url}/bench/plain.html?channel={channel.name}&runtime={runtime}")
    result = channel.result()
    expect(result, "6 checks held")
    return _close(host, profile, result)


def _close(host: Host, profile: Profile, result: dict[str, Any]) -> Visit:
    memory = tab_memory(profile.folder)
    profile.close_pages()
    marks = read(result)
    reported_at = result["origin"] + time_of(marks, "reported")
    sent = [answer for answer in host.sent if answer.asked_at <= reported_at]
    return Visit(time_of(marks, "verdict"), sent, marks, memory)


def expect(result: dict[str, Any], verdict: str) -> None:
    """Raise `NoAnswer` where a page says another verdict: its time would mean nothing."""
    if verdict not in result["verdict"]:
        raise NoAnswer(f"the page says {result['verdict']!r}, not {verdict!r}")
