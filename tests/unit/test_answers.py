"""Which compared values stand beside a call as its answer, and which a test only found out."""

import numpy as np
import pytest

from grader.answers import is_of_answer

TABLE = np.array([[1.5, 2.5], [3.5, 4.5]])
LABELS = np.array([4, 7])
PAIR = (LABELS, 0.25)
HOLDS_ITSELF: list[object] = []
HOLDS_ITSELF.append(HOLDS_ITSELF)

# What is compared, and the answer that it was made of.
OF_ANSWER = {
    "itself": (TABLE, TABLE),
    "a copy": (TABLE.tolist(), TABLE),
    "a row": (TABLE[0], TABLE),
    "an entry": (3.5, TABLE),
    "a nan": (float("nan"), np.array([np.nan, 1.0])),
    "other floats": (TABLE * 3, TABLE),
    "a number as a float": (0.0, 0),
    "a part of a tuple": (0.25, PAIR),
    "the labels of a tuple": ([4, 7], PAIR),
    "answers of several calls": ([False, True], True),
    "nothing in a list": ([], [1]),
    "a text": ("ab", "b"),
    "an answer of the learner's own kind": (2, object()),
    "no answer": (2, None),
    "a list that holds itself": (HOLDS_ITSELF, [1]),
}
FOUND_OUT = {
    "a count of wrong entries": (8, TABLE),
    "a NumPy count": (np.int32(1), TABLE),
    "a shape": ((2, 2), TABLE),
    "a shape of numbers that are in it": ((2,), np.array([2, 2])),
    "a shape in a tuple": ((2,), PAIR),
    "a size": (2, np.array([2, 5])),
    "a length": (3, [3, 1, 2]),
    "the letter of a dtype": ("f", TABLE),
    "whether something holds": (False, TABLE),
    "the places of wrong entries": ([[0, 1], [1, 0]], TABLE),
    "an argument that was changed": (TABLE, 0.5),
    "a sum": (10.5, np.array([1.5, 9.0])),
}


@pytest.mark.parametrize("case", OF_ANSWER)
def test_it_is_of_the_answer(case: str) -> None:
    assert is_of_answer(*OF_ANSWER[case])


@pytest.mark.parametrize("case", FOUND_OUT)
def test_it_was_only_found_out(case: str) -> None:
    assert not is_of_answer(*FOUND_OUT[case])
