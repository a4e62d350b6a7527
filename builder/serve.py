"""Serves a built site on this machine, and builds and shows what changes."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

from watchfiles import watch
from watchfiles.main import FileChange

from builder.live.answers import (
    EVENTS_PATH,
    LAST_GOOD,
    SCRIPT_PATH,
    WORKER_PATH,
    add_script,
    read_script,
    read_worker,
    show_faults,
)
from builder.live.state import State
from builder.live.workshop import Workshop
from builder.stamp import is_current, watched_folders
from builder.static_handler import StaticHandler
from grader.faults import Fault, ProblemFaults

_HOST = "127.0.0.1"
_FIRST_PORT = 8000
_TRIED_PORTS = 100
_ALIVE_SECONDS = 15.0
# So long nothing more must change before the site is built again.
_STEP_MS = 30
_WAKE_MS = 250


class Handler(StaticHandler):
    """Answers with files, with pages that can load themselves again, and with what is wrong."""

    def __init__(self, *arguments: Any, state: State, **options: Any) -> None:
        self._state = state
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Answer with a file, with a page that can load itself again, or with what is wrong."""
        path, _, query = self.path.partition("?")
        if path == EVENTS_PATH:
            self._send_events(parse_qs(query))
        elif path == SCRIPT_PATH:
            self._send(read_script(), ".js")
        elif path == WORKER_PATH:
            self._send(read_worker(), ".js")
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

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a wrong address with the site's own page for it."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        path = unquote(self.path.partition("?")[0])
        self._send(add_script(page.read_bytes(), path, self._state.of(path)), ".html", code)


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
        changes = _watch(problems)
        print(f"Serving on http://{_HOST}:{server.server_port}/ (Ctrl+C ends it)", flush=True)
        _build_on_changes(changes, problems, workshop, state)
    return True


def _watch(problems: Path) -> Iterator[set[FileChange]]:
    """Watch from now on; an empty set is yielded now and then."""
    changes = watch(
        *watched_folders(problems),
        step=_STEP_MS,
        rust_timeout=_WAKE_MS,
        yield_on_timeout=True,
        raise_interrupt=True,
    )
    next(changes)  # only now is anything watched
    return changes


def _build_on_changes(
    found: Iterator[set[FileChange]], problems: Path, workshop: Workshop, state: State
) -> None:
    for changes in filter(None, found):
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
