"""A backend of Matplotlib whose `show` makes pictures; needs Matplotlib, so it is loaded by it."""

from __future__ import annotations

from matplotlib import pyplot
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

from grader import figures


class FigureManager(FigureManagerBase):
    """What pyplot holds of a figure."""

    def show(self) -> None:
        """Show this figure; it stays open."""
        figures.show([self.canvas.figure])


class FigureCanvas(FigureCanvasAgg):
    """What a figure is drawn on."""

    manager_class = FigureManager


def show(*, block: bool | None = None) -> None:
    """Show all open figures and close them, as one closes windows; with `block=False` they stay."""
    figures.show(figures.open_figures())
    if block is not False:
        pyplot.close("all")
