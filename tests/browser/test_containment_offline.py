"""What the browser keeps of the site is out of a submission's reach."""

import time

import pytest
from hosting import Site, new_context, trapping
from playwright.sync_api import Browser
from problem_page import PATIENCE, Desk, ProblemPage
from released import expect_kept, list_kept
from test_containment import CALLS, FROM_JS, POWERS, SLUG, submission, told

ATTEMPTS = FROM_JS | CALLS
_LOOKS_WITHIN_S = 30
_NO_FURTHER_LOOK_MS = 5_000


def await_looks_for_release(problem: ProblemPage, site: Site, since: int) -> None:
    """Wait until the browser has looked for a newer release, as it does for each page it opens.

    It looks a second after the service worker has come to rest, once or twice for two pages.
    """
    until = time.monotonic() + _LOOKS_WITHIN_S
    while not any(path.endswith("/sw.js") for path in site.requests[since:]):
        assert time.monotonic() < until
        problem.page.wait_for_timeout(100)
    problem.page.wait_for_timeout(_NO_FURTHER_LOOK_MS)


@pytest.mark.long
def test_attempts_beside_a_service_worker_reach_nothing(browser: Browser, site: Site) -> None:
    desk = Desk(new_context(browser, keeps=True), site)
    problem = desk.open(SLUG)
    expect_kept(problem.page)
    opened = len(site.requests)
    problem = desk.open_anew(SLUG)  # from now on the service worker answers
    expect_kept(problem.page)
    problem.wait_until_ready()
    await_looks_for_release(problem, site, opened)
    left = problem.python().evaluate("(names) => names.filter((name) => name in self)", POWERS)
    assert left == []
    with problem.page.expect_response("**/assist.zip", timeout=PATIENCE):
        problem.type_code("typed")  # what helps while typing comes once one has typed
    kept = list_kept(problem.page)
    served = len(site.requests)
    with trapping() as trap:
        problem.submit(submission(ATTEMPTS, trap))
        ended = told(problem)
        assert trap.visits == []
    assert sorted(ended) == sorted(ATTEMPTS)
    assert {name: how for name, how in ended.items() if not how.startswith("REFUSED")} == {}
    assert list_kept(problem.page) == kept
    assert site.requests[served:] == []
    desk.context.close()
