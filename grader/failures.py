"""Turns an exception that ended a test into a failure that a learner can read."""

from __future__ import annotations

import unittest

from _pytest.fixtures import FixtureLookupError
from _pytest.outcomes import Exit, Failed, Skipped, XFailed

from grader.comparing import compare
from grader.output import printable
from grader.plain_words import explain_error, explain_values
from grader.recorder import Recorder
from grader.report import Failure, Frame, Outcome
from grader.submission import Submission, raised_error
from grader.values import describe

_ESCAPES: dict[type[BaseException], str] = {
    Exit: "called pytest.exit()",
    Skipped: "tried to skip the test",
    XFailed: "tried to mark the failure as expected",
    unittest.SkipTest: "tried to skip the test",
    SystemExit: "tried to end the program",
    KeyboardInterrupt: "raised KeyboardInterrupt",
    GeneratorExit: "raised GeneratorExit",
}
_OUR_OWN_FAULT = (FixtureLookupError, NameError, ImportError, SyntaxError)


def plain_failure(message: str) -> Failure:
    """Return a failure that has nothing but a message."""
    return {
        "message": message,
        "plain": None,
        "check_line": None,
        "call": None,
        "expected": None,
        "got": None,
        "difference": None,
        "error": None,
        "frames": [],
    }


def explain(
    error: BaseException, submission: Submission, recorder: Recorder, in_example: bool = False
) -> tuple[Outcome, Failure]:
    """Return the outcome and the failure of a test that ended in `error`."""
    frames = submission.frames(error.__traceback__)
    outcome: Outcome = "failed"
    if isinstance(error, AssertionError | Failed) and not frames:
        failure = _assertion(error, recorder)
    elif not frames and not in_example and isinstance(error, (*_OUR_OWN_FAULT, Skipped)):
        outcome = "error"
        failure = plain_failure("This hidden test is broken; your code is not the cause.")
        failure["error"] = raised_error(error)
    else:
        check = "example" if in_example else "check"
        failure = plain_failure(_raised_message(error, frames, recorder, check))
        failure["error"] = said = raised_error(error)
        failure["frames"] = frames
        if "None" not in failure["message"]:
            failure["plain"] = explain_error(error, said)
    if recorder.part:
        failure["message"] = f"With {printable(recorder.part[:1000])}: {failure['message']}"
    _add_call(failure, recorder)
    return outcome, failure


def late_result(
    seconds: float, submission: Submission, error: BaseException | None
) -> tuple[Outcome, Failure]:
    """Return the outcome and the failure of a test that ran past its limit in `error`."""
    failure = plain_failure(f"This did not finish within its time limit of {seconds:g} s.")
    failure["frames"] = submission.frames(error.__traceback__) if error else []
    return "timeout", failure


def replaced_failure(names: list[str]) -> Failure:
    """Return the failure of a test in which the submission replaced library names."""
    shown = ", ".join(f"`{name}`" for name in names[:5]) + (" ..." if len(names) > 5 else "")
    return plain_failure(
        f"Your code replaced {shown}, which the tests use too. It was put back; "
        "leave the libraries as they are and put your work into your own functions."
    )


def _assertion(error: BaseException, recorder: Recorder) -> Failure:
    text = recorder.message
    if text is None:
        text = error.msg if isinstance(error, Failed) else str(error)
    failure = plain_failure(printable((text or "The check failed.").strip()[:4000]))
    compared = recorder.comparison
    if compared is not None:
        compare(failure, compared.expected, compared.got)
    return failure


def _raised_message(
    error: BaseException, frames: list[Frame], recorder: Recorder, check: str
) -> str:
    for kind, did in _ESCAPES.items():
        if isinstance(error, kind):
            return f"Your code {did}. That counts as a failure."
    name = type(error).__name__
    if frames:
        last = frames[-1]
        return f"`{last['function']}` raised {name} on line {last['line']}."
    call = recorder.call
    if call is None:
        return f"The {check} raised {name}."
    if not call.returned:
        return f"Calling `{call.name}` raised {name}."
    if call.result is None:
        return f"`{call.name}` returned None. Is a `return` missing?"
    return f"`{call.name}` returned something that the check cannot use: {name}."


def _add_call(failure: Failure, recorder: Recorder) -> None:
    call = recorder.call
    if call is None:
        return
    failure["call"] = call.text()
    if call.returned and failure["got"] is None:
        failure["got"] = describe(call.result)
    if failure["got"] and not failure["error"]:
        failure["plain"] = explain_values(
            failure["message"], printable(call.name), failure["expected"], failure["got"]
        )
