"""Hidden tests of greedy-decode.

The models are small functions that note what they were asked, so that the questions can be tested
as well as the answer.
"""

import numpy as np
from solution import greedy_decode


class Model:
    """A model that follows a rule from the text to the next token, and notes every question."""

    def __init__(self, rule, size=10):
        self.rule, self.size, self.questions = rule, size, []

    def __call__(self, ids):
        self.questions.append(list(ids))
        logits = np.linspace(-1.0, -2.0, self.size)
        logits[self.rule(ids)] = 3.0
        return logits


def decode(model, prompt, end_id, limit):
    """Return the submission's tokens, once they are known to be a list of ints."""
    result = greedy_decode(model, prompt, end_id, limit)
    assert type(result) is list, (
        f"greedy_decode should return a list, but it returned a value of type "
        f"{type(result).__name__}."
    )
    for token in result:
        assert type(token) is int, (
            f"The list should hold Python ints, but it holds a {type(token).__name__}."
        )
    return list(result)


def count_up(ids):
    """Name the token after the last one."""
    return (ids[-1] + 1) % 10


def test_stops_after_the_end_token():
    """the end token is the last one"""
    got = decode(Model(count_up), [2], 6, 20)
    assert got[:3] == [3, 4, 5], (
        f"After 2 the model counts on with 3, 4, 5, but the tokens begin with {got[:3]}. Only what "
        "follows the prompt belongs to the result."
    )
    assert got[3:] == [6], (
        f"After 3, 4, 5 comes the end token 6, which is part of the result and its last token, "
        f"but yours goes on with {got[3:]}."
    )


def test_stops_at_the_limit():
    """never more than max_new_tokens"""
    for limit in (0, 1, 4):
        got = decode(Model(count_up), [0, 1, 2], 9, limit)
        assert got == [3, 4, 5, 6][:limit], (
            f"With max_new_tokens = {limit} the result should be {[3, 4, 5, 6][:limit]}, not {got}."
        )


def test_end_token_at_the_limit():
    """the limit and the end token at the same time"""
    got = decode(Model(count_up), [4], 6, 2)
    assert got == [5, 6], f"The end token 6 is the second of 2 allowed tokens, but yours is {got}."
    got = decode(Model(count_up), [5], 6, 3)
    assert got == [6], f"The first token is the end token 6, so nothing follows it, not {got}."


def test_end_token_in_the_prompt():
    """an end token in the prompt stops nothing"""
    got = decode(Model(count_up), [7, 1], 7, 3)
    assert got == [2, 3, 4], f"The 7 in the prompt is not an end, so 2, 3, 4 follow, not {got}."
    got = decode(Model(count_up), [1, 7], 7, 2)
    assert got == [8, 9], f"The prompt may even end with the end token: 8, 9 follow, not {got}."


def test_model_sees_the_whole_text():
    """the model is asked about the whole text, one token longer each time"""
    model = Model(lambda ids: sum(ids) % 7)
    got = decode(model, [3, 5, 2], 9, 4)
    text = [3, 5, 2]
    for turn, question in enumerate(model.questions):
        assert question == text, (
            f"Question {turn + 1} should be the text so far, {text}, but it was {question}."
        )
        text.append(sum(text) % 7)
    assert got == text[3:], f"The answers to these questions are {text[3:]}, not {got}."


def test_number_of_questions():
    """one question for each added token, and none after the end"""
    for prompt, end_id, limit, expected in [([2], 6, 20, 4), ([2], 9, 3, 3), ([2], 9, 0, 0)]:
        model = Model(count_up)
        decode(model, prompt, end_id, limit)
        assert len(model.questions) == expected, (
            f"{expected} tokens are added to {prompt} (end token {end_id}, limit {limit}), so the "
            f"model should be asked {expected} times, but it was asked {len(model.questions)}."
        )


def test_equal_logits():
    """of equally large logits the lowest id is taken"""
    got = decode(lambda ids: np.array([0.0, 2.0, 1.0, 2.0, 2.0]), [0], 4, 2)
    assert got == [1, 1], f"Tokens 1, 3 and 4 are equally good, so 1 should be taken, not {got}."
    got = decode(lambda ids: np.full(3, -5.0), [2], 9, 1)
    assert got == [0], f"All three tokens are equally good, so 0 should be taken, not {got}."


def test_negative_logits():
    """the best token may have a negative logit"""
    got = decode(lambda ids: np.array([-3.0, -9.0, -0.5, -700.0]), [0], 9, 1)
    assert got == [2], f"-0.5 is the largest of the logits, so 2 should be taken, not {got}."


def test_lists_are_left_alone():
    """the prompt, and the lists given to the model, stay as they were"""
    given = []

    def keeps_its_questions(ids):
        given.append(ids)
        return np.eye(10)[(ids[-1] + 1) % 10]

    prompt = [1, 2]
    decode(keeps_its_questions, prompt, 9, 3)
    assert prompt == [1, 2], f"The prompt is {prompt} after the call, but it was [1, 2]."
    assert given == [[1, 2], [1, 2, 3], [1, 2, 3, 4]], (
        f"The lists that the model was given are {given} at the end: they changed after the model "
        "had got them. Give it a new list each time."
    )
