"""Wheels for the runtime: which are chosen, where they come from, and what is refused."""

import hashlib
import io
import urllib.error
import zipfile
from pathlib import Path

import pytest

from builder import wheels
from builder.wheels import Wheel, choose, fetch, read_lock
from grader.faults import ProblemFaults

DATA = b"a wheel"


def make_wheel(name: str, data: bytes = DATA) -> Wheel:
    return Wheel(name, "1", f"{name}-1.whl", hashlib.sha256(data).hexdigest(), ())


@pytest.fixture(autouse=True)
def no_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give an empty cache, and sources that have nothing and note what they are asked for."""
    asked: list[str] = []

    def refuse(url: str, timeout: float) -> None:
        asked.append(url.rsplit("/", 1)[1])
        raise urllib.error.URLError("unreachable")

    def download(requirement: str, read: object) -> None:
        asked.append(requirement)

    monkeypatch.setattr(wheels, "_STORE", tmp_path / "store")
    monkeypatch.setattr(wheels.urllib.request, "urlopen", refuse)
    monkeypatch.setattr(wheels, "_download", download)
    return asked


def test_pytest_brings_what_it_needs() -> None:
    chosen = choose(["pytest"], read_lock())
    assert [wheel.name for wheel in chosen] == sorted(wheels.TEST_TOOLS)


def test_what_a_package_depends_on_is_chosen_too() -> None:
    lock = {"a": Wheel("a", "1", "a", "", ("b",)), "b": Wheel("b", "1", "b", "", ("a",))}
    assert [wheel.name for wheel in choose(["a"], lock)] == ["a", "b"]


def test_a_package_that_the_runtime_lacks_is_a_fault() -> None:
    with pytest.raises(ProblemFaults, match="no package 'torch'"):
        choose(["torch"], read_lock())


def test_the_cache_comes_first(no_sources: list[str]) -> None:
    wheel = make_wheel("numpy")
    wheel.path.parent.mkdir()
    wheel.path.write_bytes(DATA)
    fetch([wheel])
    assert no_sources == []


def test_a_damaged_cache_is_a_fault() -> None:
    wheel = make_wheel("numpy")
    wheel.path.parent.mkdir()
    wheel.path.write_bytes(b"damaged")
    with pytest.raises(ProblemFaults, match=r"numpy-1\.whl:1: .*another SHA-256.*delete it"):
        fetch([wheel])


def test_a_dead_cdn_is_asked_once_and_said_once(
    no_sources: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ProblemFaults, match=r"no source has a-1\.whl, b-1\.whl"):
        fetch([make_wheel("a"), make_wheel("b")])
    assert no_sources == ["a-1.whl", "open-webui==0.12.4"]
    assert capsys.readouterr().out.count("unreachable") == 1


def test_the_cdn_gives_a_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wheels.urllib.request, "urlopen", lambda url, timeout: io.BytesIO(DATA))
    wheel = make_wheel("numpy")
    fetch([wheel])
    assert wheel.path.read_bytes() == DATA


def test_a_wrong_file_from_a_source_is_a_fault_and_not_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wheels.urllib.request, "urlopen", lambda url, timeout: io.BytesIO(b"bad"))
    wheel = make_wheel("numpy")
    with pytest.raises(ProblemFaults, match=r"numpy-1\.whl:1: the Pyodide CDN gave .*SHA-256"):
        fetch([wheel])
    assert not wheel.path.exists()


def test_the_test_tools_come_from_the_package_index_alone(no_sources: list[str]) -> None:
    with pytest.raises(ProblemFaults, match="no source has"):
        fetch([make_wheel("pytest")])
    assert no_sources == ["pytest==1"]


def test_the_carrier_gives_what_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carrier = tmp_path / "carrier.whl"
    with zipfile.ZipFile(carrier, "w") as archive:
        archive.writestr("open_webui/frontend/pyodide/numpy-1.whl", DATA)
    monkeypatch.setattr(wheels, "_download", lambda requirement, read: read(carrier))
    numpy, other = make_wheel("numpy"), make_wheel("other")
    with pytest.raises(ProblemFaults, match=r"no source has other-1\.whl"):
        fetch([numpy, other])
    assert numpy.path.read_bytes() == DATA
