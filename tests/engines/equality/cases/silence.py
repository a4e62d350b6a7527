"""WebAssembly has no floating-point exceptions: what warns elsewhere is silent here."""

import warnings

import numpy as np
from shown import say, show


def test_divisions_do_not_warn():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        zero = np.array([0.0, 1.0, -1.0])
        show(
            zero / 0,
            np.log(zero),
            np.sqrt(zero),
            np.float64(1) / np.float64(0),
            np.exp(np.array([1e4])),
        )
    say([str(one.message) for one in caught])
    say(np.geterr())


def test_errstate_has_no_effect():
    with np.errstate(all="raise"):
        try:
            show(np.array([1.0]) / 0, np.array([1e300]) * 1e300)
        except FloatingPointError as error:
            say(error)


def test_integer_division_by_zero():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        show(np.array([1, 2]) // 0, np.array([5]) % 0)
    say([str(one.message) for one in caught])
