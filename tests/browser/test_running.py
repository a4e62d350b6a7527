"""A run from the press to the verdict: in order, by keyboard, stopped, offline, after a failure."""

import re

import pytest
from hosting import Site, new_context
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from problem_page import PATIENCE, Desk, ProblemPage, reference

import golden_cases

SLUG = "mse-loss"
# Notes each state of the page in turn: the runtime's, and how many hidden tests have passed.
_WATCH = """
globalThis.watched = { runtime: [], passed: [] };
const note = (list, value) => list.at(-1) === value || list.push(value);
new MutationObserver(() => {
  const passed = "[aria-label='Test results'] li[data-outcome=passed]";
  note(globalThis.watched.runtime, document.documentElement.dataset.runtime);
  note(globalThis.watched.passed, document.querySelectorAll(passed).length);
}).observe(document, { subtree: true, childList: true, attributes: true });
"""
# What a browser answers that has no room for a snapshot, and what each run's worker starts from.
_NOT_CACHED = """
const { fetch } = globalThis;
globalThis.fetch = async (url, options) => {
  if (options?.cache === "only-if-cached") throw new TypeError("not cached");
  return fetch(url, options);
};
"""
_BOOTS = """
globalThis.boots = [];
const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (message, ...rest) {
  if (message.type === "boot" && message.problem !== null) boots.push(message.parts);
  return postMessage.call(this, message, ...rest);
};
"""
_FOCUSED = "() => document.activeElement?.id || document.activeElement?.ariaLabel"
SLEEPS = "import time\n\ntime.sleep(3600)\n"
FAILURE_FACTS = [
    "Every entry is 3 times what it should be.",
    "Call",
    "mse_loss_backward(",
    "Expected",
    "0.803973",
    "Got",
    "2.41192",
    "Difference",
    "First differing index [0, 0]",
    "Largest error 1.60795",
]


def watched(page: Page, what: str) -> list[object]:
    """Return the states that the page has gone through."""
    return page.evaluate("(what) => globalThis.watched[what]", what)


def tab_to(page: Page, where: str) -> None:
    """Press Tab until the focus is there, as one who has no pointer does."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(_FOCUSED) == where:
            return
    raise AssertionError(f"Tab does not lead to {where}")


@pytest.fixture
def ready(desk: Desk) -> ProblemPage:
    """A page whose Python is ready."""
    problem = desk.open(SLUG)
    problem.wait_until_ready()
    return problem


def test_states_and_results_come_in_order(desk: Desk) -> None:
    page = desk.new_page()
    page.add_init_script(_WATCH)
    problem = ProblemPage(page)
    response = page.goto(desk.url(SLUG))
    assert response is not None
    assert 'data-runtime="idle"' in response.text()
    problem.wait_until_ready()
    problem.submit(reference(SLUG))
    assert watched(page, "runtime") == ["idle", "loading", "ready", "running", "ready"]
    assert watched(page, "passed") == [0, 1, 2, 3, 4, 5, 6]
    page.close()


def test_failed_test_says_how(ready: ProblemPage) -> None:
    assert ready.submit(golden_cases.submission("divides-by-rows")) == "4 of 6 tests passed"
    failed = ready.tests.last
    expect(failed).to_have_attribute("data-outcome", "failed")
    expect(failed.get_by_text("Failed")).to_be_visible()
    failed.locator("summary").click()
    for fact in FAILURE_FACTS:
        expect(failed).to_contain_text(fact)
    expect(failed.get_by_text("Largest error")).to_be_visible()


def test_ctrl_enter_runs(ready: ProblemPage) -> None:
    ready.type_code(reference(SLUG))
    ready.page.keyboard.press("Control+Enter")
    ready.wait_for_verdict()
    ready.expect_all_passed(SLUG)


def test_stop_ends_an_endless_loop(ready: ProblemPage) -> None:
    ready.type_code(SLEEPS)
    ready.run_button.click()
    ready.stop_button.click()
    assert "stopped" in ready.wait_for_verdict()
    expect(ready.html).to_have_attribute("data-runtime", "ready")
    expect(ready.stop_button).to_be_hidden()
    ready.submit(reference(SLUG))
    ready.expect_all_passed(SLUG)


def test_second_press_does_not_start_a_second_run(ready: ProblemPage) -> None:
    ready.type_code(SLEEPS)
    ready.run_button.click()
    ready.run_button.click(force=True)
    ready.page.keyboard.press("Control+Enter")
    ready.stop_button.click()
    assert "stopped" in ready.wait_for_verdict()
    expect(ready.html).to_have_attribute("data-runtime", "ready")


def test_keyboard_alone_leads_to_a_verdict(desk: Desk) -> None:
    problem = desk.open_anew(SLUG)
    tab_to(problem.page, "Code editor")
    problem.page.keyboard.press("Control+a")
    problem.page.keyboard.insert_text(reference(SLUG) + "indented = 1")
    problem.page.keyboard.press("Tab")
    expect(problem.editor).to_be_focused()
    problem.page.keyboard.press("Escape")
    problem.page.keyboard.press("Tab")
    expect(problem.editor).not_to_be_focused()
    problem.page.reload()
    expect(problem.editor).to_be_editable()
    tab_to(problem.page, "run")
    problem.page.keyboard.press("Enter")
    assert re.search("tests passed|syntax error", problem.wait_for_verdict())


def test_runs_go_on_without_a_connection(ready: ProblemPage) -> None:
    ready.page.context.set_offline(True)
    try:
        for _ in range(2):
            ready.submit(reference(SLUG))
            ready.expect_all_passed(SLUG)
    finally:
        ready.page.context.set_offline(False)


@pytest.mark.long
def test_on_a_slow_line_the_plain_way_goes_first(browser: Browser, site: Site) -> None:
    """The snapshot comes after the first verdict, and the next workers start from it."""
    context = new_context(browser, mbits=1)
    context.add_init_script(_NOT_CACHED + _BOOTS)
    problem = ProblemPage(context.new_page())
    served = len(site.requests)
    problem.open(f"{site.url}problems/{SLUG}/")
    problem.wait_until_ready()
    assert [path for path in site.requests[served:] if "/heap-" in path] == []
    with problem.page.expect_response("**/heap-2.bin", timeout=PATIENCE):
        problem.submit(reference(SLUG))
        problem.expect_all_passed(SLUG)
    kept = "() => Object.keys(localStorage).some((key) => key.endsWith(':snapshot'))"
    problem.page.wait_for_function(kept, timeout=PATIENCE)
    problem.submit("")
    assert problem.submit(reference(SLUG)) == "6 of 6 tests passed"
    problem.page.wait_for_function("() => boots.at(-1).includes('heap')", timeout=PATIENCE)
    context.close()


def abort(route: Route) -> None:
    route.abort()


@pytest.fixture
def without_python(context: BrowserContext, desk: Desk) -> ProblemPage:
    """A page that could not load Python; its connection is good again."""
    page = context.new_page()
    page.route("**/*.wasm", abort)
    problem = ProblemPage(page)
    problem.open(desk.url(SLUG))
    expect(problem.html).to_have_attribute("data-runtime", "failed", timeout=PATIENCE)
    expect(problem.status).to_contain_text("Python could not be loaded")
    page.unroute("**/*.wasm", abort)
    return problem


def test_retry_loads_python_after_all(without_python: ProblemPage) -> None:
    without_python.button("Retry").click()
    without_python.wait_until_ready()
    expect(without_python.button("Retry")).to_be_hidden()
    without_python.submit(reference(SLUG))
    without_python.expect_all_passed(SLUG)


@pytest.mark.long
def test_run_without_python_gets_its_verdict_after_all(without_python: ProblemPage) -> None:
    without_python.type_code(reference(SLUG))
    without_python.run_button.click()
    if without_python.button("Retry").is_visible():
        without_python.button("Retry").click()
    without_python.wait_for_verdict()
    without_python.expect_all_passed(SLUG)
    expect(without_python.html).to_have_attribute("data-runtime", "ready")
    expect(without_python.button("Retry")).to_be_hidden()
