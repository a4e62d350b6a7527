"""The files of one Exercism exercise: what its configuration names, and what lies beside."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import Any

from builder.importing import hidden_tests, starters
from builder.importing.draft import NotConvertible

_LEFT_OUT = {"README.md", "HELP.md", "HINTS.md"}
_CACHES = {"__pycache__", ".pytest_cache"}


class ExerciseFiles:
    """Reads one exercise's folder; whatever is not as it must be raises `NotConvertible`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def config(self) -> dict[str, Any]:
        """What `.meta/config.json` says."""
        return read_json(self.folder / ".meta" / "config.json")

    def named(self, *keys: str) -> list[str]:
        """Return the files that the configuration names under some keys."""
        files = self.config.get("files") or {}
        lists = [files.get(key) or [] for key in keys]
        names = [name for one in lists if isinstance(one, list) for name in one]
        if not names:
            raise NotConvertible(f".meta/config.json names no {' or '.join(keys)} file")
        return names

    def read(self, name: str) -> str:
        """Return the text of a file."""
        path = self.folder / name
        if not path.is_file():
            raise NotConvertible(f"{name} is missing")
        try:
            return path.read_bytes().decode().replace("\r\n", "\n")
        except UnicodeDecodeError:
            raise NotConvertible(f"{name} is not UTF-8 text") from None

    def read_python(self, name: str) -> str:
        """Return the source of a module that compiles."""
        source = self.read(name)
        if complaint := starters.compiles(source):
            raise NotConvertible(f"{name} does not compile: {complaint}")
        return source

    def document(self, name: str) -> str:
        """Return a document of `.docs/`, or ""."""
        path = self.folder / ".docs" / f"{name}.md"
        return self.read(f".docs/{name}.md") if path.is_file() else ""

    def read_reference(self, solutions: list[str]) -> tuple[str, dict[str, str]]:
        """Return the reference, and the other solution files as the reference has them."""
        examples = self.named("example", "exemplar")
        by_name = {Path(name).name: name for name in examples}
        chosen: list[str] = []
        for place, name in enumerate(solutions):
            fallback = examples[place] if place < len(examples) else None
            found = by_name.get(Path(name).name, fallback)
            if found is None:
                raise NotConvertible(f"there is no example of {name}")
            chosen.append(found)
        others = zip(solutions[1:], chosen[1:], strict=True)
        return self.read_python(chosen[0]), {name: self.read_python(path) for name, path in others}

    def read_tests(self, names: list[str]) -> tuple[str, dict[str, str]]:
        """Return the tests as one module, and what the other files named as tests are."""
        texts = {name: self.read(name) for name in names}
        modules = {name: self.read_python(name) for name in names if name.endswith(".py")}
        tests = [
            name
            for name, source in modules.items()
            if hidden_tests.has_tests(source)
            and not any(hidden_tests.imports(one, Path(name).stem) for one in modules.values())
        ]
        if not tests:
            raise NotConvertible(f"there is no test in {', '.join(names)}")
        others = {name: text for name, text in texts.items() if name not in tests}
        return hidden_tests.join([modules[name] for name in tests]), others

    def read_others(self, known: set[str]) -> dict[str, str]:
        """Return the files that the learner gets as well, by name."""
        paths = [path for path in sorted(self.folder.rglob("*")) if path.is_file()]
        names = [path.relative_to(self.folder).as_posix() for path in paths]
        return {
            name: self.read_python(name) if name.endswith(".py") else self.read(name)
            for name in names
            if name not in known | _LEFT_OUT
            and not name.startswith(".")
            and not _CACHES & set(name.split("/"))
        }


def read_json(path: Path) -> dict[str, Any]:
    """Return the object that a JSON file holds."""
    if not path.is_file():
        raise NotConvertible(f"{path.name} is missing")
    try:
        found = json.loads(path.read_bytes())
    except ValueError as error:
        raise NotConvertible(f"{path.name} is not JSON: {error}") from None
    if not isinstance(found, dict):
        raise NotConvertible(f"{path.name} is not a JSON object")
    return found
