"""Hidden tests of beam-search.

The models are small tables of probabilities. They note what they are asked, and shift their logits
from question to question, so that logits are not taken for probabilities.
"""

import itertools
import math

import numpy as np
from solution import beam_search


class Model:
    """A model that follows a rule from the text to probabilities, and notes every question."""

    def __init__(self, rule, shift=3.0):
        self.rule, self.shift, self.questions = rule, shift, []

    def __call__(self, ids):
        self.questions.append(list(ids))
        shift = self.shift * (sum(ids) % 5 - 2)
        return np.log(np.array(self.rule(list(ids)))) + shift


def by_table(table):
    """Return a rule that looks the tokens after the first one up; all is equal elsewhere."""
    equal = [1 / len(table[""])] * len(table[""])
    return lambda ids: table.get("".join(map(str, ids[1:])), equal)


def random_rule(seed, size):
    """Return a rule with probabilities of its own for every text."""

    def rule(ids):
        rng = np.random.default_rng([seed, *ids])
        weights = rng.uniform(0.05, 1.0, size) ** 2
        return weights / weights.sum()

    return rule


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def search(model, prompt, end_id, width, limit):
    """Return the submission's texts and scores, once their form is right."""
    result = beam_search(model, prompt, end_id, width, limit)
    assert type(result) is list, (
        f"beam_search should return a list of pairs, but it returned {kind_of(result)}."
    )
    for pair in result:
        assert type(pair) is tuple and len(pair) == 2, (
            f"The list should hold tuples (tokens, score), but it holds {kind_of(pair)}."
        )
        assert type(pair[0]) is list, f"tokens should be a list, but it is {kind_of(pair[0])}."
        for token in pair[0]:
            assert type(token) is int, f"Tokens should be Python ints, not {kind_of(token)}."
        assert type(pair[1]) is float or type(pair[1]) is np.float64, (
            f"A score should be a float, but one is {kind_of(pair[1])}."
        )
    return [list(tokens) for tokens, _ in result], [float(score) for _, score in result]


def probability(rule, prompt, tokens):
    """Multiply a text's probabilities, one question after the other."""
    places = range(len(tokens))
    return math.prod(float(rule([*prompt, *tokens[:t]])[tokens[t]]) for t in places)


def complete_texts(size, end_id, limit):
    """List every text that ends with its first end token, or has the full length."""
    texts = []
    for length in range(1, limit + 1):
        for text in itertools.product(range(size), repeat=length):
            if end_id not in text[:-1] and (length == limit or text[-1] == end_id):
                texts.append(list(text))
    return texts


def test_a_weak_first_token_wins():
    """a token that is not the best leads to the best text"""
    table = {"": [0.1, 0.5, 0.4], "1": [0.2, 0.45, 0.35], "2": [0.9, 0.04, 0.06]}
    got, scores = search(Model(by_table(table), 0.0), [1], 0, 2, 2)
    assert got[:1] == [[2, 0]], (
        "Token 1 has the probability 0.5, but none of its continuations more than 0.225; token 2 "
        f"followed by 0 has 0.4 times 0.9. So [2, 0] should be first, but yours are {got}."
    )
    assert got == [[2, 0], [1, 1]], f"With a width of 2, [2, 0] and [1, 1] are left, not {got}."
    expected = [math.log(0.36), math.log(0.225)]
    assert np.allclose(scores, expected, rtol=1e-9), (
        "The scores should be the logarithms of 0.36 and 0.225, "
        f"{np.round(expected, 4).tolist()}, not {np.round(scores, 4).tolist()}."
    )


def test_the_width_is_what_is_kept():
    """what falls out of the beam is lost, even if it would have won"""
    table = {"": [0.0625, 0.375, 0.3125, 0.25], "3": [0.9, 0.02, 0.03, 0.05]}
    table["1"] = table["2"] = [0.3, 0.5, 0.15, 0.05]
    for width, expected in [(2, [[1, 1], [2, 1]]), (3, [[3, 0], [1, 1], [2, 1]])]:
        got, _ = search(Model(by_table(table)), [2], 0, width, 2)
        assert got == expected, (
            f"The probabilities of the first tokens are {table['']}, so a beam of width {width} "
            f"keeps the tokens 1 to {width}, and in the end {expected}, not {got}."
        )


def test_width_one_is_greedy():
    """a width of 1 takes the best token each time"""
    for seed in range(4):
        rule, tokens = random_rule(seed, 5), []
        while len(tokens) < 6 and 4 not in tokens:
            tokens.append(int(np.argmax(rule([0, *tokens]))))
        got, _ = search(Model(rule), [0], 4, 1, 6)
        assert got == [tokens], (
            f"With a width of 1, taking the best token each time gives {[tokens]}, not {got}."
        )


def test_a_wide_beam_finds_everything():
    """a beam that drops nothing lists all texts, the best first"""
    for seed, size, end_id, limit in [(1, 3, 0, 3), (2, 2, 1, 4), (3, 4, 2, 2)]:
        rule = random_rule(seed, size)
        texts = complete_texts(size, end_id, limit)
        texts.sort(key=lambda tokens: -probability(rule, [1, 0], tokens))
        got, scores = search(Model(rule), [1, 0], end_id, 200, limit)
        assert sorted(got) == sorted(texts), (
            f"With {size} tokens, the end token {end_id} and at most {limit} steps there are "
            f"{len(texts)} texts, and a wide beam keeps them all, but yours has {len(got)}, "
            f"which begin with {got[:4]}."
        )
        expected = [math.log(probability(rule, [1, 0], tokens)) for tokens in got]
        assert np.allclose(scores, expected, rtol=1e-6), (
            f"The first text is {got[0]} with the score {expected[0]:.6f}, but yours is "
            f"{scores[0]:.6f}."
        )
        assert got == texts, (
            f"The texts should begin with the most probable, {texts[:3]}, but yours begin with "
            f"{got[:3]}."
        )


def test_finished_texts():
    """finished texts stay as they are, but may be pushed out"""
    table = {"": [0.3, 0.4, 0.3], "1": [0.1, 0.5, 0.4], "2": [0.01, 0.98, 0.01]}
    table |= {"11": [0.5, 0.3, 0.2], "12": [0.98, 0.01, 0.01], "21": [0.25, 0.25, 0.5]}
    for width, steps, expected in [
        (3, 1, [[1], [0], [2]]),
        (3, 2, [[0], [2, 1], [1, 1]]),
        (2, 2, [[0], [1, 1]]),
        (3, 3, [[0], [2, 1, 2], [1, 1, 0]]),
        (2, 3, [[0], [1, 1, 0]]),
    ]:
        got, _ = search(Model(by_table(table), 0.0), [1], 0, width, steps)
        assert [0] in got, (
            f"[0] is finished after the first step, with the probability 0.3, and should still be "
            f"among the {width} best after {steps} steps, but these are {got}."
        )
        assert got == expected, (
            f"With a width of {width}, {steps} steps should lead to {expected}, but yours lead to "
            f"{got}. [0] is finished, takes a place, and the others go on."
        )
    table = {"": [0.2, 0.45, 0.35], "1": [0.1, 0.1, 0.8], "2": [0.1, 0.8, 0.1]}
    got, _ = search(Model(by_table(table)), [1], 0, 2, 2)
    assert got == [[1, 2], [2, 1]], f"The finished text [0] never is among the best 2, but: {got}."
    table["1"] = table["2"] = [0.25, 0.35, 0.4]
    table[""] = [0.12, 0.46, 0.42]
    got, _ = search(Model(by_table(table)), [1], 0, 3, 2)
    assert got == [[1, 2], [2, 2], [1, 1]], (
        "After the first step [0] is in the beam of 3 with the probability 0.12, but then three "
        f"others have more, so [1, 2], [2, 2], [1, 1] are left, not {got}."
    )


def test_questions():
    """the model is asked once for each unfinished text, about all of it"""
    rule = random_rule(7, 3)
    model = Model(rule)
    search(model, [2, 0, 2], 0, 2, 4)
    starts = [question[:3] for question in model.questions]
    assert starts == [[2, 0, 2]] * len(starts), (
        f"Every question should begin with the prompt [2, 0, 2], but these do not: {starts[:4]}."
    )
    asked = [tuple(question[3:]) for question in model.questions]
    assert all(0 not in tokens for tokens in asked), (
        f"0 is the end token, but the model was asked how a finished text goes on: {asked}."
    )
    assert len(set(asked)) == len(asked), f"The model was asked the same twice: {asked}."
    lengths = [sum(len(tokens) == length for tokens in asked) for length in range(5)]
    assert lengths[0] == 1 and max(lengths) <= 2 and lengths[4] == 0, (
        "In each of 4 steps there are at most 2 texts to ask about, in the first just one, but the "
        f"questions about texts of 0, 1, 2, 3 and 4 tokens were {lengths}."
    )
    model = Model(lambda ids: [0.98, 0.01, 0.01])
    search(model, [1], 0, 1, 5)
    assert len(model.questions) == 1, (
        "The only text of the beam is finished after one step, but the model was asked "
        f"{len(model.questions)} times."
    )


def test_end_token_in_the_prompt():
    """an end token in the prompt finishes nothing"""
    for prompt in [[0], [0, 1], [1, 0]]:
        got, _ = search(Model(lambda ids: [0.125, 0.5, 0.375]), prompt, 0, 1, 2)
        assert got == [[1, 1]], (
            f"After the prompt {prompt} the best text is [1, 1], but yours are {got}. Only an end "
            "token that was added finishes a text."
        )


def test_small_searches():
    """no steps, and fewer candidates than the width"""
    model = Model(lambda ids: [0.5, 0.5])
    got = search(model, [1], 0, 3, 0)
    assert got == ([[]], [0.0]), f"Without a step the empty text is left, score 0, not {got}."
    got, _ = search(model, [1], 5, 3, 1)
    assert got == [[0], [1]], f"A vocabulary of 2 gives 2 texts after one step, not {got}."


def test_equal_scores():
    """equal scores: the better place first, then the lower id"""
    got, _ = search(Model(lambda ids: [0.25] * 4, 0.0), [0], 9, 3, 1)
    assert got == [[0], [1], [2]], f"Of four equal tokens, 0, 1 and 2 should be kept, not {got}."
    got, _ = search(Model(lambda ids: [0.25] * 4, 0.0), [0], 9, 6, 2)
    expected = [[0, 0], [0, 1], [0, 2], [0, 3], [1, 0], [1, 1]]
    assert got == expected, f"All texts are equally good, so {expected} are kept, not {got}."
    got, _ = search(lambda ids: np.array([0.0, -1e4, 0.0]), [0], 2, 4, 2)
    expected = [[2], [0, 0], [0, 2]]
    assert got[:3] == expected, (
        f"[2] is the best: one token of 0.5. [0, 0] and [0, 2] follow as equals, not {got[:3]}."
    )


def test_far_from_zero():
    """huge logits, and a text that is too improbable for a float"""
    got, scores = search(lambda ids: np.array([9999.0, -1e4, 1e4, 0.0]), [1], 9, 1, 2)
    assert got == [[2, 2]], f"The logit of token 2 is the largest, so [2, 2] is best, not {got}."
    expected = -2 * math.log(1 + math.exp(-1))
    assert math.isclose(scores[0], expected, rel_tol=1e-6), (
        f"With the logits 9999, -10000, 10000, 0 the score of [2, 2] should be {expected:.6f}, but "
        f"it is {scores[0]}."
    )
    got, scores = search(lambda ids: np.zeros(60), [1], 60, 1, 200)
    assert got == [[0] * 200], "Of equal tokens the first should be taken, 200 times."
    assert math.isclose(scores[0], -200 * math.log(60), rel_tol=1e-6), (
        f"200 tokens with the probability 1/60 should have the score {-200 * math.log(60):.4f}, "
        f"but it is {scores[0]}. Does a product become 0?"
    )


def test_lists_are_left_alone():
    """the prompt, and the lists given to the model, stay as they were"""
    given, copies, prompt = [], [], [1, 2]

    def keeps_its_questions(ids):
        given.append(ids)
        copies.append(list(ids))
        return np.log(random_rule(8, 3)(ids))

    search(keeps_its_questions, prompt, 0, 3, 3)
    assert prompt == [1, 2], f"The prompt is {prompt} after the call, but it was [1, 2]."
    assert given == copies, (
        "The lists that the model was given changed after it had got them. Make a new list for "
        "each question."
    )
