"""Serves a built site as a static host does, the benchmark's own pages beside it."""

from __future__ import annotations

import functools
import gzip
import io
import json
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qs, urlsplit

from bench.line import Line
from builder.places import NODE_MODULES, PROBLEMS
from builder.static_handler import StaticHandler

PAGES = Path(__file__).parent / "pages"
# The pages with a channel; browsers keep none of them.
_OWN = "/bench/"
# What never changes; browsers keep it, as they keep the assets of the site.
_OWN_ASSETS = "/assets/bench/"
# What hosts compress; everything else here is compressed already.
_COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".py", ".svg", ".wasm"}
_WATCHER = '<head>\n  <script src="/bench/watch-page.js?channel={}"></script>'
_PATIENCE_SECONDS = 300.0


class NoAnswer(Exception):
    """A page that was opened has not told what it was to tell."""


@dataclass(frozen=True)
class Sent:
    """One answer of the host: the path, the sizes of the file and of what was sent of it.

    `asked_at` is when the request came, in ms since 1970, as pages count too.
    """

    path: str
    raw: int
    sent: int
    asked_at: float


@dataclass
class Channel:
    """What the program and one page tell each other; `scenario` is what the page starts from."""

    name: str
    scenario: dict[str, Any]
    results: queue.SimpleQueue[dict[str, Any]] = field(default_factory=queue.SimpleQueue)
    commands: queue.SimpleQueue[str] = field(default_factory=queue.SimpleQueue)

    def result(self) -> dict[str, Any]:
        """Wait for the page's next result; raise `NoAnswer` where it fails or stays silent."""
        try:
            result = self.results.get(timeout=_PATIENCE_SECONDS)
        except queue.Empty:
            raise NoAnswer("the page stayed silent") from None
        if "error" in result:
            raise NoAnswer(result["error"])
        return result

    def ask(self, command: str) -> dict[str, Any]:
        """Give the page a command and wait for the result."""
        self.commands.put(command)
        return self.result()


class Host:
    """The served site; `url` does not end in a slash.

    `line` may be changed at any time; `sent` are the answers since it was last cleared.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.url = ""
        self.line = Line()
        self.sent: list[Sent] = []
        self.channels: dict[str, Channel] = {}

    def open_channel(self, scenario: dict[str, Any]) -> Channel:
        """Make a channel for one page; its name goes into the page's address."""
        channel = Channel(str(len(self.channels)), scenario)
        self.channels[channel.name] = channel
        return channel

    def place(self, path: str) -> Path:
        """Return the file of an address, which need not be there."""
        for prefix in (_OWN, _OWN_ASSETS):
            if path.startswith(prefix):
                return _own_file(path.removeprefix(prefix))
        return self.site / path.lstrip("/") / ("index.html" if path.endswith("/") else "")

    def answer(self, path: str, channel: str | None) -> tuple[bytes, bytes]:
        """Return a file's content, and what of it goes over the line."""
        place = self.place(path)
        if channel is None:
            return _content(place)
        data = self._for_channel(place, self.channels[channel]).encode()
        return data, gzip.compress(data, 9)

    @staticmethod
    def _for_channel(place: Path, channel: Channel) -> str:
        """Have a page of the site watched; give a script of ours what it starts from."""
        text = place.read_text("utf-8")
        if place.suffix == ".html":
            return text.replace("<head>", _WATCHER.format(channel.name), 1)
        scenario = json.dumps({**channel.scenario, "channel": channel.name})
        return f"globalThis.scenario = {scenario};\n{text}"


def _own_file(name: str) -> Path:
    """Return a file of the benchmark's pages; they use Pyodide's own lock and a problem's files."""
    if name == "pyodide-lock.json":
        return NODE_MODULES / "pyodide" / name
    return PROBLEMS / "mse-loss" / name if name.endswith("solution.py") else PAGES / name


@functools.cache
def _content(place: Path) -> tuple[bytes, bytes]:
    data = place.read_bytes()
    return data, gzip.compress(data, 9) if place.suffix in _COMPRESSED else data


class _Handler(StaticHandler):
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, host: Host) -> None:
        self.host = host
        super().__init__(*args, directory=str(host.site))

    def setup(self) -> None:
        super().setup()
        self.host.line.open()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        address = urlsplit(self.path)
        channel = parse_qs(address.query).get("channel", [None])[0]
        if address.path == f"{_OWN}next":
            command = self.host.channels[channel or ""].commands.get()
            return self._send(command.encode(), "text/plain", {})
        place = self.host.place(address.path)
        if not place.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        asked_at = time.time() * 1000
        self.host.line.ask()
        raw, sent = self.host.answer(address.path, channel)
        self.host.sent.append(Sent(address.path, len(raw), len(sent), asked_at))
        encoding = {} if sent is raw else {"Content-Encoding": "gzip"}
        return self._send(sent, self.guess_type(place), encoding)

    def do_POST(self) -> None:
        channel = parse_qs(urlsplit(self.path).query)["channel"][0]
        result = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._send(b"", "text/plain", {})
        self.host.channels[channel].results.put(result)

    def _send(self, body: bytes, kind: str, headers: dict[str, str]) -> io.BytesIO:
        self.send_response(HTTPStatus.OK)
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), **headers}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(body)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        for piece in self.host.line.pieces(source.read()):
            self.host.line.take(len(piece))
            outputfile.write(piece)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a page that is closed drops its connections."""


@contextmanager
def hosting(site: Path) -> Iterator[Host]:
    """Serve a site on a free port of this machine."""
    host = Host(site)
    with _Server(("127.0.0.1", 0), functools.partial(_Handler, host=host)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        host.url = f"http://127.0.0.1:{server.server_port}"
        yield host
        server.shutdown()
        thread.join()
