"""The report: what grading one submission says, and the events that lead to it."""

from __future__ import annotations

from typing import Literal, TypedDict

FORMAT = 1

State = Literal[
    "graded", "syntax-error", "import-error", "time-limit", "crashed", "stopped", "broken-problem"
]
Outcome = Literal["passed", "failed", "timeout", "error", "not-run"]


class Frame(TypedDict):
    """One traceback frame inside the submission."""

    line: int
    function: str
    source: str


class RaisedError(TypedDict):
    """An exception in the interpreter's own words."""

    type: str
    text: str


class Table(TypedDict):
    """Cells of an array or a list, as texts: all of them, or those around the first that differs.

    `rows` and `columns` are the indices of the cells shown, `plane` those before them where there
    are more than two axes; `differing` are the places in `cells`, row and column, that differ.
    """

    plane: list[int]
    rows: list[int]
    columns: list[int]
    cells: list[list[str]]
    differing: list[list[int]]


class Value(TypedDict):
    """A value as text, with `shape` and `dtype` where it is an array.

    Two values that were compared have a `table` each where they are arrays or lists of numbers.
    """

    type: str
    text: str
    shape: list[int] | None
    dtype: str | None
    table: Table | None


class Difference(TypedDict):
    """Where two arrays or lists differ: the largest absolute error, the first differing index."""

    largest_error: str | None
    index: list[int]
    expected: str
    got: str


class Failure(TypedDict):
    """Why a test did not pass; `message` is written for the learner.

    `check_line` is the line of the hidden test that did not hold; `plain` says what a common error
    means.
    """

    message: str
    plain: str | None
    check_line: int | None
    call: str | None
    expected: Value | None
    got: Value | None
    difference: Difference | None
    error: RaisedError | None
    frames: list[Frame]


class Output(TypedDict):
    """Captured text, and how many characters were cut from it."""

    text: str
    cut: int


class TestCase(TypedDict):
    """A test or example before it has run."""

    id: str
    name: str


class TestResult(TestCase):
    """A test or example after it has run (or was kept from running)."""

    outcome: Outcome
    seconds: float
    failure: Failure | None
    output: Output


class Fault(TypedDict):
    """Why nothing could be graded, with the place in the submission where one is known.

    `plain` says what a common error means.
    """

    message: str
    plain: str | None
    error: RaisedError | None
    line: int | None
    column: int | None
    frames: list[Frame]


class KnownWrong(TypedDict):
    """The known-wrong solution whose failing tests are exactly those of the submission."""

    name: str
    message: str


class Report(TypedDict):
    """The verdict on one submission."""

    format: Literal[1]
    problem: str
    state: State
    fault: Fault | None
    examples: list[TestResult]
    tests: list[TestResult]
    known_wrong: KnownWrong | None
    output: Output
    seconds: float


class Collected(TypedDict):
    """The first event of a run that reaches its tests: everything that is about to run."""

    type: Literal["collected"]
    examples: list[TestCase]
    tests: list[TestCase]


class Started(TypedDict):
    """A test or example begins."""

    type: Literal["started"]
    id: str


class Printed(TypedDict):
    """Some of what a test or example has printed so far; its result will have all of it."""

    type: Literal["printed"]
    id: str
    text: str


class Finished(TypedDict):
    """A test or example has ended."""

    type: Literal["finished"]
    result: TestResult


class Reported(TypedDict):
    """The last event: the whole report."""

    type: Literal["reported"]
    report: Report


Event = Collected | Started | Printed | Finished | Reported
