"""The site's icons for home screens: the mark of the site, as PNG."""

from __future__ import annotations

import io
from pathlib import Path

from builder import mark
from builder.places import CACHE, fingerprint, write_whole

# Name, pixels, and how much of the width the mark takes; with "whole" the sheet fills the icon,
# which a home screen may cut to its own shape.
ICONS = (("180-whole", 180, 0.8), ("192", 192, 1.0), ("512", 512, 1.0), ("512-whole", 512, 0.7))


def make_icons() -> dict[str, bytes]:
    """Return the icons as PNG files, by their path among the assets."""
    return {f"icons/{name}.png": _draw_once(name, size, share) for name, size, share in ICONS}


def _draw_once(name: str, pixels: int, share: float) -> bytes:
    sources = [Path(source).read_bytes() for source in (__file__, mark.__file__)]
    path = CACHE / "icons" / fingerprint(sources)[:16] / f"{name}.png"
    if not path.is_file():
        data = io.BytesIO()
        mark.draw_mark(pixels, share, whole=name.endswith("whole")).save(data, "PNG", optimize=True)
        write_whole(path, data.getvalue())
    return path.read_bytes()
