"""The site as a plain static host serves it, and what a browser asks of the network."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


class _Files(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass  # the tests look at the browser's requests, not at the server's


@dataclass
class Site:
    """The served site; `folder` holds its files, `url` ends in a slash."""

    folder: Path
    url: str


@dataclass
class Traffic:
    """The addresses a browser context has asked for."""

    urls: list[str] = field(default_factory=list)


@contextmanager
def serving(root: Path, path: str) -> Iterator[Site]:
    """Serve the folder `root`; the site stands in its folder `path`."""
    handler = functools.partial(_Files, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Site(root / path, f"http://127.0.0.1:{server.server_port}/{path}/")
        server.shutdown()
        thread.join()
