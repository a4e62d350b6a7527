"""The workbench works in Firefox and WebKit as in Chromium: a person's ways through the real pages.

The tests of the page, in `tests/browser`, go into each thing in Chromium. Here each is done once,
with keys, presses and the clipboard of the engine itself: by default in Chromium, with
SCRATCHWORK_ALL=1 in all three.

What the drivers cannot do: WebKit's window is never narrower than 447 pixels, and nothing is copied
in a frame of it; the browser's own file dialog is not pressed, but a file put into the field that
its button stands for.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from host import PAGE_PATH, Host, hosting
from test_failures import GRADIENT_OF_ONE
from visit import EDITOR, STATUS, Visit

from engines import ENGINES, Engine
from places import PROBLEMS, ROOT

SLUGS = ["relu", "mse-loss"]
SERIES = """\
[[series]]
slug = "steps"
title = "Small steps"
summary = "Two steps."
steps = [{ slug = "relu", step = 1 }, { slug = "mse-loss", step = 2 }]
"""
RIGHT = (PROBLEMS / "relu" / "solution.py").read_text("utf-8")
PASSED = "7 of 7 tests passed"
BACKWARD = "mse_loss_backward: matches 2 * (pred - target) / N"
PROGRAM = """\
import time

print("printed at once")
time.sleep(2)
name = input("Who? ")
[name] * 2
"""
FIGURE = """\
import matplotlib.pyplot as plt

plt.plot([1, 4, 9])
plt.title("Squares")
plt.show()
"""
HALF = "import numpy as np\n\n\ndef half(values):\n    '''Return each value divided.'''\n"
UNDEFINED = f"{HALF}    return np.mean(valeus) / 2\n"
_DRAWN = "async (image) => (await image.decode(), image.naturalWidth)"
_OVERFLOW = """async () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A site of two problems, which tells its own host by another name of each verdict."""
    root = tmp_path_factory.mktemp("workbench")
    for slug in SLUGS:
        shutil.copytree(PROBLEMS / slug, root / "problems" / slug)
    (root / "problems" / "series.toml").write_text(SERIES, "utf-8")
    with hosting(root / "dist") as host:
        origin = json.dumps(f"http://localhost:{host.server_port}")
        (root / "problems" / "site.toml").write_text(f"[embed]\norigins = [{origin}]\n", "utf-8")
        folders = ["--problems", str(root / "problems"), "--out", str(host.site)]
        build = [sys.executable, str(ROOT / "build.py"), "build", *folders]
        subprocess.run(build, check=True, cwd=ROOT, stdin=subprocess.DEVNULL)
        yield host


@pytest.fixture(scope="module")
def visit(engine: Engine) -> Visit:
    return Visit(engine)


everywhere = pytest.mark.parametrize("engine", ENGINES, indirect=True, scope="module")


def begin(visit: Visit, site: Host, place: str, slug: str = "relu") -> None:
    """Open a problem where nothing is kept yet: what is kept is kept for a site's path."""
    visit.open(f"{site.url(place)}problems/{slug}/")


def type_solution(visit: Visit) -> None:
    """Replace what is in the editor by what is typed; the editor indents by itself."""
    visit.press(EDITOR)
    visit.engine.press("Control+a")
    visit.engine.press("Delete")
    visit.engine.type("import numpy as np\n\ndef relu(x):\nreturn np.maximum(x, 0)\n")
    visit.engine.press("Shift+Tab")
    visit.engine.type("def relu_backward(grad, x):\nreturn grad * (x > 0)")


def run(visit: Visit, button: str, end: str) -> None:
    """Press what starts a run, and wait for its end."""
    visit.press(f"button {button}")
    visit.read(STATUS, end)
    visit.wait_until("runtime", "ready")


def downloaded(engine: Engine) -> Path:
    """Wait for the file that the page hands over."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        for path in engine.downloads.glob("scratchwork-*.json"):
            if path.stat().st_size:
                return path
        time.sleep(0.1)
    raise AssertionError(f"no file has come, but {list(engine.downloads.iterdir())}")


@everywhere
def test_code_is_typed_and_judged(visit: Visit, site: Host) -> None:
    begin(visit, site, "typed")
    type_solution(visit)
    visit.engine.press("Control+Enter")
    visit.read(STATUS, PASSED)
    visit.read("region Test results", "Passed")
    visit.read("region Example results", "Passed")
    visit.open(site.url("typed"))
    visit.read("main", "1 of 2 solved")
    assert "Solved" in visit.read("item ReLU and its backward")


@everywhere
def test_code_runs_as_a_program(visit: Visit, site: Host) -> None:
    begin(visit, site, "program")
    visit.write(PROGRAM)
    visit.press("textbox Input for the program")
    visit.engine.type("Ada\n")
    visit.wait_until("runtime", "ready")
    visit.press("button Run code")
    visit.read("group Printed", "printed at once")
    assert visit.read(STATUS) == "Running your code"
    visit.read(STATUS, "Your code ran to its end")
    visit.read("group Value of the last line", "['Ada', 'Ada']")
    visit.read("group Printed", "Who? Ada")
    visit.write(FIGURE)
    run(visit, "Run code", "Your code ran to its end")
    assert visit.look("img Figure 1: Squares", _DRAWN) > 0


@everywhere
def test_typing_is_helped(visit: Visit, site: Host) -> None:
    begin(visit, site, "helped")
    visit.wait_until("runtime", "ready")
    visit.write(UNDEFINED)
    visit.read("mark valeus")
    visit.write(f"{HALF}    return values\n\n\n")
    visit.engine.type("half(np.medi")
    visit.read("option median")
    time.sleep(0.2)  # in its first 75 ms the list takes no key: none was meant for it
    visit.engine.press("Tab")
    visit.read(EDITOR, "half(np.median)")


@everywhere
def test_failure_is_shown_and_one_test_tried(visit: Visit, site: Host) -> None:
    begin(visit, site, "failed", "mse-loss")
    visit.write(GRADIENT_OF_ONE)
    run(visit, "Run tests", "4 of 6 tests passed")
    failed = visit.read("region Test results")
    assert "Expected" in failed, "the first failed test stands open"
    assert "Got" in failed
    visit.read("region Test results > table > mark 0.0")
    visit.read("region Test results > group Printed", "shape")
    run(visit, f"Run only this test: {BACKWARD}", "This test failed")


@everywhere
def test_history_compares_and_restores(visit: Visit, site: Host) -> None:
    begin(visit, site, "history")
    visit.write("first = (")
    run(visit, "Run tests", "syntax error")
    visit.write("second = 2")
    visit.press("button History")
    shown = "dialog History > region The chosen run"
    visit.read(shown, "first = (")
    visit.read(shown, "second = 2")
    visit.press("dialog History > button Restore this code")
    visit.expect_gone("dialog History")
    visit.read(EDITOR, "first = (")
    visit.press("button Undo")
    visit.read(EDITOR, "second = 2")


@everywhere
def test_draft_outlasts_the_page_and_moves_as_a_file(visit: Visit, site: Host) -> None:
    begin(visit, site, "from")
    visit.write("draft = 'mine'")
    visit.engine.reload()
    visit.read(EDITOR, "draft = 'mine'")
    run(visit, "Run tests", "import error")
    visit.open(site.url("from"))
    visit.read("region Your progress")
    visit.press("button Export or import")
    visit.press("dialog Your work > button Export to a file")
    visit.read("dialog Your work", "Exported: 1 draft, 1 run, 0 solved problems.")
    path = downloaded(visit.engine)

    begin(visit, site, "to")
    visit.write("draft = 'later'")
    visit.engine.reload()
    visit.read(EDITOR, "draft = 'later'")
    visit.open(site.url("to"))
    visit.read("region Your progress")
    visit.press("button Export or import")
    visit.give(path, "dialog Your work > field Export file")
    visit.read("dialog Your work", "Imported: 0 drafts, 1 run, 0 solved problems.")
    path.unlink()
    begin(visit, site, "to")
    visit.read(EDITOR, "draft = 'later'")
    visit.press("button History")
    visit.press("dialog History > button Import error")
    visit.read("dialog History > region The chosen run", "draft = 'mine'")


@everywhere
def test_link_shows_its_code_beside_ones_own(visit: Visit, site: Host) -> None:
    begin(visit, site, "sharing")
    visit.write("shared = 'grüße'")
    visit.press("button Share")
    link = visit.look("dialog Share > textbox Link", "(field) => field.value")
    visit.open(link.replace("/sharing/", "/shared/"))
    visit.read("dialog Shared code", "shared = 'grüße'")
    visit.read("dialog Shared code", "def relu_backward")
    visit.press("dialog Shared code > button Take the shared code")
    visit.read(EDITOR, "shared = 'grüße'")
    visit.press("button Undo")
    visit.read(EDITOR, "def relu_backward")


@everywhere
def test_problem_seen_once_is_solved_without_a_host(visit: Visit, site: Host) -> None:
    with hosting(site.site) as host:
        begin(visit, host, "kept")
        visit.wait_until("offline", "kept")
        visit.open("about:blank")
    begin(visit, host, "kept")
    visit.write(RIGHT)
    run(visit, "Run tests", PASSED)


@everywhere
def test_parts_are_tabs_on_a_phone(visit: Visit, site: Host) -> None:
    begin(visit, site, "phone")
    visit.engine.resize(360, 740)
    try:
        visit.read("tabpanel Statement", "Background")
        visit.press("tab Editor")
        visit.expect_gone("tabpanel Statement")
        assert visit.engine.evaluate(_OVERFLOW) <= 0
        visit.write(RIGHT)
        visit.press("button Run tests")
        visit.read(STATUS, PASSED)
        visit.read("tabpanel Results")
        assert visit.engine.evaluate(_OVERFLOW) <= 0
    finally:
        visit.engine.resize(1440, 900)


@everywhere
def test_frame_tells_its_page_the_verdict(visit: Visit, site: Host) -> None:
    address = f"{site.url('framed')}problems/relu/?embed"
    course = site.url("course").replace("127.0.0.1", "localhost") + PAGE_PATH + "course.html"
    visit.open(f"{course}#{quote(address)}")
    visit.enter("frame Exercise")
    type_solution(visit)
    run(visit, "Run tests", PASSED)
    visit.leave()
    told = json.loads(visit.read("log Verdict", "verdict"))
    assert told.pop("version")
    verdict = {"type": "verdict", "slug": "relu", "state": "graded", "passed": 7, "total": 7}
    assert told == {"scratchwork": 1, **verdict}
    visit.read("log Height", "px")
