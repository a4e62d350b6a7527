"""What the browser keeps of the site is out of a submission's reach."""

import pytest
from hosting import Site, new_context, trapping
from playwright.sync_api import Browser
from problem_page import Desk
from released import expect_kept, list_kept
from test_containment import CALLS, FROM_JS, POWERS, SLUG, submission, told

ATTEMPTS = FROM_JS | CALLS


@pytest.mark.long
def test_attempts_beside_a_service_worker_reach_nothing(browser: Browser, site: Site) -> None:
    desk = Desk(new_context(browser, keeps=True), site)
    problem = desk.open(SLUG)
    expect_kept(problem.page)
    problem = desk.open_anew(SLUG)  # from now on the service worker answers
    expect_kept(problem.page)
    problem.wait_until_ready()
    [worker] = problem.page.workers
    assert worker.evaluate("(names) => names.filter((name) => name in self)", POWERS) == []
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
