"""Hidden tests of train-xor.

One step is compared with slopes estimated by nudging each parameter, many steps with one step
repeated, and the oracle computes one example and one unit at a time.
"""

import math

import numpy as np
from solution import predict, train

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([[0.0], [1.0], [1.0], [0.0]])
NAMES = ["W1", "b1", "W2", "b2"]


def network(seed, n_in, n_hidden, n_out):
    """Return random parameters for a network of the given sizes."""
    generator = np.random.default_rng(seed)
    shapes = [(n_in, n_hidden), (n_hidden,), (n_hidden, n_out), (n_out,)]
    return [generator.normal(size=shape) for shape in shapes]


def task(seed, batch, n_in, n_out):
    """Return inputs and targets that have nothing to do with XOR."""
    generator = np.random.default_rng(seed)
    return generator.normal(size=(batch, n_in)), generator.uniform(size=(batch, n_out))


def unit(inputs, weights, bias):
    """Return one sigmoid unit's output, by way of the hyperbolic tangent."""
    total = math.fsum(map(float.__mul__, inputs, weights)) + bias
    return (1 + math.tanh(total / 2)) / 2


def layer(inputs, W, b):
    """Return the outputs of a layer of units for one example."""
    return [unit(inputs, W[:, k].tolist(), float(b[k])) for k in range(len(b))]


def slow_predict(params, x):
    """Return the network's outputs, one example and one unit at a time."""
    W1, b1, W2, b2 = params
    return np.array([layer(layer(example, W1, b1), W2, b2) for example in x.tolist()])


def slow_loss(params, x, target):
    """Return the mean of the squared errors of the slow predictions."""
    errors = (slow_predict(params, x) - target).ravel().tolist()
    return sum(error * error for error in errors) / len(errors)


def slope_of(params, place, x, target, step=1e-5):
    """Estimate the gradient of one parameter by nudging each of its entries."""
    slopes = np.zeros(params[place].shape)
    for index in np.ndindex(slopes.shape):
        around = []
        for nudge in (step, -step):
            moved = [param.copy() for param in params]
            moved[place][index] += nudge
            around.append(slow_loss(moved, x, target))
        slopes[index] = (around[0] - around[1]) / (2 * step)
    return slopes


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def plain(array, name, shape):
    """Return a returned array as a plain copy, once its form is right."""
    assert type(array) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(array)}."
    assert array.dtype.kind == "f", f"{name} should hold floats, but it holds {array.dtype}."
    assert array.shape == shape, f"{name} should have shape {shape}, but it has {array.shape}."
    return np.array(array, dtype=float)


def predictions(params, x):
    """Return what predict gives, once its form is right."""
    return plain(predict(params, x), "What predict returns", (len(x), len(params[3])))


def trained(params, x, target, lr, steps):
    """Return the parameters and losses that train gives, once their form is right."""
    result = train(params, x, target, lr, steps)
    assert type(result) is tuple, (
        f"train should return a tuple (params, losses), but it returned {kind_of(result)}."
    )
    assert len(result) == 2, f"train should return two things, not {len(result)}."
    new, losses = result
    assert type(new) is list, f"The parameters should be a list, not {kind_of(new)}."
    assert len(new) == 4, f"There are four parameters, W1, b1, W2 and b2, not {len(new)}."
    assert type(losses) is list, f"The losses should be a list, not {kind_of(losses)}."
    assert len(losses) == steps, f"For {steps} steps there should be {steps} losses: {losses[:9]}"
    for loss in losses:
        assert type(loss) is float or type(loss) is np.float64, (
            f"A loss should be a float, not {kind_of(loss)}."
        )
    new = [plain(a, f"The new {n}", p.shape) for a, n, p in zip(new, NAMES, params, strict=True)]
    return new, [float(loss) for loss in losses]


def test_predict_with_weights_set_by_hand():
    """predict: a network that computes XOR with weights set by hand"""
    W1, W2 = np.array([[40.0, -40.0], [40.0, -40.0]]), np.array([[40.0], [40.0]])
    got = predictions([W1, np.array([-20.0, 60.0]), W2, np.array([-60.0])], X)
    assert np.allclose(got, XOR, rtol=0, atol=1e-6), (
        "One hidden unit computes 'or', the other 'not both', and the output is their 'and': for "
        f"the inputs {X.tolist()} that is 0, 1, 1, 0, not {got.ravel().round(4).tolist()}."
    )


def test_predict_for_networks_of_any_size():
    """predict: both layers, for networks of any size"""
    for seed, (batch, n_in, n_hidden, n_out) in [
        (1, (5, 3, 4, 2)),
        (2, (2, 1, 6, 3)),
        (3, (1,) * 4),
    ]:
        params, (x, _) = network(seed, n_in, n_hidden, n_out), task(seed, batch, n_in, n_out)
        got, expected = predictions(params, x), slow_predict(params, x)
        assert np.allclose(got, expected, rtol=1e-6), (
            f"With {n_in} inputs, {n_hidden} hidden units and {n_out} outputs the first prediction "
            f"should be {expected[0].round(4).tolist()}, but it is {got[0].round(4).tolist()}."
        )


def test_predict_far_from_zero():
    """predict and train: huge weights give 0 or 1, never NaN"""
    params = [1e4 * param for param in network(4, 2, 3, 1)]
    got = predictions(params, X)
    assert np.allclose(got, slow_predict(params, X), rtol=0, atol=1e-9), (
        f"With weights of about 10000 the predictions are {got.ravel().tolist()}. "
        "Does an exponential overflow?"
    )
    losses = trained(params, X, XOR, 0.1, 2)[1]
    assert np.all(np.isfinite(losses)), f"With weights of about 10000 the losses are {losses}."


def test_one_step_follows_the_gradient():
    """train: one step moves every parameter against its gradient"""
    params, (x, target) = network(5, 3, 4, 2), task(5, 5, 3, 2)
    new, _ = trained(params, x, target, 0.5, 1)
    moved = [(old - after) / 0.5 for old, after in zip(params, new, strict=True)]
    slopes = [slope_of(params, place, x, target) for place in range(4)]
    stuck = [name for name, move in zip(NAMES, moved, strict=True) if not np.any(move)]
    assert stuck != ["b1", "b2"], "The biases do not move. They are parameters as well."
    assert stuck == [], f"These parameters do not move at all: {', '.join(stuck)}."
    assert not np.allclose(moved[3], -slopes[3], rtol=1e-4), (
        "The last biases move just the wrong way: uphill. The gradient points where the loss rises."
    )
    ways = [way / np.linalg.norm(way) for way in (moved[3], slopes[3])]
    assert np.allclose(*ways, rtol=0, atol=1e-4), (
        f"The last biases move along {ways[0].round(4).tolist()}, but nudging them shows the "
        f"gradient {ways[1].round(4).tolist()}. Behind them lie one sigmoid and the loss."
    )
    message = "Nudging the entries of {} shows another gradient than the one your step follows. {}"
    last = "It is in the last layer: only one sigmoid and the loss lie behind it."
    first = "It is in the first layer: the gradient comes through W2 and two sigmoids."
    assert np.allclose(moved[3], slopes[3], rtol=0, atol=1e-7), message.format("b2", last)
    assert np.allclose(moved[2], slopes[2], rtol=0, atol=1e-7), message.format("W2", last)
    assert np.allclose(moved[1], slopes[1], rtol=0, atol=1e-7), message.format("b1", first)
    assert np.allclose(moved[0], slopes[0], rtol=0, atol=1e-7), message.format("W1", first)


def test_losses_are_measured_before_each_step():
    """train: the losses are those before each step"""
    params, (x, target) = network(6, 2, 3, 2), task(6, 4, 2, 2)
    losses = trained(params, x, target, 2.0, 4)[1]
    expected = slow_loss(params, x, target)
    assert np.isclose(losses[0], expected, rtol=1e-6), (
        f"The first loss belongs to the parameters as they were given: {expected:.6g}, "
        f"but losses[0] is {losses[0]:.6g}."
    )
    for steps in [1, 3]:
        expected = slow_loss(trained(params, x, target, 2.0, steps)[0], x, target)
        assert np.isclose(losses[steps], expected, rtol=1e-6), (
            f"After {steps} steps the mean squared error is {expected:.6g}, "
            f"but losses[{steps}] is {losses[steps]:.6g}."
        )


def test_training_can_be_continued():
    """train: seven steps are three steps and then four more"""
    params, (x, target) = network(7, 2, 3, 1), task(7, 5, 2, 1)
    whole, losses = trained(params, x, target, 3.0, 7)
    middle, before = trained(params, x, target, 3.0, 3)
    end, after = trained(middle, x, target, 3.0, 4)
    for name, got, expected in zip(NAMES, whole, end, strict=True):
        assert np.allclose(got, expected, rtol=1e-9), (
            f"Seven steps at once lead to another {name} than three steps and then four. Is "
            "something carried from one step to the next, beside the parameters?"
        )
    assert np.allclose(losses, before + after, rtol=1e-9), (
        "Seven steps at once have other losses than three steps and then four."
    )


def test_learns_xor():
    """train: learns XOR"""
    for seed in [0, 1]:
        params, losses = trained(network(seed, 2, 4, 1), X, XOR, 8.0, 300)
        assert losses[-1] < 0.01, (
            f"After 300 steps from the weights of seed {seed} the loss should be below 0.01, but "
            f"it went from {losses[0]:.4g} to {losses[-1]:.4g}."
        )
        got = predictions(params, X).ravel()
        assert np.all(np.abs(got - XOR.ravel()) < 0.2), (
            f"The trained network should answer about 0, 1, 1, 0, not {got.round(3).tolist()}."
        )


def test_arguments_are_left_unchanged():
    """params, x and target are left unchanged"""
    params, x, target = network(8, 2, 3, 1), X.copy(), XOR.copy()
    given = [*params, x, target]
    before = [array.copy() for array in given]
    predictions(params, x)
    arrays = list(params)
    trained(params, x, target, 1.0, 2)
    same = len(params) == 4 and all(map(lambda a, b: a is b, params, arrays))
    assert same, "The list params holds other arrays after training: build a list of your own."
    for name, array, copy in zip([*NAMES, "x", "target"], given, before, strict=True):
        assert np.array_equal(array, copy), (
            f"{name} holds other numbers after training. A step should make new arrays."
        )
