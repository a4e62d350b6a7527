"""Fourier transforms of sizes that are handled in different ways."""

import numpy as np
import pytest
from shown import show


@pytest.mark.parametrize("size", [1, 2, 7, 16, 30, 97, 128])
def test_fft(size):
    x = np.random.default_rng(size).normal(size=size)
    show(np.fft.fft(x), np.fft.rfft(x), np.fft.ifft(x), np.fft.irfft(np.fft.rfft(x), size))


def test_fft_of_more_dimensions():
    x = np.random.default_rng(1).normal(size=(4, 6, 5))
    show(np.fft.fftn(x), np.fft.rfft2(x), np.fft.ifftn(x, norm="ortho"), np.fft.hfft(x[0, 0]))
    show(
        np.fft.fftfreq(9, 0.1),
        np.fft.fftshift(np.arange(9)),
        np.fft.fft(x.astype(np.float32)).dtype,
    )
