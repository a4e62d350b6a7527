"""Hidden tests of conv2d-backward.

The layer is linear in its images and in its kernels, so a change of either changes the loss by an
amount that a forward pass tells exactly. That pass visits one product at a time, without a border.
"""

import numpy as np
from solution import conv2d_backward

CASES = [  # batch, c_in, c_out, size, kernel, stride, padding
    (2, 3, 2, (4, 5), (3, 2), 1, 0),
    (1, 2, 3, (6, 7), (2, 3), 2, 0),
    (2, 1, 2, (7, 5), (2, 2), 3, 0),
    (1, 2, 2, (3, 4), (3, 3), 1, 1),
    (2, 2, 1, (5, 4), (2, 3), 2, 2),
]


def layer(seed, batch, c_in, c_out, size, kernel, stride, padding):
    """Return a gradient, images and kernels that fit together."""
    generator = np.random.default_rng(seed)
    ends = [length + 2 * padding - k for length, k in zip(size, kernel, strict=True)]
    places = [len(range(0, end + 1, stride)) for end in ends]
    shapes = [(batch, c_out, *places), (batch, c_in, *size), (c_out, c_in, *kernel)]
    return [generator.normal(size=shape) for shape in shapes]


def change_of_loss(grad, x, weight, stride, padding):
    """Return the sum of grad times the layer's output, one product at a time."""
    (H, W), total = x.shape[2:], 0.0
    for i, j in np.ndindex(*grad.shape[2:]):
        for a, b in np.ndindex(*weight.shape[2:]):
            row, column = i * stride + a - padding, j * stride + b - padding
            if 0 <= row < H and 0 <= column < W:
                response = x[:, :, row, column] @ weight[:, :, a, b].T
                total += float(np.sum(grad[:, :, i, j] * response))
    return total


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def gradients_of(grad, x, weight, **settings):
    """Return the submission's three gradients as plain arrays, once their form is right."""
    result = conv2d_backward(grad, x, weight, **settings)
    assert type(result) is tuple, (
        f"conv2d_backward should return a tuple of three arrays, but it returned {kind_of(result)}."
    )
    assert len(result) == 3, f"There are three gradients to return, not {len(result)}."
    for name, array in zip(["grad_x", "grad_weight", "grad_bias"], result, strict=True):
        assert type(array) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(array)}."
        assert array.dtype.kind == "f", f"{name} should hold floats, but it holds {array.dtype}."
    grad_x, grad_weight, grad_bias = result
    assert grad_x.shape == x.shape, (
        f"x has shape {x.shape}, so its gradient should too, but grad_x has shape {grad_x.shape}."
    )
    assert grad_weight.shape == weight.shape, (
        f"weight has shape {weight.shape}, so its gradient should too, but grad_weight has shape "
        f"{grad_weight.shape}."
    )
    assert grad_bias.shape == (len(weight),), (
        f"There is one bias per output channel, so grad_bias should have shape {(len(weight),)}, "
        f"but it has shape {grad_bias.shape}."
    )
    return [np.array(array, dtype=float) for array in result]


def test_worked_values():
    """conv2d_backward: a small image computed by hand"""
    x = np.array([[[[2.0, 0.0, 1.0], [3.0, 4.0, 5.0]]]])
    weight = np.array([[[[1.0, 10.0], [100.0, 1000.0]]]])
    grad_x, grad_weight, grad_bias = gradients_of(np.array([[[[3.0, 2.0]]]]), x, weight)
    expected = np.array([[3.0, 32.0, 20.0], [300.0, 3200.0, 2000.0]])
    assert np.allclose(grad_x[0, 0], expected, rtol=1e-9), (
        f"grad_x should be {expected.tolist()}, but it is {grad_x[0, 0].tolist()}. The kernel, "
        "times 3, belongs at the left, and times 2 one column further; where both lie, they add up."
    )
    expected = np.array([[6.0, 2.0], [17.0, 22.0]])
    assert np.allclose(grad_weight[0, 0], expected, rtol=1e-9), (
        f"grad_weight should be {expected.tolist()}, but it is {grad_weight[0, 0].tolist()}: three "
        "times the left window plus twice the right one."
    )
    assert np.allclose(grad_bias, [5.0], rtol=1e-9), (
        f"The bias was added at both places, so grad_bias should be [5], not {grad_bias.tolist()}."
    )


def test_padding_and_stride_worked_values():
    """conv2d_backward: a border and a stride, computed by hand"""
    x, grad = np.array([[[[7.0, 3.0]]]]), np.array([[[[1.0, 10.0]]]])
    weight = np.array([[[[5.0, 6.0], [2.0, 4.0], [8.0, 9.0]]]])
    grad_x, grad_weight, _ = gradients_of(grad, x, weight, stride=2, padding=1)
    assert np.allclose(grad_x, [[[[4.0, 20.0]]]], rtol=1e-9), (
        "Of two windows, two columns apart, the first covers the 7 with the 4 of the kernel and "
        f"the second the 3 with the 2, so grad_x should be [[4, 20]], not {grad_x[0, 0].tolist()}."
    )
    expected = np.array([[0.0, 0.0], [30.0, 7.0], [0.0, 0.0]])
    assert np.allclose(grad_weight[0, 0], expected, rtol=1e-9), (
        "Only the middle row of the kernel ever meets the image: grad_weight should be "
        f"{expected.tolist()}, not {grad_weight[0, 0].tolist()}."
    )


def check_images(cases, where):
    """Compare what grad_x says with the change that the loss shows."""
    for seed, case in enumerate(cases):
        settings = {"stride": case[5], "padding": case[6]}
        grad, x, weight = layer(seed, *case)
        grad_x = gradients_of(grad, x, weight, **settings)[0]
        for change in np.random.default_rng(seed + 30).normal(size=(3, *x.shape)):
            yield (
                float(np.sum(grad_x * change)),
                change_of_loss(grad, change, weight, **settings),
                f"For x of shape {x.shape}, weight of shape {weight.shape} and {settings}{where}, "
                "changing the images changes the loss by another amount than grad_x says.",
            )


def test_gradient_of_the_images():
    """conv2d_backward: grad_x tells how the loss changes with the images"""
    for got, expected, message in check_images(CASES[:1], ""):
        assert np.isclose(got, expected, rtol=1e-6, atol=1e-9), message
    for got, expected, message in check_images(CASES[1:3], ", with a stride"):
        assert np.isclose(got, expected, rtol=1e-6, atol=1e-9), message
    for got, expected, message in check_images(CASES[3:], ", with a border"):
        assert np.isclose(got, expected, rtol=1e-6, atol=1e-9), message


def test_gradient_of_the_kernels():
    """conv2d_backward: grad_weight tells how the loss changes with the kernels"""
    grad, x, weight = layer(8, *CASES[0])
    grad[:, :, -1, -1] = 0.0
    assert np.any(gradients_of(grad, x, weight)[1]), (
        "When only the last place has no gradient, grad_weight is all zero. What became of the "
        "other places?"
    )
    for seed, case in enumerate(CASES):
        settings = {"stride": case[5], "padding": case[6]}
        grad, x, weight = layer(seed, *case)
        grad_weight = gradients_of(grad, x, weight, **settings)[1]
        for change in np.random.default_rng(seed + 40).normal(size=(3, *weight.shape)):
            got = float(np.sum(grad_weight * change))
            expected = change_of_loss(grad, x, change, **settings)
            assert np.isclose(got, expected, rtol=1e-6, atol=1e-9), (
                f"For x of shape {x.shape}, weight of shape {weight.shape} and {settings}, "
                f"changing the kernels changes the loss by {expected:.6g}, but grad_weight says "
                f"{got:.6g}."
            )


def test_gradient_of_the_biases():
    """conv2d_backward: grad_bias adds up all places of all examples"""
    grad, x, weight = layer(5, *CASES[0])
    grad_bias = gradients_of(grad, x, weight)[2]
    for channel in range(2):
        expected = sum(grad[:, channel].ravel().tolist())
        assert np.isclose(grad_bias[channel], expected, rtol=1e-6), (
            f"The bias of channel {channel} was added at every place of both images, where the "
            f"gradients add up to {expected:.6g}, but grad_bias says {grad_bias[channel]:.6g}."
        )


def test_the_batch_adds_up():
    """conv2d_backward: a batch seen twice has twice the gradient of kernels and biases"""
    grad, x, weight = layer(6, *CASES[0])
    once = gradients_of(grad, x, weight)
    twice = gradients_of(np.concatenate([grad, grad]), np.concatenate([x, x]), weight)
    assert np.allclose(twice[0], np.concatenate([once[0], once[0]]), rtol=1e-9), (
        "With every image twice, each should get the same gradient as before."
    )
    assert np.allclose(twice[1], 2 * once[1], rtol=1e-9), (
        "With every image twice, grad_weight should be twice as large. Is it a mean?"
    )
    assert np.allclose(twice[2], 2 * once[2], rtol=1e-9), (
        "With every image twice, grad_bias should be twice as large. Is it a mean?"
    )


def test_inputs_are_left_unchanged():
    """grad, x and weight are left unchanged"""
    given = layer(7, *CASES[3])
    before = [array.copy() for array in given]
    gradients_of(*given, padding=1)
    for name, array, copy in zip(["grad", "x", "weight"], given, before, strict=True):
        assert np.array_equal(array, copy), (
            f"conv2d_backward changed {name}: write into new arrays."
        )
