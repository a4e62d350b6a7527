"""Hidden tests of train-with-autodiff.

Gradients are checked through what a step does, against complex steps through a network of plain
NumPy; whole runs against losses whose every step is known in closed form.
"""

from itertools import pairwise

import numpy as np
from solution import Tensor, mlp, train


def network(seed, *sizes):
    """Return random parameters for a network with layers of these sizes."""
    generator, params = np.random.default_rng(seed), []
    for n_in, n_out in pairwise(sizes):
        params += [generator.normal(size=(n_in, n_out)), generator.normal(size=n_out)]
    return params


def plain_mlp(params, x):
    """Return a network's outputs without any Tensor; params may be complex."""
    for layer in range(0, len(params), 2):
        if layer > 0:
            x = np.tanh(x)
        x = np.einsum("bi,io->bo", x, params[layer]) + params[layer + 1]
    return x


def squared_error(x, target):
    """Return the mean squared error of the submission's network, for train."""

    def loss_of(tensors):
        error = mlp(tensors, x) + -target
        return (error * error).sum() * (1 / target.size)

    return loss_of


def slopes_of(loss_of, params):
    """Return the gradient of a loss of arrays by tiny steps into the imaginary."""
    slopes = [np.zeros(param.shape) for param in params]
    for place, slope in enumerate(slopes):
        for index in np.ndindex(slope.shape):
            moved = [param.astype(complex) for param in params]
            moved[place][index] += 1e-30j
            slope[index] = loss_of(moved).imag / 1e-30
    return slopes


def follow(loss_of, plain_loss, params, text):
    """Compare one step of train with the gradient that the oracle finds."""
    new, _ = trained(loss_of, params, 0.5, 1)
    for place, slope in enumerate(slopes_of(plain_loss, params)):
        expected = params[place] - 0.5 * slope
        assert np.allclose(new[place], expected, rtol=1e-7, atol=1e-9), (
            f"{text}: after a step with lr = 0.5, params[{place}] should be "
            f"{expected.round(6).tolist()}, not {new[place].round(6).tolist()}."
        )


def outputs(params, x):
    """Return what mlp gives for arrays, once its form is right."""
    result = mlp([Tensor(param) for param in params], x)
    assert type(result) is Tensor, f"mlp should return a Tensor, not {type(result).__name__}."
    data, shape = result.data, (len(x), len(params[-1]))
    assert type(data) is np.ndarray, f"A Tensor holds an array, not {type(data).__name__}."
    assert data.shape == shape, f"The outputs should have the shape {shape}, not {data.shape}."
    return np.array(data)


def trained(loss_of, params, lr, steps):
    """Return the parameters and losses that train gives, once their form is right."""
    result = train(loss_of, params, lr, steps)
    good = type(result) is tuple and len(result) == 2
    assert good, f"train should return a tuple of two things, not {type(result).__name__}."
    new, losses = result
    assert type(new) is list, f"The parameters should be a list, not {type(new).__name__}."
    assert type(losses) is list, f"The losses should be a list, not {type(losses).__name__}."
    assert len(new) == len(params), f"{len(params)} parameters went in, and {len(new)} came out."
    for array, param in zip(new, params, strict=True):
        assert type(array) is np.ndarray, f"New parameters are arrays, not {type(array).__name__}."
        assert array.dtype == np.float64, f"New parameters hold float64, not {array.dtype}."
        assert array.shape == param.shape, f"The shape {param.shape} became {array.shape}."
    assert len(losses) == steps, f"{steps} steps should have {steps} losses, not {len(losses)}."
    for kind in map(type, losses):
        assert kind is float or kind is np.float64, f"A loss is a float, not {kind.__name__}."
    return [np.array(array) for array in new], [float(loss) for loss in losses]


def test_layers_by_hand():
    """mlp: one layer and two layers, worked by hand"""
    x = np.array([[3.0, -1.0], [0.0, 2.0]])
    got = outputs([np.array([[2.0], [5.0]]), np.array([0.5])], x).tolist()
    assert got == [[1.5], [10.5]], f"A single layer is linear: [[1.5], [10.5]], not {got}."
    half = np.arctanh(0.5)
    params = [np.array([[half], [0.0]]), np.array([-2 * half]), np.array([[4.0]]), np.array([1.0])]
    got = outputs(params, x)
    assert np.allclose(got, [[3], [1 - 4 * 0.8]], rtol=1e-9), (
        f"The hidden unit gives 0.5 and -0.8, so the outputs are 3 and -2.2, not {got.tolist()}."
    )


def test_networks_of_any_depth():
    """mlp: networks of any depth"""
    x = np.random.default_rng(1).normal(size=(5, 3))
    for sizes in [(3, 2), (3, 4, 2), (3, 2, 5, 1), (3, 1, 1, 2, 3)]:
        params = network(2, *sizes)
        got, expected = outputs(params, x), plain_mlp(params, x)
        assert np.allclose(got, expected, rtol=1e-9), (
            f"For layers of the sizes {sizes} the first row should be {expected[0].round(6)}, not "
            f"{got[0].round(6)}."
        )


def test_steps_in_a_valley():
    """train: many steps in a valley whose every loss is known"""
    start = [np.array([4.0, -2.0, 1.0]), np.array([[3.0]])]
    new, losses = trained(lambda p: (p[0] * p[0]).sum() + (p[1] * p[1]).sum() * 2, start, 0.1, 6)
    assert np.isclose(losses[0], 39), f"The first loss is that of the start: 39, not {losses[0]}."
    expected = [21 * 0.8 ** (2 * k) + 18 * 0.6 ** (2 * k) for k in range(6)]
    assert np.allclose(losses, expected, rtol=1e-9), (
        f"Each step leaves 0.8 of the first parameter and 0.6 of the second, so the losses are "
        f"{np.round(expected, 6).tolist()}, not {np.round(losses, 6).tolist()}."
    )
    for got, param, factor in zip(new, start, [0.8, 0.6], strict=True):
        expected = param * factor**6
        assert np.allclose(got, expected), f"After 6 steps {expected} should be left, not {got}."


def test_a_step_through_a_network():
    """train: a step through a network follows the gradient"""
    generator = np.random.default_rng(3)
    for sizes in [(2, 3), (3, 4, 2), (2, 3, 2, 1)]:
        x, target = generator.normal(size=(6, sizes[0])), generator.normal(size=(6, sizes[-1]))

        def plain_loss(params, x=x, target=target):
            return np.mean((plain_mlp(params, x) - target) ** 2)

        follow(squared_error(x, target), plain_loss, network(4, *sizes), f"Layers {sizes}")


def test_losses_of_other_kinds():
    """train: losses of other kinds, with ReLU and broadcasting"""
    start = [np.array([[0.5], [1.0], [3.0], [-1.0]])]
    new, losses = trained(lambda p: ((1 + -1 * p[0]).relu() * 3).sum(), start, 1.0, 1)
    assert losses == [7.5], f"1 - w is 0.5, 0, -2, 2, so 3 times the hinges is 7.5, not {losses}."
    got = new[0].ravel().tolist()
    assert got == [3.5, 1, 3, 2], (
        f"A hinge pulls only where 1 - w is above 0: w should be [3.5, 1, 3, 2], not {got}."
    )
    weights = np.arange(12.0).reshape(3, 4) / 10
    for shapes in [((3, 1), (4,)), ((1, 1), (1, 4)), ((1,), (3, 1))]:
        params = [np.random.default_rng(8).normal(size=shape) for shape in shapes]

        def loss_of(p):
            return 0.5 * ((p[0] * p[1] + p[0] + 2) * weights).sum() + (p[1] * p[1]).sum()

        follow(loss_of, loss_of, params, f"A loss of parameters of the shapes {shapes}")


def test_the_engine_starts_anew():
    """Tensor: a second backward replaces the gradients of the first"""
    a = Tensor([1.0, 2.0])
    square = a * a
    for turn in ("first", "second"):
        (square * 3).sum().backward()
        got = a.grad.tolist()
        assert got == [6, 12], f"After the {turn} backward 3 a * a has a slope of 6 a, not {got}."


def test_shared_and_unused_parameters():
    """train: parameters that are used twice, or not at all"""
    start = [np.array([[1.0, 2.0], [0.0, -1.0]]), np.array([5.0]), np.array([1.0, 3.0])]

    def loss_of(tensors):
        square, _, row = tensors
        return (square @ square + row).sum() + (row * row).sum() * 0.5

    new, losses = trained(loss_of, start, 1.0, 1)
    assert losses == [15], f"2 + 0 + 8 + 5, the sum and the half squares, is 15, not {losses}."
    expected = [[[-3, 2], [-4, -1]], [5], [-2, -2]]
    for name, got, numbers in zip(["matrix", "number", "row"], new, expected, strict=True):
        assert np.allclose(got, numbers, rtol=0, atol=1e-9), (
            f"After a step the {name} should be {numbers}, not {got.tolist()}. The matrix and the "
            "row are used twice, with two shares each; the number is not used, and stays."
        )


def test_loss_is_asked_once_a_step():
    """train: asks for the loss once a step, with Tensors"""
    asked = []

    def loss_of(tensors):
        assert type(tensors) is list, f"loss_of is given a list, not {type(tensors).__name__}."
        good = all(type(tensor) is Tensor for tensor in tensors)
        assert good, f"loss_of is given Tensors, not {[type(t).__name__ for t in tensors]}."
        asked.append([tensor.data.tolist() for tensor in tensors])
        return (tensors[0] * tensors[1]).sum()

    trained(loss_of, [np.array([2.0]), np.array([1.0])], 0.5, 3)
    assert len(asked) == 3, f"For 3 steps loss_of was called {len(asked)} times, not 3."
    assert asked[2] != [[1], [-1]], "Both steps have one gradient. Ask anew where each begins."
    expected = [[[2], [1]], [[1.5], [0]], [[1.5], [-0.75]]]
    assert asked == expected, f"With the loss a b the calls get {expected}, not {asked}."


def test_learns_a_curve():
    """train: learns a wave"""
    x = np.linspace(-2, 2, 17).reshape(-1, 1)
    _, losses = trained(squared_error(x, np.sin(2 * x)), network(5, 1, 8, 1), 0.1, 150)
    assert losses[-1] < 0.1, (
        f"After 150 steps the mean squared error should be below 0.1, not {losses[-1]:.4g}."
    )


def test_learns_to_separate():
    """train: learns which points lie in the inner ring"""
    angle = np.linspace(0, 2 * np.pi, 10, endpoint=False) + 0.1
    circle = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    x, target = np.concatenate([0.4 * circle, 1.6 * circle]), np.repeat([[1.0], [-1.0]], 10, axis=0)
    params, losses = trained(squared_error(x, target), network(6, 2, 6, 1), 0.2, 120)
    assert losses[-1] < 0.1, (
        f"After 120 steps the mean squared error should be below 0.1, not {losses[-1]:.4g}."
    )
    right = int(np.sum((outputs(params, x) > 0) == (target > 0)))
    assert right == 20, f"The trained network should place all 20 points, not {right} of them."


def test_nothing_is_changed_or_kept():
    """train: leaves its arguments alone, and can be continued"""
    x, target, start = np.array([[0.5, -1.0], [2.0, 1.0]]), np.ones((2, 1)), network(7, 2, 3, 1)
    given, before = list(start), [array.copy() for array in start]
    whole, losses = trained(squared_error(x, target), start, 0.1, 5)
    same = [id(array) for array in start] == [id(array) for array in given]
    assert same, "The list params holds other arrays now: build a list of your own."
    for array, copy in zip(start, before, strict=True):
        assert np.array_equal(array, copy), "An array of params holds other numbers after training."
    assert x.tolist() == [[0.5, -1], [2, 1]], f"x was changed to {x.tolist()}."
    for array, param in zip(train(squared_error(x, target), start, 0.1, 1)[0], start, strict=True):
        assert not np.shares_memory(array, param), "A new parameter lies in the memory of an old."
    middle, early = trained(squared_error(x, target), start, 0.1, 2)
    end, late = trained(squared_error(x, target), middle, 0.1, 3)
    assert np.allclose(losses, early + late, rtol=1e-9), (
        f"Five steps have the losses {np.round(losses, 6).tolist()}, but two steps and then three "
        f"have {np.round(early + late, 6).tolist()}. What is carried over?"
    )
    for array, other in zip(whole, end, strict=True):
        assert np.allclose(array, other, rtol=1e-9), "Two steps and three lead elsewhere than five."
