"""Cases that fail on purpose: how a failure is told must be alike too."""

import numpy as np
import pytest
from shown import matrix
from solution import (
    as_float32,
    chained,
    deep,
    double,
    nearly,
    nothing,
    odd,
    outer,
    solve_singular,
    transposed,
)


def test_wrong_values():
    assert np.allclose(nearly(matrix()), matrix()), "the last column is off"


def test_wrong_values_in_numpys_words():
    np.testing.assert_allclose(nearly(np.arange(4.0)), np.arange(4.0), rtol=1e-7)


def test_wrong_shape():
    np.testing.assert_array_equal(transposed(np.ones((2, 3))), np.ones((2, 3)))


def test_wrong_dtype():
    assert as_float32([0.1]).dtype == np.float64, "float64, please"


def test_wrong_plain_assertion():
    assert double(2) == 5


def test_wrong_sets_and_texts():
    assert {"a": [1, 2], "b": "long" * 30} == {"a": [1, 3], "b": "long" * 31}


def test_wrong_nothing_returned():
    assert nothing(np.arange(3)) + 1 == 2


def test_wrong_raises_inside():
    outer(4)


def test_wrong_raises_deep_inside():
    deep(30)


def test_wrong_raises_with_a_cause():
    chained()


def test_wrong_raises_what_has_no_text():
    odd()


def test_wrong_raises_in_numpy():
    solve_singular()


def test_wrong_does_not_raise():
    with pytest.raises(ValueError):
        double(1)


def test_wrong_in_pytests_words():
    pytest.fail("said by the test")
