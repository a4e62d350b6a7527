"""A small problem that is as it should be, for tests that then break it in one place."""

from pathlib import Path

FILES = {
    "problem.toml": """\
format = 1
title = "Double"
summary = "Twice a number."
difficulty = "easy"
tags = ["warm-up"]
packages = []
requires = ["double"]
hints = ["Add the number to itself."]
disclosure = "message"
[limits]
test_seconds = 2
run_seconds = 20
""",
    "statement.md": """\
Return $2x$.

## Examples

### Example 1

```python
>>> from solution import double
>>> print(double(3))
6
```
""",
    "starter.py": "def double(x):\n    pass\n",
    "solution.py": "def double(x):\n    return 2 * x\n",
    "test_solution.py": '''\
from solution import double


def test_positive():
    """double: a positive number"""
    assert double(2) == 4, "2 doubled is 4"


def test_negative():
    """double: a negative number"""
    assert double(-3) == -6, "-3 doubled is -6"
''',
    "wrong/squares.py": '"""Your function\nsquares."""\n\n\ndef double(x):\n    return x * x\n',
}


def write_problem(folder: Path, changes: dict[str, str | None] | None = None) -> Path:
    """Write the problem with some files changed, added, or (None) left out."""
    for name, text in {**FILES, **(changes or {})}.items():
        if text is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return folder


def changed(name: str, before: str, after: str) -> dict[str, str | None]:
    """Return the change of one file that replaces a text by another."""
    assert before in FILES[name]
    return {name: FILES[name].replace(before, after)}
