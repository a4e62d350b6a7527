"""Nothing that the learner writes is lost: drafts, Reset, and a browser that keeps nothing."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hosting import Site, new_context, serving
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Route, expect
from problem_page import Desk, ProblemPage, reference

from extent import chosen

SLUG = "mse-loss"
KEEPS_NOTHING = "This browser keeps nothing for this page"
NO_ROOM = "This browser has no room left for what you type here"
STORAGE_TROUBLES = {
    "full": """Storage.prototype.setItem = () => {
        throw new DOMException("no room", "QuotaExceededError");
    };""",
    "read-blocked": """Storage.prototype.getItem = Storage.prototype.setItem = () => {
        throw new DOMException("blocked", "SecurityError");
    };""",
    "blocked": """Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("blocked", "SecurityError"); },
    });""",
}


def reload(problem: ProblemPage, desk: Desk) -> ProblemPage:
    """Load the page again once the draft is said to be saved."""
    expect(problem.page.get_by_text("Draft saved")).to_be_visible()
    problem.page.reload()
    return problem


def leave(problem: ProblemPage, desk: Desk) -> ProblemPage:
    """Go elsewhere at once and come back."""
    problem.page.goto("about:blank")
    problem.open(desk.url(SLUG))
    return problem


def close(problem: ProblemPage, desk: Desk) -> ProblemPage:
    """Close the tab at once and open another one."""
    with problem.page.expect_event("close"):
        problem.page.close(run_before_unload=True)
    return desk.open_anew(SLUG)


WAYS_BACK = {"reload": reload, "leave": leave, "close": close}


@pytest.fixture
def reset_dialog(desk: Desk) -> Locator:
    problem = desk.open(SLUG)
    problem.type_code("mine = 1")
    problem.button("Reset").click()
    return problem.page.get_by_role("dialog", name="Go back to the starter code?")


@pytest.mark.parametrize("way", WAYS_BACK)
def test_draft_is_there_afterwards(desk: Desk, way: str) -> None:
    go: Callable[[ProblemPage, Desk], ProblemPage] = WAYS_BACK[way]
    problem = desk.open(SLUG)
    problem.type_code(f"draft = '{way}'")
    expect(go(problem, desk).editor).to_have_text(f"draft = '{way}'")


def test_typing_waits_for_no_byte_of_python(context: BrowserContext, site: Site) -> None:
    held: list[Route] = []
    context.route(
        "**/runtime/**", lambda route: held.append(route)
    )  # asked for, and never answered
    desk = Desk(context, site)
    problem = ProblemPage(desk.new_page())
    with problem.page.expect_request("**/runtime/**"):
        problem.open(desk.url(SLUG))
    problem.type_code("typed = 'before Python came'")
    expect(problem.page.get_by_text("Draft saved")).to_be_visible()
    expect(problem.html).to_have_attribute("data-runtime", "idle")
    assert problem.editor.inner_text() == "typed = 'before Python came'"
    assert held
    assert desk.troubles == []


def test_python_is_asked_for_once_there_is_something_to_read(
    context: BrowserContext, site: Site
) -> None:
    held: list[Route] = []
    context.route("**/styles/problem.css", lambda route: held.append(route))
    problem = ProblemPage(Desk(context, site).new_page())
    asked: list[str] = []
    problem.page.on("request", lambda request: asked.append(request.url))
    with problem.page.expect_response("**/scripts/python.js"):
        problem.page.goto(f"{site.url}problems/{SLUG}/", wait_until="commit")
    problem.page.wait_for_timeout(1_000)
    assert not any("/runtime/" in url for url in asked)
    with problem.page.expect_request("**/runtime/**"):
        held[0].continue_()


def test_declined_reset_changes_nothing(desk: Desk, reset_dialog: Locator) -> None:
    expect(reset_dialog).to_be_visible()
    reset_dialog.get_by_role("button", name="Keep my code").click()
    expect(reset_dialog).to_be_hidden()
    expect(desk.open(SLUG).editor).to_have_text("mine = 1")


def test_reset_can_be_undone(desk: Desk, reset_dialog: Locator) -> None:
    problem = desk.open(SLUG)
    reset_dialog.get_by_role("button", name="Start over").click()
    expect(problem.editor).to_contain_text("Your code here")
    problem.button("Undo reset").click()
    expect(problem.editor).to_have_text("mine = 1")


@pytest.mark.parametrize("trouble", chosen(["full"], list(STORAGE_TROUBLES)))
def test_page_works_where_nothing_is_kept(browser: Browser, site: Site, trouble: str) -> None:
    context = new_context(browser)
    context.add_init_script(STORAGE_TROUBLES[trouble])
    desk = Desk(context, site)
    problem = desk.open(SLUG)
    problem.submit(reference(SLUG))
    problem.expect_all_passed(SLUG)
    expect(problem.solved_mark).to_be_visible()
    told = problem.page.get_by_text(NO_ROOM if trouble == "full" else KEEPS_NOTHING)
    expect(told).to_have_count(1)
    problem.button("Dismiss").click()
    problem.type_code("more = 1")
    expect(problem.page.get_by_text("Draft not saved")).to_be_visible()
    expect(told).to_have_count(0)
    assert desk.troubles == []
    context.close()


@pytest.mark.long
def test_a_draft_that_is_not_kept_is_said_though_the_history_was(
    browser: Browser, site: Site
) -> None:
    context = new_context(browser)
    context.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('broken'); };"
    )
    desk = Desk(context, site)
    problem = desk.open(SLUG)
    problem.submit("x = (")
    expect(problem.page.get_by_text("This browser keeps no history of your runs")).to_be_visible()
    problem.page.evaluate(f"() => {{ {STORAGE_TROUBLES['full']} }}")
    problem.type_code("more = 1")
    expect(problem.page.get_by_text(NO_ROOM)).to_be_visible()
    expect(problem.page.get_by_text("This browser keeps no history of your runs")).to_have_count(0)
    assert desk.troubles == []
    context.close()


def test_leaving_is_asked_about_where_nothing_is_kept(browser: Browser, site: Site) -> None:
    context = new_context(browser)
    context.add_init_script(STORAGE_TROUBLES["full"])
    problem = ProblemPage(context.new_page())
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    problem.page.on("dialog", stay)
    problem.open(f"{site.url}problems/{SLUG}/")
    problem.type_code("mine = 1")
    expect(problem.page.get_by_text("Draft not saved")).to_be_visible()
    problem.page.get_by_role("link", name="Scratchwork").click(no_wait_after=True)
    problem.page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    expect(problem.editor).to_have_text("mine = 1")
    context.close()


@pytest.mark.long
def test_two_sites_on_one_origin_do_not_meet(browser: Browser, site: Site, tmp_path: Path) -> None:
    for name in ("site", "site-two"):
        (tmp_path / name).symlink_to(site.folder)
    context = new_context(browser)
    with serving(tmp_path, "site") as one:
        two = Site(tmp_path / "site-two", urljoin(one.url, "/site-two/"))
        first, second = Desk(context, one), Desk(context, two)
        first.open(SLUG).submit("x = (")
        expect(first.open(SLUG).page.get_by_text("Draft saved")).to_be_visible()
        expect(second.open(SLUG).editor).to_contain_text("Your code here")
        second.open(SLUG).button("History").click()
        expect(second.open(SLUG).page.get_by_text("No run of this problem is kept")).to_be_visible()
        second.open(SLUG).page.keyboard.press("Escape")
        second.open(SLUG).type_code("of = 'the second'")
        expect(second.open(SLUG).page.get_by_text("Draft saved")).to_be_visible()
        expect(first.open(SLUG).page.get_by_text("Another tab")).to_have_count(0)
        expect(first.open_anew(SLUG).editor).to_have_text("x = (")
        expect(second.open_anew(SLUG).editor).to_have_text("of = 'the second'")
        assert first.troubles == second.troubles == []
        context.close()
