"""Answers with the files of a site, as a good static host does."""

from __future__ import annotations

import os
from contextlib import suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler

_HASHED = ("assets", "runtime")


class StaticHandler(SimpleHTTPRequestHandler):
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
        ".webmanifest": "application/manifest+json",
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

    def handle(self) -> None:
        """Answer until the other end is gone."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for the build."""
