"""Finds the examples in a statement: fenced Python blocks that are doctests."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grader.faults import FaultList

if TYPE_CHECKING:
    from grader.problem import Example, Step

_HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})\s*([^`\s]*)")
_DOCTEST_LINE = re.compile(r"line (\d+) of the docstring for \S+ ")


@dataclass
class _Block:
    """A fenced block: the heading above it, its language, and the line its content begins on."""

    heading: str
    language: str
    fence: str
    first_line: int
    lines: list[str] = field(default_factory=list)

    def is_doctest(self) -> bool:
        return any(line.lstrip().startswith(">>>") for line in self.lines)

    def is_closed_by(self, line: str) -> bool:
        text = line.strip()
        return set(text) == {self.fence[0]} and len(text) >= len(self.fence)


def _find_blocks(text: str, faults: FaultList) -> list[_Block]:
    blocks: list[_Block] = []
    heading = ""
    block: _Block | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if block:
            if block.is_closed_by(line):
                blocks.append(block)
                block = None
            else:
                block.lines.append(line)
        elif fence := _FENCE.match(line):
            block = _Block(heading, fence[2], fence[1], number + 1)
        elif found := _HEADING.match(line):
            heading = found[1].replace("`", "")
    if block:
        faults.add(block.first_line - 1, f"the code block is not closed; close it by {block.fence}")
    return blocks


def _read_steps(block: _Block, faults: FaultList) -> list[Step]:
    from doctest import DocTestParser

    try:
        examples = DocTestParser().get_examples("\n".join(block.lines) + "\n")
    except ValueError as error:
        found = _DOCTEST_LINE.match(str(error))
        line = block.first_line + (int(found[1]) - 1 if found else 0)
        what = _DOCTEST_LINE.sub("", str(error))
        faults.add(line, f"the example is not a doctest: {what}; correct it")
        return []
    return [
        {"source": step.source, "want": step.want, "line": block.first_line + step.lineno}
        for step in examples
    ]


def _unique(name: str, taken: list[str]) -> str:
    names = (f"{name} ({number})" for number in range(2, len(taken) + 2))
    return name if name not in taken else next(new for new in names if new not in taken)


def read_examples(text: str, faults: FaultList, *, needed: bool = True) -> list[Example]:
    """Return the examples of a statement in order; note it if one is needed and there is none."""
    examples: list[Example] = []
    for block in _find_blocks(text, faults):
        if block.language != "python" or not block.is_doctest():
            continue
        number = len(examples) + 1
        name = _unique(block.heading or f"Example {number}", [made["name"] for made in examples])
        steps = _read_steps(block, faults)
        examples.append({"id": f"example-{number}", "name": name, "steps": steps})
    if needed and not examples and not faults.faults:
        advice = "add a ```python block with >>> lines under '## Examples'"
        faults.add(1, f"the statement has no example; {advice}")
    return examples
