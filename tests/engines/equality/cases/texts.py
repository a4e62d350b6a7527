"""How numbers, arrays and structures are written out."""

import cmath
import decimal
import math

import numpy as np
import pytest
from shown import matrix, say


@pytest.mark.parametrize("exponent", [-320, -310, -100, -16, -5, -4, 0, 5, 16, 17, 22, 100, 308])
def test_text_of_floats(exponent):
    value = float(f"1.2345678901234567e{exponent}")
    say(value, repr(-value), f"{value:.3g}", f"{value:e}", f"{value:.20f}"[:60], value.hex())
    say(np.float64(value), np.longdouble(value), np.float32(value if abs(exponent) < 38 else 1))
    say(np.format_float_positional(value)[:60], np.format_float_scientific(value, precision=4))


def test_text_of_arrays():
    say(np.arange(2000), np.eye(3), np.array([1e-9, 1.0, 1e9]), np.array([1e-3, np.nan, np.inf]))
    say(
        repr(matrix()), repr(np.array([1 + 2j, -0.0])), np.array(["a", "bcd"]), np.array([None, {}])
    )
    say(
        repr(np.zeros((2, 0))), repr(np.array(3)), repr(np.arange(3, dtype=np.int8)), np.bool_(True)
    )


def test_text_of_arrays_with_options():
    with np.printoptions(
        precision=3, suppress=True, threshold=5, edgeitems=1, linewidth=40, sign="+"
    ):
        say(matrix(), np.arange(100.0))
    say(np.array2string(matrix(), formatter={"float": "{:9.2e}".format}), np.get_printoptions())


def test_text_of_structures():
    kinds = np.array([(1, 2.5, "x")], dtype=[("a", "i4"), ("b", "f8"), ("c", "U3")])
    say(
        kinds,
        repr(kinds),
        kinds.dtype,
        np.datetime64("2024-02-29") + np.arange(3),
        np.timedelta64(90, "m"),
    )
    say(
        np.ma.masked_less(np.arange(5), 2),
        np.array([b"a", b"\x00b"]),
        np.dtype(">f4"),
        np.finfo("f4"),
    )


def test_python_numbers():
    say(math.fsum([0.1] * 10), math.gamma(5.5), math.erf(0.3), cmath.exp(1 + 2j), 7**-3, 2**200)
    say(
        decimal.Decimal(2).sqrt(),
        decimal.getcontext(),
        round(2.675, 2),
        divmod(-7, 3),
        int("f" * 9, 16),
    )
    say(
        math.nextafter(1, 2), math.ulp(1e10), math.lgamma(0.3), math.hypot(3, 4, 5), sum([0.1] * 10)
    )
