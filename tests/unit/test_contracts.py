"""The contracts as schemas: what the grader and the builder make holds against them."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from builder.bundle import make_bundle
from builder.contracts import make_schemas, write_typescript
from grader.native import grade
from grader.problem import read_problem
from sample_problem import FILES, write_problem


def validator(name: str, definition: str) -> Draft202012Validator:
    schema: dict[str, Any] = json.loads(make_schemas()[name])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator({**schema, "$ref": f"#/$defs/{definition}"})


@pytest.mark.parametrize("part", ["solution.py", "starter.py"])
def test_reports_and_events_hold(part: str, tmp_path: Path) -> None:
    events: list[Any] = []
    folder = read_problem(write_problem(tmp_path / "double"))
    report = grade(folder.problem, FILES[part], events.append)
    validator("report.schema.json", "Report").validate(report)
    for event in events:
        validator("report.schema.json", "Event").validate(event)


def test_a_report_with_an_unknown_state_or_key_does_not_hold(tmp_path: Path) -> None:
    folder = read_problem(write_problem(tmp_path / "double"))
    report = grade(folder.problem, FILES["solution.py"])
    check = validator("report.schema.json", "Report")
    assert not check.is_valid({**report, "state": "fine"})
    assert not check.is_valid({**report, "more": 1})


def test_a_bundle_holds(tmp_path: Path) -> None:
    folder = read_problem(write_problem(tmp_path / "double"))
    validator("bundle.schema.json", "Bundle").validate(make_bundle(folder, [], [], []))


def test_every_type_is_declared_once_for_the_scripts(tmp_path: Path) -> None:
    write_typescript(tmp_path / "contracts.d.ts")
    text = (tmp_path / "contracts.d.ts").read_text("utf-8")
    for name in ("Report", "Event", "TestCase", "Bundle", "Sealed", "PageData"):
        heads = (f"export interface {name} {{", f"export type {name} =")
        assert sum(text.count(head) for head in heads) == 1
