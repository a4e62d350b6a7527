"""Serves a built site on this machine, and builds and shows what changes."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable
from contextlib import ExitStack, closing, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

from watchfiles import watch

from builder.live.answers import (
    EVENTS_PATH,
    LAST_GOOD,
    SCRIPT_PATH,
    add_script,
    read_script,
    show_faults,
)
from builder.live.state import State
from builder.live.workshop import Workshop
from builder.stamp import is_current, watched_folders
from grader.faults import Fault, ProblemFaults

_HOST = "127.0.0.1"
_FIRST_PORT = 8000
_TRIED_PORTS = 100
_HASHED = ("assets", "runtime")
_ALIVE_SECONDS = 15.0
# So long nothing more must change before the site is built again.
_STEP_MS = 30


class Handler(SimpleHTTPRequestHandler):
    """Answers with the files of a site, as a good static host does."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 - the base class declares it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".mjs": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
        ".whl": "application/zip",
        ".woff2": "font/woff2",
    }

    def __init__(self, *arguments: Any, state: State, **options: Any) -> None:
        self._state = state
        super().__init__(*arguments, **options)

    def send_response(self, code: int, message: str | None = None) -> None:
        """Remember the status for the headers that depend on it."""
        self._found = code in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)
        super().send_response(code, message)

    def end_headers(self) -> None:
        """Let hashed paths be kept for good, and everything else not at all."""
        hashed = self.path.lstrip("/").split("/", 1)[0] in _HASHED
        keep = hashed and self._found
        value = "public, max-age=31536000, immutable" if keep else "no-store"
        self.send_header("Cache-Control", value)
        super().end_headers()

    def do_GET(self) -> None:
        """Answer with a file, with a page that can load itself again, or with what is wrong."""
        path, _, query = self.path.partition("?")
        if path == EVENTS_PATH:
            self._send_events(parse_qs(query))
        elif path == SCRIPT_PATH:
            self._send(read_script(), ".js")
        elif path.endswith(("/", ".html")):
            self._send_page(unquote(path), last_good=query == LAST_GOOD)
        else:
            super().do_GET()

    do_HEAD = do_GET  # a body is left out where it would be written

    def _send_page(self, path: str, *, last_good: bool) -> None:
        state = self._state.of(path)
        page = Path(self.translate_path(path))
        page = page / "index.html" if path.endswith("/") else page
        if self._state.faults_of(path) and not last_good:
            html = show_faults(self._state, path, has_page=page.is_file())
        elif page.is_file():
            html = page.read_bytes()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self._send(add_script(html, path, state), ".html")

    def _send(self, body: bytes, suffix: str, code: int = HTTPStatus.OK) -> None:
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[suffix])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_events(self, asked: dict[str, list[str]]) -> None:
        """Keep the line open until the page has another state; then say so, once."""
        page, state = asked.get("page", ["/"])[0], asked.get("state", [""])[0]
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        # A comment now and then finds out whether anybody still listens.
        while not self._state.wait_for_change(page, state, _ALIVE_SECONDS):
            self.wfile.write(b":\n\n")
        self.wfile.write(b"data: changed\n\n")

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Show no folder that has no page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a wrong address with the site's own page for it."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        path = unquote(self.path.partition("?")[0])
        self._send(add_script(page.read_bytes(), path, self._state.of(path)), ".html", code)

    def handle(self) -> None:
        """Answer until the other end is gone."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for the build."""


class Server(ThreadingHTTPServer):
    """A server that never keeps a port from a second one unnoticed, nor the program from ending."""

    allow_reuse_address = sys.platform != "win32"
    daemon_threads = True


def open_server(out: Path, port: int | None, state: State) -> Server:
    """Listen on the port, or on the first free one from 8000 on if none is asked for."""
    handler = partial(Handler, directory=str(out), state=state)
    ports = [port] if port is not None else range(_FIRST_PORT, _FIRST_PORT + _TRIED_PORTS)
    for number in ports:
        try:
            return Server((_HOST, number), handler)
        except OSError as error:
            reason = error.strerror
    tried = f"port {port}" if port is not None else "the ports from 8000 on"
    message = f"cannot listen on {tried} ({reason}); choose another with --port"
    raise ProblemFaults([Fault(Path(__file__), 1, message)])


def serve(out: Path, problems: Path, port: int | None) -> bool:
    """Serve until interrupted, and build what changes; what has faults stays as it was.

    Returns at once, with `False`, if there is nothing that could be served.
    """
    state = State(out, problems)
    with open_server(out, port, state) as server, ExitStack() as stack:
        current = is_current(out, problems)
        workshop = stack.enter_context(closing(Workshop(out, problems)))
        if not current:
            _build(workshop, None, state)
        if not (out / "index.html").is_file():
            return False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        stack.callback(server.shutdown)
        print(f"Serving on http://{_HOST}:{server.server_port}/ (Ctrl+C ends it)", flush=True)
        _build_on_changes(problems, workshop, state)
    return True


def _build_on_changes(problems: Path, workshop: Workshop, state: State) -> None:
    for changes in watch(*watched_folders(problems), step=_STEP_MS, raise_interrupt=True):
        print("A source has changed: building again ...", flush=True)
        slugs = changed_problems(problems, (Path(path) for _, path in changes))
        if slugs is None:
            workshop.renew()
        _build(workshop, slugs, state)


def _build(workshop: Workshop, slugs: set[str] | None, state: State) -> None:
    faults = workshop.build(slugs)
    state.tell(faults)
    for fault in sorted(faults):
        print(fault, file=sys.stderr, flush=True)
    if faults:
        print("There are faults; where they are, the last good page is kept.", flush=True)
    else:
        print("Built.", flush=True)


def changed_problems(problems: Path, changed: Iterable[Path]) -> set[str] | None:
    """Return the slugs of problems that changed files belong to; None if one is of no problem."""
    slugs = set()
    for path in changed:
        if not path.is_relative_to(problems.resolve()):
            return None
        parts = path.relative_to(problems.resolve()).parts
        slugs |= {parts[0]} if len(parts) > 1 or (problems / parts[0]).is_dir() else set()
    return slugs
