"""Renders the formulas of all statements in one Node process, each cached by its content."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from builder.node import run_node
from builder.places import CACHE, NODE_MODULES, fingerprint, write_whole

_PROGRAM = Path(__file__).with_name("math.mjs")


@dataclass(frozen=True)
class Formula:
    """A formula in TeX; one for display stands in a line of its own."""

    tex: str
    display: bool


@dataclass(frozen=True)
class Rendered:
    """The MathML of a formula, or what Temml says is wrong with it."""

    html: str
    error: str


def render_formulas(formulas: Iterable[Formula]) -> dict[Formula, Rendered]:
    """Render each formula once, from the cache where it is there."""
    package = (NODE_MODULES / "temml" / "package.json").read_text("utf-8")
    version = fingerprint([package, _PROGRAM.read_bytes()])[:12]
    places = {
        formula: CACHE / "math" / version / f"{fingerprint([formula.tex, str(formula.display)])}"
        for formula in formulas
    }
    fresh = [formula for formula, place in places.items() if not place.is_file()]
    if fresh:
        request = [{"tex": formula.tex, "display": formula.display} for formula in fresh]
        answers = json.loads(run_node(_PROGRAM, text=json.dumps(request)))
        for formula, answer in zip(fresh, answers, strict=True):
            write_whole(places[formula], json.dumps(answer))
    return {formula: _read(place) for formula, place in places.items()}


# A catalogue's problems share many of their formulas.
@lru_cache(maxsize=2048)
def _read(place: Path) -> Rendered:
    answer = json.loads(place.read_bytes())
    return Rendered(answer.get("html", ""), answer.get("error", ""))
