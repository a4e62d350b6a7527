"""Mutation testing of a problem: what weak tests let through, what is excluded, what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

import build
from builder.mutation import score
from builder.mutation.exclusions import without_exclusions
from builder.mutation.mutants import make_mutants
from builder.mutation.score import Score, score_problems
from builder.mutation.workers import judge_natively
from grader.faults import ProblemFaults
from grader.problem import read_problem
from sample_problem import FILES, changed, write_problem

ONE_TEST = '''\
from solution import double


def test_positive():
    """double: a positive number"""
    assert double(2) == 4, "2 doubled is 4"
'''
WEAK: dict[str, str | None] = {
    "test_solution.py": ONE_TEST,
    "wrong/squares.py": '"""You."""\n\n\ndef double(x):\n    return x * 3\n',
}
REFERENCE = "def double(x):\n    return 2 * x{}\n"
REASON = "here to be excluded"

# name: (the reference, the line of the fault, what it says)
WRONG_EXCLUSIONS = {
    "no reason": (REFERENCE.format("  # mutant: * -> +"), 2, "'# mutant: OLD -> NEW -- reason'"),
    "an empty reason": (
        REFERENCE.format("  # mutant: * -> + -- "),
        2,
        "'# mutant: OLD -> NEW -- reason'",
    ),
    "no such mutant": (
        REFERENCE.format("  # mutant: * -> @ -- it is a number"),
        2,
        "line 2 has no mutant '* -> @'",
    ),
    "on the wrong line": (
        "# mutant: * -> + -- both give 4\n\n\n" + REFERENCE.format(""),
        1,
        "line 4 has no mutant '* -> +'",
    ),
    "a mutant that is caught": (
        REFERENCE.format("  # mutant: * -> / -- not so"),
        2,
        "the hidden tests catch '* -> /'",
    ),
}


@pytest.fixture(autouse=True)
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score, "CACHE", tmp_path / "cache")


def score_of(tmp_path: Path, changes: dict[str, str | None] | None = None) -> Score:
    folder = read_problem(write_problem(tmp_path / "double", changes))
    return score_problems([folder])["double"]


def names(of: Score) -> list[str]:
    return [mutant.what for mutant in of.survivors]


def check(folder: Path, *options: str) -> int:
    write_problem(folder / "double", WEAK)
    return build.main(["check", "double", "--problems", str(folder), *options])


def test_good_tests_kill_every_mutant(tmp_path: Path) -> None:
    found = score_of(tmp_path)
    assert found.survivors == []
    assert found.killed == found.total > 5


def test_a_weak_test_lets_mutants_survive(tmp_path: Path) -> None:
    found = score_of(tmp_path, WEAK)
    assert names(found) == ["* -> +"]
    assert found.killed == found.total - 1
    [survivor] = found.survivors
    assert survivor.line == 2
    assert survivor.diff(FILES["solution.py"] or "", "solution.py").splitlines()[2:] == [
        "@@ -2 +2 @@",
        "-    return 2 * x",
        "+    return 2 + x",
    ]


def test_survivors_are_printed_and_the_exit_code_is_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tmp_path, "--mutate") == 1
    printed = capsys.readouterr()
    assert "double/solution.py:2: the hidden tests pass with this mutant" in printed.out
    assert "'# mutant: * -> + -- REASON'" in printed.out
    assert "+    return 2 + x" in printed.out
    assert "less than 100%" in printed.err


@pytest.mark.parametrize(("least", "code"), [("50", 0), ("99", 1)])
def test_the_score_has_to_be_as_high_as_asked(least: str, code: int, tmp_path: Path) -> None:
    assert check(tmp_path, "--mutate", "--min-score", least) == code


@pytest.mark.parametrize("least", ["101", "-1", "nan", "much"])
def test_a_score_is_a_percentage(least: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        check(tmp_path, f"--min-score={least}")


@pytest.mark.parametrize(
    "reference",
    [
        REFERENCE.format(f"  # mutant: * -> + -- {REASON}"),
        REFERENCE.format(f"  # mutant: any -- {REASON}"),
        f"def double(x):\n    # mutant: * -> + -- {REASON}\n    # more\n    return 2 * x\n",
    ],
    ids=["behind it", "the whole line", "above it"],
)
def test_an_excluded_mutant_does_not_count(reference: str, tmp_path: Path) -> None:
    whole = score_of(tmp_path / "whole", WEAK)
    found = score_of(tmp_path / "excluding", {**WEAK, "solution.py": reference})
    assert found.survivors == []
    assert found.killed == found.total < whole.total


@pytest.mark.parametrize("name", WRONG_EXCLUSIONS)
def test_an_exclusion_that_is_not_right_is_a_fault(name: str, tmp_path: Path) -> None:
    reference, line, message = WRONG_EXCLUSIONS[name]
    with pytest.raises(ProblemFaults) as raised:
        score_of(tmp_path, {**WEAK, "solution.py": reference})
    assert [fault.line for fault in raised.value.faults] == [line]
    assert message in raised.value.faults[0].message


def test_learners_do_not_see_exclusions() -> None:
    above = f"# mutant: * -> / -- {REASON}\n    "
    behind = f"  # mutant: * -> + -- {REASON}"
    with_both = REFERENCE.format(behind).replace("return", above + "return")
    assert without_exclusions(with_both) == REFERENCE.format("")
    assert without_exclusions('x = "# mutant: a -> b -- c"') == 'x = "# mutant: a -> b -- c"'


def test_a_mutant_that_hangs_is_killed(tmp_path: Path) -> None:
    counting = "def double(x):\n    n = abs(x)\n    while n < abs(2 * x):\n        n += 1\n"
    reference = counting + "    return n if x > 0 else -n\n"
    found = score_of(tmp_path, {"solution.py": reference})
    assert "n += 1 -> pass" in [mutant.what for mutant in make_mutants(reference)]
    assert "n += 1 -> pass" not in names(found)


def test_a_mutant_that_ends_the_interpreter_is_killed(tmp_path: Path) -> None:
    reference = (
        "import os\n\n\ndef double(x):\n    if x > 9:\n        os._exit(0)\n    return 2 * x\n"
    )
    found = score_of(tmp_path, {"solution.py": reference})
    assert "x > 9 -> True" not in names(found)
    assert "x > 9 -> False" in names(found)


def test_a_reference_that_fails_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ProblemFaults, match="does not pass its own tests"):
        score_of(tmp_path, changed("test_solution.py", "== 4", "== 5"))


def test_what_has_not_changed_is_not_judged_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = score_of(tmp_path, WEAK)
    monkeypatch.setattr(score, "open_workers", lambda _: pytest.fail("judged again"))
    assert score_of(tmp_path, WEAK) == first
    with pytest.raises(pytest.fail.Exception):
        score_of(tmp_path)


def test_without_forks_the_verdicts_are_the_same(tmp_path: Path) -> None:
    folder = read_problem(write_problem(tmp_path / "double", WEAK))
    mutants = [REFERENCE.format("").replace("*", sign) for sign in "+/"]
    verdicts = judge_natively(folder.problem, folder.solution, mutants)
    assert verdicts == ["survived", "killed"]
    assert judge_natively(folder.problem, mutants[1], mutants) is None
