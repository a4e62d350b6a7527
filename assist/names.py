"""Asks Jedi what may stand at a place of the code, and what the names in it are."""

from __future__ import annotations

import inspect
import re
import sys
from typing import Any, TypedDict

import jedi
import parso.cache
from jedi.api.environment import InterpreterEnvironment

from assist import live

# Asked of the module itself, which is loaded: its stubs are slow to read and have no docstrings.
jedi.settings.auto_import_modules = ["numpy"]
# What is parsed stays in memory; to write it down as well would take longer than to parse it.
parso.cache._save_to_file_system = lambda *_, **__: None

_ARRAYS = "import numpy\nnumpy.ndarray."
_AN_ARRAY = "import numpy\nnumpy.ndarray(0)."
_AFTER_DOT = re.compile(r"(?:\b([^\W\d]\w*)|[\])'\"])\s*\.\s*$")
_TYPES = re.compile(r":[^=]*")  # of a parameter that a stub declares
_NOTHING = re.compile(r"(?!)")
_FEW = 100
_KINDS = inspect.Parameter
_Known = list[inspect.Parameter] | None
_CALLED = ("class", "function")
_TELLING = (*_CALLED, "module", "property")


class Option(TypedDict):
    """A name that may stand there; `kind` is Jedi's word for what it is, or nothing."""

    label: str
    kind: str


class Options(TypedDict):
    """What may stand there; `guessed`: nothing is known, and these are what arrays have."""

    options: list[Option]
    guessed: bool


class Description(TypedDict):
    """What a name is: its signature or what it is called, and its docstring."""

    title: str
    doc: str


class Call(TypedDict):
    """The call around a place: its parameters as they are written, and which one is meant."""

    name: str
    parameters: list[str]
    active: int | None
    line: int
    column: int
    doc: str


_offered: dict[str, Any] = {}


def complete(code: str, line: int, column: int) -> Options:
    """Return the names that may stand at a place."""
    prefix = _word_before(code, line, column)
    found = [one for one in _read(code).complete(line, column) if _is_shown(one.name, prefix)]
    guessed = not found and _may_be_array(code, line, column - len(prefix))
    if guessed:
        found = _read(_ARRAYS + prefix).complete()
        found = [one for one in found if _is_shown(one.name, prefix)]
    _offered.clear()
    _offered.update((_label(one), one) for one in found)
    few = len(found) <= _FEW
    options: list[Option] = [{"label": _label(one), "kind": _kind(one, few)} for one in found]
    return {"options": options, "guessed": guessed}


def document(label: str) -> Description | None:
    """Describe one of the names that were offered last."""
    name = _offered.get(label)
    return None if name is None else _describe(name, is_needed=True)


def describe(code: str, line: int, column: int) -> Description | None:
    """Describe the name that ends at a place, or has it inside; None where it tells nothing."""
    for name in _read(code).help(line, column):
        if name.type != "keyword":
            return _describe(name, is_needed=False)
    return _describe_array(code, line, column)


def sign(code: str, line: int, column: int) -> Call | None:
    """Return the call whose arguments a place is among."""
    signatures = _read(code).get_signatures(line, column)
    if not signatures:
        return _sign_array(code, line, column)
    signature = signatures[0]
    value = live.find(signature.full_name)
    known = live.parameters(value) if value is not None else None
    written, names = _written(known, signature)
    at_line, at_column = signature.bracket_start
    wanted = None if signature.index is None else signature.params[signature.index].name
    return {
        "name": _word_before(code, at_line, at_column) or signature.name,
        "parameters": written,
        "active": names.index(wanted) if wanted in names else None,
        "line": at_line,
        "column": at_column,
        "doc": _first_part(live.document(value) or live.shorten(signature.docstring(raw=True))),
    }


def _read(code: str) -> Any:
    return jedi.Script(code, environment=_ENVIRONMENT, project=_PROJECT)


def _label(name: Any) -> str:
    label: str = name.name_with_symbols
    return label


def _kind(name: Any, is_asked: bool) -> str:
    value = live.find(name.full_name)
    if value is None:
        return str(name.type) if is_asked else ""
    return live.kind(value)


def _is_shown(name: str, prefix: str) -> bool:
    return prefix.startswith("_") or not name.startswith("_")


def _word_before(code: str, line: int, column: int) -> str:
    text = code.split("\n")[line - 1][:column]
    found = re.search(r"\w*$", text)
    return found[0] if found else ""


def _may_be_array(code: str, line: int, column: int) -> bool:
    """Tell whether the attributes of something are wanted of which nothing is known."""
    before = code.split("\n")[line - 1][:column]
    owner = _AFTER_DOT.search(before)
    if owner is None or "numpy" not in code or _read(code).complete(line, column):
        return False
    return not re.search(rf"^\s*(import|from)\b.*\b{owner[1]}\b", code, re.M) if owner[1] else True


def _describe_array(code: str, line: int, column: int) -> Description | None:
    """Describe what an array has by this name, where nothing is known of its owner."""
    name = _word_before(code, line, column)
    value = live.find(f"numpy.ndarray.{name}") if name else None
    if value is None or not _may_be_array(code, line, column - len(name)):
        return None
    described = _describe_value(name, value)
    return {**described, "title": f"ndarray.{described['title']}"}


def _sign_array(code: str, line: int, column: int) -> Call | None:
    """Return the call of what an array has, where nothing is known of its owner."""
    lines = code.split("\n")
    before = "\n".join([*lines[: line - 1], lines[line - 1][:column]])
    at = _open_bracket(before)
    at_line, at_column = before.count("\n", 0, at) + 1, at - before.rfind("\n", 0, at) - 1
    name = _word_before(code, at_line, at_column)
    if not name or not _may_be_array(code, at_line, at_column - len(name)):
        return None
    as_array = f"{_AN_ARRAY}{name}{before[at:]}"
    call = sign(as_array, as_array.count("\n") + 1, len(as_array) - as_array.rfind("\n") - 1)
    return call and {**call, "name": f"ndarray.{name}", "line": at_line, "column": at_column}


def _open_bracket(text: str) -> int:
    """Return the place of the last bracket that is not closed; 0 where there is none."""
    closed = 0
    for at in range(len(text) - 1, -1, -1):
        closed += (text[at] in ")]}") - (text[at] in "([{")
        if closed < 0:
            return at
    return 0


def _describe(name: Any, *, is_needed: bool) -> Description | None:
    """Describe a name; None where there is nothing to say, if that is not needed."""
    value = live.find(name.full_name)
    if value is not None:
        return _describe_value(name.name, value)
    kind = name.type
    doc = live.shorten(name.docstring(raw=True)) if kind in _TELLING else ""
    signatures = name.get_signatures() if kind in _CALLED else []
    if signatures:
        return {"title": _call(name.name, *_written(None, signatures[0])), "doc": doc}
    if not doc and not is_needed:
        return None
    return {"title": "" if kind == "keyword" else str(name.description), "doc": doc}


def _describe_value(name: str, value: Any) -> Description:
    known = live.parameters(value)
    if known is not None and not inspect.ismodule(value):
        return {"title": _call(name, *_written(known)), "doc": live.document(value)}
    told = "" if live.kind(value) != "instance" else f" = {value!r:.60}"
    return {"title": f"{name}{told}", "doc": live.document(value)}


def _call(name: str, written: list[str], _: object) -> str:
    return f"{name}({', '.join(written)})"


def _written(known: _Known, signature: Any = None) -> tuple[list[str], list[str]]:
    """Return the parameters as they are written, `/` and `*` among them, and their names."""
    if known is not None:
        parts = [(one.name, one.kind, live.spell(one)) for one in known]
    else:
        types = _TYPES if signature.is_stub() else _NOTHING
        parts = [(p.name, p.kind, types.sub("", p.to_string(), 1)) for p in signature.params]
    written: list[tuple[str, str]] = []
    last = None
    for name, kind, text in parts:
        if last == _KINDS.POSITIONAL_ONLY and kind != last:
            written.append(("/", "/"))
        if kind == _KINDS.KEYWORD_ONLY and last not in (kind, _KINDS.VAR_POSITIONAL):
            written.append(("*", "*"))
        written.append((name, text))
        last = kind
    if last == _KINDS.POSITIONAL_ONLY:
        written.append(("/", "/"))
    return [text for _, text in written], [name for name, _ in written]


def _first_part(doc: str) -> str:
    return " ".join(doc.partition("\n\n")[0].split())


# This interpreter itself, and no folder of a project: nothing is looked for beside the code.
_ENVIRONMENT = InterpreterEnvironment()
_PROJECT = jedi.Project("/nowhere", sys_path=list(sys.path), smart_sys_path=False)
