"""Figures of a program: what becomes a picture and when, its name, its size, and the caps."""

from __future__ import annotations

import base64
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from grader import figures
from grader.program import run

PLOT = "import matplotlib.pyplot as plt\n"
TWO_AXES = """\
figure, (left, right) = plt.subplots(1, 2)
figure.suptitle("Both")
left.set(title="Loss", xlabel="step", ylabel="loss")
right.set_ylabel("share")
"""
ANIMATED = """\
(line,) = plt.plot([0, 1], [0, 1])
for height in (2, 2, 3):
    line.set_ydata([0, height])
    plt.show(block=False)
"""
FLOOD = "for number in range(25):\n    plt.figure(figsize=(1, 1))\n    plt.show()\n"
FAR = "plt.plot([1, 2])\nplt.text(1e6, 1e6, 'far away')\n"

# What follows the import of pyplot, and what is said: texts, and pictures by their names.
SAID: dict[str, tuple[str, list[str]]] = {
    "nothing-drawn": ("print('a')\n", ["a\n"]),
    "left-open": ("plt.plot([1, 2])\nprint('a')\n", ["a\n", "<Figure 1>"]),
    "shown-in-order": (
        "plt.plot([1])\nprint('a')\nplt.show()\nprint('b')\nplt.plot([2])\nplt.show()\nprint('c')\n",
        ["a\n", "<Figure 1>", "b\n", "<Figure 2>", "c\n"],
    ),
    "several-at-once": (
        "plt.figure()\nplt.figure()\nplt.plot([1])\nplt.show()\n",
        ["<Figure 1>", "<Figure 2>"],
    ),
    "one-of-two": (
        "one = plt.figure()\ntwo = plt.figure()\ntwo.show()\nprint('a')\n",
        ["<Figure 1>", "a\n", "<Figure 2>"],
    ),
    "same-again": (ANIMATED, ["<Figure 1>", "<Figure 2>"]),
    "named": ("plt.title('Loss')\n", ["<Figure 1: Loss>"]),
    "labelled": ("plt.xlabel('step')\n", ["<Figure 1: x: step>"]),
    "named-twice": (TWO_AXES, ["<Figure 1: Both; Loss (x: step, y: loss); y: share>"]),
    "name-of-lines": ("plt.title('a\\nb')\n", ["<Figure 1: a b>"]),
    "letter-that-no-font-has": (
        "import warnings\nwarnings.simplefilter('always')\nplt.title('\u640d')\n",
        [
            "UserWarning: Glyph 25613 (\\N{CJK UNIFIED IDEOGRAPH-640D}) missing from font(s) "
            "DejaVu Sans.\n",
            "<Figure 1: \u640d>",
        ],
    ),
    "by-agg": ("plt.switch_backend('agg')\nplt.plot([1])\n", ["<Figure 1>"]),
    "without-pyplot": (
        "from matplotlib.figure import Figure\nfigure = Figure()\nfigure.gca().plot([1])\nfigure\n",
        ["<Figure 1>"],
    ),
}


@pytest.fixture
def draw() -> Iterator[Any]:
    """A function that runs a program; it returns its outcome, what it said, and its pictures."""

    def run_it(source: str) -> Any:
        said: list[str] = []
        pictures: list[Any] = []
        outcome: dict[str, Any] = {}

        def hear(event: Any) -> None:
            if event["type"] == "program-ended":
                outcome.update(event["outcome"])
            elif event["type"] == "program-pictured":
                pictures.append(event["picture"])
                said.append(f"<{event['picture']['text']}>")
            elif said and not said[-1].startswith("<"):
                said[-1] += "".join(part["text"] for part in event["parts"])
            else:
                said.append("".join(part["text"] for part in event["parts"]))

        limits = {"test_seconds": 60.0, "run_seconds": 60.0}
        shared: Any = {"slug": "draw", "requires": [], "packages": [], "examples": []}
        run({**shared, "signatures": [], "files": {}, "limits": limits}, source, "", hear)
        return outcome, said, pictures

    yield run_it
    sys.modules["matplotlib"].use("module://grader.figure_canvas")  # a program may have changed it


def size_of(png: bytes) -> tuple[int, int]:
    """Return the width and height that a PNG file says it has."""
    assert png.startswith(b"\x89PNG\r\n")
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


@pytest.mark.parametrize("case", SAID)
def test_figures_are_said_among_the_prints(draw: Any, case: str) -> None:
    source, wanted = SAID[case]
    outcome, said, _ = draw(PLOT + source)
    assert (outcome["state"], outcome["pictures_cut"], outcome["value"]) == ("finished", 0, None)
    assert said == wanted


@pytest.mark.parametrize("size", [(4, 3), (30, 10), (300, 0.5)])
def test_a_picture_is_a_sharp_png_of_bounded_size(draw: Any, size: tuple[float, float]) -> None:
    _, _, [picture] = draw(f"{PLOT}plt.figure(figsize={size})\nplt.plot([1, 2])\n")
    width, height = size_of(base64.b64decode(picture["png"]))
    assert max(width, height) <= 2001
    assert 1 <= width / picture["width"] <= 2.1
    assert abs(width / height - picture["width"] / picture["height"]) < 0.05 * width / height


def test_what_stands_out_is_shown_and_what_is_far_away_is_not(draw: Any) -> None:
    _, _, [plain] = draw(f"{PLOT}plt.plot([1, 2])\n")
    _, _, [legend] = draw(f"{PLOT}plt.plot([1], label='a')\nplt.legend(loc=(1.1, 0))\n")
    _, _, [far] = draw(PLOT + FAR)
    assert legend["width"] > plain["width"] + 20
    assert (far["width"], far["height"]) == (640, 480)


def test_a_flood_of_figures_is_cut(draw: Any) -> None:
    outcome, said, _ = draw(PLOT + FLOOD)
    assert len(said) == figures.MOST_PICTURES
    assert outcome["pictures_cut"] == 25 - figures.MOST_PICTURES


def test_pictures_of_too_many_bytes_are_cut(draw: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "MOST_BYTES", 3_000)
    outcome, said, pictures = draw(PLOT + FLOOD)
    assert 1 < len(said) < 10
    assert sum(len(base64.b64decode(picture["png"])) for picture in pictures) < 3_000
    assert outcome["pictures_cut"] == 25 - len(said)


def test_figures_before_an_error_are_shown(draw: Any) -> None:
    outcome, said, _ = draw(f"{PLOT}plt.title('before')\n1 / 0\n")
    assert said == ["<Figure 1: before>"]
    assert (outcome["state"], outcome["fault"]["line"]) == ("raised", 3)


def test_an_error_of_the_drawing_is_the_programs(draw: Any) -> None:
    outcome, said, _ = draw(f"{PLOT}plt.title('$\\\\nothing$')\nplt.show()\n")
    assert (outcome["state"], outcome["fault"]["line"], said) == ("raised", 3, [])
    outcome, said, _ = draw(f"{PLOT}plt.title('$\\\\nothing$')\n")
    assert (outcome["state"], said) == ("raised", [])
    told = "Your code raised ValueError while its figures were drawn."
    assert outcome["fault"]["message"] == told


def test_a_value_beside_figures_is_told(draw: Any) -> None:
    outcome, said, _ = draw(f"{PLOT}plt.plot([1])\n6 * 7\n")
    assert (outcome["value"]["text"], said) == ("42", ["<Figure 1>"])


def test_no_figure_is_left_open(draw: Any) -> None:
    draw(f"{PLOT}plt.plot([1])\n")
    assert figures.open_figures() == []
    assert figures.show([object()]) is None, "nobody listens any more"
