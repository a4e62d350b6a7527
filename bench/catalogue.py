"""Makes a catalogue of any size: the project's problems, each with a title and text of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from builder.places import PROBLEMS
from builder.proof import prove
from builder.proven import remember
from builder.scan import fingerprint_folder, list_slugs
from builder.statements import render_statements
from grader.problem import read_problem

_KINDS = ("mse-loss", "mse-loss-module", "mse-loss-reduction")
_STEPS = 50
_AT_ONCE = 1000
_TOPICS = ("shapes", "gradients", "sums", "losses", "layers", "batches", "weights")
_LEVELS = ("easy", "medium", "hard")
_FORMULA = "w_{{{number}}} = \\frac{{1}}{{{number} + k}}"
_TEXT = f"""\
This is variant {{number}} of the problem, on {{topic}}. Where the text says "the loss", think of a
batch of {{number}} rows, each weighted by ${_FORMULA}$, and of what
becomes of the mean if one of the rows is left out.

"""


def write_catalogue(folder: Path, count: int) -> None:
    """Write so many problems, of three kinds in turn, and series of some of them.

    What is graded is that of the project's own problems, so that one grading does for all.
    """
    kinds = [_read_files(PROBLEMS / slug) for slug in _KINDS]
    for number in range(count):
        for name, text in _vary(kinds[number % len(kinds)], number):
            path = folder / slug_of(number) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    series = "".join(_write_series(first) for first in range(0, count - _STEPS + 1, 5 * _STEPS))
    (folder / "series.toml").write_text(series, "utf-8")


def warm_checks(folder: Path) -> None:
    """Have the cache know what a check of all problems would have told it."""
    checked = prove([read_problem(PROBLEMS / slug) for slug in _KINDS]).checked
    kinds = [checked[slug] for slug in _KINDS]
    slugs = list_slugs(folder)
    for start in range(0, len(slugs), _AT_ONCE):
        problems = [read_problem(folder / slug) for slug in slugs[start : start + _AT_ONCE]]
        for slug, texts in render_statements(problems).items():
            content = fingerprint_folder(folder / slug)
            remember(content, kinds[number_of(slug) % len(kinds)], texts)


def slug_of(number: int) -> str:
    """Return the slug of a made problem."""
    return f"made-{number:05}"


def number_of(slug: str) -> int:
    """Return the number of a made problem."""
    return int(slug.removeprefix("made-"))


def _read_files(folder: Path) -> dict[str, str]:
    paths = (path for path in sorted(folder.rglob("*.*")) if "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


def _vary(files: dict[str, str], number: int) -> Iterator[tuple[str, str]]:
    topic = _TOPICS[number % len(_TOPICS)]
    for name, text in files.items():
        if name == "statement.md":
            yield name, _TEXT.format(number=number, topic=topic) + text
        elif name == "problem.toml":
            yield name, "".join(_vary_line(line, number, topic) for line in text.splitlines(True))
        else:
            yield name, text


def _vary_line(line: str, number: int, topic: str) -> str:
    values: dict[str, object] = {
        "title": f"Made problem {number} on {topic}",
        "summary": f"Work out {topic} once more, the way that number {number} asks for it.",
        "tags": ["numpy", topic, f"part-{number % 40}"],
        "difficulty": _LEVELS[number % len(_LEVELS)],
    }
    key = line.partition(" = ")[0]
    if key == "prerequisites":
        return ""  # they are of the project's own catalogue
    if key == "packages" and number % _STEPS:
        line = f'{line}prerequisites = ["{slug_of(number - 1)}"]\n'
    return f"{key} = {json.dumps(values[key])}\n" if key in values else line


def _write_series(first: int) -> str:
    steps = "".join(
        f'    {{ slug = "{slug_of(first + step)}", step = {step + 1} }},\n'
        for step in range(_STEPS)
    )
    head = f'[[series]]\nslug = "series-{first}"\ntitle = "From {first} on"\n'
    return f'{head}summary = "Made problems in their order."\nsteps = [\n{steps}]\n\n'
