"""The site as a plain static host serves it, and what a browser asks of the network."""

from __future__ import annotations

import functools
import http.server
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext

_WIDE: Any = {"width": 1440, "height": 900}
# What browsers report at most, in Mbit/s.
FAST = 10.0


def new_context(
    browser: Browser, mbits: float = FAST, *, keeps: bool = False, **options: Any
) -> BrowserContext:
    """Open a learner's browser, whose own guess of its line would change from run to run.

    Only where it `keeps` the site, a service worker fetches and answers beside the page.
    """
    workers = "allow" if keeps else "block"
    context = browser.new_context(**{"viewport": _WIDE, "service_workers": workers, **options})
    line = f"{{ value: {{ downlink: {mbits} }} }}"
    context.add_init_script(f"Object.defineProperty(navigator, 'connection', {line});")
    return context


class _Files(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, requests: list[str], **options: Any) -> None:
        self.requests = requests
        super().__init__(*args, **options)

    def log_request(self, code: object = "-", size: object = "-") -> None:
        self.requests.append(self.path)

    def log_message(self, format: str, *args: object) -> None:
        pass  # a refused request is the browser's to tell


@dataclass
class Site:
    """The served site; `folder` holds its files, `url` ends in a slash.

    `requests` are the paths that its server was asked for, by whatever part of a browser.
    """

    folder: Path
    url: str
    requests: list[str] = field(default_factory=list)


@dataclass
class Traffic:
    """The addresses a browser context has asked for."""

    urls: list[str] = field(default_factory=list)


@contextmanager
def serving(root: Path, path: str) -> Iterator[Site]:
    """Serve the folder `root`; the site stands in its folder `path`."""
    requests: list[str] = []
    handler = functools.partial(_Files, directory=str(root), requests=requests)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Site(root / path, f"http://127.0.0.1:{server.server_port}/{path}/", requests)
        finally:
            server.shutdown()
            thread.join()


class _Trap(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        assert isinstance(self.server, _TrapServer)
        self.server.visits.append(f"from port {self.client_address[1]}")


class _TrapServer(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self) -> None:
        self.visits: list[str] = []
        super().__init__(("127.0.0.1", 0), _Trap)


@dataclass
class Trap:
    """A second host, which nothing in a page may reach; `visits` are the connections it got."""

    host: str
    port: int
    visits: list[str]

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}/"


@contextmanager
def trapping() -> Iterator[Trap]:
    """Listen on a port of its own, and note every connection of whatever kind."""
    with _TrapServer() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Trap("127.0.0.1", server.server_address[1], server.visits)
        finally:
            server.shutdown()
            thread.join()
