"""How cost grows: made problems with more tests, with and without NumPy, and more problems."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

from bench.browsers import Browser
from bench.figures import Table
from bench.host import Host, hosting
from bench.marks import NotTold
from bench.programs import build
from bench.runs import press
from bench.visits import open_problem

COUNTS = (6, 50, 200)
_SETS: dict[str, list[str]] = {"no packages": [], "numpy": ["numpy"]}
_SNAPSHOT = {"heap", "files", "meta", "library"}
_CATALOGUES = (2, 10, 20)
_RIGHT = "def double(x):\n    return 2 * x\n"
_FILES = {
    "starter.py": "def double(x):\n    pass\n",
    "solution.py": _RIGHT,
    "wrong/squares.py": '"""Your function squares."""\n\n\ndef double(x):\n    return x * x\n',
    "statement.md": "Return $2x$.\n\n## Examples\n\n### Example 1\n\n"
    "```python\n>>> from solution import double\n>>> print(double(3))\n6\n```\n",
}
_MANIFEST = """\
format = 1
title = "Double {slug}"
summary = "Twice a number."
difficulty = "easy"
tags = ["made"]
packages = {packages}
requires = ["double"]
hints = ["Add the number to itself."]
disclosure = "message"
[limits]
test_seconds = 2
run_seconds = 60
"""
_TEST = '''

def test_{n}():
    """double: case {n}"""
    assert double({x}) == {y}, "{x} doubled is {y}"
'''


def write_problem(folder: Path, tests: int, packages: list[str], mark: str = "") -> None:
    """Write a problem with so many trivial tests."""
    names = "[" + ", ".join(f'"{name}"' for name in packages) + "]"
    text = f'"""Made tests. {mark}"""\n\nfrom solution import double\n'
    text += "".join(_TEST.format(n=n, x=n + 3, y=2 * (n + 3)) for n in range(tests))
    manifest = _MANIFEST.format(slug=folder.name, packages=names)
    for name, content in {**_FILES, "problem.toml": manifest, "test_solution.py": text}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def measure_growth(browser: Browser, rounds: int, folder: Path) -> list[Table]:
    """Measure made problems of each size and set of packages, then made catalogues."""
    problems = folder / "grown"
    for label, packages in _SETS.items():
        for tests in COUNTS:
            write_problem(problems / _slug(label, tests), tests, packages)
    site = folder / "grown-site"
    build(site, problems)
    with hosting(site) as host:
        return [_measure_tests(host, browser, rounds), _measure_problems(folder)]


def _slug(label: str, tests: int) -> str:
    return f"{label.replace(' ', '-')}-{tests}"


def _measure_tests(host: Host, browser: Browser, rounds: int) -> Table:
    table = Table("How a run grows with tests and packages: press to verdict, a spare ready")
    runs: dict[tuple[str, int], list[float]] = {}
    restores: dict[str, list[float]] = {}
    with browser.profile() as profile:
        for _ in range(rounds):
            for label in _SETS:
                for tests in COUNTS:
                    slug = _slug(label, tests)
                    page = open_problem(host, profile, _RIGHT, slug=slug)
                    page.result()
                    took = press(page, f"{tests} of {tests} tests passed")
                    runs.setdefault((label, tests), []).append(took.ms)
                    restores.setdefault(label, []).append(took.restore)
                    profile.close_pages()
    for (label, tests), samples in runs.items():
        base = f"{COUNTS[0]} tests, {label}"
        table.add(f"{tests} tests, {label}", samples, base="" if tests == COUNTS[0] else base)
    for label, samples in restores.items():
        table.add(f"restore of a spare, {label}", samples)
    for label in _SETS:
        size = _snapshot_bytes(host.site, _slug(label, COUNTS[0]))
        table.add(f"snapshot as stored, {label}", [size / 1000], "kB")
    return table


def _snapshot_bytes(site: Path, slug: str) -> int:
    """Return the bytes of the snapshot that a problem's page loads."""
    html = (site / "problems" / slug / "index.html").read_text("utf-8")
    island = re.search(r'id="page-data">(.*?)</script>', html, re.DOTALL)
    if island is None:
        raise NotTold(f"the page of {slug} carries no data")
    files = json.loads(island[1])["runtime"]["files"]
    return sum(file["bytes"] for file in files if file["kind"] in _SNAPSHOT)


def _measure_problems(folder: Path) -> Table:
    table = Table("How a build grows with problems: made ones of 6 tests, 3 solutions graded each")
    for count in _CATALOGUES:
        problems, site = folder / f"catalogue-{count}", folder / f"catalogue-site-{count}"
        for number in range(count):
            write_problem(problems / f"made-{number}", 6, [], mark=f"{time.time_ns()}")
        table.add(f"{count} problems, never built before", [build(site, problems)])
        table.add(f"{count} problems, nothing changed", [build(site, problems)])
        size = sum(path.stat().st_size for path in (site / "problems").rglob("*") if path.is_file())
        table.add(f"{count} problems, their pages", [size / 1000 / count], "kB each")
    return table
