"""Every run is kept: it opens as a comparison with the editor now, and can be restored."""

import gzip
import json
import re
from datetime import datetime
from typing import Any

import pytest
from hosting import Site
from playwright.sync_api import Browser, Locator, expect
from problem_page import Desk, ProblemPage, reference
from progress_page import catalogue, give, ran

SLUG = "mse-loss"
WRONG = """def mse_loss(pred, target):
    return 1.0


def mse_loss_backward(pred, target):
    return pred
"""
NO_INDEXED_DB = """Object.defineProperty(window, "indexedDB", {
    get() { throw new DOMException("blocked", "SecurityError"); },
});"""
# As slow as a computer under load: it is not open yet when the page is left.
SLOW_INDEXED_DB = "IDBFactory.prototype.open = () => new EventTarget();"
BROKEN_ONCE = """const { open } = IDBFactory.prototype;
IDBFactory.prototype.open = () => {
  IDBFactory.prototype.open = open;
  throw new DOMException("broken");
};"""

CODE_OF_RUNS = """name => new Promise((resolve, reject) => {
  const opening = indexedDB.open(name);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const asked = opening.result.transaction("runs").objectStore("runs").getAll();
    asked.onsuccess = () => resolve(asked.result.map(({ code }) => [...code]));
  };
})"""


def open_history(problem: ProblemPage) -> Locator:
    """Open the panel and return it."""
    problem.button("History").click()
    return problem.page.get_by_role("dialog", name="History")


def runs_in(panel: Locator) -> Locator:
    """Return the runs that the panel lists, the latest first."""
    return panel.get_by_role("navigation", name="Runs").get_by_role("button")


@pytest.fixture(scope="module")
def problem(desk: Desk) -> ProblemPage:
    """A problem with three runs: a failed one, one that does not compile, a passed one."""
    problem = desk.open_anew(SLUG)
    problem.submit(WRONG)
    problem.submit("def mse_loss(:\n")
    problem.submit(reference(SLUG))
    return problem


def test_nothing_is_listed_before_the_first_run(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    problem = Desk(context, site).open(SLUG)
    expect(open_history(problem)).to_contain_text("No run of this problem is kept")
    context.close()


def test_every_run_is_listed_with_its_verdict(problem: ProblemPage) -> None:
    panel = open_history(problem)
    expect(runs_in(panel)).to_have_count(3)
    verdicts = ["6 of 6 passed", "Syntax error", re.compile(r"[0-5] of 6 passed")]
    for run, verdict in zip(runs_in(panel).all(), verdicts, strict=True):
        expect(run).to_contain_text(verdict)
        expect(run).to_contain_text(re.compile(r"\d\d:\d\d"))
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()


def test_a_run_opens_as_a_comparison_with_now(problem: ProblemPage) -> None:
    panel = open_history(problem)
    chosen = panel.get_by_role("region", name="The chosen run")
    expect(chosen).to_contain_text("No difference")
    runs_in(panel).last.click()
    expect(runs_in(panel).last).to_have_attribute("aria-current", "true")
    expect(chosen.locator("del").get_by_text("return 1.0")).to_be_visible()
    expect(chosen.locator("ins").first).to_be_visible()
    expect(chosen.get_by_role("columnheader")).to_have_text(["This run", "In the editor now"])
    chosen.get_by_role("button", name="In one column").click()
    expect(chosen.get_by_role("button", name="Side by side")).to_be_focused()
    expect(chosen.get_by_role("columnheader")).to_have_count(1)
    panel.press("Escape")
    expect(panel).to_be_hidden()


def test_a_run_can_be_restored_and_that_undone(problem: ProblemPage) -> None:
    problem.type_code("typed = 'and never run'")
    panel = open_history(problem)
    runs_in(panel).last.click()
    panel.get_by_role("button", name="Restore this code").click()
    expect(problem.editor).to_contain_text("return 1.0")
    problem.button("Undo").click()
    expect(problem.editor).to_have_text("typed = 'and never run'")


def test_code_that_was_replaced_is_in_the_history(problem: ProblemPage) -> None:
    panel = open_history(problem)
    replaced = runs_in(panel).filter(has_text="Replaced, not run")
    expect(replaced).to_have_count(1)
    replaced.click()
    expect(panel).to_contain_text("Kept when other code took its place")
    panel.press("Escape")


def test_a_double_click_opens_one_panel(problem: ProblemPage) -> None:
    for name in ("History", "Share"):
        problem.button(name).dblclick()
        problem.page.wait_for_timeout(1_000)
        panel = problem.page.get_by_role("dialog")
        expect(panel).to_have_count(1)
        panel.get_by_role("button", name="Close").click()
        expect(panel).to_have_count(0)


@pytest.mark.long
def test_code_is_kept_packed(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    problem = Desk(context, site).open(SLUG)
    code = "x = (  # grüße\n" + "# the same line again and again\n" * 500
    problem.submit(code)
    expect(runs_in(open_history(problem))).to_have_count(1)
    [kept] = problem.page.evaluate(CODE_OF_RUNS, "scratchwork:1:/any/where/")
    assert gzip.decompress(bytes(kept)).decode() == code
    assert len(kept) < len(code) / 20
    context.close()


@pytest.mark.long
def test_the_history_outlasts_the_page(problem: ProblemPage, desk: Desk) -> None:
    page = desk.open_anew(SLUG)
    panel = open_history(page)
    expect(runs_in(panel)).to_have_count(4)
    panel.press("Escape")


@pytest.mark.long
def test_of_many_runs_the_latest_stay_and_the_first_that_passed(
    browser: Browser, site: Site
) -> None:
    context = browser.new_context()
    desk = Desk(context, site)
    page = desk.new_page()
    page.goto(site.url)
    page.get_by_role("button", name="Export or import").click()
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Import a file").click()
    content = json.dumps(many_runs(230)).encode()
    choosing.value.set_files({"name": "work.json", "mimeType": "", "buffer": content})
    expect(page.get_by_text("Imported: 0 drafts, 230 runs")).to_be_visible()
    problem = desk.open(SLUG)
    problem.submit("x = (")
    runs = runs_in(open_history(problem))
    expect(runs).to_have_count(201)
    expect(runs.first).to_contain_text("Syntax error")
    expect(runs.last).to_contain_text("6 of 6 passed")
    context.close()


@pytest.mark.long
def test_of_older_days_the_last_run_stays(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    desk = Desk(context, site)
    page = catalogue(desk)
    failed = ran("2023-11-02", 8, 12, 17) + ran("2023-11-05", 9) + ran("2023-11-09", 7, 10)
    older = [{**run, "passed": 0} for run in failed]
    work = many_runs(230)
    give(page, {**work, "runs": older + work["runs"]})
    problem = desk.open(SLUG)
    problem.submit("x = (")
    runs = runs_in(open_history(problem))
    expect(runs).to_have_count(204)
    kept = [run.get_by_role("time") for run in runs.all()[-4:]]
    assert "6 of 6 passed" in runs.nth(200).inner_text()
    moments = [time.get_attribute("datetime") or "" for time in kept]
    days = [datetime.fromisoformat(moment).astimezone() for moment in moments[1:]]
    assert [f"{day:%d %H}" for day in days] == ["09 10", "05 09", "02 17"]
    context.close()


def many_runs(count: int) -> dict[str, Any]:
    """Return an export with runs of one minute, of which only the first passed."""
    run = {"slug": SLUG, "state": "graded", "total": 6, "seconds": 1, "version": "a"}
    runs = [
        {**run, "at": 1_700_000_000_000 + 100 * n, "passed": 0 if n else 6, "code": f"x = {n}"}
        for n in range(count)
    ]
    return {"scratchwork": "work", "format": 1, "drafts": {}, "solved": {}, "runs": runs}


@pytest.mark.long
def test_runs_last_as_long_as_the_page_where_no_history_is_kept(
    browser: Browser, site: Site
) -> None:
    context = browser.new_context()
    context.add_init_script(NO_INDEXED_DB)
    desk = Desk(context, site)
    problem = desk.open(SLUG)
    problem.submit("x = (")
    expect(problem.page.get_by_text("This browser keeps no history of your runs")).to_have_count(1)
    panel = open_history(problem)
    expect(runs_in(panel)).to_have_count(1)
    panel.press("Escape")
    problem.submit("y = (")
    expect(runs_in(open_history(problem))).to_have_count(2)
    expect(problem.page.get_by_text("This browser keeps no history of your runs")).to_have_count(1)
    assert desk.troubles == []
    context.close()


def test_a_run_is_kept_whose_page_is_left_at_once(new_desk: Desk) -> None:
    problem = ProblemPage(new_desk.new_page())
    problem.page.add_init_script(SLOW_INDEXED_DB)
    problem.open(new_desk.url(SLUG))
    problem.submit(WRONG)
    problem.page.close()
    for _ in range(2):
        problem = new_desk.open_anew(SLUG)
        panel = open_history(problem)
        expect(runs_in(panel)).to_have_count(1)
        expect(runs_in(panel)).to_contain_text(re.compile(r"[0-5] of 6 passed"))


@pytest.mark.long
def test_a_history_that_opens_at_the_second_try_has_every_run(new_desk: Desk) -> None:
    problem = ProblemPage(new_desk.new_page())
    problem.page.add_init_script(BROKEN_ONCE)
    problem.open(new_desk.url(SLUG))
    problem.submit("x = (")
    expect(problem.page.get_by_text("This browser keeps no history of your runs")).to_be_visible()
    problem.submit("raise ValueError")
    panel = open_history(problem)
    expect(runs_in(panel)).to_have_count(2)
    problem.page.close()
    for _ in range(2):
        expect(runs_in(open_history(new_desk.open_anew(SLUG)))).to_have_count(2)


@pytest.mark.long
def test_a_database_that_never_answers_is_said(new_desk: Desk) -> None:
    problem = ProblemPage(new_desk.new_page())
    problem.page.add_init_script(SLOW_INDEXED_DB)
    problem.open(new_desk.url(SLUG))
    panel = open_history(problem)
    expect(panel).to_contain_text("No run of this problem is kept")
    panel.press("Escape")
    expect(problem.page.get_by_text("This browser keeps no history of your runs")).to_be_visible()
