"""Hidden tests of cosine-schedule.

The three parts and their borders are tested apart. The oracle for the cosine builds it by rotating
a complex number in equal steps.
"""

import math

from solution import cosine_schedule


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def rate(step, max_lr, warmup_steps, total_steps, **options):
    """Return the submission's rate, once it is a float."""
    result = cosine_schedule(step, max_lr, warmup_steps, total_steps, **options)
    assert type(result) is float, (
        f"cosine_schedule should return a float, but for step {step} it returned "
        f"{kind_of(result)}. Does every part of the schedule return something?"
    )
    return result


def rates(count, max_lr, warmup_steps, total_steps, **options):
    """Return the rates of the first count steps."""
    return [rate(step, max_lr, warmup_steps, total_steps, **options) for step in range(count)]


def close(got, expected):
    """Tell if two rates are equal, up to rounding."""
    return math.isclose(got, expected, rel_tol=1e-9, abs_tol=1e-12)


def test_warm_up():
    """the warm-up rises along a line, from 0"""
    got = rate(0, 0.5, 10, 100)
    assert got < 0.25, f"A warm-up to 0.5 should begin far below it, but step 0 has {got:.6g}."
    assert got == 0.0, f"The first step of a warm-up has the rate 0, not {got:.6g}."
    for step, expected in [(1, 0.05), (5, 0.25), (9, 0.45)]:
        got = rate(step, 0.5, 10, 100)
        assert close(got, expected), (
            f"Step {step} of a warm-up of 10 steps to 0.5 should have the rate {expected}, not "
            f"{got:.6g}."
        )


def test_warm_up_knows_no_lowest_rate():
    """the warm-up starts at 0, whatever the lowest rate is"""
    for step, expected in [(0, 0.0), (1, 2.0), (3, 6.0)]:
        got = rate(step, 8.0, 4, 20, min_lr=4.0)
        assert close(got, expected), (
            f"With min_lr 4, step {step} of a warm-up of 4 steps to 8 should have the rate "
            f"{expected:g}, not {got:.6g}. The lowest rate belongs to the cosine."
        )


def test_peak():
    """the highest rate is reached once the warm-up is over"""
    for warmup_steps in [0, 1, 7]:
        got = rate(warmup_steps, 0.3, warmup_steps, 20, min_lr=0.1)
        assert close(got, 0.3), (
            f"After {warmup_steps} steps of warm-up, step {warmup_steps} should have the highest "
            f"rate, 0.3, not {got:.6g}."
        )
        assert close(max(rates(30, 0.3, warmup_steps, 20, min_lr=0.1)), 0.3), (
            f"With {warmup_steps} steps of warm-up a rate is above the highest one, 0.3."
        )


def test_known_cosines():
    """the cosine at a third, a half and two thirds of its way, computed by hand"""
    for step, expected in [(9, 0.75), (12, 0.5), (15, 0.25)]:
        got = rate(step, 1.0, 3, 21)
        assert close(got, expected), (
            f"With 3 steps of warm-up and 21 in all, step {step} is {step - 3} of 18 steps down "
            f"the cosine, and the rate should be {expected}, not {got:.6g}."
        )
    for step, expected in [(9, 8.0), (12, 6.0), (15, 4.0)]:
        got = rate(step, 10.0, 3, 21, min_lr=2.0)
        assert close(got, expected), (
            f"Down from 10 to 2, step {step} with 3 steps of warm-up and 21 in all should have the "
            f"rate {expected:g}, not {got:.6g}."
        )


def test_cosine_by_rotation():
    """every step of the cosine, compared with a number that turns half around"""
    for warmup_steps, total_steps in [(0, 7), (5, 16), (2, 3)]:
        count = total_steps - warmup_steps
        turn = complex(math.cos(math.pi / count), math.sin(math.pi / count))
        place = 1 + 0j
        for step in range(warmup_steps, total_steps):
            got, expected = rate(step, 3.0, warmup_steps, total_steps, min_lr=1.0), 2 + place.real
            assert math.isclose(got, expected, rel_tol=1e-9), (
                f"From 3 down to 1, with {warmup_steps} steps of warm-up and {total_steps} in "
                f"all, step {step} should have the rate {expected:.6f}, not {got:.6f}."
            )
            place *= turn


def test_falls_in_mirror_image():
    """the cosine falls all the way, and its halves mirror each other"""
    curve = rates(41, 0.4, 8, 40, min_lr=0.1)[8:]
    assert all(map(float.__gt__, curve, curve[1:])), (
        f"From step 8 to step 40 the rate should fall in every step: {curve}"
    )
    for early, late in zip(curve, reversed(curve), strict=True):
        assert close(early + late, 0.5), (
            f"Two steps equally far from the middle should have rates that add up to 0.1 + 0.4, "
            f"but {early:.6g} and {late:.6g} do not."
        )


def test_after_the_end():
    """from the last step on the rate stays at the lowest"""
    for step in [30, 31, 45, 57, 10**9]:
        got = rate(step, 0.2, 3, 30, min_lr=0.05)
        assert got == 0.05, (
            f"With 30 steps in all and min_lr 0.05, step {step} should have the rate 0.05, not "
            f"{got:.6g}. A cosine that goes on comes back up."
        )
    got = rate(40, 0.2, 3, 30)
    assert got == 0.0, f"min_lr is 0 by default, so step 40 of 30 should have 0.0, not {got:.6g}."


def test_no_warm_up_or_nothing_else():
    """no warm-up at all, and a warm-up that takes all steps"""
    got = rates(4, 2.0, 0, 2)
    assert all(map(close, got, [2.0, 1.0, 0.0, 0.0])), (
        f"Without warm-up, 2 steps from the rate 2 should be 2, 1, 0, 0, but yours are {got}."
    )
    got = rates(6, 2.0, 4, 4, min_lr=0.25)
    assert all(map(close, got, [0.0, 0.5, 1.0, 1.5, 0.25, 0.25])), (
        "When all of 4 steps are warm-up, the rates should be 0, 0.5, 1, 1.5, and then min_lr, "
        f"0.25, but yours are {got}."
    )


def test_any_order():
    """steps may be asked for in any order, and again"""
    forward = rates(25, 0.7, 5, 20, min_lr=0.2)
    backward = [rate(step, 0.7, 5, 20, min_lr=0.2) for step in reversed(range(25))]
    assert backward[::-1] == forward, (
        "The rates of steps 0 to 24 differ when they are asked for backwards. The step is an "
        "argument: nothing needs to be counted."
    )
