"""Draws the pictures that other sites show beside a link to a page: 1200 by 630 pixels, PNG."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from builder import mark
from builder.outline import Facts
from builder.places import CACHE, fingerprint, write_whole
from builder.site_config import Logo, SiteConfig
from builder.views import ProblemCard

SIZE = (1200, 630)
_MARGIN = 88
_PAPER, _SHEET, _INK, _SOFT = "#f6f5f1", "#ffffff", "#1e232a", "#4a515c"
_FAINT = "#c9c6bc"
_MARK = 72
_TITLE_SIZES = (84, 72, 60, 50)
_MOST_LINES = 3
_STEPS = 12
_LEVELS = ("easy", "medium", "hard")
_NO_LETTER = "\uffff"


@dataclass(frozen=True)
class Card:
    """What a picture shows below the site's name; a picture of the whole site has no level."""

    slug: str
    title: str
    level: str = ""


def card_of_site() -> Card:
    """Return what the picture of every page shows that is not of one problem."""
    return Card("site", "Work it out.")


def card_of_problem(problem: Facts | ProblemCard) -> Card:
    """Return what the picture of a problem shows."""
    return Card(problem.slug, problem.title, problem.difficulty)


def picture_path(config: SiteConfig, card: Card) -> str:
    """Return where a picture is, relative to the site's root; it changes with what it shows."""
    return f"share/{card.slug}-{_key(config, card)[:12]}.png"


def find_picture(config: SiteConfig, card: Card) -> Path:
    """Return the file of a picture; draw it if that has not been done."""
    path = CACHE / "share" / f"{_key(config, card)}.png"
    if not path.is_file():
        write_whole(path, draw(config, card))
    return path


def draw(config: SiteConfig, card: Card) -> bytes:
    """Draw a picture; a title that the font has not all letters of is left out."""
    picture = Image.new("RGB", SIZE, _PAPER)
    brush = ImageDraw.Draw(picture)
    brush.rectangle((0, SIZE[1] - 12, *SIZE), fill=mark.ACCENT)
    left = _MARGIN + _put_mark(picture, config.logo)
    if _can_write(config.title):
        font = ImageFont.load_default(40)
        brush.text((left, _MARGIN + _MARK // 2), config.title, _SOFT, font, anchor="lm")
    if _can_write(card.title):
        _write_title(brush, card.title)
    if card.level in _LEVELS:
        _put_level(picture, card.level)
    data = io.BytesIO()
    # A logo has colours of its own; without one, the same few do for every picture.
    palette = None if config.logo else _own_colours()
    small = picture.quantize(128, palette=palette, dither=Image.Dither.NONE)
    small.save(data, "PNG", optimize=True)
    return data.getvalue()


@cache
def _own_colours() -> Image.Image:
    """Return a palette of the colours here, and of those between them at soft edges."""
    edges = (
        (_PAPER, _INK),
        (_PAPER, _SOFT),
        (_PAPER, mark.ACCENT),
        (mark.ACCENT, _SHEET),
        (_PAPER, _FAINT),
    )
    colours: list[int] = []
    for one, other in edges:
        ends = ImageColor.getrgb(one), ImageColor.getrgb(other)
        for step in range(_STEPS):
            part = step / (_STEPS - 1)
            mixed = (a + (b - a) * part for a, b in zip(*ends, strict=True))
            colours += map(round, mixed)
    palette = Image.new("P", (1, 1))
    palette.putpalette(colours)
    return palette


def _key(config: SiteConfig, card: Card) -> str:
    logo = config.logo.path if config.logo else ""
    return fingerprint([_own_source(), config.title, logo, card.slug, card.title, card.level])


@cache
def _own_source() -> bytes:
    return b"".join(Path(source).read_bytes() for source in (__file__, mark.__file__))


def _can_write(text: str) -> bool:
    missing = _mask(_NO_LETTER)
    return all(letter.isspace() or _mask(letter) != missing for letter in text)


@cache
def _mask(letter: str) -> bytes:
    return bytes(ImageFont.load_default(40).getmask(letter))


def _put_mark(picture: Image.Image, logo: Logo | None) -> int:
    """Put the site's mark or logo into the corner; return how far the name is moved by it."""
    if logo is None:
        own = mark.draw_mark(_MARK)
        picture.paste(own, (_MARGIN, _MARGIN), own)
        return _MARK + 24
    if not logo.path.endswith(".png"):
        return 0  # nothing here draws SVG
    image = Image.open(io.BytesIO(logo.data)).convert("RGBA")
    image.thumbnail((3 * _MARK, _MARK), Image.Resampling.LANCZOS)
    picture.paste(image, (_MARGIN, _MARGIN + (_MARK - image.height) // 2), image)
    return image.width + 24


def _write_title(brush: ImageDraw.ImageDraw, title: str) -> None:
    for size in _TITLE_SIZES:
        font = ImageFont.load_default(size)
        lines = _wrap(brush, title, font)
        if len(lines) <= _MOST_LINES:
            break
    if len(lines) > _MOST_LINES:
        lines[_MOST_LINES - 1] += " ..."
    top = 330 - round(len(lines[:_MOST_LINES]) * size * 1.2 / 2)
    for number, line in enumerate(lines[:_MOST_LINES]):
        place = (_MARGIN, top + round(number * size * 1.2))
        # The built-in font has one weight: the outline makes it bold.
        brush.text(place, line, _INK, font, stroke_width=1, stroke_fill=_INK)


def _wrap(
    brush: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont
) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and brush.textlength(longer, font) > SIZE[0] - 2 * _MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _put_level(picture: Image.Image, level: str) -> None:
    """Write how hard a problem is, with the bars that stand for it in the pages."""
    bars = Image.new("RGB", (56 * mark.FINER, 48 * mark.FINER), _PAPER)
    brush = ImageDraw.Draw(bars)
    for number in range(3):
        left, height = 21 * number * mark.FINER, 16 * (number + 1) * mark.FINER
        box = (left, bars.height - height, left + 14 * mark.FINER, bars.height)
        colour = _SOFT if number <= _LEVELS.index(level) else _FAINT
        brush.rounded_rectangle(box, 4 * mark.FINER, colour)
    bottom = SIZE[1] - _MARGIN
    picture.paste(bars.resize((56, 48), Image.Resampling.LANCZOS), (_MARGIN, bottom - 48))
    font = ImageFont.load_default(36)
    place = (_MARGIN + 80, bottom - 22)
    ImageDraw.Draw(picture).text(place, level.capitalize(), _SOFT, font, anchor="lm")
