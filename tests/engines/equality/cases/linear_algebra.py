"""Linear algebra, of which NumPy computes the most in its compiled libraries."""

import numpy as np
import pytest
from shown import matrix, say, show


@pytest.fixture
def spd():
    a = matrix()
    yield a @ a.T + np.eye(5)
    say("torn down")


@pytest.fixture(params=["C", "F"])
def ordered(request):
    return np.array(matrix(4), order=request.param)


def test_products():
    a, b = matrix(), matrix(seed=4)
    show(a @ b, np.dot(a, b[0]), np.einsum("ij,jk,kl->il", a, b, a), np.kron(a[:2, :2], b[:2, :2]))
    show(np.tensordot(a, b), np.inner(a, b), np.outer(a[0], b[0]), np.linalg.multi_dot([a, b, a]))


def test_solve_and_inverse(spd):
    show(np.linalg.solve(spd, np.arange(5.0)), np.linalg.inv(spd), np.linalg.det(spd))
    show(
        np.linalg.slogdet(matrix()),
        np.linalg.matrix_power(spd, -3),
        np.linalg.pinv(matrix()[:, :3]),
    )


def test_decompositions(spd):
    show(np.linalg.cholesky(spd), *np.linalg.qr(matrix()), *np.linalg.svd(matrix()))


def test_eigenvalues(spd):
    show(*np.linalg.eigh(spd), *np.linalg.eig(matrix()), np.linalg.eigvals(matrix(7)))


def test_least_squares_norms_and_rank():
    a = matrix(6)[:, :3]
    show(
        *np.linalg.lstsq(a, np.arange(6.0), rcond=None), np.linalg.matrix_rank(a), np.linalg.cond(a)
    )
    show(*(np.linalg.norm(a, order) for order in (None, "fro", "nuc", 1, -1, 2, -2, np.inf)))


def test_complex_matrices():
    a = matrix() + 1j * matrix(seed=8)
    show(np.linalg.inv(a), np.linalg.det(a), *np.linalg.eig(a), np.linalg.svd(a)[1])


def test_memory_order_does_not_matter(ordered):
    say(ordered.flags.c_contiguous, ordered.strides)
    show(np.linalg.inv(ordered), ordered.sum(axis=0), ordered.ravel("K"))


def test_singular_matrix():
    with pytest.raises(np.linalg.LinAlgError) as raised:
        np.linalg.inv(np.zeros((2, 3)))
    say(raised.value)
    try:
        show(np.linalg.inv(np.zeros((3, 3))))
    except np.linalg.LinAlgError as error:
        say(error)
