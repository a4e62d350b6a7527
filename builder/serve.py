"""Serves a built site on this machine and builds it again when a source changes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from builder.places import ROOT
from builder.stamp import is_current, watched_folders
from grader.faults import Fault, ProblemFaults

_HOST = "127.0.0.1"
_FIRST_PORT = 8000
_TRIED_PORTS = 100
_HASHED = ("assets", "runtime")


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

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Show no folder that has no page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a wrong address with the site's own page for it."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for the build."""


class Server(ThreadingHTTPServer):
    """A server that never keeps a port from a second one unnoticed, nor the program from ending."""

    allow_reuse_address = sys.platform != "win32"
    daemon_threads = True


def open_server(out: Path, port: int | None) -> Server:
    """Listen on the port, or on the first free one from 8000 on if none is asked for."""
    handler = partial(Handler, directory=str(out))
    ports = [port] if port is not None else range(_FIRST_PORT, _FIRST_PORT + _TRIED_PORTS)
    for number in ports:
        try:
            return Server((_HOST, number), handler)
        except OSError as error:
            reason = error.strerror
    tried = f"port {port}" if port is not None else "the ports from 8000 on"
    message = f"cannot listen on {tried} ({reason}); choose another with --port"
    raise ProblemFaults([Fault(Path(__file__), 1, message)])


def build_if_stale(out: Path, problems: Path) -> bool:
    """Build the site in a process of its own, which reads the sources as they are now."""
    if is_current(out, problems):
        return True
    command = [sys.executable, str(ROOT / "build.py"), "build"]
    command += ["--out", str(out), "--problems", str(problems)]
    with subprocess.Popen(command) as child:
        try:
            return child.wait() == 0
        finally:
            # Interrupted: the build clears up after itself, and is waited for.
            child.terminate()


def serve(out: Path, problems: Path, server: Server) -> None:
    """Serve until interrupted; a build that fails leaves the last good site in place."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving on http://{_HOST}:{server.server_port}/ (Ctrl+C ends it)", flush=True)
    try:
        for _ in watch(*watched_folders(problems), raise_interrupt=True):
            print("A source has changed: building again ...", flush=True)
            if not build_if_stale(out, problems):
                print("The build failed; still serving the last good one.", flush=True)
    finally:
        server.shutdown()
        server.server_close()
