"""Exercism's Python track: `exercises/{practice,concept}/<slug>/`."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from builder.importing import hidden_tests, starters
from builder.importing.draft import Draft, NotConvertible
from builder.importing.exercise_files import ExerciseFiles, read_json
from builder.importing.hints import read_hints
from builder.importing.licence import describe_licence
from builder.importing.prose import Prose, plain

_KINDS = ("practice", "concept")
_DOCUMENTS = ("introduction", "introduction.append", "instructions", "instructions.append")
_APPENDED_TITLE = re.compile(r"\A\s*# \w+ append *\n", re.I)
_SITE = "https://exercism.org"
_TREE = "https://github.com/exercism/python/tree/main"
_ALIAS = '''\
"""The submission, under the name that its tests know it by."""

import sys

import solution

sys.modules[__name__] = solution
'''


class ExercismTrack:
    """A checkout of the track; an exercise's name is its path below `exercises/`."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout

    def list(self) -> list[str]:
        """Return the exercises: every folder below `practice` and `concept`."""
        folders = [
            path
            for kind in _KINDS
            for path in sorted((self.checkout / "exercises" / kind).glob("*"))
            if path.is_dir() and not path.name.startswith((".", "__"))
        ]
        return [f"{path.parent.name}/{path.name}" for path in folders]

    def slug(self, name: str) -> str:
        """Return an exercise's own slug."""
        return name.rpartition("/")[2]

    def convert(self, name: str) -> Draft:
        """Convert one exercise; raise `NotConvertible`."""
        kind, slug = name.split("/")
        folder = self.checkout / "exercises" / name
        listed = self._listed.get(slug, {})
        return _Exercise(folder, kind, listed, describe_licence(self.checkout)).convert()

    @cached_property
    def _listed(self) -> dict[str, Any]:
        """What the track's `config.json` says of each exercise."""
        path = self.checkout / "config.json"
        if not path.is_file():
            return {}
        found = read_json(path).get("exercises") or {}
        if isinstance(found, list):  # as checkouts from before the kinds have it
            found = {"practice": found}
        return {one["slug"]: one for kind in _KINDS for one in found.get(kind) or []}


@dataclass
class _Exercise:
    """One exercise's folder; `listed` is what the track says of it."""

    folder: Path
    kind: str
    listed: dict[str, Any]
    licence: str

    def convert(self) -> Draft:
        solutions, named = self.files.named("solution"), self.files.named("test")
        module = Path(solutions[0]).stem
        reference, given = self.files.read_reference(solutions)
        tests, helpers = self.files.read_tests(named)
        tests = hidden_tests.drop_unused_imports(tests, module)
        others = {**helpers, **self.files.read_others({*solutions, *named})}
        support = {**given, **_with_searches_for_solution(others, module)}
        self._refuse_what_the_runtime_lacks([tests, reference, *support.values()], module, support)
        used = hidden_tests.used_names(tests, module)
        starter, notes = self._make_starter(solutions[0], reference, used)
        requires = starters.required_names(reference, used)
        if not requires:
            raise NotConvertible(f"the tests import no function or class from {module}")
        if self._needs_alias(tests, support, module):
            support[f"{module}.py"] = _ALIAS
        prose = self._prose()
        notes += [f"{name} is given to the learner, finished" for name in given]
        return Draft(
            slug=self.folder.name,
            title=self.title,
            summary=plain(str(self.files.config.get("blurb") or "")) or self.title,
            difficulty=self._difficulty(),
            tags=self._tags(),
            origin=self._origin(),
            statement=self._statement(prose),
            starter=starter,
            solution=reference,
            tests=hidden_tests.name_tests(hidden_tests.import_from_solution(tests, module)),
            requires=requires,
            module=module,
            hints=read_hints(self.files.document("hints")),
            support=support,
            assets=prose.assets,
            notes=notes,
        )

    @cached_property
    def files(self) -> ExerciseFiles:
        return ExerciseFiles(self.folder)

    @property
    def title(self) -> str:
        return str(self.listed.get("name") or self.folder.name.replace("-", " ").title())

    def _refuse_what_the_runtime_lacks(
        self, sources: list[str], module: str, support: dict[str, str]
    ) -> None:
        there = {module, "pytest", *sys.stdlib_module_names}
        there |= {Path(name).parts[0].removesuffix(".py") for name in support}
        for source in sources:
            if starters.starts_threads(source):
                raise NotConvertible("it starts threads, which Python in a browser cannot")
            for missing in starters.imported_modules(source) - there:
                raise NotConvertible(f"it imports {missing}, which is not there")

    def _make_starter(self, stub: str, reference: str, used: list[str]) -> tuple[str, list[str]]:
        source = self.files.read(stub) if (self.folder / stub).is_file() else ""
        notes = []
        if complaint := starters.compiles(source):
            notes.append(f"{stub} does not compile ({complaint}): the starter is made anew")
            source = ""
        source, added = starters.complete(source, reference, used)
        if added:
            notes.append(f"the starter gained {', '.join(added)}, which the tests import")
        return source, notes

    def _needs_alias(self, tests: str, support: dict[str, str], module: str) -> bool:
        modules = [text for name, text in support.items() if name.endswith(".py")]
        named = hidden_tests.names_as_text(tests, module)
        if not named and not any(hidden_tests.imports(source, module) for source in modules):
            return False
        if module in sys.stdlib_module_names:
            raise NotConvertible(f"its module has the name of Python's own {module}")
        return True

    def _prose(self) -> Prose:
        below = f"exercises/{self.kind}/{self.folder.name}"
        return Prose(self.folder / ".docs", f"{_TREE}/{below}/.docs/", _SITE)

    def _statement(self, prose: Prose) -> str:
        parts = [self.files.document(name) for name in _DOCUMENTS]
        parts = [_APPENDED_TITLE.sub("", part) for part in parts]
        statement = "\n".join(prose.convert(part) for part in parts if part.strip())
        if not statement:
            raise NotConvertible("it has no .docs/instructions.md")
        return statement

    def _difficulty(self) -> str:
        level = self.listed.get("difficulty") or 1
        return "easy" if level <= 3 else "medium" if level <= 7 else "hard"

    def _tags(self) -> list[str]:
        found = self.listed.get("topics") or self.listed.get("concepts")
        found = found or self.listed.get("practices") or []
        return list(dict.fromkeys([self.kind, *(tag.replace("_", "-") for tag in found)]))

    def _origin(self) -> str:
        config = self.files.config
        parts = (str(config.get(key) or "") for key in ("source", "source_url"))
        source = " ".join(part for part in parts if part).removesuffix(".")
        named = f" Source: {source}." if source else ""
        address = f"{_TREE}/exercises/{self.kind}/{self.folder.name}"
        people = _people(config.get("authors") or [], config.get("contributors") or [])
        return f"From Exercism's Python track, by {people}. {self.licence}. {address}.{named}"


def _with_searches_for_solution(files: dict[str, str], module: str) -> dict[str, str]:
    return {
        name: hidden_tests.search_for_solution(text, module) if name.endswith(".py") else text
        for name, text in files.items()
    }


def _people(authors: list[Any], contributors: list[Any]) -> str:
    count = len(contributors)
    helpers = f"{count} contributor{'s' * (count > 1)}" if count else ""
    named = ", ".join(map(str, authors))
    return " with ".join(filter(None, (named, helpers))) or "its contributors"
