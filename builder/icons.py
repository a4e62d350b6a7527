"""The site's icons for home screens: the mark of the site, painted as PNG."""

from __future__ import annotations

import struct
import zlib
from itertools import pairwise
from math import hypot
from pathlib import Path

from builder.places import CACHE, fingerprint, write_whole

# Name, pixels, and how much of the width the mark takes; with "whole" the sheet fills the icon,
# which a home screen may cut to its own shape.
ICONS = (("180-whole", 180, 0.8), ("192", 192, 1.0), ("512", 512, 1.0), ("512-whole", 512, 0.7))
# The mark as in site/styles/favicon.svg, whose sides are 24 long.
_SIDE, _EDGE, _CORNER = 24.0, 1.0, 5.0
_GRID, _GRID_ALPHA = (8.5, 15.5), 0.22
_CHECK, _PEN = ((6.0, 12.8), (10.0, 17.2), (18.4, 6.8)), 1.3
_SHEET, _INK = (0x2A, 0x4F, 0xB8), (0xFF, 0xFF, 0xFF)


def make_icons() -> dict[str, bytes]:
    """Return the icons as PNG files, by their path among the assets."""
    return {f"icons/{name}.png": _paint_once(name, size, share) for name, size, share in ICONS}


def _paint_once(name: str, pixels: int, share: float) -> bytes:
    path = CACHE / "icons" / fingerprint([Path(__file__).read_bytes()])[:16] / f"{name}.png"
    if not path.is_file():
        write_whole(path, _png(pixels, _paint(pixels, share, whole=name.endswith("whole"))))
    return path.read_bytes()


def _paint(pixels: int, share: float, *, whole: bool) -> bytes:
    """Return the rows of the picture, each after its filter byte."""
    scale = _SIDE / (pixels * share)
    start = (_SIDE - pixels * scale) / 2
    places = [start + (number + 0.5) * scale for number in range(pixels)]
    rows = bytearray()
    for y in places:
        rows.append(0)
        for x in places:
            rows += _colour(x, y, 1 / scale, whole=whole)
    return bytes(rows)


def _colour(x: float, y: float, sharp: float, *, whole: bool) -> bytes:
    """Return red, green, blue and alpha of a point; `sharp` is how many pixels a unit has."""
    edge = -_from_sheet(x, y)
    sheet = 1.0 if whole else _clip(edge * sharp + 0.5)
    near = min(abs(place - line) for line in _GRID for place in (x, y))
    line = _clip((0.5 - near) * sharp + 0.5) * _GRID_ALPHA if whole or edge > 0 else 0.0
    check = _clip((_PEN - min(_from_line(x, y, *a, *b) for a, b in pairwise(_CHECK))) * sharp + 0.5)
    ink = max(line, check)
    mixed = (round(under + (over - under) * ink) for under, over in zip(_SHEET, _INK, strict=True))
    return bytes((*mixed, round(255 * sheet)))


def _from_sheet(x: float, y: float) -> float:
    """Return how far outside the sheet with its round corners a point is."""
    half = _SIDE / 2 - _EDGE - _CORNER
    dx, dy = abs(x - _SIDE / 2) - half, abs(y - _SIDE / 2) - half
    return hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - _CORNER


def _from_line(x: float, y: float, x1: float, y1: float, x2: float, y2: float) -> float:
    dx, dy = x2 - x1, y2 - y1
    along = _clip(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy))
    return hypot(x - x1 - along * dx, y - y1 - along * dy)


def _clip(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _png(pixels: int, rows: bytes) -> bytes:
    head = struct.pack(">2I5B", pixels, pixels, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
