"""Hidden tests that are methods of a `unittest.TestCase`, and parts of a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader import native
from grader import report as reports
from grader.problem import ProblemFolder, read_problem
from sample_problem import changed, write_problem

TESTS = '''\
import random
import unittest

from solution import LIMIT, double

SEEN = []


class DoubleTest(unittest.TestCase):
    limit = double(LIMIT)

    @classmethod
    def setUpClass(cls):
        cls.three = 3

    def setUp(self):
        SEEN.append("set up")
        self.addCleanup(SEEN.clear)

    def tearDown(self):
        SEEN.append("torn down")

    def test_zero(self):
        """Nothing doubled"""
        random.seed("a text")
        self.assertEqual(double(0), 0)
        self.assertEqual(SEEN, ["set up"])

    def test_message(self):
        self.assertEqual(double(self.three), 6, "3 doubled is 6")

    def test_message_by_name(self):
        self.assertEqual(6, double(self.three), msg="3 doubled is 6")

    def test_parts(self):
        for number in range(3):
            with self.subTest(f"variation {number}", function=number):
                self.assertEqual(double(number), number + number)

    def test_raises(self):
        with self.assertRaises(TypeError):
            double(None)

    def test_limit(self):
        self.assertEqual(self.limit, 8)


def test_subtests(subtests):
    for number in range(3):
        with subtests.test(number=number):
            assert double(number) == number + number
'''
RIGHT = "LIMIT = 4\n\n\ndef double(x):\n    return 2 * x\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> ProblemFolder:
    changes: dict[str, str | None] = {
        **changed("problem.toml", '["double"]', '["double", "LIMIT"]'),
        "test_solution.py": TESTS,
        "solution.py": RIGHT,
        "starter.py": RIGHT.replace("2 * x", "x"),
    }
    return read_problem(write_problem(tmp_path_factory.mktemp("unit") / "double", changes))


def grade(folder: ProblemFolder, submission: str) -> reports.Report:
    return native.grade(folder.problem, submission)


def named(report: reports.Report) -> dict[str, reports.TestResult]:
    return {test["id"].rpartition("::")[2]: test for test in report["tests"]}


def test_the_reference_passes_in_the_order_of_the_file(folder: ProblemFolder) -> None:
    report = grade(folder, RIGHT)
    assert {test["outcome"] for test in report["tests"]} == {"passed"}
    assert list(named(report)) == [
        "test_zero",
        "test_message",
        "test_message_by_name",
        "test_parts",
        "test_raises",
        "test_limit",
        "test_subtests",
    ]
    assert named(report)["test_zero"]["name"] == "Nothing doubled"


def test_failures_say_message_call_and_values(folder: ProblemFolder) -> None:
    tests = named(grade(folder, RIGHT.replace("2 * x", "abs(x) if x is None else x * x")))
    for name in ("test_message", "test_message_by_name"):
        failure = tests[name]["failure"]
        assert failure is not None
        assert failure["message"] == "3 doubled is 6"
        assert failure["call"] == "double(3)"
        assert failure["check_line"] is not None
    failure = tests["test_parts"]["failure"]
    assert failure is not None
    assert failure["message"] == "With variation 1, function = 1: 1 != 2"
    assert failure["call"] == "double(1)"
    assert failure["got"] is not None and failure["got"]["text"] == "1"
    assert failure["expected"] is not None and failure["expected"]["text"] == "2"
    failure = tests["test_subtests"]["failure"]
    assert failure is not None
    assert failure["message"].startswith("With number = 1: ")
    assert tests["test_zero"]["outcome"] == tests["test_raises"]["outcome"] == "passed"


@pytest.mark.parametrize(
    ("body", "outcome", "says"),
    [
        ("raise unittest.SkipTest('no')", "failed", "tried to skip the test"),
        ("raise SystemExit", "failed", "tried to end the program"),
        ("1 / 0", "failed", "raised ZeroDivisionError on line 6"),
        ("while True: pass", "timeout", "time limit"),
    ],
)
def test_what_a_submission_does_fails_its_tests(
    folder: ProblemFolder, body: str, outcome: str, says: str
) -> None:
    submission = f"import unittest\nLIMIT = 4\ndef double(x):\n    if x in (1, 2):\n" \
        f"        x + 0\n        {body}\n    return 2 * x\n"  # fmt: skip
    tests = named(grade(folder, submission))
    failure = tests["test_parts"]["failure"]
    assert tests["test_parts"]["outcome"] == tests["test_subtests"]["outcome"] == outcome
    assert failure is not None and says in failure["message"]
    assert tests["test_zero"]["outcome"] == "passed"


def test_a_missing_constant_is_a_fault_of_the_submission(folder: ProblemFolder) -> None:
    report = grade(folder, RIGHT.replace("LIMIT = 4", ""))
    assert report["state"] == "import-error"
    assert report["fault"] is not None and "`LIMIT`" in report["fault"]["message"]
    assert grade(folder, RIGHT.replace("LIMIT = 4", "LIMIT = 0"))["state"] == "graded"


def test_an_asynchronous_case_is_a_broken_problem(tmp_path: Path) -> None:
    tests = TESTS.replace("def test_zero(self)", "async def test_zero(self)")
    changes: dict[str, str | None] = {"test_solution.py": tests, "solution.py": RIGHT}
    report = grade(read_problem(write_problem(tmp_path / "double", changes)), RIGHT)
    assert report["state"] == "broken-problem"
    assert report["fault"] is not None and report["fault"]["error"] is not None
    assert "test_zero is asynchronous" in report["fault"]["error"]["text"]
