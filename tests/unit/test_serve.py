"""The server: answers as a static host does, builds again on a change, and ends without a trace."""

import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPMessage
from pathlib import Path

import pytest

from builder.serve import Server, open_server
from grader.faults import ProblemFaults
from places import ROOT
from sample_problem import FILES, write_problem

SECONDS = 90


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    for name in ("index.html", "404.html", "runtime/1a/a.wasm", "assets/1a/a.js", "data/a.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    server = open_server(tmp_path, 0)
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


def test_a_port_that_is_taken_is_a_fault(server: Server, tmp_path: Path) -> None:
    with pytest.raises(ProblemFaults, match="choose another with --port"):
        open_server(tmp_path, server.server_port)


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


def test_a_change_is_built_and_a_fault_leaves_the_last_good_site(running: Running) -> None:
    address = running.wait_for("Serving on").split()[2]
    page = f"{address}problems/double/"
    toml = running.problems / "double" / "problem.toml"
    toml.write_text(FILES["problem.toml"].replace('"Double"', '"Twofold"'), "utf-8")
    running.wait_for("building again")
    deadline = time.monotonic() + SECONDS
    while "Twofold" not in urllib.request.urlopen(page).read().decode():
        assert time.monotonic() < deadline
        time.sleep(0.1)
    toml.write_text("title = ", "utf-8")
    running.wait_for("still serving the last good one")
    assert any("problem.toml:1: " in line for line in running.lines)
    assert "Twofold" in urllib.request.urlopen(page).read().decode()
    assert running.end() == 130


def test_an_interrupt_while_building_leaves_nothing_behind(
    running: Running, tmp_path: Path
) -> None:
    time.sleep(1)
    running.end()
    assert [path.name for path in tmp_path.iterdir() if path.name != "dist"] == ["problems"]
