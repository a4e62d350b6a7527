"""Hidden tests of early-stopping.

When to stop, what counts as an improvement, and what is kept are told apart. The oracle looks at
all losses at once instead of one after the other.
"""

import math

import numpy as np
from solution import EarlyStopping

NAN = float("nan")


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def params_of(epoch):
    """Return parameters that name their epoch."""
    return [np.full((2, 3), 10.0 * epoch), np.array([epoch + 0.5])]


def told(stopping, loss, epoch=0):
    """Return what update answers, once it is known to be a bool."""
    answer = stopping.update(loss, params_of(epoch))
    assert type(answer) is bool or type(answer) is np.bool_, (
        f"update should return True or False, but it returned {kind_of(answer)}."
    )
    return bool(answer)


def answers(stopping, losses):
    """Return what update answers to each of the losses."""
    return [told(stopping, loss, epoch) for epoch, loss in enumerate(losses)]


def best_of(stopping):
    """Return best_loss and best_epoch as plain numbers, once their form is right."""
    loss, epoch = stopping.best_loss, stopping.best_epoch
    assert type(loss) is float or type(loss) is np.float64, (
        f"best_loss should be a float, but it is {kind_of(loss)}."
    )
    assert epoch is None or type(epoch) is int, (
        f"best_epoch should be an int or None, but it is {kind_of(epoch)}."
    )
    return float(loss), epoch


def kept(stopping):
    """Return copies of best_params, once their form is right."""
    params = stopping.best_params
    assert type(params) is list, (
        f"best_params should be a list of arrays, but it is {kind_of(params)}."
    )
    for array in params:
        assert type(array) is np.ndarray, (
            f"best_params should hold NumPy arrays, but one is {kind_of(array)}."
        )
    return [np.array(array) for array in params]


def improvements(losses, min_delta):
    """List the epochs that improve, each found by looking for the next loss that is low enough."""
    epochs, bar = [], math.inf
    while True:
        first = epochs[-1] + 1 if epochs else 0
        lower = [t for t in range(first, len(losses)) if losses[t] < bar]
        if not lower:
            return epochs
        epochs.append(lower[0])
        bar = losses[lower[0]] - min_delta


def expected_answers(losses, patience, min_delta):
    """Tell for each epoch if none of the latest `patience` ones was an improvement."""
    good = improvements(losses, min_delta)
    latest = [range(t - patience + 1, t + 1) for t in range(len(losses))]
    return [span[0] >= 0 and not any(t in good for t in span) for span in latest]


def test_worked_losses():
    """update: stops after `patience` epochs in a row without improvement"""
    stopping = EarlyStopping(3)
    got = answers(stopping, [9.0, 7.0, 8.0, 7.5, 6.0, 6.5, 7.0])
    assert not any(got), (
        "In the losses 9, 7, 8, 7.5, 6, 6.5, 7 there are never 3 epochs in a row without an "
        f"improvement, but update said True at epoch {got.index(True) if any(got) else None}. "
        "When does the waiting begin again?"
    )
    assert told(stopping, 6.25), (
        "After 6 came 6.5, 7 and 6.25. That is the third epoch in a row without an improvement, so "
        "with a patience of 3 update should say True."
    )


def test_patience():
    """update: any patience, with losses that go down and up again"""
    losses = [5.0, 4.0, 3.5, 3.6, 3.7, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9]
    for patience in [1, 2, 3, 5]:
        got = answers(EarlyStopping(patience), losses)
        expected = expected_answers(losses, patience, 0.0)
        assert got == expected, (
            f"With a patience of {patience}, the losses {losses} should stop the training at epoch "
            f"{expected.index(True)} for the first time, but update said {got}."
        )


def test_random_losses():
    """update and best_epoch: agree with looking at all losses at once"""
    rng = np.random.default_rng(1)
    for patience, min_delta in [(1, 0.0), (2, 0.125), (4, 0.0), (3, 0.5)]:
        losses = (np.linspace(4, 0, 40) + rng.integers(-8, 9, 40) / 8).tolist()
        stopping = EarlyStopping(patience, min_delta)
        got, expected = answers(stopping, losses), expected_answers(losses, patience, min_delta)
        wrong = [t for t in range(40) if got[t] != expected[t]]
        assert wrong == [], (
            f"With patience {patience} and min_delta {min_delta}, update should say "
            f"{expected[wrong[0]]} at epoch {wrong[0]}; the losses up to there are "
            f"{losses[: wrong[0] + 1][-8:]}."
        )
        epoch = improvements(losses, min_delta)[-1]
        got = best_of(stopping)
        assert got == (losses[epoch], epoch), (
            f"The last improvement was epoch {epoch} with the loss {losses[epoch]}, but best_loss "
            f"and best_epoch are {got[0]} and {got[1]}."
        )


def test_equal_losses():
    """update: a loss that is only as good as the best is no improvement"""
    stopping = EarlyStopping(2)
    got = answers(stopping, [1.0, 1.0, 1.0])
    assert got == [False, False, True], (
        "Of three equal losses the second and the third are no improvement, so with a patience of "
        f"2 the answers should be False, False, True, not {got}."
    )
    assert best_of(stopping)[1] == 0, (
        f"The first of equal losses is the best, epoch 0, but best_epoch is {best_of(stopping)[1]}."
    )


def test_min_delta():
    """update: an improvement has to be larger than min_delta"""
    got = answers(EarlyStopping(1, 0.5), [1.0, 1.25])
    assert got == [False, True], (
        "1.25 is worse than 1, whatever min_delta is, so the answers should be False, True, not "
        f"{got}."
    )
    stopping = EarlyStopping(patience=3, min_delta=0.25)
    got = answers(stopping, [2.0, 1.875, 1.75, 1.5])
    assert not got[3], (
        "With min_delta 0.25, the loss 1.5 is an improvement over the best one, 2, although 1.875 "
        "and 1.75 were none. Compare with the best loss, not with the one before."
    )
    assert best_of(stopping) == (1.5, 3), (
        "After 2, 1.875, 1.75, 1.5 the best loss should be 1.5, of epoch 3, not "
        f"{best_of(stopping)}."
    )
    got = answers(EarlyStopping(patience=2, min_delta=0.25), [2.0, 1.75, 1.75])
    assert got == [False, False, True], (
        "1.75 is lower than 2 by just 0.25, and not by more than min_delta. So the answers should "
        f"be False, False, True, not {got}."
    )
    got = answers(EarlyStopping(1), [-1.0, -1.0 - 1e-9, -3.0])
    assert got == [False, False, False], (
        "By default the smallest improvement counts, with negative losses too, but for -1, "
        f"-1.000000001 and -3 the answers are {got}."
    )


def test_losses_that_are_no_numbers():
    """update: NaN and infinity are no improvement"""
    stopping = EarlyStopping(3)
    got = answers(stopping, [NAN, math.inf])
    assert got == [False, False], f"After 2 epochs a patience of 3 is not used up: {got}."
    assert best_of(stopping) == (math.inf, None), (
        f"NaN and infinity are no improvement, but the best is now {best_of(stopping)}."
    )
    assert stopping.best_params is None, "No epoch has improved yet, so best_params should be None."
    got = answers(EarlyStopping(2), [NAN, NAN])
    assert got == [False, True], (
        f"With a patience of 2, two epochs of NaN from the beginning are enough to stop: {got}."
    )
    got = [told(stopping, loss, 2) for loss in [1.0, NAN, NAN, NAN]]
    assert got == [False, False, False, True], (
        "After the loss 1 come three times NaN. Each is an epoch without an improvement, so the "
        f"third should stop the training, but the answers are {got}."
    )
    assert best_of(stopping) == (1.0, 2), (
        f"The loss 1 of epoch 2 is still the best, but best_loss and best_epoch are "
        f"{best_of(stopping)}."
    )


def test_before_and_after():
    """attributes before the first update, and update after it said True"""
    stopping = EarlyStopping(1)
    assert best_of(stopping) == (math.inf, None), (
        f"Before the first update the best loss is infinity, of no epoch, not {best_of(stopping)}."
    )
    assert stopping.best_params is None, "Before the first update best_params should be None."
    got = answers(stopping, [1.0, 2.0, 3.0, 0.5, 0.75])
    assert got == [False, True, True, False, True], (
        "With a patience of 1 every epoch without improvement says True, and the 0.5 in the middle "
        f"says False: for 1, 2, 3, 0.5, 0.75 the answers are {got}."
    )


def test_best_parameters():
    """best_params: those of the best epoch, not of the last"""
    stopping = EarlyStopping(2)
    for epoch, loss in enumerate([3.0, 1.0, 2.0, 1.5]):
        told(stopping, loss, epoch)
        best = min(epoch, 1)
        params = kept(stopping)
        assert len(params) == 2, f"Two arrays went in, so two should be kept, not {len(params)}."
        for got, expected in zip(params, params_of(best), strict=True):
            assert got.shape == expected.shape and np.array_equal(got, expected), (
                f"After epoch {epoch} the best one is epoch {best}, with the parameters "
                f"{expected.tolist()}, but best_params holds {got.tolist()}."
            )


def test_kept_parameters_are_copies():
    """best_params: do not change when the training goes on"""
    stopping, params = EarlyStopping(3), params_of(4)
    arrays = list(params)
    stopping.update(1.0, params)
    same = len(params) == 2 and all(map(lambda a, b: a is b, params, arrays))
    assert same, "update changed the list params. It belongs to the training."
    for array, before in zip(arrays, params_of(4), strict=True):
        assert np.array_equal(array, before), "update changed an array of params. Only copy it."
    params[1] = np.array([99.0])
    assert np.array_equal(kept(stopping)[1], [4.5]), (
        "The training put a new array into its list, and best_params changed with it. Keep a list "
        "of your own."
    )
    arrays[0] -= 7.0
    assert np.array_equal(kept(stopping)[0], np.full((2, 3), 40.0)), (
        "The training went on and wrote into its arrays, and best_params changed with them: the "
        "best parameters are lost. Are they copies?"
    )


def test_two_objects():
    """two objects know nothing of each other"""
    first, second = EarlyStopping(2, 0.5), EarlyStopping(1)
    told(first, 1.0, 0)
    assert best_of(second) == (math.inf, None), (
        f"One object has seen the loss 1, and the other's best is now {best_of(second)}."
    )
    got = [told(second, 5.0, 1), told(first, 2.0, 1), told(second, 4.9, 2), told(first, 0.75, 2)]
    assert got == [False, False, False, True], (
        "Two objects with losses of their own, 5, 4.9 and 1, 2, 0.75, get into each other's way: "
        f"the answers are {got}."
    )
