"""What is done with arrays beside algebra: reduce, sort, index, cast."""

import warnings

import numpy as np
from shown import matrix, say, show


def test_reductions():
    x = np.random.default_rng(5).normal(size=(50, 40)).astype(np.float32)
    show(
        x.sum(),
        x.mean(axis=1)[:5],
        x.std(),
        np.median(x),
        np.percentile(x, [5, 95]),
        x.astype("f8").sum(),
    )
    show(
        np.cumsum(x[0])[:5],
        np.prod(x[0, :6]),
        np.add.reduceat(x[0], [0, 5, 9]),
        np.nanvar(x),
        np.ptp(x),
    )


def test_sorting_and_searching():
    x = np.random.default_rng(6).integers(0, 50, 200)
    for kind in ("quicksort", "stable", "heapsort"):
        show(np.argsort(x, kind=kind)[:20], np.sort(x.astype("f4"), kind=kind)[:5])
    show(
        np.partition(x, 9)[:10],
        np.unique(x, return_counts=True)[1],
        np.searchsorted(np.sort(x), [3, 9]),
    )
    show(np.lexsort((x, x[::-1]))[:9], np.argpartition(x, 5)[:6], np.nonzero(x > 45)[0])


def test_indexing_and_broadcasting():
    x = np.arange(60).reshape(3, 4, 5)
    show(
        x[1, ..., ::-2], x[:, [0, 2]], x[x % 7 == 0], np.take(x, [3, 9]), np.where(x > 50, x, -x)[2]
    )
    show(
        np.lib.stride_tricks.sliding_window_view(np.arange(6), 3),
        np.broadcast_to([1, 2], (2, 2)),
        x.T.strides,
    )
    say(np.meshgrid([1, 2], [3]), np.ix_([0, 1], [2]), np.roll(x[0], 1, axis=1).tolist())


def test_casting_and_overflow():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        show(np.int8(127) + np.int8(1), np.uint8(200) * np.uint8(2), np.float64(1e300) * 1e300)
    say([str(one.message) for one in caught])
    show(
        np.array([300, -1]).astype(np.uint8),
        np.array([1.9, -1.9]).astype(int),
        np.array([0.1], "f2"),
    )
    show(
        np.array([np.nan]).astype("i4"),
        np.result_type("i4", "f4"),
        np.arange(3).dtype,
        np.array([2**40]).dtype,
    )


def test_polynomials_and_windows():
    show(
        np.polyfit(np.arange(6.0), np.arange(6.0) ** 2, 3).round(9),
        np.roots([1, -6, 11, -6]),
        np.hanning(7),
    )
    show(
        np.convolve([1, 2, 3], [0, 1, 0.5]),
        np.interp([0.5, 1.5], [0, 1, 2], [0, 10, 5]),
        np.i0([0.0, 1.0]),
    )
    show(
        np.gradient(np.array([1.0, 4, 9, 16])),
        np.histogram(matrix(), 4)[0],
        np.corrcoef(matrix())[0],
    )
