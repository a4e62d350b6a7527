"""The folder of a site: it changes as a whole or not at all, and nothing is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from builder import output
from builder.holding import holding_interrupts
from builder.output import Made, replacing
from places import ROOT


def test_an_interrupt_waits_until_a_site_has_changed() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), holding_interrupts():
        signal.raise_signal(signal.SIGINT)
        done.append("the rest")
    assert done == ["the rest"]


def test_many_changes_make_a_whole_new_folder(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    with replacing(out, {}) as site:
        for name in (".nojekyll", "index.html", *(f"p/{n}" for n in range(120))):
            site.put(name, name)
    number = out.stat().st_ino
    kept = (out / "index.html").stat().st_ino
    last: dict[str, Made] = site.files
    with replacing(out, last) as site:
        site.put(".nojekyll", ".nojekyll")
        site.put("index.html", "index.html")
    assert out.stat().st_ino != number
    assert (out / "index.html").stat().st_ino == kept
    assert sorted(path.name for path in out.iterdir()) == [".nojekyll", "index.html"]


PRINTING = """
import json, sys, time
from multiprocessing import active_children
from pathlib import Path
from builder import output, presses
from builder.printing import Press

if __name__ == "__main__":
    with presses.ExitStack() as stack:
        press = Press(Path("."), Path("."), "assets", {})
        presses._start(press, stack), presses._start(press, stack)
        print(json.dumps([child.pid for child in active_children()]), flush=True)
        time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be asked for by its id")
def test_no_process_outlives_a_build_that_was_killed(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PRINTING, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(program)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as build:
        assert build.stdout is not None
        children = json.loads(build.stdout.readline())
        build.kill()
    assert len(children) == 2
    deadline = time.monotonic() + 60
    while any(is_running(child) for child in children):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("can", [True, False], ids=["exchanged", "moved"])
def test_a_new_folder_takes_the_place_of_the_old_one(
    can: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can:
        monkeypatch.setattr(output, "exchange", lambda one, other: False)
    out = tmp_path / "dist"
    for word in ("one", "two"):
        with replacing(out, {}) as site:
            for name in (".nojekyll", "index.html"):
                site.put(name, word)
    assert {path.read_text("utf-8") for path in out.iterdir()} == {"two"}
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be asked for by its id")
def test_what_a_killed_build_left_goes_with_the_next_one(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    (tmp_path / f".dist-{gone.pid}-abc" / "new").mkdir(parents=True)
    (tmp_path / f".dist-{os.getpid()}-abc").mkdir()
    with replacing(tmp_path / "dist", {}) as site:
        site.put("index.html", "")
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"dist", f".dist-{os.getpid()}-abc"}
