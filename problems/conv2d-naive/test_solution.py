"""Hidden tests of conv2d-naive.

The oracle adds up shifted copies of the whole image, one for each entry of the kernel, so it shares
no loop with a submission that goes from window to window.
"""

import numpy as np
from solution import conv2d


def sample(seed, shape):
    """Return a random table of the given shape."""
    return np.random.default_rng(seed).normal(size=shape, scale=2)


def by_shifts(image, kernel):
    """Add up one shifted copy of the image for each entry of the kernel."""
    rows = image.shape[0] - kernel.shape[0] + 1
    columns = image.shape[1] - kernel.shape[1] + 1
    total = np.zeros((rows, columns))
    for (a, b), weight in np.ndenumerate(kernel):
        total += weight * image[a:, b:][:rows, :columns]
    return total


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def response_of(image, kernel):
    """Return the submission's response as a plain copy, once its form is right."""
    response = conv2d(image, kernel)
    assert type(response) is np.ndarray, (
        f"conv2d should return a NumPy array, but it returned {kind_of(response)}."
    )
    assert response.dtype.kind == "f", (
        f"The response should hold floats, but it holds {response.dtype}."
    )
    expected = (image.shape[0] - kernel.shape[0] + 1, image.shape[1] - kernel.shape[1] + 1)
    assert response.ndim == 2, f"The response should have two axes, but it has {response.ndim}."
    assert max(np.subtract(response.shape, expected)) <= 0, (
        f"Your response has shape {response.shape}, but the kernel, {kernel.shape}, fits into "
        f"the image of shape {image.shape} at {expected} places only. Nothing is added around it."
    )
    assert response.shape == expected, (
        f"A kernel of shape {kernel.shape} fits into an image of shape {image.shape} at {expected} "
        f"places, but your response has shape {response.shape}."
    )
    return np.array(response, dtype=float)


def test_worked_values():
    """conv2d: a response computed by hand"""
    image = np.array([[1.0, 2.0, 0.0], [0.0, -1.0, 3.0], [4.0, 1.0, 1.0]])
    got = response_of(image, np.array([[1.0, 2.0], [3.0, -1.0]]))
    expected = np.array([[6.0, -4.0], [9.0, 7.0]])
    assert np.allclose(got, expected, rtol=1e-9), (
        f"The response should be {expected.tolist()}, but it is {got.tolist()}. Its first entry is "
        "1*1 + 2*2 + 0*3 + (-1)*(-1): the window at the top left, times the kernel."
    )


def test_matches_shifted_copies():
    """conv2d: images and kernels of many shapes"""
    for seed, (shape, size) in enumerate([((5, 7), (2, 3)), ((6, 4), (3, 1)), ((4, 9), (1, 4))]):
        image, kernel = sample(seed, shape), sample(seed + 10, size)
        got, expected = response_of(image, kernel), by_shifts(image, kernel)
        wrong = np.argwhere(~np.isclose(got, expected, rtol=1e-6, atol=1e-9))
        assert len(wrong) == 0, (
            f"For an image of shape {shape} and a kernel of shape {size}, {len(wrong)} of "
            f"{got.size} entries are wrong, the first at row and column {wrong[0].tolist()}."
        )


def test_one_hot_kernels_pick_a_part_of_the_image():
    """conv2d: a kernel with a single 1 picks out a part of the image"""
    image = sample(20, (4, 5))
    for a, b in np.ndindex(2, 3):
        kernel = np.zeros((2, 3))
        kernel[a, b] = 1.0
        got, expected = response_of(image, kernel), image[a : a + 3, b : b + 3]
        assert np.array_equal(got, expected), (
            f"With its single 1 at row {a} and column {b}, the kernel should pick the part of the "
            "image that begins there. Is the kernel turned or transposed on the way?"
        )


def test_kernel_of_ones_adds_up():
    """conv2d: a kernel of ones adds up each window"""
    image = np.arange(1.0, 21.0).reshape(4, 5)
    got = response_of(image, np.ones((3, 3)))
    expected = np.array([[63.0, 72.0, 81.0], [108.0, 117.0, 126.0]])
    assert np.allclose(got, expected, rtol=1e-9), (
        f"A 3 by 3 kernel of ones adds up nine neighbours. For the numbers 1 to 20 in four rows "
        f"that is {expected.tolist()}, but yours is {got.tolist()}."
    )


def test_square_kernels_are_not_transposed():
    """conv2d: rows of the kernel meet rows of the image"""
    image = np.zeros((5, 5))
    image[2, :] = 1.0  # a horizontal line
    lying, standing = np.zeros((3, 3)), np.zeros((3, 3))
    lying[1, :], standing[:, 1] = 1.0, 1.0
    got = response_of(image, lying)
    assert np.allclose(got, [[0, 0, 0], [3, 3, 3], [0, 0, 0]]), (
        "A horizontal line should answer a horizontal kernel with 3 in the middle row, not with "
        f"{got.tolist()}."
    )
    got = response_of(image, standing)
    assert np.allclose(got, np.ones((3, 3))), (
        "A horizontal line crosses a vertical kernel once wherever it is, so every entry should be "
        f"1, but yours are {got.tolist()}."
    )


def test_smallest_and_largest_kernels():
    """conv2d: a kernel of one number, and one as large as the image"""
    image = sample(30, (3, 4))
    got = response_of(image, np.array([[-2.0]]))
    assert np.allclose(got, -2 * image, rtol=1e-9), (
        "A kernel of one number, -2, should give the image times -2."
    )
    kernel = sample(31, (3, 4))
    got, expected = response_of(image, kernel), sum(map(float.__mul__, *flat(image, kernel)))
    assert np.isclose(got[0, 0], expected, rtol=1e-6), (
        f"A kernel as large as the image fits once, and the response should be {expected:.6g}, "
        f"but it is {got[0, 0]:.6g}."
    )
    got = response_of(np.array([[3.0]]), np.array([[0.5]]))
    assert got[0, 0] == 1.5, f"An image of 3 and a kernel of 0.5 give 1.5, not {got.tolist()}."


def flat(*tables):
    """Return the numbers of each table as a list."""
    return [table.ravel().tolist() for table in tables]


def test_inputs_are_left_unchanged():
    """image and kernel are left unchanged"""
    image, kernel = sample(40, (4, 4)), sample(41, (2, 2))
    image_before, kernel_before = image.copy(), kernel.copy()
    response_of(image, kernel)
    assert np.array_equal(image, image_before), (
        "conv2d changed the image. A slice is a view: writing into it writes into the image."
    )
    assert np.array_equal(kernel, kernel_before), (
        "conv2d changed the kernel. The next window needs it as it was."
    )
