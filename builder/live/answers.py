"""What the development server answers with beside the files of the site."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlencode

from builder.live.state import State
from grader.faults import Fault

SCRIPT_PATH = "/-/reload.js"
WORKER_PATH = "/sw.js"
EVENTS_PATH = "/-/events"
# The question to a page for what was last built of it, whatever is wrong now.
LAST_GOOD = "last-good"

_HERE = Path(__file__).parent


def read_script() -> bytes:
    """Return the script that loads a page again."""
    return (_HERE / "reload.js").read_bytes()


def read_worker() -> bytes:
    """Return the service worker that removes one of a built site, which would keep old pages."""
    return (_HERE / "sw.js").read_bytes()


def add_script(html: bytes, path: str, state: str) -> bytes:
    """Return a page with the script that waits for another state of it."""
    source = escape(f"{SCRIPT_PATH}?{urlencode({'page': path, 'state': state})}")
    # At the end: what the page forbids to its scripts must hold for this one too.
    before, end, after = html.rpartition(b"</body>")
    return (
        before + f'<script type="module" src="{source}"></script>'.encode() + end + after
        if end
        else html
    )


def show_faults(state: State, path: str, *, has_page: bool) -> bytes:
    """Return the page that stands in for one with faults, with a way to the last good one."""
    faults = state.faults_of(path)
    title = f"{len(faults)} fault{'s' * (len(faults) != 1)} to mend"
    link = f'<p><a href="?{LAST_GOOD}">Show the last good page</a></p>' if has_page else ""
    text = Template((_HERE / "faults.html").read_text("utf-8"))
    items = "\n".join(map(_show_fault, faults))
    return text.substitute(title=title, faults=items, link=link).encode()


def _show_fault(fault: Fault) -> str:
    place, _, message = str(fault).partition(f":{fault.line}: ")
    return f"      <li><code>{escape(place)}:{fault.line}</code><span>{escape(message)}</span></li>"
