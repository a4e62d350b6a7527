"""Serves the built site whole, and variants of it, each below a path of its own."""

from __future__ import annotations

import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_PAGE = Path(__file__).with_name("page")  # the tests' own scripts, in the page's origin
PAGE_PATH = "in-page/"


@dataclass
class Variant:
    """What a host does with some files of the site, by their paths in it.

    `changed` files have other bytes, `missing` ones are a 404, `stalled` ones come to their half
    and then no further, and `silent` ones are never answered at all.
    """

    changed: dict[str, bytes] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    stalled: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()


class Host(http.server.ThreadingHTTPServer):
    """A static file server; `requests` are the paths that it was asked for."""

    daemon_threads = True

    def __init__(self, site: Path) -> None:
        self.site = site
        self.variants: dict[str, Variant] = {"whole": Variant()}
        self.requests: list[str] = []
        self.closing = threading.Event()
        super().__init__(("127.0.0.1", 0), _Files)

    def url(self, variant: str = "whole") -> str:
        """Return the address of a variant's catalogue page; it ends in a slash."""
        return f"http://127.0.0.1:{self.server_port}/{variant}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone away in the middle of an answer."""


class _Files(http.server.BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        self.server.requests.append(self.path)
        name, _, path = self.path.partition("?")[0].lstrip("/").partition("/")
        path += "index.html" if path.endswith("/") or not path else ""
        variant = self.server.variants.get(name, Variant())
        if path in variant.silent:
            self.server.closing.wait()
            return
        data = None if path in variant.missing else self._read(path, variant)
        if data is None:
            self.send_error(404)
            return
        self.send_response(200)
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if path in variant.stalled:
            self.wfile.write(data[: len(data) // 2])
            self.server.closing.wait()
            return
        self.wfile.write(data)

    def _read(self, path: str, variant: Variant) -> bytes | None:
        if path in variant.changed:
            return variant.changed[path]
        own = path.startswith(PAGE_PATH)
        file = _PAGE / path.removeprefix(PAGE_PATH) if own else self.server.site / path
        return file.read_bytes() if file.is_file() else None

    def log_message(self, format: str, *args: object) -> None:
        pass  # a refused request is the browser's to tell


@contextmanager
def hosting(site: Path) -> Iterator[Host]:
    """Serve the folder of a built site until the end of the block."""
    with Host(site) as host:
        thread = threading.Thread(target=host.serve_forever)
        thread.start()
        try:
            yield host
        finally:
            host.closing.set()
            host.shutdown()
            thread.join()
