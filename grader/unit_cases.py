"""Runs the hidden tests that are methods of a `unittest.TestCase`, and parts of a test.

A part (`self.subTest`, or pytest's `subtests`) that fails ends its test: what the failure says of
call and values is then of this part. An exception passes through as from any other test, instead
of being kept in a unittest result, where a submission could turn it into a skipped test.
"""

from __future__ import annotations

import inspect
import unittest
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from grader.recorder import Recorder
from grader.values import short_text


class Parts:
    """The parts of the running test; stands in for pytest's fixture `subtests`."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._open: list[str] = []

    @contextmanager
    def test(self, msg: object = None, **parameters: object) -> Iterator[None]:
        """Run the body as a part of the test; one that fails is named in the failure."""
        named = [msg if isinstance(msg, str) else short_text(msg)] if msg is not None else []
        named += [f"{key} = {short_text(value)}" for key, value in parameters.items()]
        before = list(self._open)
        self._open += named
        try:
            yield
        except BaseException:
            if self._recorder.part is None:
                self._recorder.part = ", ".join(self._open)
            raise
        finally:
            self._open = before


class CaseClass(pytest.Class):
    """A subclass of `unittest.TestCase`; its tests in the order in which they are written."""

    recorder: Recorder

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        for name in _test_names(self.obj):
            if inspect.iscoroutinefunction(getattr(self.obj, name)):
                raise self.CollectError(f"{name} is asynchronous; write it without async")
            test: CaseTest = CaseTest.from_parent(self, name=name)
            test.recorder = self.recorder
            yield test

    def newinstance(self) -> unittest.TestCase:
        case: unittest.TestCase = self.fresh_class()("__init__")  # any name of a method does
        return case

    def fresh_class(self) -> Any:
        """Return the class as the last execution of the test module left it."""
        module = self.getparent(pytest.Module)
        return getattr(module.obj, self.name, self.obj) if module is not None else self.obj


class CaseTest(pytest.Function):
    """One method of a `unittest.TestCase`, with the preparation and cleaning around it."""

    nofuncargs = True
    recorder: Recorder

    def runtest(self) -> None:
        assert isinstance(self.parent, CaseClass)
        fresh = self.parent.fresh_class()
        try:
            fresh.setUpClass()
            try:
                self._run(fresh(self.name))
            finally:
                fresh.tearDownClass()
        finally:
            fresh.doClassCleanups()

    def _run(self, case: Any) -> None:
        case.subTest = Parts(self.recorder).test
        try:
            case.setUp()
            try:
                getattr(case, self.name)()
            finally:
                case.tearDown()
        finally:
            case.doCleanups()


def _test_names(cls: type) -> list[str]:
    written = [name for base in reversed(cls.__mro__) for name in vars(base)]
    wanted = set(unittest.TestLoader().getTestCaseNames(cls))
    return [name for name in dict.fromkeys(written) if name in wanted]
