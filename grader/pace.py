"""Work of a fixed size: how long it takes tells how fast the machine is."""

from __future__ import annotations


def work() -> int:
    """Do the same work as ever; return something that depends on all of it."""
    total = 0
    for number in range(40_000):
        total = (total * 31 + number) % 1_000_003
    return total
