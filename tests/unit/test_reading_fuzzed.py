"""Reading anything at all gives a problem or located faults, and never another exception."""

import os
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import build
from builder.catalogue import read_catalogue
from builder.rules.apply import apply_rules
from builder.statement import parse_explanation, parse_statement
from grader.faults import FaultList, ProblemFaults
from grader.manifest import read_manifest
from places import ROOT

PLAIN = ROOT / "tests" / "good" / "plain"
ALL = os.environ.get("SCRATCHWORK_ALL") == "1"
FEW = settings(
    max_examples=300 if ALL else 60,
    derandomize=not ALL,
    database=None,
    deadline=timedelta(seconds=60),
    suppress_health_check=list(HealthCheck),
)
FILES = (
    "double/problem.toml", "double/statement.md", "double/explanation.md", "double/starter.py",
    "double/solution.py", "double/test_solution.py", "double/wrong/squares.py",
    "double/support/numbers.py", "double/support/numbers.txt", "double/assets/plot.svg",
    "series.toml",
)  # fmt: skip
SERIES = """\
[[series]]
slug = "numbers"
title = "Numbers"
summary = "All about numbers."
steps = [{ slug = "double", step = 1 }]
"""
KEYS = (
    "format", "title", "summary", "difficulty", "tags", "packages", "requires", "hints",
    "prerequisites", "disclosure", "origin", "limits", "limits.test_seconds", "odd",
)  # fmt: skip
SERIES_KEYS = ("slug", "title", "summary", "steps", "hours", "odd")
# What has a meaning to one of the readers, for the bytes that are put between others.
ODD = (
    b"\x00", b"\r", b"\xff", b"\xef\xbb\xbf", "\u2028".encode(), b"\x0c", b"```", b"~~~", b"<!--",
    b"```python\n>>> ", b"$$", b"$\\", b"[a](", b"![](", b"](#", b"|-|\n", b"> " * 50, b"#" * 9,
    b"[" * 500, b"(" * 500, b"-" * 4000, b'"""', b"'", b"\\u", b"\n\t", b"def f(", b"async ",
    b"lambda: ", b"[[series]]", b"9" * 5000, b"0x" + b"f" * 5000, b"1979-05-27T07:32:00Z", b"{",
    b"}", b"=",
)  # fmt: skip


def toml_values() -> SearchStrategy[str]:
    """Give the text of any TOML value, some of them just beyond what TOML has."""
    texts = st.text(max_size=20).map(
        lambda text: '"' + "".join(f"\\U{ord(letter):08x}" for letter in text) + '"'
    )
    plain = st.one_of(
        texts,
        st.integers().map(str),
        st.floats().map(repr),
        st.sampled_from(["true", "false", "[]", "{}", "1979-05-27", "07:32:00", "0x" + "f" * 5000]),
        st.sampled_from(['""', '"double"', '"a-b"', '"2x"', '"\\u0000"', '"`"', "nan", "-inf"]),
        st.sampled_from(["9" * 5000, "1e999", '"' + "x" * 9999 + '"', "[" * 2000, "'''"]),
    )
    return st.recursive(
        plain,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda values: f"[{', '.join(values)}]"),
            inner.map(lambda value: f"{{ slug = {value}, step = 1 }}"),
        ),
        max_leaves=5,
    )


def broken(data: bytes) -> SearchStrategy[bytes]:
    """Give what becomes of a file where bytes are put in, taken out or changed."""
    edit = st.tuples(
        st.integers(0, len(data)),
        st.integers(0, 40),
        st.one_of(st.binary(max_size=4), st.sampled_from(ODD)),
    )

    def apply(edits: list[tuple[int, int, bytes]]) -> bytes:
        made = data
        for place, gone, new in edits:
            made = made[:place] + new + made[place + gone :]
        return made

    return st.lists(edit, min_size=1, max_size=4).map(apply)


def read_all(problems: Path) -> None:
    """Do all that a check does before it grades; let nothing but located faults pass."""
    try:
        folders = read_catalogue(problems).problems
        faults, notes = apply_rules(folders)
        for folder in folders:
            faults += parse_statement(folder).faults + parse_explanation(folder).faults
        if faults:
            raise ProblemFaults([*faults, *notes])
    except ProblemFaults as found:
        assert found.faults
        for fault in found.faults:
            assert fault.path.is_relative_to(problems), fault
            assert fault.line >= 1, fault
            assert fault.message.strip(), fault
            assert str(fault).encode("utf-8", "backslashreplace")


@pytest.fixture(scope="module")
def contents() -> dict[str, bytes]:
    made = {name: (PLAIN / name).read_bytes() for name in FILES if (PLAIN / name).is_file()}
    statement = ROOT / "tests" / "good" / "statement-with-everything" / "double" / "statement.md"
    return {
        **dict.fromkeys(FILES, b"x = 1\n"),
        **made,
        "double/statement.md": statement.read_bytes(),
        "series.toml": SERIES.encode(),
    }


def write(problems: Path, contents: dict[str, bytes]) -> Path:
    shutil.rmtree(problems, ignore_errors=True)
    for name, data in contents.items():
        path = problems / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return problems


@pytest.mark.parametrize("name", FILES)
@FEW
@given(draw=st.data())
def test_any_bytes_in_a_file_give_located_faults(
    name: str, draw: st.DataObject, contents: dict[str, bytes]
) -> None:
    new = draw.draw(st.one_of(broken(contents[name]), st.binary(max_size=200)))
    with tempfile.TemporaryDirectory() as folder:
        read_all(write(Path(folder) / "problems", {**contents, name: new}))


@FEW
@given(values=st.dictionaries(st.sampled_from(KEYS), toml_values(), min_size=1, max_size=4))
def test_any_value_in_a_manifest_gives_located_faults(values: dict[str, str]) -> None:
    lines = (PLAIN / "double" / "problem.toml").read_text("utf-8").split("\n")
    kept = [line for line in lines if line.partition(" ")[0] not in values]
    text = "\n".join([*(f"{key} = {value}" for key, value in values.items()), *kept])
    faults = FaultList(Path("problem.toml"))
    manifest = read_manifest(text, faults)
    assert manifest is not None or faults.faults
    for fault in faults.faults:
        assert 1 <= fault.line <= text.count("\n") + 1
        assert str(fault)


@FEW
@given(values=st.dictionaries(st.sampled_from(SERIES_KEYS), toml_values(), max_size=4))
def test_any_value_in_a_series_gives_located_faults(values: dict[str, str]) -> None:
    lines = [line for line in SERIES.split("\n") if line.partition(" ")[0] not in values]
    text = "\n".join([*lines, *(f"{key} = {value}" for key, value in values.items())])
    with tempfile.TemporaryDirectory() as folder:
        problems = Path(folder) / "problems"
        shutil.copytree(PLAIN, problems)
        (problems / "series.toml").write_text(text, "utf-8", "backslashreplace")
        read_all(problems)


NAMES = st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1, max_size=12)
PLACES = ("", "double", "double/assets", "double/support", "double/wrong", "double/wrong/deep")


@FEW
@given(place=st.sampled_from(PLACES), name=NAMES.filter(lambda name: name not in (".", "..")),
       kind=st.sampled_from(["file", "python", "folder", "link", "loop", "pipe"]))  # fmt: skip
def test_any_entry_in_a_folder_gives_located_faults(
    place: str, name: str, kind: str, contents: dict[str, bytes]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        problems = write(Path(folder) / "problems", contents)
        parent = problems / place
        parent.mkdir(parents=True, exist_ok=True)
        path = parent / (f"{name}.py" if kind == "python" else name)
        if path.exists() or len(os.fsencode(path.name)) > 200:
            return
        make = {
            "file": lambda: path.write_bytes(b"\xff"),
            "python": lambda: path.write_text("def f(", "utf-8"),
            "folder": path.mkdir,
            "link": lambda: path.symlink_to("nowhere"),
            "loop": lambda: path.symlink_to(problems, target_is_directory=True),
            "pipe": lambda: os.mkfifo(path),
        }
        make[kind]()
        read_all(problems)


@pytest.mark.parametrize("name", FILES[:7])
@pytest.mark.parametrize("kind", ["folder", "link", "loop", "pipe"])
def test_something_else_in_the_place_of_a_file_is_a_fault(
    name: str, kind: str, tmp_path: Path, contents: dict[str, bytes]
) -> None:
    problems = write(tmp_path / "problems", contents)
    path = problems / name
    path.unlink()
    make = {
        "folder": path.mkdir,
        "link": lambda: path.symlink_to("nowhere"),
        "loop": lambda: path.symlink_to(path.name),
        "pipe": lambda: os.mkfifo(path),
    }
    make[kind]()
    read_all(problems)


def test_a_fault_leaves_the_last_site_as_it_is(
    tmp_path: Path, contents: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "dist"
    site.mkdir()
    for name in ("index.html", ".nojekyll", "kept.html"):
        (site / name).write_text(name, "utf-8")
    for name in FILES[:7]:
        data = {**contents, name: contents[name][:-1] + b"\xff"}
        problems = write(tmp_path / "problems", data)
        assert build.main(["build", "--out", str(site), "--problems", str(problems)]) == 1
        assert f"{name}:" in capsys.readouterr().err
        assert sorted(path.name for path in tmp_path.iterdir()) == ["dist", "problems"]
        assert sorted(path.name for path in site.iterdir()) == [
            ".nojekyll", "index.html", "kept.html",
        ]  # fmt: skip
