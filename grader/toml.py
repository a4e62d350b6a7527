"""TOML with the line of every key, so that a fault in a value can be located."""

from __future__ import annotations

import re
from typing import Any

from grader.faults import FaultList

Place = tuple[str | int, ...]

_HEADER = re.compile(r"\s*\[(\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_PARSER_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


class Lines:
    """Where tables and keys stand: a scan for `[table]`, `[[table]]` and `key =`."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Place, int] = {}
        counts: dict[str, int] = {}
        table: Place = ()
        for number, line in enumerate(text.split("\n"), start=1):
            if header := _HEADER.match(line):
                name = header[2]
                table = (name,)
                if header[1]:
                    table = (name, counts.get(name, 0))
                    counts[name] = counts.get(name, 0) + 1
                self._lines.setdefault(table, number)
            elif key := _KEY.match(line):
                self._lines.setdefault((*table, key[1]), number)

    def of(self, *place: str | int) -> int:
        """Return the line of a key, else of its table, else 1."""
        for length in range(len(place), 0, -1):
            if place[:length] in self._lines:
                return self._lines[place[:length]]
        return 1


def parse(text: str, faults: FaultList) -> dict[str, Any] | None:
    """Parse TOML, or note the parser's complaint at its line."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PARSER_LINE.search(str(error))
        line = int(found[1]) if found else max(1, len(text.splitlines()))
        message = _PARSER_LINE.sub("", str(error))
        faults.add(line, f"this is not valid TOML: {message}; correct the line")
    except ValueError:  # Python reads no decimal number of more than 4300 digits
        faults.add(1, "a number has too many digits; write a smaller one")
    except RecursionError:
        faults.add(1, "the values are nested too deeply; flatten them")
    return None
