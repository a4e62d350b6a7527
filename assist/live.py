"""What is known of a name by what it stands for: libraries are loaded, and say more than stubs."""

from __future__ import annotations

import inspect
import re
import sys
from typing import Any

# Jedi takes a class of a compiled module for one of the built-in names.
_OWNERS = {"builtins.ndarray": "numpy.ndarray", "builtins.Generator": "numpy.random.Generator"}
_NO_DEFAULT = re.compile(r"<[^<>]*>")
_UNDERLINED = re.compile(r"\A(.+)\n[=~-]{3,}$", re.M)
_LONGEST_DOC = 4000


def find(full_name: str | None) -> Any:
    """Return what a full name stands for in the loaded modules; None where that is unknown.

    Nothing is imported, and the learner's own code has never run here.
    """
    owner, _, rest = (full_name or "").rpartition(".")
    parts = f"{_OWNERS.get(owner, owner)}.{rest}".strip(".").split(".")
    if parts[0] == "__main__":
        return None
    for cut in range(len(parts), 0, -1):
        module = sys.modules.get(".".join(parts[:cut]))
        if module is not None:
            return _follow(module, parts[cut:])
    return None


def _follow(value: Any, parts: list[str]) -> Any:
    owner = None
    for part in parts:
        owner, value = value, inspect.getattr_static(value, part, None)
        if value is None:
            return None
    is_bound = inspect.isclass(owner) and isinstance(value, classmethod | staticmethod)
    return value.__func__ if is_bound else value


def kind(value: Any) -> str:
    """Return Jedi's word for what something is."""
    if inspect.ismodule(value) or inspect.isclass(value):
        return "module" if inspect.ismodule(value) else "class"
    return (
        "function" if callable(value) else "property" if hasattr(value, "__get__") else "instance"
    )


def document(value: Any) -> str:
    """Return the docstring of a module, a class or a function, without the signature above it."""
    if not (callable(value) or inspect.ismodule(value) or inspect.isdatadescriptor(value)):
        return ""
    return shorten(inspect.getdoc(value) or "")


def shorten(doc: str) -> str:
    """Leave out of a docstring what is too long, and a signature or a rule at its beginning."""
    doc = _UNDERLINED.sub(r"\1", doc)
    first, _, rest = doc.partition("\n\n")
    if rest and re.match(r"[\w.]+\(", first) and first.rstrip().endswith((")", "]")):
        doc = rest
    if len(doc) <= _LONGEST_DOC:
        return doc.strip()
    return doc[: doc.rindex("\n", 0, _LONGEST_DOC)].rstrip() + "\n…"


def parameters(value: Any) -> list[inspect.Parameter] | None:
    """Return the parameters of what can be called; None where Python does not know them."""
    try:
        found = list(inspect.signature(value).parameters.values())
    except (TypeError, ValueError):
        return None
    is_method = inspect.ismethoddescriptor(value) or "." in getattr(value, "__qualname__", "")
    return found[1:] if is_method and found and found[0].name == "self" else found


def spell(parameter: inspect.Parameter) -> str:
    """Write a parameter as a learner would, without its types."""
    text = str(parameter.replace(annotation=inspect.Parameter.empty))
    return _NO_DEFAULT.sub("…", text)
