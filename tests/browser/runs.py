"""Grades submissions in a page with the site's own runner, and gives its reports."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

_START = """async () => {
  const data = JSON.parse(document.getElementById("page-data").textContent);
  const scripts = new URL(`${data.assets}scripts/`, document.baseURI).href;
  const { createRunner } = await import(`${scripts}runner.js`);
  const { unseal } = await import(`${scripts}bundle.js`);
  const { problem } = await unseal(data.bundle.sealed);
  // An endless loop takes its whole limit, and these runs have many.
  problem.limits = { test_seconds: 1, run_seconds: 30 };
  const options = { runtime: data.runtime, problem: async () => problem, onStatus() {} };
  const runner = createRunner(options);
  globalThis.scratchworkTest = { runner, problem };
}"""
_RUN = """async (submission) => {
  const { runner, problem } = globalThis.scratchworkTest;
  const events = [];
  const report = await runner.run({ problem, submission }, (event) => events.push(event));
  return JSON.stringify({ report, events });
}"""


def start_runner(page: Page, url: str) -> None:
    """Open a problem's page and start a runner of the test's own in it."""
    page.goto(url)
    page.evaluate(_START)


def run(page: Page, submission: str) -> tuple[Any, list[Any]]:
    """Grade a submission; return the report and the events that came before it."""
    answer = json.loads(page.evaluate(_RUN, submission))
    return answer["report"], answer["events"]
