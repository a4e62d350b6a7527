"""Draws the mark of the site, as `site/styles/favicon.svg` has it: squared paper with a tick."""

from __future__ import annotations

from functools import cache

from PIL import Image, ImageDraw

ACCENT = "#2a4fb8"
_LINE = "#5874c7"  # white on the accent, at 22 percent
_TICK = "#ffffff"
_SIDE = 24
_EDGE = 1
FINER = 4  # shapes are drawn so much larger first: only letters have soft edges by themselves


@cache
def draw_mark(pixels: int, share: float = 1.0, *, whole: bool = False) -> Image.Image:
    """Draw the mark on a square; `share` is how much of its width the mark takes.

    With `whole` the sheet fills the square; otherwise there is nothing around it.
    """
    size = pixels * FINER
    unit = size * share / _SIDE
    start = (size - _SIDE * unit) / 2

    def place(*numbers: float) -> list[float]:
        return [start + number * unit for number in numbers]

    image = Image.new("RGBA", (size, size), ACCENT if whole else "#00000000")
    brush = ImageDraw.Draw(image)
    if not whole:
        brush.rounded_rectangle(place(_EDGE, _EDGE, _SIDE - _EDGE, _SIDE - _EDGE), 5 * unit, ACCENT)
    low, high = (0.0, float(size)) if whole else place(_EDGE, _SIDE - _EDGE)
    for line in place(8.5, 15.5):
        brush.line((line, low, line, high), _LINE, round(unit))
        brush.line((low, line, high, line), _LINE, round(unit))
    tick = place(6, 12.8, 10, 17.2, 18.4, 6.8)
    brush.line(tick, _TICK, round(2.6 * unit), "curve")
    end = 1.3 * unit
    for x, y in (tick[:2], tick[-2:]):
        brush.ellipse((x - end, y - end, x + end, y + end), _TICK)
    return image.resize((pixels, pixels), Image.Resampling.LANCZOS)
