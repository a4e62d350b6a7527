"""A report as text for people, with colours where the terminal has them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from grader.report import Difference, Failure, Fault, Report, TestResult, Value

_MARKS = {"passed": "✓", "failed": "✗", "timeout": "⏱", "error": "!", "not-run": "·"}
_COLOURS = {"passed": "32", "failed": "31", "timeout": "33", "error": "35", "not-run": "2"}
_STATES = {
    "syntax-error": "Syntax error",
    "import-error": "Import error",
    "time-limit": "Time limit",
    "crashed": "Crashed",
    "stopped": "Stopped",
    "broken-problem": "The problem is broken",
}


def render(report: Report, colours: bool) -> str:
    """Return the report as lines of text."""
    return "\n".join(_Text(colours).lines(report))


class _Text:
    def __init__(self, colours: bool) -> None:
        self._colours = colours

    def lines(self, report: Report) -> Iterator[str]:
        if report["output"]["text"]:
            yield from self._block("printed while importing", report["output"]["text"])
        for title, results in (("Examples", report["examples"]), ("Tests", report["tests"])):
            if results:
                yield self._paint(title, "1")
            for result in results:
                yield from self._result(result)
        if report["fault"] is not None:
            yield from self._fault(_STATES[report["state"]], report["fault"])
        if report["known_wrong"] is not None:
            yield self._paint("A known mistake", "1")
            yield textwrap.indent(report["known_wrong"]["message"], "  ")
        if report["tests"]:
            passed = sum(test["outcome"] == "passed" for test in report["tests"])
            colour = "32" if passed == len(report["tests"]) else "31"
            yield self._paint(f"{passed} of {len(report['tests'])} tests passed", colour)

    def _result(self, result: TestResult) -> Iterator[str]:
        outcome = result["outcome"]
        mark = self._paint(_MARKS[outcome], _COLOURS[outcome])
        word = "" if outcome in ("passed", "failed") else f" ({outcome.replace('-', ' ')})"
        yield f"  {mark} {result['name']}{word}"
        if result["failure"] is not None:
            yield from self._failure(result["failure"])
        if outcome != "passed" and result["output"]["text"]:
            yield from self._block("printed", result["output"]["text"])

    def _failure(self, failure: Failure) -> Iterator[str]:
        yield textwrap.indent(failure["message"], "      ")
        if failure["plain"]:
            yield textwrap.indent(failure["plain"], "      ")
        if failure["call"]:
            yield from self._block("call", failure["call"])
        for key in ("expected", "got"):
            value = failure[key]
            if value is not None:
                yield from self._block(key + _array_facts(value), value["text"])
        if failure["difference"] is not None:
            yield from self._block("difference", _difference(failure["difference"]))
        yield from self._origin(failure)

    def _fault(self, state: str, fault: Fault) -> Iterator[str]:
        place = ""
        if fault["line"] is not None:
            column = f":{fault['column']}" if fault["column"] is not None else ""
            place = f" (line {fault['line']}{column})"
        yield self._paint(f"{state}{place}", "31")
        yield textwrap.indent(fault["message"], "      ")
        if fault["plain"]:
            yield textwrap.indent(fault["plain"], "      ")
        yield from self._origin(fault)

    def _origin(self, part: Failure | Fault) -> Iterator[str]:
        if part["error"] is not None:
            yield from self._block("error", f"{part['error']['type']}: {part['error']['text']}")
        for frame in part["frames"]:
            yield from self._block(f"line {frame['line']}, in {frame['function']}", frame["source"])

    def _block(self, title: str, text: str) -> Iterator[str]:
        yield f"      {self._paint(title, '2')}"
        yield textwrap.indent(text.rstrip("\n"), "        ")

    def _paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self._colours else text


def _array_facts(value: Value) -> str:
    return "" if value["shape"] is None else f"  shape {tuple(value['shape'])}, {value['dtype']}"


def _difference(difference: Difference) -> str:
    error = difference["largest_error"]
    largest = "" if error is None else f"largest error {error}, "
    place = f"first at {tuple(difference['index'])}"
    return f"{largest}{place}: expected {difference['expected']}, got {difference['got']}"
