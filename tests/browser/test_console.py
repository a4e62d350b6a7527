"""A visit leaves no error in the browser's console, whichever way Python comes."""

import pytest
from hosting import FAST, Site, new_context
from playwright.sync_api import Browser
from problem_page import ProblemPage

LINES = {"fast": FAST, "slow": 1.0}


@pytest.mark.long
@pytest.mark.parametrize("line", LINES)
def test_two_visits_leave_no_error(line: str, browser: Browser, site: Site) -> None:
    context = new_context(browser, LINES[line])
    errors: list[str] = []
    context.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    context.on("weberror", lambda error: errors.append(str(error.error)))
    for _ in range(2):
        problem = ProblemPage(context.new_page())
        problem.open(f"{site.url}problems/mse-loss/")
        problem.wait_until_ready()
        problem.page.close()
    context.close()
    assert errors == []
