"""Hidden tests of max-pool2d.

Forward and backward are tested apart. Images for the gradient are permutations, so that no two
pixels are equal, except in the test that is about ties.
"""

import numpy as np
from solution import max_pool2d, max_pool2d_backward

CASES = [  # shape, size, stride: side by side, overlapping, with gaps, with pixels left over
    ((2, 3, 4, 6), 2, 2),
    ((1, 2, 5, 4), 3, 1),
    ((2, 1, 7, 8), 2, 3),
    ((1, 1, 8, 5), 3, 2),
    ((1, 2, 3, 3), 3, 3),
]


def distinct(seed, shape):
    """Return images of the numbers 1, 2, ... in random order and with every second sign turned."""
    numbers = np.arange(1.0, np.prod(shape) + 1)
    numbers[::2] *= -1
    return np.random.default_rng(seed).permutation(numbers).reshape(shape)


def sample(seed, shape):
    """Return random numbers of the given shape."""
    return np.random.default_rng(seed).normal(size=shape, scale=3)


def by_sorting(x, size, stride):
    """Pool by sorting the numbers of each window."""
    rows, columns = (len(range(0, length - size + 1, stride)) for length in x.shape[2:])
    y = np.zeros((*x.shape[:2], rows, columns))
    for n, c, i, j in np.ndindex(*y.shape):
        window = x[n, c, i * stride :, j * stride :][:size, :size]
        y[n, c, i, j] = sorted(window.ravel().tolist())[-1]
    return y


def nudged(grad, x, size, stride, step=0.25):
    """Estimate the gradient by nudging each element of x, by too little to change who wins."""
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += step
        down[index] -= step
        rise = by_sorting(up, size, stride) - by_sorting(down, size, stride)
        slopes[index] = np.sum(grad * rise) / (2 * step)
    return slopes


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
    shape = by_sorting(x, size, stride).shape
    return plain(max_pool2d(x, size, stride), "max_pool2d", shape)


def sent_back(grad, x, size, stride):
    """Return the submission's gradient, once its form is right."""
    return plain(max_pool2d_backward(grad, x, size, stride), "max_pool2d_backward", x.shape)


def test_forward_worked_values():
    """max_pool2d: windows side by side, computed by hand"""
    x = np.array([[[[1.0, 5.0, 0.0, 2.0], [3.0, -2.0, 8.0, 4.0]]]])
    got = pooled(x, 2, 2)
    assert np.array_equal(got, [[[[5.0, 8.0]]]]), (
        f"The windows [[1, 5], [3, -2]] and [[0, 2], [8, 4]] give 5 and 8, not {got.tolist()}."
    )


def test_forward_matches_sorting():
    """max_pool2d: windows of many sizes and strides"""
    for seed, (shape, size, stride) in enumerate(CASES):
        x = sample(seed, shape) + 10  # all positive
        got, expected = pooled(x, size, stride), by_sorting(x, size, stride)
        wrong = np.argwhere(got != expected)
        assert len(wrong) == 0, (
            f"For x of shape {shape}, size {size} and stride {stride}, {len(wrong)} of {got.size} "
            f"outputs are not the largest of their window, the first at {wrong[0].tolist()}."
        )


def test_forward_of_negative_images():
    """max_pool2d: the largest of negative numbers is negative"""
    for seed, (shape, size, stride) in enumerate(CASES):
        x = -np.abs(sample(seed, shape)) - 1
        got, expected = pooled(x, size, stride), by_sorting(x, size, stride)
        assert np.array_equal(got, expected), (
            f"All elements are negative, so the largest of a window is too: {expected[0, 0, 0]} "
            f"in the first row, not {got[0, 0, 0]}. With what does your comparison begin?"
        )


def test_forward_with_windows_of_one():
    """max_pool2d: windows of a single element keep it"""
    x = distinct(10, (2, 2, 3, 4))
    assert np.array_equal(pooled(x, 1, 1), x), "Windows of one element give the image itself."
    assert np.array_equal(pooled(x, 1, 2), x[:, :, ::2, ::2]), (
        "Windows of one element with stride 2 give every second row and column."
    )


def test_backward_worked_values():
    """max_pool2d_backward: each window's gradient goes to its largest element"""
    x = np.array([[[[1.0, 5.0, 0.0, -2.0], [3.0, -2.0, 8.0, 4.0], [9.0, 9.0, 9.0, 9.0]]]])
    got = sent_back(np.array([[[[10.0, -20.0]]]]), x, 2, 2)
    expected = np.array([[[[0.0, 10, 0, 0], [0, 0, -20, 0], [0, 0, 0, 0]]]])
    assert np.array_equal(got, expected), (
        "The windows [[1, 5], [3, -2]] and [[0, -2], [8, 4]] have the gradients 10 and -20, so 5 "
        f"and 8 should get them and all others 0, but yours is {got.tolist()}."
    )


def test_backward_adds_up_where_windows_overlap():
    """max_pool2d_backward: an element that wins twice gets the sum"""
    x = np.zeros((1, 1, 3, 3))
    x[0, 0, 1, 1] = 1.0
    got = sent_back(np.array([[[[1.0, 2.0], [4.0, 8.0]]]]), x, 2, 1)
    assert got[0, 0, 1, 1] == 15, (
        "The middle of a 3 by 3 image is the largest element of all four 2 by 2 windows, whose "
        f"gradients are 1, 2, 4 and 8. It should get 15, but it gets {got[0, 0, 1, 1]}."
    )
    assert np.count_nonzero(got) == 1, (
        f"Only the middle is ever chosen, so all other gradients should be 0: {got.tolist()}."
    )


def test_backward_of_ties():
    """max_pool2d_backward: of equal elements the first gets it all"""
    x = np.array([[[[0.0, 0.0, 1.0, 6.0], [0.0, 0.0, 6.0, 6.0]]]])
    got = sent_back(np.array([[[[3.0, 4.0]]]]), x, 2, 2)
    assert np.isclose(got.sum(), 7, rtol=1e-9), (
        f"The gradients 3 and 4 go to one element each, but you hand out {got.sum()} in all: "
        "is a tie counted more than once?"
    )
    expected = np.array([[[[3.0, 0, 0, 4], [0, 0, 0, 0]]]])
    assert np.array_equal(got, expected), (
        "In the windows [[0, 0], [0, 0]] and [[1, 6], [6, 6]] the first of the largest, row by "
        f"row, gets everything: {expected.tolist()}, not {got.tolist()}."
    )


def test_backward_matches_finite_differences():
    """max_pool2d_backward: the slope of max pooling, for many sizes and strides"""
    overlapping = []
    for seed, (shape, size, stride) in enumerate(CASES):
        x = distinct(seed, shape)
        grad = sample(seed + 20, by_sorting(x, size, stride).shape)
        if stride < size:
            overlapping.append((x, grad, size, stride))
            continue
        got, expected = sent_back(grad, x, size, stride), nudged(grad, x, size, stride)
        assert np.allclose(got, expected, rtol=1e-6, atol=1e-9), (
            f"For x of shape {shape}, size {size} and stride {stride}, where no windows overlap, "
            "nudging each element shows another gradient."
        )
    for x, grad, size, stride in overlapping:
        got, expected = sent_back(grad, x, size, stride), nudged(grad, x, size, stride)
        assert np.allclose(got, expected, rtol=1e-6, atol=1e-9), (
            f"For x of shape {x.shape}, size {size} and stride {stride}, where windows overlap, "
            "nudging each element shows another gradient."
        )


def test_inputs_are_left_unchanged():
    """x and grad are left unchanged"""
    x, grad = distinct(11, (1, 2, 4, 4)), sample(12, (1, 2, 3, 3))
    x_before, grad_before = x.copy(), grad.copy()
    pooled(x, 2, 1)
    sent_back(grad, x, 2, 1)
    assert np.array_equal(x, x_before), (
        "x holds other numbers afterwards. A window is a view of the image: do not write into it."
    )
    assert np.array_equal(grad, grad_before), "grad holds other numbers afterwards."
