"""How much runs: a named sample, or every case where SCRATCHWORK_ALL=1."""

from __future__ import annotations

import os

ALL = os.environ.get("SCRATCHWORK_ALL") == "1"


def chosen(sample: list[str], every: list[str]) -> list[str]:
    """Return the sample, or all of `every`; a name in the sample that is not there is an error."""
    missing = set(sample) - set(every)
    if missing:
        raise ValueError(f"the sample names what does not exist: {sorted(missing)}")
    return every if ALL else sample
