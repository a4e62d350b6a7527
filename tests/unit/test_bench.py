"""The benchmark's arithmetic: figures, marks, kinds of bytes, the shaped line, and its tables."""

from __future__ import annotations

import gzip
import json
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from bench.figures import Table, verdict
from bench.growth import write_problem
from bench.host import NoAnswer, Sent, hosting
from bench.line import Line
from bench.marks import Mark, NotTold, phases, read, replaced_in, restored_in, time_of
from bench.render import as_data, as_markdown, as_text
from bench.visits import expect
from bench.weight import by_kind, kind_of
from grader.problem import read_problem

PAGE = "<!doctype html>\n<html>\n<head>\n<title>A page</title>\n</html>\n"
MARKS = [
    Mark("ready", 1, 900.0),
    Mark("pressed", 1, 1000.0),
    Mark("asked", 1, 1002.0),
    Mark("started", 1, 1050.0),
    Mark("started", 1, 1060.0),
    Mark("reported", 1, 1080.0),
    Mark("terminated", 1, 1081.0),
    Mark("created", 2, 1082.0),
    Mark("verdict", 2, 1090.0),
    Mark("ready", 2, 1300.0),
]


@pytest.fixture
def table() -> Table:
    table = Table("A title")
    table.add("base", [100.0, 300.0, 200.0])
    table.add("kept", [40.0, 50.0, 90.0], base="base", at_most=0.3)
    table.add("missed", [150.0], base="base", at_most=0.5)
    return table


def test_median_and_ratio(table: Table) -> None:
    base, kept, missed = table.figures
    assert [base.median, kept.median, missed.median] == [200.0, 50.0, 150.0]
    assert [table.ratio(one) for one in table.figures] == [None, 0.25, 0.75]


def test_a_base_that_is_no_row_is_an_error(table: Table) -> None:
    table.add("lost", [1.0], base="no such row")
    with pytest.raises(ValueError, match="not enough values"):
        table.ratio(table.figures[-1])


@pytest.mark.parametrize(
    ("ratio", "at_most", "words"),
    [
        (0.25, 0.3, "at most 0.30: met"),
        (0.3, 0.3, "at most 0.30: met"),
        (0.75, 0.5, "at most 0.50: missed by 0.25"),
        (0.75, None, ""),
        (None, 0.5, ""),
    ],
)
def test_verdict(ratio: float | None, at_most: float | None, words: str) -> None:
    assert verdict(ratio, at_most) == words


def test_tables_say_the_same_in_every_form(table: Table) -> None:
    text = as_text(table)
    assert text.splitlines()[0] == "A title"
    assert text.splitlines()[3].split() == [
        "kept", "50.0", "ms", "40.0", "90.0", "3", "0.25", "at", "most", "0.30:", "met",
    ]  # fmt: skip
    row = "| missed | 150 ms | 150 | 150 | 1 | 0.75 | at most 0.50: missed by 0.25 |"
    assert row in as_markdown(table).splitlines()
    data = json.loads(json.dumps(as_data(table)))
    assert data["figures"][1]["samples"] == [40.0, 50.0, 90.0]
    assert data["figures"][1]["ratio"] == 0.25


def test_phases_follow_each_other() -> None:
    names = ["pressed", "asked", "collected", "started", "reported", "verdict"]
    assert phases(MARKS, names) == {
        "pressed to asked": 2.0,
        "asked to started": 48.0,
        "started to reported": 30.0,
        "reported to verdict": 10.0,
    }
    # A mark from before the last one found is of another run.
    assert phases(MARKS, ["created", "ready"]) == {"created to ready": 218.0}


def test_times_of_workers() -> None:
    assert time_of(MARKS, "ready") == 1300.0
    assert time_of(MARKS, "ready", 1) == 900.0
    assert restored_in(MARKS) == 218.0
    assert replaced_in(MARKS) == 219.0
    early = [Mark("ready", 2, 1000.0), Mark("terminated", 1, 1081.0)]
    assert replaced_in(early) == 0.0


def test_what_a_page_has_not_told_is_an_error() -> None:
    with pytest.raises(NotTold, match="crashed"):
        time_of(MARKS, "crashed")
    with pytest.raises(NotTold, match="no worker was ready"):
        replaced_in(MARKS[:-1])
    with pytest.raises(NoAnswer, match="5 of 6"):
        expect({"verdict": "5 of 6 tests passed"}, "6 of 6 tests passed")


def test_marks_are_read_from_a_result() -> None:
    assert read({"marks": [["ready", 1, 2]]}) == [Mark("ready", 1, 2.0)]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/problems/mse-loss/", "page"),
        ("/assets/1a/scripts/main.js", "scripts of the page"),
        ("/assets/1a/fonts/a.woff2", "styles and fonts"),
        ("/runtime/1a/pyodide.asm.wasm", "Python: WebAssembly"),
        ("/runtime/1a/pyodide.mjs", "Python: scripts"),
        ("/runtime/1a/numpy-2.4.3.whl", "wheels"),
        ("/runtime/1a/snapshot-2b/heap-0.bin", "snapshot: heap"),
        ("/runtime/1a/snapshot-2b/library-12.wasm", "snapshot: libraries"),
        ("/robots.txt", "other"),
    ],
)
def test_kind_of(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_bytes_add_up_by_kind() -> None:
    answers = [
        Sent("/a/library-0.wasm", 100, 30, 0),
        Sent("/a/library-1.wasm", 200, 50, 0),
        Sent("/problems/a/", 10, 5, 0),
        Sent("/bench/watch-page.js", 1000, 500, 0),
    ]
    assert by_kind(answers) == {"snapshot: libraries": (300, 80), "page": (10, 5)}


def test_a_shaped_line_is_no_faster_than_it_says() -> None:
    line = Line(mbits=8, delay_ms=20)
    data = bytes(50_000)
    assert b"".join(line.pieces(data)) == data
    started = time.monotonic()
    line.ask()
    threads = [
        threading.Thread(target=lambda: [line.take(len(piece)) for piece in line.pieces(data)])
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert time.monotonic() - started >= 0.02 + 0.1  # two connections share 1 kB a millisecond


def test_the_host_serves_the_site_watched_and_unwatched(tmp_path: Path) -> None:
    (tmp_path / "problems" / "a").mkdir(parents=True)
    (tmp_path / "problems" / "a" / "index.html").write_text(PAGE, "utf-8")
    with hosting(tmp_path) as host:
        channel = host.open_channel({"words": "passed"})
        address = f"{host.url}/problems/a/"
        assert _fetch(address) == PAGE
        watched = f'<head>\n  <script src="/bench/watch-page.js?channel={channel.name}"></script>'
        assert watched in _fetch(f"{address}?channel={channel.name}")
        script = _fetch(f"{host.url}/bench/watch-page.js?channel={channel.name}")
        assert script.startswith('globalThis.scenario = {"words": "passed", "channel": "0"};\n')
        assert [one.raw for one in host.sent][:1] == [len(PAGE)]
        with pytest.raises(urllib.error.HTTPError, match="404") as refused:
            _fetch(f"{host.url}/none")
        refused.value.close()


def test_a_page_and_the_program_talk(tmp_path: Path) -> None:
    with hosting(tmp_path) as host:
        channel = host.open_channel({})
        channel.commands.put("run")
        assert _fetch(f"{host.url}/bench/next?channel={channel.name}", compressed=False) == "run"
        results = f"{host.url}/bench/results?channel={channel.name}"
        for answer in ({"verdict": "good"}, {"error": "no"}):
            urllib.request.urlopen(results, data=json.dumps(answer).encode(), timeout=10).close()
        assert channel.result() == {"verdict": "good"}
        with pytest.raises(NoAnswer, match=r"^no$"):
            channel.result()


def test_made_problems_are_problems(tmp_path: Path) -> None:
    write_problem(tmp_path / "made-50", 50, ["numpy"])
    folder = read_problem(tmp_path / "made-50")
    assert folder.problem["packages"] == ["numpy"]
    assert folder.problem["files"]["test_solution.py"].count("def test_") == 50


def _fetch(url: str, *, compressed: bool = True) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:
        assert (answer.headers["Content-Encoding"] == "gzip") == compressed
        data: bytes = answer.read()
    return (gzip.decompress(data) if compressed else data).decode()
