"""Hidden tests of conv2d-padding-stride.

The oracle never builds a border: for every output it visits the kernel's entries and leaves out
those that lie outside of the image. Padding and stride have tests of their own as well.
"""

import numpy as np
from solution import conv2d


def layer(seed, batch, c_in, c_out, size, kernel):
    """Return images, kernels and biases of the given sizes."""
    generator = np.random.default_rng(seed)
    shapes = [(batch, c_in, *size), (c_out, c_in, *kernel), (c_out,)]
    return [generator.normal(size=shape) for shape in shapes]


def by_visiting(x, weight, bias, stride, padding):
    """Compute the outputs one product at a time, skipping what lies outside of the image."""
    (batch, _, H, W), (c_out, c_in, kh, kw) = x.shape, weight.shape
    rows, columns = output_size((H, W), (kh, kw), stride, padding)
    y = np.zeros((batch, c_out, rows, columns))
    for n, o, i, j in np.ndindex(*y.shape):
        total = float(bias[o])
        for c, a, b in np.ndindex(c_in, kh, kw):
            row, column = i * stride + a - padding, j * stride + b - padding
            if 0 <= row < H and 0 <= column < W:
                total += float(x[n, c, row, column]) * float(weight[o, c, a, b])
        y[n, o, i, j] = total
    return y


def output_size(size, kernel, stride, padding):
    """Count the places of a window along each axis by trying them."""
    ends = [length + 2 * padding - window for length, window in zip(size, kernel, strict=True)]
    return tuple(len(range(0, end + 1, stride)) for end in ends)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def output_of(x, weight, bias, **settings):
    """Return the submission's output as a plain copy, once its form is right."""
    y = conv2d(x, weight, bias, **settings)
    assert type(y) is np.ndarray, (
        f"conv2d should return a NumPy array, but it returned {kind_of(y)}."
    )
    assert y.dtype.kind == "f", f"The output should hold floats, but it holds {y.dtype}."
    assert y.ndim == 4, f"The output should have four axes, but its shape is {y.shape}."
    assert y.shape[:2] == (len(x), len(weight)), (
        f"For {len(x)} images and {len(weight)} kernels the output's shape should begin with "
        f"{(len(x), len(weight))}, but it is {y.shape}."
    )
    stride, padding = settings.get("stride", 1), settings.get("padding", 0)
    expected = output_size(x.shape[2:], weight.shape[2:], stride, padding)
    assert y.shape[2:] == expected, (
        f"Images of {x.shape[2:]}, kernels of {weight.shape[2:]}, stride {stride} and padding "
        f"{padding} leave room for {expected} windows, but your output has {y.shape[2:]}."
    )
    return np.array(y, dtype=float)


def test_worked_values():
    """conv2d: padding and stride computed by hand"""
    x = np.array([[[[2.0, 1.0], [4.0, 3.0]]]])
    weight, bias = np.array([[[[1000.0, 100.0], [10.0, 1.0]]]]), np.array([0.25])
    got = output_of(x, weight, bias, padding=1)[0, 0]
    expected = np.array(
        [[2.25, 21.25, 10.25], [204.25, 2143.25, 1030.25], [400.25, 4300.25, 3000.25]]
    )
    assert np.allclose(got, expected, rtol=1e-9), (
        f"With padding 1 the output should be {expected.tolist()}, but it is {got.tolist()}. "
        "At the top left only the 2 is under the kernel, at its lower right; the bias is 0.25."
    )
    got = output_of(x, weight, bias, stride=2, padding=1)[0, 0]
    expected = np.array([[2.25, 10.25], [400.25, 3000.25]])
    assert np.allclose(got, expected, rtol=1e-9), (
        f"With padding 1 and stride 2 every second place is left out, in both directions: "
        f"{expected.tolist()} remains, but yours is {got.tolist()}."
    )


def test_matches_the_definition():
    """conv2d: many sizes, strides and paddings"""
    cases = [
        ((2, 3, 4, (5, 6), (3, 2)), 1, 0),
        ((1, 2, 3, (6, 5), (2, 3)), 2, 1),
        ((3, 1, 2, (4, 7), (1, 4)), 3, 2),
        ((1, 4, 1, (3, 3), (3, 3)), 2, 0),
    ]
    for seed, (sizes, stride, padding) in enumerate(cases):
        x, weight, bias = layer(seed, *sizes)
        got = output_of(x, weight, bias, stride=stride, padding=padding)
        wrong = np.argwhere(
            ~np.isclose(got, by_visiting(x, weight, bias, stride, padding), rtol=1e-6, atol=1e-9)
        )
        assert len(wrong) == 0, (
            f"With stride {stride} and padding {padding}, for x of shape {x.shape} and weight of "
            f"shape {weight.shape}, {len(wrong)} of {got.size} outputs are wrong; the first is at "
            f"{wrong[0].tolist()}."
        )


def test_size_of_the_output():
    """conv2d: as many windows as fit"""
    for size, kernel, stride, padding in [
        ((7, 8), (3, 3), 2, 0),
        ((8, 7), (3, 2), 2, 1),
        ((5, 9), (2, 3), 3, 1),
        ((4, 4), (4, 4), 5, 0),
        ((3, 1), (5, 3), 1, 1),
    ]:
        x, weight, bias = layer(10, 1, 1, 1, size, kernel)
        output_of(x, weight, bias, stride=stride, padding=padding)


def test_defaults():
    """conv2d: by default stride 1 and no padding"""
    x, weight, bias = layer(11, 2, 2, 2, (4, 5), (2, 3))
    got, expected = output_of(x, weight, bias), output_of(x, weight, bias, stride=1, padding=0)
    assert np.array_equal(got, expected), (
        "Without stride and padding the output differs from that with stride 1 and padding 0."
    )


def test_kernels_span_all_channels():
    """conv2d: every kernel sees every input channel"""
    x, weight, _ = layer(12, 1, 3, 3, (4, 4), (2, 2))
    alone = [x * (np.arange(3) == channel)[:, None, None] for channel in range(3)]
    for channel, images in enumerate(alone):
        got = output_of(images, weight, np.zeros(3))
        assert np.all(np.any(got, axis=(2, 3))), (
            f"When only input channel {channel} is not zero, some output channel is zero all over. "
            "Its kernel has weights for that channel too."
        )
    equal = np.repeat(weight[:, :1], 3, axis=1)
    got, expected = output_of(x, equal, np.zeros(3)), by_visiting(x, equal, np.zeros(3), 1, 0)
    assert np.allclose(got, expected, rtol=1e-6), (
        "With kernels that look for the same in every channel the outputs are wrong. What a kernel "
        "finds in each of the channels is added up."
    )
    for channel, images in enumerate(alone):
        got = output_of(images, weight, np.zeros(3))
        assert np.allclose(got, by_visiting(images, weight, np.zeros(3), 1, 0), rtol=1e-6), (
            f"When only input channel {channel} is not zero the outputs are wrong. Which part of a "
            "kernel belongs to that channel?"
        )


def test_bias_belongs_to_an_output_channel():
    """conv2d: one bias for each output channel"""
    bias = np.array([1.0, -2.0, 4.0])
    got = output_of(np.zeros((2, 1, 3, 3)), np.ones((3, 1, 1, 1)), bias)
    for channel in range(3):
        assert np.array_equal(got[:, channel], np.full((2, 3, 3), bias[channel])), (
            f"For images of zeros, output channel {channel} should be its bias {bias[channel]} "
            f"everywhere, but for the first image it is {got[0, channel].tolist()}."
        )


def test_stride_leaves_out_places():
    """conv2d: a stride keeps every so many places of stride 1"""
    x, weight, bias = layer(13, 1, 2, 2, (7, 8), (3, 2))
    got, expected = output_of(x, weight, bias, stride=8), output_of(x, weight, bias)[:, :, :1, :1]
    assert np.allclose(got, expected, rtol=1e-6), (
        "With a stride as wide as the image only the first window is left, and it should give what "
        "it gives with stride 1. Does the stride leave out pixels inside of the window?"
    )
    everywhere = output_of(x, weight, bias, padding=1)
    for stride in (2, 3):
        got = output_of(x, weight, bias, stride=stride, padding=1)
        assert np.allclose(got, everywhere[:, :, ::stride, ::stride], rtol=1e-6), (
            f"With stride {stride} the output should be every {stride}. row and column of what "
            "stride 1 gives. The windows themselves have no gaps."
        )


def test_padding_is_a_border_of_zeros():
    """conv2d: padding is a border of zeros on all four sides"""
    x, weight, bias = layer(14, 2, 2, 3, (3, 4), (3, 3))
    got = output_of(x[:, :1], np.ones((1, 1, 1, 1)), np.zeros(1), padding=2)
    assert np.array_equal(got[:, :, 2:-2, 2:-2], x[:, :1]), (
        "A kernel of a single 1 shows the padded image itself, and the image should lie in its "
        "middle, with a border of 2 on all four sides."
    )
    assert np.isclose(np.abs(got).sum(), np.abs(x[:, 0]).sum(), rtol=1e-6), (
        "A kernel of a single 1 shows the padded image itself, and your border holds other numbers "
        "than 0."
    )
    framed = np.zeros((2, 2, 7, 8))
    framed[:, :, 2:5, 2:6] = x
    got, expected = output_of(x, weight, bias, padding=2), output_of(framed, weight, bias)
    assert np.allclose(got, expected, rtol=1e-6), (
        "Padding 2 should give the same as images that bring two rows and columns of zeros on "
        "each side with them."
    )


def test_inputs_are_left_unchanged():
    """x, weight and bias are left unchanged"""
    given = layer(15, 1, 2, 2, (4, 4), (2, 2))
    before = [array.copy() for array in given]
    output_of(*given)
    output_of(*given, stride=2, padding=1)
    for name, array, copy in zip(["x", "weight", "bias"], given, before, strict=True):
        assert np.array_equal(array, copy), (
            f"conv2d changed {name}. A window is a view of the image: write into a new array."
        )
