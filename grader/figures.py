"""The figures of a program: each is drawn as a picture, named in words, and kept within caps."""

from __future__ import annotations

import base64
import io
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

from grader.output import printable
from grader.program_report import Picture

MOST_PICTURES = 20
MOST_BYTES = 8_000_000  # of all pictures of a program
_BACKEND = "module://grader.figure_canvas"
_LONGEST_NAME = 300
_LONGEST_SIDE = 2000  # in pixels of the picture
_SHARPNESS = 2  # pixels of a picture for one on the screen, as far as the longest side allows
_MARGIN = 0.08  # in inches, around what is drawn
# Where something is drawn far outside of its figure, the figure's own edges hold.
_WIDEST = 1.5
_SHOWN_BY: list[Pictures] = []


class Pictures:
    """Draws figures and says each as a picture; `cut` counts those that are too many."""

    def __init__(self, say: Callable[[Picture], object]) -> None:
        self.cut = 0
        self._say = say
        self._count = 0
        self._room = MOST_BYTES
        self._last: WeakKeyDictionary[Any, bytes] = WeakKeyDictionary()

    def show(self, figure: Any) -> None:
        """Say a figure as a picture, unless it looks as it did when it was shown last."""
        if self._count >= MOST_PICTURES:
            self.cut += 1
            return
        png, size = _draw(figure)
        if self._last.get(figure) == png:
            return
        self._last[figure] = png
        if len(png) > self._room:
            self.cut += 1
            return
        self._room -= len(png)
        self._count += 1
        width, height = size
        text = _name(figure, self._count)
        encoded = base64.b64encode(png).decode("ascii")
        self._say({"text": text, "png": encoded, "width": width, "height": height})

    def show_rest(self, value: object = None) -> None:
        """Show the figures that are open at the end, and the value if it is one that is not."""
        for figure in open_figures():
            self.show(figure)
        if _is_figure(value) and value not in self._last:
            self.show(value)


def choose_backend() -> None:
    """Let Matplotlib, once it is imported, draw pictures for whoever listens."""
    os.environ["MPLBACKEND"] = _BACKEND


@contextmanager
def heard_by(pictures: Pictures) -> Iterator[None]:
    """Let `plt.show()` say figures through `pictures`."""
    _SHOWN_BY.append(pictures)
    try:
        yield
    finally:
        _SHOWN_BY.remove(pictures)
        if open_figures():
            sys.modules["matplotlib.pyplot"].close("all")


def show(figures: list[Any]) -> None:
    """Show figures to whoever listens; without a listener nothing is drawn."""
    for pictures in _SHOWN_BY[-1:]:
        for figure in figures:
            pictures.show(figure)


def open_figures() -> list[Any]:
    """Return the figures that pyplot holds open, in the order of their numbers."""
    helpers = sys.modules.get("matplotlib._pylab_helpers")
    if helpers is None:
        return []
    managers = vars(helpers)["Gcf"].figs
    return [managers[number].canvas.figure for number in sorted(managers)]


def is_drawing(value: object) -> bool:
    """Tell whether a value is a part of a figure, or holds one: its picture says more."""
    parts = value if isinstance(value, list | tuple) else [value]
    return any(type(part).__module__.partition(".")[0] == "matplotlib" for part in parts)


def _is_figure(value: object) -> bool:
    module = sys.modules.get("matplotlib.figure")
    return module is not None and isinstance(value, vars(module)["Figure"])


def _draw(figure: Any) -> tuple[bytes, tuple[int, int]]:
    """Return a figure as PNG, with what stands out over its edges, and its size on a screen."""
    with _each_warning_once():
        return _draw_within(figure)


@contextmanager
def _each_warning_once() -> Iterator[None]:
    """Say what Matplotlib warns of while it draws without the place in here, and not twice."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            yield
    finally:
        said = dict.fromkeys(f"{one.category.__name__}: {one.message}" for one in caught)
        sys.stderr.writelines(f"{words}\n" for words in said)


def _draw_within(figure: Any) -> tuple[bytes, tuple[int, int]]:
    figure.draw_without_rendering()
    box = figure.get_tightbbox().padded(_MARGIN)
    own = figure.get_size_inches()
    sizes = [box.width / own[0], box.height / own[1]]
    if not all(0 < size <= _WIDEST for size in sizes):
        box = figure.bbox_inches
    most = _LONGEST_SIDE / max(box.width, box.height)
    on_screen = min(figure.get_dpi(), most)
    file = io.BytesIO()
    dpi = min(figure.get_dpi() * _SHARPNESS, most)
    figure.savefig(file, format="png", dpi=dpi, bbox_inches=box)
    return file.getvalue(), (round(box.width * on_screen), round(box.height * on_screen))


def _name(figure: Any, number: int) -> str:
    """Return what a figure says of itself: its titles, and what its axes stand for."""
    said = [figure.get_suptitle(), *(_name_axes(axes) for axes in figure.axes)]
    words = "; ".join(text for text in said if text)
    name = f"Figure {number}: {words}" if words else f"Figure {number}"
    name = " ".join(printable(name).split())
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _name_axes(axes: Any) -> str:
    labels = {"x": axes.get_xlabel(), "y": axes.get_ylabel()}
    named = ", ".join(f"{axis}: {label}" for axis, label in labels.items() if label)
    title = axes.get_title() or axes.get_title("left") or axes.get_title("right")
    return f"{title} ({named})" if title and named else title or named
