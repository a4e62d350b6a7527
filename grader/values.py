"""Describes values for the learner: short text that always comes, and facts about arrays."""

from __future__ import annotations

import re
import reprlib
import sys
from typing import Any

from grader.output import printable
from grader.report import Value

TEXT_CAP = 2000
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
_PRINT_OPTIONS: dict[str, Any] = {
    "threshold": 100,
    "edgeitems": 3,
    "linewidth": 76,
    "precision": 8,
    "suppress": False,
    "floatmode": "maxprec",
    "sign": "-",
    "nanstr": "nan",
    "infstr": "inf",
    "formatter": None,
    "legacy": False,
}


class _Repr(reprlib.Repr):
    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 6
        self.maxlist = self.maxtuple = self.maxset = self.maxfrozenset = self.maxdict = 50
        self.maxdeque = self.maxarray = 50
        self.maxstring = self.maxother = self.maxlong = 500

    def repr_instance(self, x: Any, level: int) -> str:
        try:
            text = repr(x)
        except BaseException as error:  # noqa: BLE001 - a learner's __repr__ may do anything
            return f"<{type_name(x)} whose repr raised {type(error).__name__}>"
        return text if len(text) <= TEXT_CAP else text[: TEXT_CAP - 3] + "..."


_repr = _Repr()


def loaded_numpy() -> Any:
    """Return the NumPy that is loaded, or None."""
    return sys.modules.get("numpy")


def is_array(value: object) -> bool:
    """Tell whether `value` is a NumPy array."""
    numpy = loaded_numpy()
    return numpy is not None and issubclass(type(value), numpy.ndarray)


def type_name(value: object) -> str:
    """Return the name of the value's type."""
    return str(type.__getattribute__(type(value), "__name__"))


def short_text(value: object) -> str:
    """Return the value's repr, abridged; a repr that raises is named instead."""
    numpy = loaded_numpy()
    try:
        if numpy is None:
            text = _repr.repr(value)
        else:
            with numpy.printoptions(**_PRINT_OPTIONS):
                text = repr(value) if is_array(value) else _repr.repr(value)
    except BaseException as error:  # noqa: BLE001 - see _Repr.repr_instance
        text = f"<{type_name(value)} whose repr raised {type(error).__name__}>"
    return shown(text)


def shown(text: str) -> str:
    """Return `text` abridged and printable, without memory addresses."""
    text = _ADDRESS.sub("", text)
    return printable(text if len(text) <= TEXT_CAP else text[: TEXT_CAP - 3] + "...")


def plain_array(value: Any) -> Any:
    """Return an array as a plain one, whatever class a learner made of it."""
    return loaded_numpy().ndarray.view(value, loaded_numpy().ndarray)


def describe(value: object) -> Value:
    """Return the value's type and text, with shape and dtype where it is an array."""
    array = plain_array(value) if is_array(value) else None
    return {
        "type": type_name(value),
        "text": short_text(value),
        "shape": None if array is None else list(array.shape),
        "dtype": None if array is None else str(array.dtype),
        "table": None,
    }
