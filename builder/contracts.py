"""Writes the contracts down: JSON Schema, and TypeScript, from the Python types."""

from __future__ import annotations

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any, get_args

import msgspec

from builder.bundle import Bundle, PageData, Sealed
from builder.node import run_node
from builder.places import write_whole
from grader.program_report import ProgramEvent, ProgramOutcome
from grader.report import Event, Report

_PROGRAM = Path(__file__).with_name("contracts.mjs")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/{name}"


def make_schemas() -> dict[str, str]:
    """Return the schema of each contract as text, by file name."""
    return {
        "report.schema.json": _schema(
            "Report", [Report, ProgramOutcome], Event=Event, ProgramEvent=ProgramEvent
        ),
        "bundle.schema.json": _schema("Bundle", [Bundle, Sealed, PageData]),
    }


def write_schemas(folder: Path) -> None:
    """Write the schemas into a folder."""
    for name, text in make_schemas().items():
        write_whole(folder / name, text)


def write_typescript(path: Path) -> None:
    """Write the types of all contracts as TypeScript declarations."""
    request = {name: json.loads(text) for name, text in make_schemas().items()}
    write_whole(path, run_node(_PROGRAM, text=json.dumps(request)))


def _schema(title: str, types: list[Any], **unions: Any) -> str:
    """Return a schema whose root is one type; the others stand among its definitions."""
    members = [member for union in unions.values() for member in get_args(union)]
    _, definitions = msgspec.json.schema_components([*types, *members], ref_template=_REF)
    for name, union in unions.items():
        refs = [{"$ref": _REF.format(name=member.__name__)} for member in get_args(union)]
        definitions[name] = {"anyOf": refs}
    for name, definition in definitions.items():
        definition["title"] = name
        if "description" in definition:
            definition["description"] = cleandoc(definition["description"])
        if "properties" in definition:
            definition["additionalProperties"] = False
    schema = {"$schema": _DIALECT, "$ref": _REF.format(name=title), "$defs": definitions}
    return json.dumps(schema, indent=2) + "\n"
