"""Runs the statement's examples: each is a doctest block in a namespace of its own."""

from __future__ import annotations

import io
import math
import re
import sys
import time
from typing import TYPE_CHECKING, Any

from grader.failures import late_result, plain_failure
from grader.plain_words import explain_printing, explain_shown
from grader.plugin import Grader, reseed
from grader.report import Failure, Outcome, TestCase, TestResult, Value
from grader.values import shown

if TYPE_CHECKING:  # reading folders is not needed to grade
    from grader.problem import Example, Step

_NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?!\w)")
_RELATIVE, _ABSOLUTE = 1e-6, 1e-9


def cases(examples: list[Example]) -> list[TestCase]:
    """Return the examples as the test cases that a run announces."""
    return [{"id": example["id"], "name": example["name"]} for example in examples]


def run_examples(grader: Grader, examples: list[Example], results: list[TestResult]) -> None:
    """Run each example against a fresh submission and add its result to `results`."""
    for example in examples:
        grader.emit({"type": "started", "id": example["id"]})
        started = time.perf_counter()
        with grader.capture.record(grader.say_printed(example["id"])) as output:
            outcome, failure = _run(grader, example)
        if failure is not None:
            explain_printing(failure, output["text"])
        result: TestResult = {
            "id": example["id"],
            "name": example["name"],
            "outcome": outcome,
            "seconds": round(time.perf_counter() - started, 4),
            "failure": failure,
            "output": output,
        }
        results.append(result)
        grader.emit({"type": "finished", "result": result})


def same_output(want: str, got: str) -> bool:
    """Compare printed text: white space is folded, numbers agree within a tolerance."""
    want, got = " ".join(want.split()), " ".join(got.split())
    if want == got:
        return True
    wanted, given = _NUMBER.findall(want), _NUMBER.findall(got)
    if _shape(want) != _shape(got) or len(wanted) != len(given):
        return False
    return all(
        math.isclose(float(a), float(b), rel_tol=_RELATIVE, abs_tol=_ABSOLUTE)
        for a, b in zip(wanted, given, strict=True)
    )


def _shape(text: str) -> str:
    # Brackets pad numbers differently once one of them is negative or longer.
    return re.sub(r"\s*([\[\],()])\s*", r"\1", _NUMBER.sub("#", text))


def _run(grader: Grader, example: Example) -> tuple[Outcome, Failure | None]:
    grader.recorder.reset()
    reseed()
    outcome: Outcome = "passed"
    failure: Failure | None = None
    try:
        with grader.deadline.limit(grader.test_seconds):
            grader.submission.execute()
            replaced = grader.integrity.restore()
            failure = _run_steps(example["steps"])
        outcome = "failed" if failure else "passed"
    except BaseException as error:  # noqa: BLE001 - whatever the submission raises fails its example
        replaced = grader.integrity.restore()
        if grader.deadline.expired:
            outcome, failure = late_result(grader.test_seconds, grader.submission, error)
        else:
            outcome, failure = grader.explain(error, in_example=True)
    replaced += grader.integrity.restore()
    if replaced and outcome == "passed":
        return "failed", plain_failure(f"Your code replaced {', '.join(replaced[:5])}.")
    return outcome, failure


class _Printed(io.TextIOBase):
    """What one step prints: all of it, and apart from it what the example itself prints.

    A learner's own debugging output must not fail an example.
    """

    def __init__(self) -> None:
        self.all = io.StringIO()
        self.by_example = io.StringIO()
        self._passed_on = sys.stdout

    def write(self, text: str) -> int:
        self._passed_on.write(text)
        return self.all.write(text)

    def print(self, *values: object, **options: Any) -> None:
        """Stand in for `print` in the example."""
        options.pop("file", None)
        text = io.StringIO()
        print(*values, file=text, **options)
        self.all.write(text.getvalue())
        self.by_example.write(text.getvalue())

    def show(self, value: object) -> None:
        """Stand in for `sys.displayhook`."""
        if value is not None:
            self.print(repr(value))


def _run_steps(steps: list[Step]) -> Failure | None:
    namespace: dict[str, Any] = {"__name__": "__main__"}
    before = sys.stdout, sys.displayhook
    try:
        for step in steps:
            sys.stdout = printed = _Printed()
            sys.displayhook, namespace["print"] = printed.show, printed.print
            exec(compile(step["source"], "<example>", "single", dont_inherit=True), namespace)
            sys.stdout = before[0]
            texts = printed.by_example.getvalue(), printed.all.getvalue()
            if not any(same_output(step["want"], text) for text in texts):
                return _mismatch(step, texts[0] or texts[1])
    finally:
        sys.stdout, sys.displayhook = before
    return None


def _mismatch(step: Step, printed: str) -> Failure:
    failure = plain_failure("The example printed something else.")
    failure["call"] = step["source"].strip()
    failure["expected"] = _printed(step["want"])
    failure["got"] = got = _printed(printed)
    failure["plain"] = explain_shown(step["want"], got["text"])
    return failure


def _printed(text: str) -> Value:
    said = shown(text.rstrip("\n"))
    return {"type": "str", "text": said, "shape": None, "dtype": None, "table": None}
