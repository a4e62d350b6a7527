"""Notices what a submission replaced in the libraries that the tests use, and puts it back."""

from __future__ import annotations

import random
import sys
from builtins import (  # noqa: UP029 - bound here, out of reach of one who replaces builtins
    all,
    classmethod,
    dict,
    getattr,
    id,
    isinstance,
    list,
    map,
    property,
    set,
    setattr,
    sorted,
    staticmethod,
    type,
    vars,
    zip,
)
from operator import attrgetter
from operator import is_ as is_same
from types import FunctionType, ModuleType
from typing import Any

_MODULES = (
    "builtins", "cmath", "copy", "functools", "itertools", "json", "math", "operator", "random",
    "re", "statistics", "sys", "unittest.case", "pytest",
)  # fmt: skip
_PACKAGES = ("_pytest", "grader", "numpy", "pluggy")
# Large, and no part of how a test comes to its outcome.
_LEFT_OUT = (
    "_pytest._py", "_pytest.cacheprovider", "_pytest.capture", "_pytest.config.argparsing",
    "_pytest.debugging", "_pytest.doctest", "_pytest.legacypath", "_pytest.logging",
    "_pytest.mark", "_pytest.pytester", "_pytest.terminal", "numpy._typing",
)  # fmt: skip
# Names that the interpreter or the library itself rebinds.
_VOLATILE = {
    "builtins": {"_", "__build_class__"},
    "random": {"_sha512"},  # imported when a text is the seed
    "sys": {
        "stdin", "stdout", "stderr", "displayhook", "modules", "path", "argv",
        "last_exc", "last_type", "last_value", "last_traceback", "meta_path", "path_hooks",
        "path_importer_cache", "dont_write_bytecode", "flags", "ps1", "ps2",
    },
    "_pytest.assertion.util": {"_reprcompare", "_assertion_pass", "_config"},
}  # fmt: skip


class Integrity:
    """A snapshot of the watched modules, taken before any of the submission runs."""

    def __init__(self) -> None:
        random.Random("a text")  # from Python 3.14 on, the first such seed binds a global
        self._modules: dict[str, ModuleType] = {}
        self._namespaces: list[tuple[str, Any, dict[str, object]]] = []
        self._functions: dict[str, FunctionType] = {}
        seen: set[int] = set()
        for name in sorted(sys.modules):
            module = sys.modules[name]
            if isinstance(module, ModuleType) and _is_watched(name):
                self._save(name, module, seen)
        self._insides = {
            part: list(map(attrgetter(part), self._functions.values()))
            for part in ("__code__", "__defaults__", "__kwdefaults__")
        }

    def _save(self, name: str, module: ModuleType, seen: set[int]) -> None:
        volatile = _VOLATILE.get(name, set())
        saved = {key: value for key, value in vars(module).items() if key not in volatile}
        self._modules[name] = module
        self._namespaces.append((name, module, saved))
        for key, value in saved.items():
            if id(value) in seen:
                continue
            seen.add(id(value))
            if isinstance(value, FunctionType):
                self._functions[f"{name}.{key}"] = value
            elif isinstance(value, type) and _is_python_class(value):
                self._save_class(f"{name}.{key}", value)

    def _save_class(self, name: str, cls: type) -> None:
        saved: dict[str, object] = {
            key: value
            for key, value in vars(cls).items()
            if isinstance(value, FunctionType | property | classmethod | staticmethod)
        }
        self._namespaces.append((name, cls, saved))

    def restore(self) -> list[str]:
        """Put back whatever differs from the snapshot; return the dotted names."""
        replaced: list[str] = []
        for name, module in self._modules.items():
            if not is_same(sys.modules.get(name), module):
                sys.modules[name] = module
                replaced.append(name)
        for name, owner, saved in self._namespaces:
            now = vars(owner)
            if all(map(is_same, map(now.get, saved), saved.values())):
                continue
            for key, value in saved.items():
                if not is_same(now.get(key, _MISSING), value):
                    setattr(owner, key, value)
                    replaced.append(f"{name}.{key}")
        for part, insides in self._insides.items():
            parts = map(attrgetter(part), self._functions.values())
            if all(map(is_same, parts, insides)):
                continue
            for name, value in zip(self._functions, insides, strict=True):
                function = self._functions[name]
                if not is_same(getattr(function, part), value):
                    setattr(function, part, value)
                    replaced.append(name)
        return replaced


_MISSING = object()
_HEAP_TYPE = 1 << 9


def _is_watched(name: str) -> bool:
    if name.startswith(_LEFT_OUT):
        return False
    return name in _MODULES or name.partition(".")[0] in _PACKAGES


def _is_python_class(cls: type) -> bool:
    return bool(cls.__flags__ & _HEAP_TYPE) and _is_watched(cls.__module__)
