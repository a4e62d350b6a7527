"""Grading that does not look for what a submission replaced, which saves most of the time."""

from __future__ import annotations

from typing import Any

from grader.integrity import Integrity
from grader.plugin import Grader


class Trust(Integrity):
    """Does not look for what a submission replaced."""

    def __init__(self) -> None:
        """Save nothing."""

    def restore(self) -> list[str]:
        return []


class TrustingGrader(Grader):
    """Grades where whoever asked sees to it that nothing replaced outlives the run."""

    def __init__(self, *parts: Any, **options: Any) -> None:
        super().__init__(*parts, **options)
        self.integrity = Trust()
