"""Hidden tests of avg-pool2d.

Averaging is linear, so its gradient is known from one identity: for any image x the sums of
grad * pool(x) and of backward(grad) * x are equal. The tests take pool(x) from an oracle of theirs.
"""

import math

import numpy as np
from solution import avg_pool2d, avg_pool2d_backward

CASES = [  # shape, size, stride: side by side, whole images, with gaps, and overlapping
    ((2, 3, 4, 6), 2, 2),
    ((3, 2, 3, 3), 3, 3),
    ((2, 1, 7, 8), 2, 3),
    ((1, 2, 5, 4), 3, 1),
    ((1, 1, 8, 5), 3, 2),
]


def sample(seed, shape):
    """Return random numbers of the given shape."""
    return np.random.default_rng(seed).normal(size=shape, scale=3)


def by_exact_sums(x, size, stride):
    """Pool by adding up the numbers of each window without rounding."""
    rows, columns = (len(range(0, length - size + 1, stride)) for length in x.shape[2:])
    y = np.zeros((*x.shape[:2], rows, columns))
    for n, c, i, j in np.ndindex(*y.shape):
        window = x[n, c, i * stride :, j * stride :][:size, :size].ravel().tolist()
        y[n, c, i, j] = math.fsum(window) / len(window)
    return y


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def plain(array, name, shape):
    """Return a returned array as a plain copy, once its form is right."""
    assert type(array) is np.ndarray, (
        f"{name} should return a NumPy array, but it returned {kind_of(array)}."
    )
    assert array.dtype.kind == "f", f"{name} should return floats, but it returned {array.dtype}."
    assert array.shape == shape, f"{name} should return shape {shape}, not {array.shape}."
    return np.array(array, dtype=float)


def pooled(x, size, stride):
    """Return the submission's output, once its form is right."""
    shape = by_exact_sums(x, size, stride).shape
    return plain(avg_pool2d(x, size, stride), "avg_pool2d", shape)


def sent_back(grad, shape, size, stride):
    """Return the submission's gradient, once its form is right."""
    return plain(avg_pool2d_backward(grad, shape, size, stride), "avg_pool2d_backward", shape)


def test_forward_worked_values():
    """avg_pool2d: windows side by side, computed by hand"""
    x = np.array([[[[1.0, 5.0, 0.0, 2.0], [3.0, -1.0, 8.0, 4.0]]]])
    got = pooled(x, 2, 2)
    assert np.allclose(got, [[[[2.0, 3.5]]]], rtol=1e-9), (
        "The windows [[1, 5], [3, -1]] and [[0, 2], [8, 4]] add up to 8 and 14, so their means are "
        f"2 and 3.5, not {got.ravel().tolist()}."
    )


def test_forward_matches_exact_sums():
    """avg_pool2d: windows of many sizes and strides"""
    for seed, (shape, size, stride) in enumerate(CASES):
        x = sample(seed, shape)
        got, expected = pooled(x, size, stride), by_exact_sums(x, size, stride)
        wrong = np.argwhere(~np.isclose(got, expected, rtol=1e-6, atol=1e-9))
        assert len(wrong) == 0, (
            f"For x of shape {shape}, size {size} and stride {stride}, {len(wrong)} of {got.size} "
            f"outputs are not the mean of their window, the first at {wrong[0].tolist()}."
        )


def test_forward_of_even_images():
    """avg_pool2d: an image of one colour keeps its colour"""
    for size, stride in [(1, 1), (2, 1), (2, 2), (3, 2), (4, 1)]:
        got = pooled(np.full((1, 2, 4, 5), -2.5), size, stride)
        assert size == 1 or not np.allclose(got, -2.5 * size**2, rtol=1e-9), (
            f"For size {size} your output is the sum of a window, {got[0, 0, 0, 0]:.6g}."
        )
        assert np.allclose(got, -2.5, rtol=1e-9), (
            f"Every element is -2.5, so every mean is too, whatever the window; for size {size} "
            f"yours begins with {got[0, 0, 0, 0]:.6g}. By how many elements do you divide?"
        )


def test_backward_worked_values():
    """avg_pool2d_backward: equal shares, computed by hand"""
    got = sent_back(np.array([[[[4.0, -8.0]]]]), (1, 1, 3, 4), 2, 2)
    assert np.isclose(got.sum(), -4, rtol=1e-9), (
        "The windows' gradients are 4 and -8. Shared out, they should still add up to -4, but "
        f"yours add up to {got.sum():.6g}. How large is one share?"
    )
    expected = np.array([[[[1.0, 1, -2, -2], [1, 1, -2, -2], [0, 0, 0, 0]]]])
    assert np.allclose(got, expected, rtol=1e-9), (
        "Each of the four elements of a window gets a quarter of its gradient, 4 or -8, and the "
        f"third row belongs to no window: {expected.tolist()}, not {got.tolist()}."
    )


def test_backward_adds_up_where_windows_overlap():
    """avg_pool2d_backward: an element of several windows gets a share from each"""
    got = sent_back(np.array([[[[4.0, 8.0], [16.0, 32.0]]]]), (1, 1, 3, 3), 2, 1)[0, 0]
    expected = np.array([[1.0, 3.0, 2.0], [5.0, 15.0, 10.0], [4.0, 12.0, 8.0]])
    assert got[1, 1] >= 8, (
        "Four overlapping windows have the gradients 4, 8, 16 and 32. The middle element belongs "
        f"to all, but gets only {got[1, 1]:.6g}, less than its share of the last alone."
    )
    assert np.allclose(got, expected, rtol=1e-9), (
        "Four overlapping windows have the gradients 4, 8, 16 and 32. The middle element belongs "
        f"to all and gets 1 + 2 + 4 + 8 = 15; in all it is {expected.tolist()}, not {got.tolist()}."
    )


def test_backward_is_the_gradient_of_forward():
    """avg_pool2d_backward: tells how the outputs change, for many sizes and strides"""
    for seed, (shape, size, stride) in enumerate(CASES):
        grad = sample(seed, by_exact_sums(np.zeros(shape), size, stride).shape)
        back = sent_back(grad, shape, size, stride)
        for change in (sample(seed + 20 + k, shape) for k in range(4)):
            got = float(np.sum(back * change))
            expected = float(np.sum(grad * by_exact_sums(change, size, stride)))
            assert np.isclose(got, expected, rtol=1e-6, atol=1e-9), (
                f"For x of shape {shape}, size {size} and stride {stride}, a change of x changes "
                f"the loss by {expected:.6g}, but your gradient says {got:.6g}."
            )


def test_images_and_channels_do_not_mix():
    """avg_pool2d and avg_pool2d_backward: images and channels do not mix"""
    x = np.zeros((2, 3, 4, 4))
    x[1, 2] = 1.0
    got = np.argwhere(pooled(x, 2, 2).any(axis=(2, 3))).tolist()
    assert got == [[1, 2]], (
        "Only channel 2 of image 1 is not zero, so only there should the means differ from 0, but "
        f"they do so in the places (image, channel) {got}."
    )
    grad = np.zeros((2, 3, 2, 2))
    grad[0, 1] = 1.0
    got = np.argwhere(sent_back(grad, (2, 3, 4, 4), 2, 2).any(axis=(2, 3))).tolist()
    assert got == [[0, 1]], (
        "Only channel 1 of image 0 has a gradient, so only there should it arrive, but it arrives "
        f"in the places (image, channel) {got}."
    )


def test_inputs_are_left_unchanged():
    """x and grad are left unchanged"""
    x, grad = sample(11, (1, 2, 4, 4)), sample(12, (1, 2, 3, 3))
    x_before, grad_before = x.copy(), grad.copy()
    pooled(x, 2, 1)
    sent_back(grad, (1, 2, 4, 4), 2, 1)
    assert np.array_equal(x, x_before), (
        "x holds other numbers afterwards. A window is a view of the image: do not write into it."
    )
    assert np.array_equal(grad, grad_before), (
        "grad holds other numbers afterwards. `/=` writes into the array it is applied to."
    )
