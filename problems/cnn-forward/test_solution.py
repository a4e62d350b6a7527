"""Hidden tests of cnn-forward.

The oracle computes one number after the other, without a border and without a window. Parameters
made by hand single out one step of the network each.
"""

import numpy as np
from solution import cnn_forward


def network(seed, c_in, c1, c2, n_features, n_classes):
    """Return random parameters for a network of the given sizes."""
    generator = np.random.default_rng(seed)
    shapes = [(c1, c_in, 3, 3), (c1,), (c2, c1, 3, 3), (c2,), (n_features, n_classes), (n_classes,)]
    return [generator.normal(size=shape) for shape in shapes]


def copying(channels):
    """Return 3 by 3 kernels that copy each channel, and biases of 0."""
    weight = np.zeros((channels, channels, 3, 3))
    weight[range(channels), range(channels), 1, 1] = 1.0
    return [weight, np.zeros(channels)]


def slow_block(image, weight, bias):
    """Convolve, cut off, and pool one image, one number at a time."""
    (channels, H, W), outputs = image.shape, len(weight)
    response = np.zeros((outputs, H // 2, W // 2))  # begins at 0, as the ReLU would have it
    for o, i, j in np.ndindex(outputs, H // 2 * 2, W // 2 * 2):
        total = float(bias[o])
        for c, a, b in np.ndindex(channels, 3, 3):
            row, column = i + a - 1, j + b - 1
            if 0 <= row < H and 0 <= column < W:
                total += float(image[c, row, column]) * float(weight[o, c, a, b])
        response[o, i // 2, j // 2] = max(response[o, i // 2, j // 2], total)
    return response


def slow_features(image, params):
    """Return the features of one image as a list, in their order."""
    last = slow_block(slow_block(image, *params[:2]), *params[2:4])
    return [float(last[index]) for index in np.ndindex(*last.shape)]


def slow_scores(x, params):
    """Return the scores of every class for every image."""
    features = np.array([slow_features(image, params) for image in x])
    return np.array([[row @ column for column in params[4].T] for row in features]) + params[5]


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def scores_of(x, params):
    """Return the submission's scores as a plain copy, once their form is right."""
    scores = cnn_forward(x, params)
    assert type(scores) is np.ndarray, (
        f"cnn_forward should return a NumPy array, but it returned {kind_of(scores)}."
    )
    assert scores.dtype.kind == "f", f"The scores should be floats, but they are {scores.dtype}."
    expected = (len(x), len(params[5]))
    assert scores.shape == expected, (
        f"For {expected[0]} images and {expected[1]} classes the scores should have shape "
        f"{expected}, but they have shape {scores.shape}."
    )
    return np.array(scores, dtype=float)


def test_kernels_that_copy():
    """cnn_forward: with kernels that copy, only the poolings are left"""
    x = np.array([[[[1.0, 2.0, 8.0, 3.0]] * 2 + [[4.0, 0.0, -9.0, 5.0]] * 2]])
    params = [*copying(1), *copying(1), np.array([[3.0]]), np.array([-4.0])]
    got = scores_of(x, params)
    assert np.allclose(got, [[20.0]], rtol=1e-9), (
        "Kernels with a single 1 in the middle copy the image, and two max poolings leave its "
        f"largest element, 8, so the score should be 3*8 - 4 = 20, not {got.tolist()}."
    )


def test_order_of_the_features():
    """cnn_forward: features are sorted by channel, then row, then column"""
    x = np.random.default_rng(1).uniform(1, 2, size=(1, 3, 9, 12))
    params = [*copying(3), *copying(3), np.eye(18), np.zeros(18)]
    got = scores_of(x, params)[0]
    expected = np.array(
        [x[0, c, 4 * i :, 4 * j :][:4, :4].max() for c, i, j in np.ndindex(3, 2, 3)]
    )
    assert np.allclose(np.sort(got), np.sort(expected), rtol=1e-9), (
        "With kernels that copy, the features are the largest elements of the 4 by 4 parts of each "
        "channel, but yours are other numbers."
    )
    assert np.allclose(got, expected, rtol=1e-9), (
        "Your features are right but in another order. A row is read to its end, then "
        "comes the next row, and a channel is finished before the next one begins."
    )


def test_negative_responses_are_cut_off_twice():
    """cnn_forward: a ReLU after each convolution, and none at the end"""
    copy, turn = copying(1), [-copying(1)[0], np.zeros(1)]
    x, last = np.full((1, 1, 4, 4), 5.0), [np.ones((1, 1)), np.zeros(1)]
    got = scores_of(x, [*turn, *turn, *last])
    assert np.array_equal(got + 0.0, [[0.0]]), (
        "The first convolution turns 5 into -5, which a ReLU cuts off, so nothing should come "
        f"back when the second turns the sign again; but the score is {got.tolist()}."
    )
    got = scores_of(x, [*copy, *turn, *last])
    assert np.array_equal(got + 0.0, [[0.0]]), (
        "The second convolution turns 5 into -5, and the ReLU after it should cut that off, but "
        f"the score is {got.tolist()}."
    )
    got = scores_of(x, [*copy, *copy, -last[0], last[1]])
    assert np.allclose(got, [[-5.0]], rtol=1e-9), (
        "The linear layer turns the feature 5 into the score -5. Scores may be negative, but yours "
        f"is {got.tolist()}."
    )


def test_biases_reach_the_scores():
    """cnn_forward: every bias has its part"""
    blank, params = np.zeros((1, 1, 4, 4)), network(2, 1, 2, 2, 2, 2)
    params[1], params[3], params[5] = (
        np.array([1.0, 2.0]),
        np.array([30.0, 40.0]),
        np.array([5.0, 6.0]),
    )
    for place, name in [(5, "b"), (3, "bias2"), (1, "bias1")]:
        changed = list(params)
        changed[place] = params[place] + 1.0
        got = scores_of(blank, changed) - scores_of(blank, params)
        expected = slow_scores(blank, changed) - slow_scores(blank, params)
        assert np.allclose(got, expected, rtol=1e-6, atol=1e-9), (
            f"For an image of zeros, raising {name} by 1 should change the scores by "
            f"{expected.round(4).tolist()}, but it changes them by {got.round(4).tolist()}."
        )


def test_kernels_are_not_turned():
    """cnn_forward: kernels are laid on as they are, over a border of zeros"""
    x = np.zeros((1, 1, 4, 4))
    x[0, 0, 0, 0] = 1.0
    last = [np.ones((1, 1)), np.zeros(1)]
    for (a, b), expected in {(0, 0): 1.0, (0, 2): 0.0, (2, 0): 0.0, (2, 2): 0.0}.items():
        weight = np.zeros((1, 1, 3, 3))
        weight[0, 0, a, b] = 1.0
        got = scores_of(x, [weight, np.zeros(1), *copying(1), *last])
        assert np.allclose(got, expected, rtol=1e-9), (
            "The image has a single 1, at the top left. A kernel whose only 1 is in row "
            f"{a}, column {b} looks for it {'up' if a == 0 else 'down'} and to the "
            f"{'left' if b == 0 else 'right'} of each place: the largest response is {expected}, "
            f"but the score is {got.tolist()}."
        )


def test_matches_one_number_at_a_time():
    """cnn_forward: networks and images of many sizes"""
    for seed, (batch, size, channels, classes) in enumerate(
        [(2, (4, 8), (1, 2, 3), 3), (1, (7, 5), (3, 2, 2), 2), (3, (6, 4), (2, 3, 1), 4)]
    ):
        n_features = channels[2] * (size[0] // 4) * (size[1] // 4)
        params = network(seed + 10, *channels, n_features, classes)
        x = np.random.default_rng(seed + 20).normal(size=(batch, channels[0], *size))
        got, expected = scores_of(x, params), slow_scores(x, params)
        assert np.allclose(got, expected, rtol=1e-6, atol=1e-9), (
            f"For x of shape {x.shape} with {channels[1]} and {channels[2]} kernels the first "
            f"scores should be {expected[0].round(4).tolist()}, not {got[0].round(4).tolist()}."
        )


def test_images_do_not_see_each_other():
    """cnn_forward: a batch gives what its images give one by one"""
    params = network(3, 2, 3, 2, 4, 3)
    x = np.random.default_rng(4).normal(size=(3, 2, 8, 5))
    got, expected = (
        scores_of(x, params),
        np.concatenate([scores_of(x[n : n + 1], params) for n in range(3)]),
    )
    assert np.allclose(got, expected, rtol=1e-6), (
        "An image has other scores in a batch than alone. Keep the batch apart from all that you "
        "add up or flatten."
    )


def test_arguments_are_left_unchanged():
    """x and params are left unchanged"""
    params, x = network(5, 1, 2, 2, 2, 2), np.random.default_rng(6).normal(size=(2, 1, 4, 4))
    given = [x, *params]
    before = [array.copy() for array in given]
    arrays = list(params)
    scores_of(x, params)
    same = len(params) == 6 and all(map(lambda a, b: a is b, params, arrays))
    assert same, "The list params holds other arrays afterwards."
    names = ["x", "weight1", "bias1", "weight2", "bias2", "W", "b"]
    for name, array, copy in zip(names, given, before, strict=True):
        assert np.array_equal(array, copy), (
            f"{name} holds other numbers afterwards. Write into new arrays."
        )
