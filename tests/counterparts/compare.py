"""The list of comparisons, and how far two results are from each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

Pairs = Callable[[ModuleType, np.random.Generator], Iterable[tuple[Any, Any]]]


@dataclass(frozen=True)
class Comparison:
    """One problem beside one library function; `pairs` yields what both return."""

    problem: str
    counterpart: str
    pairs: Pairs
    tolerance: float


COMPARISONS: list[Comparison] = []


def compare(problem: str, counterpart: str, tolerance: float = 1e-6) -> Callable[[Pairs], Pairs]:
    """Put the decorated function on the list: from a reference to pairs of results."""

    def remember(pairs: Pairs) -> Pairs:
        COMPARISONS.append(Comparison(problem, counterpart, pairs, tolerance))
        return pairs

    return remember


def autograd(function: Callable[..., Any], *arrays: Any, grad: Any = None) -> list[np.ndarray]:
    """Return the value of a function of tensors, and its gradient by each of the arrays."""
    tensors = [torch.tensor(array, requires_grad=True) for array in arrays]
    value = function(*tensors)
    value.backward(None if grad is None else torch.as_tensor(grad))
    return [plain(value), *(plain(tensor.grad) for tensor in tensors)]


def plain(value: Any) -> np.ndarray:
    """Return a number, a list of numbers, an array or a tensor as an array."""
    return np.asarray(value.detach() if isinstance(value, torch.Tensor) else value)


def relative_difference(ours: Any, theirs: Any) -> float:
    """Return the largest difference between two arrays, relative to the largest entry of theirs.

    Arrays of different shapes, and a NaN or an infinity that only one of them has, are infinitely
    far apart.
    """
    ours, theirs = plain(ours), plain(theirs)
    if ours.shape != theirs.shape:
        return float("inf")
    same = (ours == theirs) | (np.isnan(ours) & np.isnan(theirs))
    if same.all():
        return 0.0
    ours, theirs = ours[~same].astype(float), theirs[~same].astype(float)
    distance = np.abs(ours - theirs).max()
    size = np.abs(theirs).max()
    return float(distance / size) if np.isfinite(distance) and size > 0 else float("inf")
