"""Nothing that a submission tries leads out of its worker.

Each attempt is a function's body that returns what it got hold of. The submission prints how each
attempt went: REACHED and what it returned, or REFUSED where it raised or got nothing, and the page
shows what was printed. The attempt `control` returns something: its marker does come through. The
trap is a second server: a connection of any kind to it fails the test.

By default the attempts share a few runs, which saves boots; with SCRATCHWORK_ALL=1 each has a run
of its own.
"""

import json
import re
from collections.abc import Iterator

import pytest
from hosting import Trap, trapping
from playwright.sync_api import expect
from problem_page import Desk, ProblemPage, reference

from extent import ALL

SLUG = "mse-loss"
POWERS = [
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "WebTransport",
    "Worker",
    "SharedWorker",
    "importScripts",
    "indexedDB",
    "caches",
    "BroadcastChannel",
    "navigator",
]
GLOBALS = [*POWERS, "postMessage", "self", "globalThis", "document", "window", "localStorage"]

FROM_JS = {f"js-{name}": f"from js import {name}\nreturn {name}" for name in GLOBALS}
CALLS = {
    "js-fetch-call": "import js\nreturn js.fetch(URL)",
    "js-request": "import js\nrequest = js.XMLHttpRequest.new()\nrequest.open('GET', URL, False)\n"
    "request.send()\nreturn request",
    "js-web-socket": "import js\nreturn js.WebSocket.new(URL.replace('http', 'ws'))",
    "js-new-worker": "import js\nreturn js.Worker.new(URL + 'worker.js')",
    "js-post-message": """import js
return js.postMessage('{"type": "event"}')""",
    "js-dir": "import js\nreturn dir(js) if 'fetch' in dir(js) else None",
    "run-js-name": "from pyodide.code import run_js\nreturn run_js('fetch')",
    "run-js-global": "from pyodide.code import run_js\nreturn run_js('globalThis')",
    "run-js-import": "from pyodide.code import run_js\nreturn run_js(f'import(\"{URL}x.js\")')",
    "constructor": "from pyodide.ffi import to_js\n"
    "return to_js([]).constructor.constructor('return fetch')()",
    "constructor-this": "from pyodide.ffi import to_js\n"
    "return to_js([]).constructor.constructor('return this')()",
    "async-constructor": "import pyodide_js\n"
    "return pyodide_js.loadPackage.constructor('return fetch')()",
    "module-fetch": "import pyodide_js\nreturn pyodide_js._module.fetch",
    "api-fetch": "import pyodide_js\nreturn pyodide_js._api.fetch",
    "api-config": "import pyodide_js\nreturn pyodide_js._api.config.jsglobals.fetch",
    "api-run-js": "import pyodide_js\n"
    "failed, words = pyodide_js._api.rawRun('import js; js.fetch')\n"
    "return None if failed else words",
    "module-run-script": "import pyodide_js\n"
    "return pyodide_js._module._emscripten_run_script_string(0)",
    "module-asm-consts": "import pyodide_js\nreturn pyodide_js._module.ASM_CONSTS",
    "idbfs": "import pyodide_js\nreturn pyodide_js.FS.filesystems.IDBFS.indexedDB()",
    "pyfetch": "from pyodide.http import pyfetch\nreturn pyfetch(URL).send(None)",
    "open-url": "from pyodide.http import open_url\nreturn open_url(URL).read()",
    "pyxhr": "from pyodide.http import pyxhr\nreturn pyxhr.get(URL)",
    "urlopen": "import urllib.request\nreturn urllib.request.urlopen(URL, timeout=1)",
    "http-client": "import http.client\nline = http.client.HTTPConnection(HOST, PORT, timeout=1)\n"
    "line.request('GET', '/')\nreturn line.getresponse()",
    "socket": "import socket\nreturn socket.create_connection((HOST, PORT), timeout=1)",
    "shell": "import subprocess\nreturn subprocess.run(['ls'])",
    "thread": "import _thread\nreturn _thread.start_new_thread(print, ())",
}
# Walks whatever hangs together with what a submission holds, as far as it gets in a second; as each
# test executes the submission anew, later tests are told what the first has found.
WALK = """import gc, pathlib, time
from pyodide.ffi import JsProxy, to_js
import js, pyodide_js
found = pathlib.Path("/tmp/found")
if found.exists():
    return found.read_text() or None
kinds = {"DedicatedWorkerGlobalScope", "WorkerNavigator", "MessagePort"}
kinds |= {"IDBFactory", "CacheStorage"}
deadline = time.monotonic() + 1
def leads_out(part, kind):
    own = getattr(part, "name", None)
    return kind in kinds or (own in NAMES and "[native code]" in part.toString())
def parts_of(one):
    for name in dir(one):
        try:
            part = getattr(one, name)
            if isinstance(part, JsProxy):
                kind = str(getattr(part.constructor, "name", ""))
                yield name, part, kind, leads_out(part, kind)
        except Exception:
            pass
def walk():
    proxies = [one for one in gc.get_objects() if isinstance(one, JsProxy)]
    queue = [("js", js), ("pyodide_js", pyodide_js), ("list", to_js([])), ("map", to_js({}))]
    queue += [(f"gc{i}", one) for i, one in enumerate(proxies)]
    seen = set()
    for where, one in queue:
        for name, part, kind, out in parts_of(one):
            if out:
                return f"{where}.{name}, {kind}"
            if time.monotonic() > deadline:
                return ""
            if part.js_id not in seen and not kind.endswith(("Array", "Buffer")):
                seen.add(part.js_id)
                queue.append((f"{where}.{name}", part))
    return ""
found.write_text(walk())
return found.read_text() or None"""
# Those that may end the interpreter, and the whole run with it.
FATAL = {
    "lazy-file": "import pyodide_js\n"
    "pyodide_js.FS.createLazyFile('/', 'lazy', URL, True, True)\nreturn open('/lazy').read()",
    "ctypes-run-script": "import ctypes\n"
    "return ctypes.CDLL(None).emscripten_run_script(b'fetch(\"' + URL.encode() + b'\")')",
    "ctypes-run-script-int": "import ctypes\n"
    "return ctypes.CDLL(None).emscripten_run_script_int(b'typeof fetch == \"function\"')",
    "module-abort": "import pyodide_js\nreturn pyodide_js._module.abort('on purpose')",
}
# So many fit into the two seconds of a test on a busy machine, where each waits for its refusal.
_A_RUN = 9
CONTROL = {"control": "return 'what it was after'"}
_TEMPLATE = """\
URL, HOST, PORT, NAMES = {url!r}, {host!r}, {port!r}, {names!r}
told = []


def note(name, attempt):
    try:
        got = attempt()
    except BaseException as error:
        told.append(f"{{name}} REFUSED {{type(error).__name__}}: {{str(error)[:60]}}")
    else:
        told.append(f"{{name}} " + ("REFUSED" if got is None else f"REACHED {{str(got)[:60]}}"))


{attempts}

def mse_loss(pred, target):
    print("\\n".join(told))


def mse_loss_backward(pred, target):
    return None
"""


def submission(attempts: dict[str, str], trap: Trap) -> str:
    """Return a submission that makes the attempts and then prints how each of them went."""
    parts = []
    for name, body in attempts.items():
        function = "attempt_" + name.replace("-", "_")
        lines = "".join(f"    {line}\n" for line in body.splitlines())
        parts.append(f"def {function}():\n{lines}\n\nnote({name!r}, {function})\n\n")
    return _TEMPLATE.format(
        url=trap.url, host=trap.host, port=trap.port, names=POWERS, attempts="\n".join(parts)
    )


@pytest.fixture(scope="module")
def trap() -> Iterator[Trap]:
    with trapping() as trap:
        yield trap


def batches(*, single: bool) -> list[dict[str, str]]:
    """Return the attempts in groups that share a run; `single` gives each a run of its own."""
    singles = {"walk": WALK, **(CALLS | FROM_JS if single else {})}
    every = [*(FROM_JS | CALLS).items()]
    starts = [] if single else range(0, len(every), _A_RUN)
    groups = [dict(every[start : start + _A_RUN]) for start in starts]
    return groups + [{name: body} for name, body in singles.items()]


def title(attempts: dict[str, str]) -> str:
    """Name a group of attempts."""
    first, *more = attempts
    return f"{first}-and-{len(more)}-more" if more else first


def told(problem: ProblemPage) -> dict[str, str]:
    """Return how each attempt went, as the first test's output in the page says."""
    return told_in(problem.tests.first.locator("[aria-label=Printed]").text_content() or "")


def told_in(printed: str) -> dict[str, str]:
    """Return how each attempt went, as printed."""
    return dict(re.findall(r"^(\S+) ((?:REACHED|REFUSED).*)$", printed, re.MULTILINE))


def asked_since(desk: Desk, count: int) -> list[str]:
    """Return what the site was asked for, but for the runtime, which the page itself fetches."""
    return [path for path in desk.site.requests[count:] if "/runtime/" not in path]


def expect_nothing_left(desk: Desk, trap: Trap, problem: ProblemPage) -> None:
    """Hold that no request left, and that the next run is a normal one."""
    served = len(desk.site.requests)
    problem.submit(reference(SLUG))
    problem.expect_all_passed(SLUG)
    assert trap.visits == []
    assert asked_since(desk, served) == []
    assert desk.troubles == []


@pytest.mark.parametrize("attempts", batches(single=ALL), ids=title)
def test_attempts_reach_nothing(desk: Desk, trap: Trap, attempts: dict[str, str]) -> None:
    problem = desk.open(SLUG)
    problem.settle()
    served = len(desk.site.requests)
    problem.submit(submission(attempts, trap))
    ended = told(problem)
    assert sorted(ended) == sorted(attempts)
    assert {name: how for name, how in ended.items() if not how.startswith("REFUSED")} == {}
    assert asked_since(desk, served) == []
    expect_nothing_left(desk, trap, problem)


@pytest.mark.parametrize("name", FATAL)
def test_fatal_attempt_reaches_nothing(desk: Desk, trap: Trap, name: str) -> None:
    problem = desk.open(SLUG)
    problem.settle()
    words = problem.submit(submission({name: FATAL[name]}, trap))
    if "crashed" not in words:
        assert told(problem)[name].startswith("REFUSED")
    expect_nothing_left(desk, trap, problem)


def test_attempt_that_reaches_something_is_seen(desk: Desk, trap: Trap) -> None:
    problem = desk.open(SLUG)
    problem.submit(submission(CONTROL, trap))
    assert told(problem) == {"control": "REACHED what it was after"}


def test_trap_notices_a_request(desk: Desk) -> None:
    page = desk.context.new_page()
    with trapping() as trap:
        page.evaluate("(url) => fetch(url).catch(() => null)", trap.url)
        assert trap.visits != []
    page.close()


def test_waiting_worker_has_given_up_its_powers(desk: Desk) -> None:
    problem = desk.open_anew(SLUG)
    problem.wait_until_ready()
    left = problem.python().evaluate(f"() => {json.dumps(POWERS)}.filter((name) => name in self)")
    assert left == []
    expect(problem.html).to_have_attribute("data-runtime", "ready")
