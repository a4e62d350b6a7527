"""A small site of somebody's own: one problem on big arrays, and a configuration of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from places import ROOT
from sample_problem import write_problem

BASE = "https://example.org/exercises/"
SLUG, TITLE = "add-one", "Add one everywhere"
SUMMARY = "Every element of an array, and one more."
SITE_TITLE = "Course 101"
RIGHT = "def add_one(x):\n    return x + 1\n"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle r="8"/></svg>'
_SITE = f"""\
title = "{SITE_TITLE}"
logo = "logo.svg"
report_url = "https://example.org/new?title={{slug}}&body={{version}}"
"""
_FILES: dict[str, str | None] = {
    "problem.toml": f"""\
format = 1
title = "{TITLE}"
summary = "{SUMMARY}"
difficulty = "easy"
tags = ["warm-up"]
packages = ["numpy"]
requires = ["add_one"]
hints = ["NumPy adds to a whole array at once."]
disclosure = "message"
added = 2026-11-02

[limits]
test_seconds = 20
run_seconds = 60
""",
    "statement.md": """\
Return `x` with one added to every element.

## Examples

### Example 1

```python
>>> from solution import add_one
>>> print(add_one(3))
4
```
""",
    "starter.py": "def add_one(x):\n    pass\n",
    "solution.py": RIGHT,
    "test_solution.py": '''\
import numpy as np
from solution import add_one


def test_hundred_rows():
    """add_one: a hundred rows of two hundred"""
    x = np.arange(20_000.0).reshape(100, 200)
    got = add_one(x)
    assert np.array_equal(got, x + 1), "each element is one more"


def test_few():
    """add_one: two rows of three"""
    x = np.arange(6.0).reshape(2, 3)
    got = add_one(x)
    assert np.array_equal(got, x + 1), "each element is one more"
''',
    "wrong/squares.py": None,
    "wrong/adds_two.py": '"""Your function adds two."""\n\n\ndef add_one(x):\n    return x + 2\n',
}


def write_problems(folder: Path) -> Path:
    """Write the problem and the configuration, and return the problem's folder."""
    problem = write_problem(folder / SLUG, _FILES)
    (folder / "logo.svg").write_text(_SVG, "utf-8")
    (folder / "site.toml").write_text(_SITE, "utf-8")
    return problem


def build_own_site(problems: Path, out: Path) -> None:
    """Build the site for its address."""
    command = [sys.executable, str(ROOT / "build.py"), "build", "--base-url", BASE]
    command += ["--problems", str(problems), "--out", str(out)]
    subprocess.run(command, check=True, cwd=ROOT, stdin=subprocess.DEVNULL)
