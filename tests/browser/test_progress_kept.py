"""Progress lasts: through thinning, older records, a move, blocked storage, and many problems."""

import json
import shutil
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hosting import Site, serving
from playwright.sync_api import Browser, Page, expect
from problem_page import Desk
from progress_page import PASSED, SLUG, TITLE, WORK, catalogue, fact, give, own, ran, row

from builder.pages import Pages
from builder.views import ProblemCard, SeriesView, StepView

BLOCKED = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("blocked", "SecurityError"); },
});"""
ALONE = {SLUG: {"at": 1_000_000, "versions": ["a"], "unaided": True}}
MANY = 10_000


def keys(page: Page, kind: str) -> list[str]:
    """Return under which keys the browser keeps records of a kind."""
    found: list[str] = page.evaluate("() => Object.keys(localStorage)")
    return [key for key in found if f":{kind}:" in key]


def days_ago(count: int) -> datetime:
    """Return noon of a day."""
    return (datetime.now() - timedelta(count)).replace(hour=12, minute=0, second=0)


@pytest.mark.long
def test_days_outlast_the_thinning_of_runs(new_desk: Desk) -> None:
    page = catalogue(new_desk)
    day = days_ago(2)
    at = int(1000 * day.timestamp())
    runs = [{**PASSED, "at": at + n, "code": f"x = {n}"} for n in range(230)]
    give(page, {**WORK, "runs": runs})
    problem = new_desk.open(SLUG)
    problem.submit("x = (")
    problem.button("History").click()
    listed = problem.page.get_by_role("navigation", name="Runs").get_by_role("button")
    expect(listed).to_have_count(201)  # the last 200, and the first that passed
    page.bring_to_front()
    page.reload()
    cells = own(page).get_by_role("table").get_by_role("cell")
    expect(cells.filter(has_text=f"{day.day} {day:%b}: 230 runs")).to_have_count(1)
    expect(fact(page, "Streak")).to_have_text("2 days")


@pytest.mark.long
def test_what_was_run_before_days_were_counted_is_counted(new_desk: Desk) -> None:
    page = catalogue(new_desk)
    give(page, {**WORK, "runs": ran("2026-11-09", 3, 4) + ran("2026-11-10", 5)})
    expect(fact(page, "Practised")).to_have_text("2 days")
    [practice] = keys(page, "practice")
    page.evaluate("key => localStorage.removeItem(key)", practice)
    page.reload()
    expect(fact(page, "Practised")).to_have_text("2 days")
    assert keys(page, "practice") == [practice]


@pytest.mark.long
def test_help_counts_that_was_opened_in_another_browser(new_desk: Desk) -> None:
    page = catalogue(new_desk)
    give(page, {**WORK, "solved": ALONE})
    expect(row(page, TITLE)).to_contain_text("Solved without help")
    give(page, {**WORK, "help": {SLUG: {"hint": 1_000_001}}})
    expect(row(page, TITLE)).to_contain_text("Solved without help")
    give(page, {**WORK, "help": {SLUG: {"hint": 999_999}}})
    expect(row(page, TITLE)).not_to_contain_text("without help")
    expect(row(page, TITLE)).to_contain_text("Solved")


@pytest.mark.long
def test_an_older_mark_of_another_browser_was_first(new_desk: Desk) -> None:
    page = catalogue(new_desk)
    give(page, {**WORK, "solved": ALONE})
    give(page, {**WORK, "solved": {SLUG: {"at": 999_999, "versions": ["a"]}}})
    expect(row(page, TITLE)).not_to_contain_text("without help")
    expect(row(page, TITLE)).to_contain_text("Solved")


@pytest.mark.long
def test_an_export_carries_all_of_it(new_desk: Desk, tmp_path: Path) -> None:
    page = catalogue(new_desk)
    help_used = {SLUG: {"reference": 5}}
    practice = {"2025-01-31": 7, "2026-11-09": 2}
    runs = ran("2026-11-09", 3, 4)
    give(page, {**WORK, "solved": ALONE, "help": help_used, "practice": practice, "runs": runs})
    page.get_by_role("button", name="Export or import").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Export to a file").click()
    saving.value.save_as(tmp_path / "work.json")
    work = json.loads((tmp_path / "work.json").read_text("utf-8"))
    assert [work["help"], work["practice"], work["solved"]] == [help_used, practice, ALONE]


@pytest.mark.long
def test_a_day_is_the_same_day_in_another_time_zone(
    browser: Browser, site: Site, tmp_path: Path
) -> None:
    """What ran late on the 9th in New York ran on the 10th in Tokyo."""
    context = browser.new_context(timezone_id="Asia/Tokyo")
    page = catalogue(Desk(context, site))
    at = datetime.fromisoformat("2026-11-09T23:30:00-05:00").timestamp()
    run = {**PASSED, "at": int(1000 * at), "code": "x = 1"}
    give(page, {**WORK, "practice": {"2026-11-09": 1}, "runs": [run]})
    expect(fact(page, "Practised")).to_have_text("1 day")
    page.get_by_role("button", name="Export or import").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Export to a file").click()
    saving.value.save_as(tmp_path / "work.json")
    work = json.loads((tmp_path / "work.json").read_text("utf-8"))
    assert work["practice"] == {"2026-11-09": 1}
    context.close()


@pytest.mark.long
def test_undoing_an_import_takes_its_progress_back(new_desk: Desk) -> None:
    page = catalogue(new_desk)
    work = {**WORK, "solved": ALONE, "help": {"relu": {"hint": 5}}, "practice": {"2026-11-09": 2}}
    page.get_by_role("button", name="Export or import").click()
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Import a file").click()
    content = json.dumps(work).encode()
    choosing.value.set_files({"name": "work.json", "mimeType": "", "buffer": content})
    page.get_by_role("button", name="Undo import").click()
    expect(page.get_by_text("The import is undone.")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(own(page)).to_be_hidden()
    assert page.evaluate("() => ({...localStorage})") == {}


@pytest.mark.long
def test_a_browser_that_keeps_nothing_says_so(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    context.add_init_script(BLOCKED)
    desk = Desk(context, site)
    page = catalogue(desk)
    expect(own(page)).to_contain_text("This browser keeps nothing for this site")
    page.get_by_role("combobox", name="Progress").select_option(label="Started")
    expect(page.get_by_text("No problem fits.")).to_be_visible()
    assert desk.troubles == []
    context.close()


@pytest.mark.long
def test_ten_thousand_problems_are_marked_at_once(
    browser: Browser, site: Site, tmp_path: Path
) -> None:
    write_many(tmp_path / "many", site)
    context = browser.new_context()
    with serving(tmp_path, "many") as many:
        page = context.new_page()
        page.goto(f"{many.url}404.html")
        page.evaluate(
            """(count) => {
              for (let n = 1; n < count; n += 1) {
                const mark = JSON.stringify({ at: n, versions: ["a"], unaided: n % 2 > 0 });
                localStorage.setItem(`scratchwork:1:/many/:solved:p${n}`, mark);
              }
            }""",
            MANY,
        )
        page.goto(many.url)
        expect(fact(page, "Solved")).to_have_text(str(MANY - 1))
        series = page.get_by_role("article").first
        expect(series.get_by_role("progressbar")).to_have_attribute("value", "9")
        expect(series.get_by_role("link", name="Continue: \"P\" & '0' <b>")).to_be_visible()
        began = time.monotonic()
        page.get_by_role("combobox", name="Progress").select_option(label="Untouched")
        expect(page.get_by_role("status")).to_have_text("1 problem fits")
        print(f"filtered in {time.monotonic() - began:.1f} s")
    context.close()


def write_many(folder: Path, site: Site) -> None:
    """Write the catalogue of ten thousand problems in a thousand series."""
    assets = next((site.folder / "assets").iterdir())
    shutil.copytree(assets, folder / "assets" / assets.name)
    titles = {0: "\"P\" & '0' <b>"}
    cards = [
        ProblemCard(f"p{n}", titles.get(n, f"P{n}"), "S.", "easy", [], f"problems/p{n}/", 3)
        for n in range(MANY)
    ]
    series = [view(f"s{start}", cards[start : start + 10]) for start in range(0, MANY, 10)]
    for path, text in Pages(f"assets/{assets.name}").render_lists(cards, series):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def view(slug: str, cards: list[ProblemCard]) -> SeriesView:
    """Return a series of these problems."""
    steps = [
        StepView(number, card.slug, card.title, card.url, False, "", "easy")
        for number, card in enumerate(cards, start=1)
    ]
    return SeriesView(slug, slug, "S.", "", "", "", f"series/{slug}/", steps)
