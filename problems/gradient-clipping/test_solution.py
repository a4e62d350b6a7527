"""Hidden tests of gradient-clipping.

The oracle for the norm is math.hypot of all entries. The factor is measured entry by entry, so that
one factor for all is told from one for each array.
"""

import math

import numpy as np
from solution import clip_by_global_norm

SHAPES = [(3, 4), (4,), (1, 1), (4, 2), (2,)]


def gradients(seed, shapes=SHAPES, scale=2.0):
    """Return new arrays of the given shapes."""
    generator = np.random.default_rng(seed)
    return [generator.normal(size=shape) * scale for shape in shapes]


def length_of(grads):
    """Return the global norm by way of math.hypot."""
    return math.hypot(*[entry for grad in grads for entry in grad.ravel().tolist()])


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def clip(grads, max_norm):
    """Return the submission's gradients and norm, once their form is right."""
    result = clip_by_global_norm(grads, max_norm)
    assert type(result) is tuple, (
        f"clip_by_global_norm should return a tuple (clipped, norm), not {kind_of(result)}."
    )
    assert len(result) == 2, f"clip_by_global_norm should return two things, not {len(result)}."
    clipped, norm = result
    assert type(clipped) is list, f"The gradients should be a list, not {kind_of(clipped)}."
    assert len(clipped) == len(grads), (
        f"{len(grads)} gradients went in, so as many should come back, not {len(clipped)}."
    )
    for old, new in zip(grads, clipped, strict=True):
        assert type(new) is np.ndarray, f"A gradient should be a NumPy array, not {kind_of(new)}."
        assert new.dtype.kind == "f", f"The gradients should hold floats, not {new.dtype}."
        assert new.shape == old.shape, (
            f"A gradient of shape {old.shape} came back with shape {new.shape}."
        )
    assert type(norm) is float or type(norm) is np.float64, (
        f"The norm should be a float, but it is {kind_of(norm)}."
    )
    return [np.array(new, dtype=float) for new in clipped], float(norm)


def shown(grads):
    """Return the numbers of a list of arrays, short enough for a message."""
    return [[float(f"{entry:.5g}") for entry in grad.ravel().tolist()] for grad in grads]


def test_worked_values():
    """two arrays, computed by hand"""
    grads = [np.array([[2.0, 0.0], [-3.0, 0.0]]), np.array([6.0])]
    clipped, norm = clip(grads, 3.5)
    assert math.isclose(norm, 7.0, rel_tol=1e-9), (
        "The squares of 2, -3 and 6 add up to 49 over both arrays, so the norm should be 7, not "
        f"{norm:.6g}. It is the norm before clipping."
    )
    for got, expected in zip(clipped, [[[1.0, 0.0], [-1.5, 0.0]], [3.0]], strict=True):
        assert np.allclose(got, expected, rtol=1e-9, atol=1e-12), (
            "With the norm 7 and the limit 3.5 every entry should be halved, to 1, 0, -1.5, 0 and "
            f"3, but yours are {shown(clipped)}."
        )


def test_short_enough():
    """gradients within the limit, or just at it, stay exactly as they are"""
    for max_norm in [5.0, 5.0001, 1e6]:
        grads = [np.array([3.0]), np.array([[0.0, 4.0]])]
        clipped, norm = clip(grads, max_norm)
        assert math.isclose(norm, 5.0, rel_tol=1e-9), (
            f"The norm of 3, 0 and 4 should be 5, not {norm:.6g}."
        )
        for got, expected in zip(clipped, grads, strict=True):
            assert np.array_equal(got, expected), (
                f"Gradients of norm 5 are within the limit {max_norm:g} and should stay 3 and 0, "
                f"4, but they became {[grad.ravel().tolist() for grad in clipped]}."
            )


def test_norm_becomes_the_limit():
    """whatever was too long ends up at the limit, and the norm before is reported"""
    for seed, max_norm in [(41, 1.0), (42, 0.01), (43, 3.0), (44, 1e-5)]:
        grads = gradients(seed)
        clipped, norm = clip(grads, max_norm)
        expected = length_of(grads)
        assert math.isclose(norm, expected, rel_tol=1e-6), (
            f"The norm before clipping should be {expected:.6g}, but you report {norm:.6g}."
        )
        got = length_of(clipped)
        assert math.isclose(got, max_norm, rel_tol=1e-6), (
            f"Gradients of norm {expected:.6g} should have the norm {max_norm:g} after clipping, "
            f"but yours have {got:.9g}."
        )


def test_one_factor_for_all():
    """all entries of all arrays are multiplied by the same factor"""
    grads = gradients(45)
    grads[2] *= 0.01  # far within the limit on its own
    clipped, _ = clip(grads, 2.0)
    factor = 2.0 / length_of(grads)
    for place, (got, grad) in enumerate(zip(clipped, grads, strict=True)):
        assert np.allclose(got / grad, (got / grad).min(), rtol=1e-6), (
            f"The array at place {place} (counting from 0) should be multiplied by one number, but "
            f"its entries were multiplied by {shown([got / grad])[0]}. The direction should stay."
        )
    for place, (got, grad) in enumerate(zip(clipped, grads, strict=True)):
        assert np.allclose(got / grad, factor, rtol=1e-6), (
            f"Every array should be multiplied by {factor:.6f}, but the one at place {place} "
            f"(counting from 0) was multiplied by {(got / grad).min():.6f}."
        )


def test_order_and_grouping_do_not_matter():
    """the same entries in other arrays, in another order or among zeros, have the same norm"""
    grads = gradients(46, [(4, 3), (3,)])
    _, norm = clip(grads, 1.0)
    for others in [grads[::-1], [np.concatenate([grad.ravel() for grad in grads])]]:
        got = clip(others, 1.0)[1]
        assert math.isclose(got, norm, rel_tol=1e-9), (
            f"Arrays of shapes {[grad.shape for grad in grads]} have the norm {norm:.6g}, but the "
            f"same entries in {[grad.shape for grad in others]} have {got:.6g}."
        )
    got = clip([*grads, np.zeros((5, 5))], 1.0)[1]
    assert math.isclose(got, norm, rel_tol=1e-9), (
        f"A further gradient of zeros should leave the norm {norm:.6g} as it is, but it became "
        f"{got:.6g}. Does your norm depend on the number of entries?"
    )


def test_huge_gradients():
    """huge gradients: no square overflows"""
    grads = [np.array([[-3e200, 0.0]]), np.array([-4e200])]
    clipped, norm = clip(grads, 1.0)
    assert math.isclose(norm, 5e200, rel_tol=1e-6), (
        f"The norm of -3e200 and -4e200 should be 5e200, but it is {norm:.6g}. "
        "How large is the square of 3e200?"
    )
    assert np.allclose(clipped[0], [[-0.6, 0.0]], rtol=1e-6), (
        f"[[-3e200, 0]] of the norm 5e200 should become [[-0.6, 0]], not {clipped[0].tolist()}."
    )


def test_tiny_gradients():
    """tiny gradients: no square vanishes"""
    grads = [np.array([3e-200]), np.array([[0.0], [4e-200]])]
    clipped, norm = clip(grads, 1e-200)
    assert math.isclose(norm, 5e-200, rel_tol=1e-6), (
        f"The norm of 3e-200 and 4e-200 should be 5e-200, but it is {norm:.6g}. "
        "What is left of the square of 3e-200?"
    )
    assert math.isclose(float(clipped[0][0]), 6e-201, rel_tol=1e-6), (
        f"With the limit 1e-200, 3e-200 should become 6e-201, not {float(clipped[0][0]):.6g}."
    )


def test_nothing_to_clip():
    """gradients of zeros, empty arrays and an empty list have the norm 0"""
    for shapes in [[(2, 3), (3,)], [(0,)], [(2, 0), (1,)], []]:
        grads = [np.zeros(shape) for shape in shapes]
        clipped, norm = clip(grads, 1.0)
        assert norm == 0.0, f"Zeros of the shapes {shapes} have the norm 0, but yours is {norm!r}."
        for got in clipped:
            assert not np.any(got), f"Zeros should stay zeros, but they became {got.tolist()}."


def test_what_is_no_number_is_refused():
    """NaN or an infinity anywhere raises ValueError"""
    for bad in [math.nan, math.inf, -math.inf]:
        for place, index in [(0, 0), (1, 2), (2, 0)]:
            grads = [np.zeros(1), np.zeros(3), np.array([0.0, 2.0])]
            grads[place][index] = bad
            try:
                clip_by_global_norm(grads, 1.0)
            except ValueError:
                continue
            raise AssertionError(
                f"The gradient at place {place} holds {bad}, which should raise ValueError, but "
                "nothing happened: the next step would ruin every parameter."
            )


def test_inputs_are_left_unchanged():
    """grads and its arrays are left unchanged, whether they are clipped or not"""
    for max_norm in [0.5, 1e6]:
        grads = gradients(47)
        members, copies = list(grads), [grad.copy() for grad in grads]
        clipped = clip_by_global_norm(grads, max_norm)[0]
        same = len(grads) == len(members) and all(map(lambda a, b: a is b, grads, members))
        assert same, "The list grads holds other arrays afterwards: build a new list."
        for grad, copy in zip(grads, copies, strict=True):
            assert np.array_equal(grad, copy), (
                f"With max_norm {max_norm:g} an array of grads holds other numbers afterwards: "
                "make a new one."
            )
        for new, old in zip(clipped, grads, strict=True):
            assert not np.shares_memory(new, old), (
                f"With max_norm {max_norm:g} a returned gradient is the caller's own array. Who "
                "changes one of them changes the other."
            )
