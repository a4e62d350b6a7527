"""Moves the clock that Python code reads, so that a test which depends on the date shows it."""

from __future__ import annotations

import datetime
import time
from typing import Any, ClassVar

_Date = datetime.date
_Datetime = datetime.datetime


def shift_clock(seconds: int) -> None:
    """Let every clock of `time` and `datetime` that tells the date be so many seconds ahead.

    Only for a process that grades once: nothing brings the clock back.
    """
    _shift_time(seconds)
    _StandsIn.ahead = datetime.timedelta(seconds=seconds)
    stand_ins: dict[str, Any] = {"date": _ShiftedDate, "datetime": _ShiftedDatetime}
    for name, cls in stand_ins.items():
        cls.__name__ = cls.__qualname__ = name
        cls.__module__ = "datetime"
        cls.__repr__ = _with_module(cls.__repr__)
        vars(datetime)[name] = cls


def _shift_time(seconds: int) -> None:
    now, now_ns, asctime, strftime = time.time, time.time_ns, time.asctime, time.strftime
    vars(time)["time"] = lambda: now() + seconds
    vars(time)["time_ns"] = lambda: now_ns() + seconds * 10**9
    for name in ("gmtime", "localtime", "ctime"):
        vars(time)[name] = _given_the_time(getattr(time, name))
    vars(time)["asctime"] = lambda t=None: asctime(time.localtime() if t is None else t)
    vars(time)["strftime"] = lambda form, t=None: strftime(
        form, time.localtime() if t is None else t
    )


def _given_the_time(convert: Any) -> Any:
    return lambda secs=None: convert(time.time() if secs is None else secs)


def _with_module(show: Any) -> Any:
    """Wrap a `__repr__`: the interpreter leaves the module out where a class is not its own."""

    def show_whole(self: Any) -> str:
        text: str = show(self)
        own = type(self).__module__ == "datetime" and not text.startswith("datetime.")
        return f"datetime.{text}" if own else text

    return show_whole


class _StandsIn(type):
    """Counts the instances of the class that it stands in for as its own."""

    ahead = datetime.timedelta()

    def __instancecheck__(cls, instance: object) -> bool:
        return any(map(cls.__subclasscheck__, (type(instance), instance.__class__)))

    def __subclasscheck__(cls, subclass: type) -> bool:
        stood_in_for = vars(cls).get("stood_in_for")
        if stood_in_for is not None:
            return issubclass(subclass, stood_in_for)
        return type.__subclasscheck__(cls, subclass)


class _ShiftedDate(_Date, metaclass=_StandsIn):
    stood_in_for: ClassVar[type] = _Date

    @classmethod
    def today(cls) -> Any:
        day = _Datetime.now() + _StandsIn.ahead
        return cls(day.year, day.month, day.day)


class _ShiftedDatetime(_Datetime, metaclass=_StandsIn):
    stood_in_for: ClassVar[type] = _Datetime

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Any:
        return super().now(tz) + _StandsIn.ahead

    @classmethod
    def utcnow(cls) -> Any:
        return super().utcnow() + _StandsIn.ahead

    @classmethod
    def today(cls) -> Any:
        return super().today() + _StandsIn.ahead
