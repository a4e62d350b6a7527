"""A small checkout in the layout of Deep-ML's open problems, every word of it our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

LICENCE = "Notes Licence\n\nCopyright 2020 A. Person\n"
HALVES = {
    "meta.json": {
        "id": "7",
        "title": "Halves",
        "difficulty": "easy",
        "category": "Warm-up",
        "contributor": [{"name": "A. Person", "profile_link": "https://example.org/a"}],
    },
    "description.md": """\
Halve each $ x_i $ of an array. Give an *array* back.

Use \\(\\frac{x}{2}\\), not $\\notacommand{x}$, and [see](more.md).
""",
    "learn.md": "# Why\n\nBecause $$\n\\alsonot{x}\n$$ holds.\n",
    "example.json": {"input": "[2, 4]", "output": "[1, 2]", "reasoning": "Half of $2$ is 1."},
    "starter_code.py": "import numpy as np\n\ndef halves(x):\n\t# Your code\n\tpass\n",
    "solution.py": """\
import math

import numpy as np

SCALE = 0.5


def halves(x):
    return np.asarray(x) * SCALE


def describe(x, digits=3):
    return {"sum": round(float(halves(x).sum()), digits), "parts": list(halves(x))}


def tell(x):
    return f"half of {x} is {x / 3:.4f}"
""",
    "tests.json": [
        {"test": "print(halves([1, 2, 3]))", "expected_output": "[0.5 1.  1.5]"},
        {
            "test": "x = np.array([[2.0, 4.0],\n              [6.0, 8.0]])\nprint(halves(x))",
            "expected_output": "[[1. 2.]\n [3. 4.]]",
        },
        {"test": "print(describe([1, 2]))", "expected_output": "{'sum': 1.5, 'parts': [0.5, 1.0]}"},
        {"test": "print(float(halves([2 / 3])[0]))", "expected_output": "0.3333"},
        {"test": "print(tell(2))", "expected_output": "half of 2 is 0.6667"},
        {
            "test": 'text = """a\n  b"""\nfor n in (2, 4):\n    print(n, halves(n))\nprint(text)',
            "expected_output": "2 1.0\n4 2.0\na\n  b\n",
        },
        {"test": "print(halves([math.inf, 2]))", "expected_output": "[inf  1.]"},
        {"test": "print((SCALE, None, True))", "expected_output": "(0.5, None, True)"},
    ],
}


def write_questions(folder: Path, questions: dict[str, dict[str, Any]]) -> Path:
    """Write a checkout that holds some questions; a file that is None is left out."""
    files: dict[str, Any] = {"LICENSE": LICENCE}
    for name, contents in questions.items():
        files |= {f"questions/{name}/{path}": content for path, content in contents.items()}
    for name, content in files.items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = content if isinstance(content, str) else json.dumps(content)
            path.write_text(text, "utf-8")
    return folder
