"""The server: answers as a static host does, builds again on a change, and ends without a trace."""

import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from html import unescape
from http.client import HTTPMessage
from pathlib import Path

import pytest

from builder.live.answers import add_script, show_faults
from builder.live.state import State
from builder.serve import Server, changed_problems, open_server
from grader.faults import Fault, ProblemFaults
from places import ROOT
from sample_problem import FILES, write_problem

SECONDS = 90
GIVE_BACK = FILES["statement.md"].replace("Return", "Give back")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    for name in ("index.html", "404.html", "runtime/1a/a.wasm", "assets/1a/a.js", "data/a.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    server = open_server(tmp_path, 0, State(tmp_path, tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def get(server: Server, path: str) -> tuple[int, HTTPMessage, str]:
    address = f"http://127.0.0.1:{server.server_port}/{path}"
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.headers, answer.read().decode()


# path: (status, type, whether browsers may keep it)
ANSWERS = {
    "": (200, "text/html; charset=utf-8", False),
    "runtime/1a/a.wasm": (200, "application/wasm", True),
    "assets/1a/a.js": (200, "text/javascript; charset=utf-8", True),
    "data/a.json": (200, "application/json", False),
    "assets/": (404, "text/html; charset=utf-8", False),
    "assets/1a/none.js": (404, "text/html; charset=utf-8", False),
}


@pytest.mark.parametrize("path", ANSWERS)
def test_each_path_has_its_type_and_its_time_to_live(path: str, server: Server) -> None:
    status, kind, kept = ANSWERS[path]
    got, headers, body = get(server, path)
    assert (got, headers["Content-Type"]) == (status, kind)
    assert ("immutable" in headers["Cache-Control"]) == kept
    assert status != 404 or body == "404.html"


def test_worker_of_a_built_site_is_replaced_by_one_that_goes(server: Server) -> None:
    status, headers, body = get(server, "sw.js")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert headers["Cache-Control"] == "no-store"
    assert "unregister()" in body


def test_a_port_that_is_taken_is_a_fault(server: Server, tmp_path: Path) -> None:
    with pytest.raises(ProblemFaults, match="choose another with --port"):
        open_server(tmp_path, server.server_port, State(tmp_path, tmp_path))


class Running:
    """A `build.py serve` of one problem, and what it prints."""

    def __init__(self, folder: Path) -> None:
        self.problems = folder / "problems"
        write_problem(self.problems / "double")
        command = [sys.executable, "-u", str(ROOT / "build.py"), "serve", "--port", "0"]
        command += ["--out", str(folder / "dist"), "--problems", str(self.problems)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.lines: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.lines += self.process.stdout

    def wait_for(self, text: str) -> str:
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            for line in self.lines:
                if text in line:
                    return line
            time.sleep(0.05)
        raise AssertionError(f"{text!r} was not printed: {self.lines}")

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(SECONDS)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    running = Running(tmp_path)
    yield running
    running.process.kill()
    running.process.wait()
    assert running.process.stdout is not None
    running.process.stdout.close()


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=SECONDS) as answer:
        return str(answer.read().decode())


def after(change: Callable[[], object], address: str) -> str:
    """Do as an open page does: hear from the server that it has changed, then load it again."""
    script = re.search(r'src="/-/reload.js([^"]*)"', read(address))
    assert script is not None
    base = address.split("/problems/")[0]
    events = f"{base}/-/events{unescape(script[1])}"
    with urllib.request.urlopen(events, timeout=SECONDS) as answer:
        change()
        assert answer.read().endswith(b"data: changed\n\n")
    return read(address)


def test_an_open_page_hears_of_a_change_of_a_fault_and_of_its_end(running: Running) -> None:
    address = running.wait_for("Serving on").split()[2]
    page = f"{address}problems/double/"
    toml = running.problems / "double" / "problem.toml"
    twofold = FILES["problem.toml"].replace('"Double"', '"Twofold <b>"')
    assert "Twofold &lt;b&gt;" in after(lambda: toml.write_text(twofold, "utf-8"), page)
    broken = after(lambda: toml.write_text("title = ", "utf-8"), page)
    assert "problem.toml:1</code>" in broken
    assert 'href="?last-good"' in broken
    assert "Twofold &lt;b&gt;" in read(f"{page}?last-good")
    assert any("problem.toml:1: " in line for line in running.lines)
    fixed = after(lambda: toml.write_text(FILES["problem.toml"], "utf-8"), page)
    assert '<h1 id="problem-title">Double</h1>' in fixed
    assert running.end() == 130


def test_a_problem_with_a_fault_keeps_no_other_from_being_built(running: Running) -> None:
    address = running.wait_for("Serving on").split()[2]
    (running.problems / "double" / "solution.py").write_text("def double(", "utf-8")
    running.wait_for("solution.py:1: ")
    write_problem(running.problems / "triple")
    deadline = time.monotonic() + SECONDS
    while "problems/triple/" not in read(address):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    statement = running.problems / "triple" / "statement.md"
    page = f"{address}problems/triple/"
    assert "Give back" in after(lambda: statement.write_text(GIVE_BACK, "utf-8"), page)
    assert "1 fault to mend" in read(f"{address}problems/double/")


def test_nothing_of_the_server_is_in_the_site(running: Running, tmp_path: Path) -> None:
    address = running.wait_for("Serving on").split()[2]
    assert "/-/reload.js" in read(f"{address}problems/double/")
    assert "EventSource" in read(f"{address}-/reload.js")
    page = tmp_path / "dist" / "problems" / "double" / "index.html"
    assert "/-/" not in page.read_text("utf-8")


def test_where_nothing_could_be_built_nothing_is_served(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", "0"]
    command += ["--out", str(tmp_path / "dist"), "--problems", str(tmp_path / "none")]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
    assert run.returncode == 1
    assert "there is no such folder" in run.stderr


def test_what_a_fault_says_is_shown_as_text(tmp_path: Path) -> None:
    state = State(tmp_path, tmp_path)
    state.tell([Fault(tmp_path / "a" / "x.py", 3, "<script>alert(1)</script>: no")])
    html = show_faults(state, "/problems/a/", has_page=False).decode()
    assert "x.py:3</code><span>&lt;script&gt;alert(1)&lt;/script&gt;: no</span>" in html
    assert "last-good" not in html
    assert state.faults_of("/problems/b/") == []
    assert state.faults_of("/") == []


@pytest.mark.parametrize("name", ["series.toml", "site.toml"])
def test_a_fault_of_no_problem_concerns_every_page(name: str, tmp_path: Path) -> None:
    state = State(tmp_path, tmp_path)
    fault = Fault(tmp_path / name, 3, "no")
    state.tell([fault])
    assert state.faults_of("/") == state.faults_of("/problems/b/") == [fault]


def test_a_text_without_an_end_is_left_alone() -> None:
    assert add_script(b"index", "/", "1") == b"index"


def test_a_change_is_traced_to_its_problems(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    paths = [tmp_path / "a" / "wrong" / "x.py", tmp_path / "b" / "x", tmp_path / "series.toml"]
    assert changed_problems(tmp_path, paths) == {"a", "b"}
    assert changed_problems(tmp_path, [*paths, ROOT / "site" / "x"]) is None


def test_an_interrupt_while_building_leaves_nothing_behind(
    running: Running, tmp_path: Path
) -> None:
    time.sleep(1)
    running.end()
    assert [path.name for path in tmp_path.iterdir() if path.name != "dist"] == ["problems"]
