"""What is known of problems that are proven, remembered by their whole content."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypedDict

from builder.places import CACHE, write_whole
from builder.version import read_version
from grader.problem import Signature
from grader.report import TestCase


class Noted(TypedDict):
    """Something to know about a problem that keeps nothing back.

    `file` is a path in the problem's folder, `check` the id of the test or example meant, if any.
    """

    file: str
    line: int
    check: str
    message: str


@dataclass(frozen=True)
class Checked:
    """What grading a problem's own solutions told about it.

    `seconds` is how long the reference takes in the page's runtime, on a usual machine.
    """

    tests: list[TestCase]
    examples: list[TestCase]
    signatures: list[Signature]
    notes: list[Noted]
    seconds: float


@dataclass(frozen=True)
class Texts:
    """A problem's texts as HTML, and whether they have formulas, which need a style sheet.

    `explanation` is why the reference solution is as it is; it may be empty.
    """

    html: str
    explanation: str
    has_math: bool


def recall(content: str) -> Checked | None:
    """Return what the proof of a problem with this content told, if there was one."""
    try:
        return Checked(**json.loads(_place(content).read_bytes()))
    except FileNotFoundError:
        return None


def recall_texts(content: str) -> Texts:
    """Return the texts of a problem with this content, which is proven."""
    return Texts(**json.loads(_place_of_texts(content).read_bytes()))


def remember(content: str, checked: Checked, texts: Texts) -> None:
    """Note that a problem with this content is proven."""
    write_whole(_place_of_texts(content), json.dumps(asdict(texts)))
    write_whole(_place(content), json.dumps(asdict(checked)))


def _place(content: str) -> Path:
    return CACHE / "proofs" / read_version()[:16] / content[:2] / f"{content}.json"


def _place_of_texts(content: str) -> Path:
    return _place(content).with_suffix(".texts.json")
