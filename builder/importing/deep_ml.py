"""Deep-ML's open problems: `questions/<id>_<slug>/`."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from builder.importing import printed, starters
from builder.importing.draft import Draft, NotConvertible
from builder.importing.exercise_files import ExerciseFiles, read_json
from builder.importing.licence import describe_licence
from builder.importing.printed_tests import Snippet, make_module
from builder.importing.prose import Prose, defined_labels, plain
from grader.manifest import DIFFICULTIES, PACKAGES

_NAME = re.compile(r"(\d+)_(.+)")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SENTENCE = re.compile(r"^.*?[.!?](?=\s|$)")
_DOLLARS = re.compile(r"\$+\s*([^$]*?)\s*\$+")
_LONGEST_SUMMARY = 160
_SITE = "https://www.deep-ml.com/"
_TREE = "https://github.com/Open-Deep-ML/DML-OpenProblem/tree/main/questions"


class DeepMlQuestions:
    """A checkout of the questions; a question's name is its folder's."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout

    def list(self) -> list[str]:
        """Return the questions, by number."""
        folders = (path for path in (self.checkout / "questions").glob("*") if path.is_dir())
        names = [path.name for path in folders if not path.name.startswith((".", "__"))]
        return sorted(names, key=lambda name: (_number(name), name))

    def slug(self, name: str) -> str:
        """Return a slug made of the folder's name, with its number where another has the same."""
        slug = _slug(name)
        found = _NAME.fullmatch(name)
        twice = Counter(map(_slug, self.list()))[slug] > 1
        return f"{slug}-{found[1]}" if twice and found else slug

    def convert(self, name: str) -> Draft:
        """Convert one question; raise `NotConvertible`."""
        if not _NAME.fullmatch(name):
            raise NotConvertible("the folder's name is not <id>_<slug>")
        licence = describe_licence(self.checkout)
        return _convert(self.checkout / "questions" / name, self.slug(name), licence)


def _number(name: str) -> int:
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else 0


def _slug(name: str) -> str:
    found = _NAME.fullmatch(name)
    return _NOT_SLUG.sub("-", (found[2] if found else name).lower()).strip("-")


def _convert(folder: Path, slug: str, licence: str) -> Draft:
    files = ExerciseFiles(folder)
    meta = read_json(folder / "meta.json")
    reference = files.read_python("solution.py")
    tests, asked = make_module(_read_snippets(files), reference)
    starter, notes = _make_starter(files, reference, asked)
    packages = _packages([reference, starter, tests])
    requires = starters.required_names(reference, asked)
    if not requires:
        raise NotConvertible("the tests call no function or class of the solution")
    prose = Prose(folder, f"{_TREE}/{folder.name}/", _SITE, math=True)
    title = str(meta.get("title") or slug.replace("-", " ").title())
    description = files.read("description.md")
    return Draft(
        slug=slug,
        title=" ".join(title.split()),
        summary=_summary(description) or title,
        difficulty=_difficulty(meta, notes),
        tags=[str(meta["category"])] if meta.get("category") else [],
        origin=_origin(folder.name, meta, licence),
        statement=prose.convert(description) + _example(folder, prose),
        starter=starter,
        solution=reference,
        tests=tests,
        requires=requires,
        packages=packages,
        explanation=_explanation(folder, files, prose),
        support={"printed.py": Path(printed.__file__).read_text("utf-8")},
        assets=prose.assets,
        notes=notes + _left_out(folder),
    )


def _read_snippets(files: ExerciseFiles) -> list[Snippet]:
    try:
        found = json.loads(files.read("tests.json"))
    except ValueError as error:
        raise NotConvertible(f"tests.json is not JSON: {error}") from None
    if not isinstance(found, list) or not found:
        raise NotConvertible("tests.json is not a list of tests")
    return [_read_snippet(number, test) for number, test in enumerate(found, start=1)]


def _read_snippet(number: int, test: Any) -> Snippet:
    code, text = (
        (test.get("test"), test.get("expected_output")) if isinstance(test, dict) else (None, None)
    )
    if not isinstance(code, str) or not isinstance(text, str):
        raise NotConvertible(f"test {number} is not {{test, expected_output}} of texts")
    return Snippet(number, code.replace("\r\n", "\n").strip(), text)


def _make_starter(files: ExerciseFiles, reference: str, asked: list[str]) -> tuple[str, list[str]]:
    source, notes = files.read("starter_code.py"), []
    if complaint := starters.compiles(source):
        notes.append(f"starter_code.py does not compile ({complaint}): the starter is made anew")
        source = ""
    source, added = starters.complete(source, reference, asked)
    if added:
        notes.append(f"the starter gained {', '.join(added)}, which the tests use")
    return source, notes


def _packages(sources: list[str]) -> list[str]:
    modules = {name for source in sources for name in starters.imported_modules(source)}
    foreign = modules - {"solution", "printed", *sys.stdlib_module_names}
    if missing := sorted(foreign - set(PACKAGES)):
        raise NotConvertible(f"it needs {', '.join(missing)}, which the runtime does not have")
    return sorted(foreign)


def _summary(description: str) -> str:
    paragraphs = [part for part in description.split("\n\n") if part.strip()[:1] not in "#$|"]
    labels = defined_labels(description)
    text = plain(_DOLLARS.sub(r"\1", paragraphs[0]), labels) if paragraphs else ""
    sentence = _SENTENCE.match(text)
    text = sentence[0] if sentence else text
    return text if len(text) <= _LONGEST_SUMMARY else text[: _LONGEST_SUMMARY - 1] + "…"


def _difficulty(meta: dict[str, Any], notes: list[str]) -> str:
    said = str(meta.get("difficulty", "")).lower()
    if said in DIFFICULTIES:
        return said
    notes.append(f"its difficulty {said!r} became 'medium'")
    return "medium"


def _origin(name: str, meta: dict[str, Any], licence: str) -> str:
    people = meta.get("contributor") or []
    names = [str(one["name"]) for one in people if isinstance(one, dict) and one.get("name")]
    by = ", ".join(names) or "its contributors"
    return f"From Deep-ML's open problems, by {by}. {licence}. {_TREE}/{name}."


def _example(folder: Path, prose: Prose) -> str:
    if not (folder / "example.json").is_file():
        return ""
    found = read_json(folder / "example.json")
    parts = ["\n## Example\n"]
    for key in ("input", "output"):
        if text := str(found.get(key) or "").strip("\n"):
            fence = "`" * max(3, text.count("`") + 1)
            parts.append(f"{key.capitalize()}:\n\n{fence}\n{text}\n{fence}\n")
    if reasoning := str(found.get("reasoning") or "").strip():
        parts.append(prose.convert(reasoning, deepest=3))
    return "\n".join(parts)


def _explanation(folder: Path, files: ExerciseFiles, prose: Prose) -> str:
    if not (folder / "learn.md").is_file():
        return ""
    text = files.read("learn.md")
    return prose.convert(text) if text.strip() else ""


def _left_out(folder: Path) -> list[str]:
    others = sorted(path.name for path in folder.iterdir() if path.is_dir())
    others = [name for name in others if not name.startswith((".", "__"))]
    return [f"its version for {name} is left out" for name in others]
