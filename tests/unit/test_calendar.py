"""The page's arithmetic with days: whatever the time zone, no day is lost, doubled or shifted."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from builder.node import run_node
from places import ROOT

CALENDAR = ROOT / "site" / "scripts" / "calendar.js"
CALL = Path(__file__).with_name("call.mjs")
TODAY = "2026-11-22"
# name: (days practised, streak on 22 November 2026)
STREAKS = {
    "never": ([], 0),
    "today": (["2026-11-22"], 1),
    "yesterday, and today may still come": (["2026-11-21"], 1),
    "one day's pause, and today may still come": (["2026-11-20"], 1),
    "two days' pause": (["2026-11-19"], 0),
    "every day": (["2026-11-20", "2026-11-21", "2026-11-22"], 3),
    "every other day": (["2026-11-18", "2026-11-20", "2026-11-22"], 3),
    "two days' pause before": (["2026-11-18", "2026-11-21", "2026-11-22"], 2),
    "in any order": (["2026-11-22", "2026-11-18", "2026-11-20"], 3),
    "over a year's end": (["2025-12-31", "2026-01-01"], 0),
    "a traveller's tomorrow": (["2026-11-21", "2026-11-23"], 2),
    "a clock that was years ahead": (["2030-01-01", "2026-11-22"], 1),
}
ZONES = ["America/New_York", "Australia/Lord_Howe", "Pacific/Apia"]
# Clocks change in these, there or elsewhere; Apia left out 30 December 2011.
YEARS = [(2011, 12), (2026, 3), (2026, 4), (2026, 10), (2026, 11)]


def call(*calls: list[Any]) -> Any:
    return json.loads(run_node(CALL, str(CALENDAR), text=json.dumps(calls)))


def test_a_streak_forgives_one_day() -> None:
    found = call(*(["streakOf", days, TODAY] for days, _ in STREAKS.values()))
    assert dict(zip(STREAKS, found, strict=True)) == {
        name: length for name, (_, length) in STREAKS.items()
    }


@pytest.mark.parametrize("zone", ZONES)
def test_days_follow_the_learners_clock(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    starts = [datetime(year, month, 1, tzinfo=UTC) for year, month in YEARS]
    moments = [start + timedelta(minutes=30 * n) for start in starts for n in range(24 * 60)]
    named = [f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d}" for moment in moments]
    assert call(*(["dayOf", int(1000 * moment.timestamp())] for moment in moments)) == named


@pytest.mark.parametrize("zone", ZONES[:1])
def test_days_are_counted_without_hours(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    days = [(date(2024, 1, 1) + timedelta(n)).isoformat() for n in range(1100)]
    first = (date(2024, 1, 1) - date(1970, 1, 1)).days
    names = [["numberOf", day] for day in days] + [["dayAt", first + n] for n in range(1100)]
    *found, streak = call(*names, ["streakOf", days[1::2], days[-1]])
    assert found == [*range(first, first + 1100), *days]
    assert streak == 550


def test_weeks_begin_on_monday_and_end_today() -> None:
    todays = [date(2026, 11, 16) + timedelta(n) for n in range(7)]
    for today, weeks in zip(
        todays, call(*(["weeksUpTo", today.isoformat(), 3] for today in todays)), strict=True
    ):
        first = date(2026, 11, 2)
        days = [(first + timedelta(n)).isoformat() for n in range((today - first).days + 1)]
        assert weeks == [days[:7], days[7:14], days[14:]]


IS_DAY = {
    "2026-11-22": True,
    "2024-02-29": True,
    "2026-02-29": False,
    "2026-13-01": False,
    "2026-1-1": False,
    "today": False,
    "__proto__": False,
}


def test_only_days_of_the_calendar_are_days() -> None:
    *found, nothing, number = call(*(["isDay", t] for t in [*IS_DAY, None, 20261122]))
    assert dict(zip(IS_DAY, found, strict=True)) == IS_DAY
    assert not nothing and not number
