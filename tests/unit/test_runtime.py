"""The runtime's folder: what a page is told to load, and that equal inputs give equal bytes."""

import zipfile
from pathlib import Path

import pytest

from builder import runtime
from builder.output import replacing
from builder.runtime import prepare_runtime
from builder.wheels import TEST_TOOLS


@pytest.fixture
def with_numpy() -> runtime.Runtime:
    return prepare_runtime([["numpy"]])


def test_a_page_loads_only_what_its_problem_needs(with_numpy: runtime.Runtime) -> None:
    plain = {file["path"] for file in with_numpy.manifest([], "../../")["files"]}
    numpy = {file["path"] for file in with_numpy.manifest(["numpy"], "../../")["files"]}
    wheels = [name for name in numpy - plain if name.endswith(".whl")]
    assert [name.split("-")[0] for name in wheels] == ["numpy"]


def test_a_manifest_says_where_and_how_much(with_numpy: runtime.Runtime, tmp_path: Path) -> None:
    manifest = with_numpy.manifest(["numpy"], "../../")
    with replacing(tmp_path / "site", {}) as site:
        with_numpy.install(site)
    assert manifest["base"].startswith("../../runtime/")
    assert manifest["packages"] == ["numpy"]
    assert manifest["lock"]["python"].startswith("3.14")
    for file in manifest["files"]:
        there = tmp_path / "site" / manifest["base"].removeprefix("../../") / file["path"]
        assert there.stat().st_size == file["bytes"]
    kinds = [file["kind"] for file in manifest["files"]]
    wheels = ["wheel"] * (1 + len(TEST_TOOLS))
    core = ["script", "script", "wasm", "stdlib", *wheels, "grader", "assist"]
    snapshot = ["heap", "heap", "heap", "files", "meta"]
    assert kinds[: len(core) + 5] == [*core, *snapshot]
    assert set(kinds[len(core) + 5 :]) == {"library"}


def test_the_same_inputs_give_the_same_folder(
    with_numpy: runtime.Runtime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runtime, "CACHE", tmp_path)
    assert prepare_runtime([["numpy"]]).folder == with_numpy.folder


def test_the_graders_archive_imports_by_itself(with_numpy: runtime.Runtime) -> None:
    with zipfile.ZipFile(with_numpy.sources["grader.zip"]) as archive:
        inside = {Path(name).stem for name in archive.namelist()}
        sources = [archive.read(name).decode() for name in archive.namelist()]
    assert "grade" in inside
    assert "native" not in inside
    lines = [line for source in sources for line in source.splitlines()]
    wanted = {line.split()[1] for line in lines if line.startswith("from grader.")}
    assert {name.removeprefix("grader.") for name in wanted} <= inside
