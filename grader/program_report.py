"""What running a submission as a program says: the events while it runs, and how it ended."""

from __future__ import annotations

from typing import Literal, TypedDict

from grader.report import Frame, RaisedError, Value

Stream = Literal["out", "error", "input"]
ProgramState = Literal[
    "finished", "exited", "raised", "syntax-error", "time-limit", "crashed", "stopped"
]
ProgramFile = Literal["code", "scratch"]


class ProgramFrame(Frame):
    """A frame of the learner's own, and whether it is in the file or in the scratch area."""

    file: ProgramFile


class ProgramFault(TypedDict):
    """Why a program did not run to its end, with its place where one is known.

    `line` and `column` are those in `file`; `plain` says what a common error means.
    """

    message: str
    plain: str | None
    error: RaisedError | None
    file: ProgramFile
    line: int | None
    column: int | None
    frames: list[ProgramFrame]


class ProgramText(TypedDict):
    """Text of one stream: printed to standard output or error, or read from the input."""

    stream: Stream
    text: str


class ProgramPrinted(TypedDict):
    """What the program has printed and read since the last such event, in order."""

    type: Literal["program-printed"]
    parts: list[ProgramText]


class Picture(TypedDict):
    """A figure as it was drawn: a PNG in base64, its size on a screen, and its name in words."""

    text: str
    png: str
    width: int
    height: int


class ProgramPictured(TypedDict):
    """A figure that the program has shown, after all that it had printed before."""

    type: Literal["program-pictured"]
    picture: Picture


class ProgramOutcome(TypedDict):
    """How a program ended.

    `value` is that of the last line where this is an expression, unless it is None or a picture
    shows it; `cut` is how many characters of the output were not said, `pictures_cut` how many
    figures.
    """

    state: ProgramState
    fault: ProgramFault | None
    value: Value | None
    cut: int
    pictures_cut: int
    seconds: float


class ProgramEnded(TypedDict):
    """The last event of a program."""

    type: Literal["program-ended"]
    outcome: ProgramOutcome


ProgramEvent = ProgramPrinted | ProgramPictured | ProgramEnded
