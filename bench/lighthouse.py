"""Lighthouse's judgement of a problem's page and of the catalogue, as on a middling phone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from bench.browsers import FLAGS
from bench.figures import Table
from bench.host import Host
from builder.places import CACHE

# Some 150 packages that nothing else here needs: brought when this part runs for the first time.
_VERSION = "12.8.2"
_HOME = CACHE / "lighthouse" / _VERSION
_PROGRAM = _HOME / "node_modules" / "lighthouse" / "cli" / "index.js"
_PAGES = {"the problem's page": "/problems/mse-loss/", "the catalogue": "/"}
_CATEGORIES = {"performance": 95, "accessibility": 100, "best-practices": 100}
_TIMES = {
    "first-contentful-paint": "first paint",
    "largest-contentful-paint": "largest paint",
    "total-blocking-time": "blocked",
}
_SECONDS = 300
_NOTE = (
    "Scores are out of 100. Lighthouse slows the processor by 4 and the line to 1.6 Mbit/s by "
    "calculation, so what else the machine does counts fourfold: its speed, by Lighthouse's own "
    "measure, is 1,000 and more on an idle desktop, and performance below some 500 means nothing. "
    "The runtime, which comes after the page, shares line and processor with it."
)


def measure_lighthouse(host: Host, rounds: int, folder: Path) -> Table:
    """Judge each page in a new browser, several times; what is found wrong is printed."""
    _set_up()
    goals = ", ".join(f"{name} {goal}" for name, goal in _CATEGORIES.items())
    table = Table(f"Lighthouse {_VERSION}, mobile (promised: {goals})", note=_NOTE)
    wrong: set[str] = set()
    for name, path in _PAGES.items():
        found = [_judge(host.url + path, folder / "lighthouse.json") for _ in range(rounds)]
        for category in _CATEGORIES:
            scores = [100 * one["categories"][category]["score"] for one in found]
            table.add(f"{name}: {category}", scores, "of 100")
        for audit, words in _TIMES.items():
            table.add(f"  {words}", [one["audits"][audit]["numericValue"] for one in found])
        speeds = [one["environment"]["benchmarkIndex"] for one in found]
        table.add("  the machine's speed meanwhile", speeds, "")
        wrong |= {f"{name}: {title}" for one in found for title in _failed(one)}
    if wrong:
        table.note += "\nFound wrong:\n" + "\n".join(f"- {words}" for words in sorted(wrong))
    return table


def _set_up() -> None:
    if _PROGRAM.is_file():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("npm was not found, which brings Lighthouse; install Node with npm")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix", str(_HOME)]
    _HOME.mkdir(parents=True, exist_ok=True)
    _run([npm, "install", *options, f"lighthouse@{_VERSION}"], {})


def _judge(url: str, out: Path) -> dict[str, Any]:
    chromium = (CACHE / "chromium-path").read_text("utf-8").strip()
    flags = " ".join(["--headless=new", *FLAGS])
    options = [f"--only-categories={','.join(_CATEGORIES)}", "--output=json", "--quiet"]
    node = shutil.which("node") or "node"
    command = [node, str(_PROGRAM), url, *options, f"--output-path={out}"]
    _run([*command, f"--chrome-flags={flags}"], {"CHROME_PATH": chromium})
    judged: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return judged


def _failed(judged: dict[str, Any]) -> list[str]:
    """Return what is wrong with a page for other reasons than time."""
    audits = judged["audits"]
    names = {
        one["id"]
        for category in ("accessibility", "best-practices")
        for one in judged["categories"][category]["auditRefs"]
        if one["weight"]
    }
    return [audits[name]["title"] for name in names if audits[name]["score"] == 0]


def _run(command: list[str], environment: dict[str, str]) -> None:
    run = subprocess.run(
        command,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=_SECONDS,
    )
    if run.returncode:
        raise RuntimeError(f"{command[:3]} ended with {run.returncode}:\n{run.stderr}")
