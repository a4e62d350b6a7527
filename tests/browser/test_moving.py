"""Work moves to another browser as one file: merged without loss, undone, or refused as a whole."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from problem_page import Desk, ProblemPage

SLUG = "mse-loss"
DRAFT = {"code": "of = 'the file'", "saved": 1_700_000_000_000}
RUN = {
    "slug": SLUG,
    "at": 1_700_000_000_000,
    "state": "graded",
    "passed": 6,
    "total": 6,
    "seconds": 1.5,
    "version": "0123456789ab",
    "code": "ran = 1",
}
WORK: dict[str, Any] = {
    "scratchwork": "work",
    "format": 1,
    "drafts": {SLUG: DRAFT},
    "solved": {SLUG: {"at": 1_700_000_000_000, "versions": ["0123456789ab"]}},
    "runs": [RUN],
}
BAD_FILES = {
    "empty": b"",
    "no-text": bytes(range(256)),
    "no-json": b"# notes",
    "foreign": b'{"name": "something else"}',
    "a-list": b"[]",
    "null": b"null",
    "cut-off": json.dumps(WORK).encode()[:-40],
    "newer-format": json.dumps({**WORK, "format": 2}).encode(),
    "format-is-a-text": json.dumps({**WORK, "format": "1"}).encode(),
    "result-file": json.dumps({"scratchwork": "result", "format": 1}).encode(),
    "no-runs": json.dumps({**WORK, "runs": None}).encode(),
    "run-without-code": json.dumps({**WORK, "runs": [RUN, {**RUN, "code": None}]}).encode(),
    "run-at-no-time": json.dumps({**WORK, "runs": [{**RUN, "at": 1e300}]}).encode(),
    "slug-with-markup": json.dumps({**WORK, "drafts": {"<img src=x>": DRAFT}}).encode(),
    "slug-of-objects": b'{"scratchwork": "work", "format": 1, "drafts": {"__proto__": {}}}',
    "draft-is-a-list": json.dumps({**WORK, "drafts": {SLUG: [1]}}).encode(),
    "mark-is-true": json.dumps({**WORK, "solved": {SLUG: True}}).encode(),
    "unaided-is-a-text": json.dumps({**WORK, "solved": {SLUG: {"at": 1, "unaided": ""}}}).encode(),
    "scratch-is-a-text": json.dumps({**WORK, "scratch": {SLUG: "x = 1"}}).encode(),
    "input-is-a-list": json.dumps({**WORK, "input": [DRAFT]}).encode(),
    "run-of-a-strange-part": json.dumps({**WORK, "runs": [{**RUN, "part": "<b>"}]}).encode(),
    "help-is-a-list": json.dumps({**WORK, "help": {SLUG: [1]}}).encode(),
    "help-of-a-strange-kind": json.dumps({**WORK, "help": {SLUG: {"<b>": 1}}}).encode(),
    "practice-is-a-list": json.dumps({**WORK, "practice": []}).encode(),
    "practice-on-no-day": json.dumps({**WORK, "practice": {"2026-02-30": 1}}).encode(),
    "practice-below-nothing": json.dumps({**WORK, "practice": {"2026-02-20": -1}}).encode(),
    "nested-without-end": b"[" * 200_000,
}

MANY_RUNS = 60_000
# The last moment that there is, and a state that objects have a word for.
STRANGE_RUNS = [{**RUN, "at": 8_640_000_000_000_000}, {**RUN, "state": "constructor"}]
DAMAGE = """({ name, run }) => new Promise((resolve) => {
  indexedDB.open(name).onsuccess = ({ target }) => {
    const transaction = target.result.transaction("runs", "readwrite");
    transaction.objectStore("runs").add({ ...run, code: new Uint8Array([1, 2, 3]) });
    transaction.oncomplete = resolve;
  };
})"""


def open_panel(desk: Desk) -> tuple[Page, Locator]:
    """Open the catalogue and the panel on it."""
    page = desk.new_page()
    page.goto(desk.site.url)
    page.get_by_role("button", name="Export or import").click()
    return page, page.get_by_role("dialog", name="Your work")


def give(page: Page, panel: Locator, content: bytes) -> None:
    """Choose a file in the panel."""
    with page.expect_file_chooser() as choosing:
        panel.get_by_role("button", name="Import a file").click()
    choosing.value.set_files({"name": "work.json", "mimeType": "", "buffer": content})


def saved_work(page: Page, panel: Locator, path: Path) -> dict[str, Any]:
    """Export everything, and return what is in the file."""
    with page.expect_download() as saving:
        panel.get_by_role("button", name="Export to a file").click()
    saving.value.save_as(path)
    work: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return work


def stored(page: Page) -> Any:
    """Return what the browser keeps for all sites, but for the runs."""
    return page.evaluate("() => ({...localStorage})")


def test_work_moves_to_another_browser(desk: Desk, new_desk: Desk, tmp_path: Path) -> None:
    problem = desk.open_anew(SLUG)
    problem.submit("x = (")
    problem.type_code("moved = True")
    expect(problem.page.get_by_text("Draft saved")).to_be_visible()
    page, panel = open_panel(desk)
    with page.expect_download() as saving:
        panel.get_by_role("button", name="Export to a file").click()
    expect(panel).to_contain_text("Exported: 1 draft, 1 run, 0 solved problems.")
    path = tmp_path / saving.value.suggested_filename
    saving.value.save_as(path)

    page, panel = open_panel(new_desk)
    give(page, panel, path.read_bytes())
    expect(panel).to_contain_text("Imported: 1 draft, 1 run, 0 solved problems.")
    give(page, panel, path.read_bytes())
    expect(panel).to_contain_text("Everything in this file is here already.")
    moved = new_desk.open(SLUG)
    expect(moved.editor).to_have_text("moved = True")
    moved.button("History").click()
    expect(moved.page.get_by_role("button", name="Syntax error")).to_be_visible()


def test_the_later_draft_stays_and_the_other_is_kept(new_desk: Desk) -> None:
    problem = new_desk.open(SLUG)
    problem.type_code("later = 'typed here'")
    expect(problem.page.get_by_text("Draft saved")).to_be_visible()
    page, panel = open_panel(new_desk)
    give(page, panel, json.dumps(WORK).encode())
    expect(panel).to_contain_text("Imported: 0 drafts, 2 runs, 1 solved problem.")
    expect(page.locator(f"[data-solved={SLUG}]").first).to_be_visible(visible=True)
    problem.page.bring_to_front()
    problem.page.reload()
    expect(problem.editor).to_have_text("later = 'typed here'")
    problem.button("History").click()
    history = problem.page.get_by_role("dialog", name="History")
    history.get_by_role("button", name="Replaced, not run").click()
    expect(history.locator("del")).to_have_text("of = 'the file'")


def test_an_open_page_is_told_and_an_import_can_be_undone(new_desk: Desk) -> None:
    problem = new_desk.open(SLUG)
    page, panel = open_panel(new_desk)
    before = stored(page)
    give(page, panel, json.dumps(WORK).encode())
    told = problem.page.get_by_text("Another tab has saved other code for this problem")
    expect(told).to_be_visible()
    panel.get_by_role("button", name="Undo import").click()
    expect(panel).to_contain_text("The import is undone.")
    assert stored(page) == before
    problem.page.bring_to_front()
    problem.button("History").click()
    expect(problem.page.get_by_text("No run of this problem is kept")).to_be_visible()


def test_an_import_can_be_undone_when_its_panel_was_closed(new_desk: Desk) -> None:
    page, panel = open_panel(new_desk)
    give(page, panel, json.dumps(WORK).encode())
    expect(panel).to_contain_text("Imported:")
    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Export or import").click()
    give(page, panel, b"no export")
    expect(panel).to_contain_text("Nothing was changed.")
    panel.get_by_role("button", name="Undo import").click()
    expect(panel).to_contain_text("The import is undone.")
    expect(panel.get_by_role("button", name="Undo import")).to_have_count(0)
    assert stored(page) == {}
    give(page, panel, json.dumps(WORK).encode())
    expect(panel).to_contain_text("Imported: 1 draft, 1 run, 1 solved problem.")


def test_undoing_an_import_loses_no_draft_where_one_has_typed_on(new_desk: Desk) -> None:
    problem = new_desk.open(SLUG)
    problem.type_code("mine = 'before the import'")
    expect(problem.page.get_by_text("Draft saved")).to_be_visible()
    page, panel = open_panel(new_desk)
    later = {**WORK, "drafts": {SLUG: {**DRAFT, "saved": 4_000_000_000_000}}}
    give(page, panel, json.dumps(later).encode())
    expect(panel).to_contain_text("Imported: 1 draft")
    problem.page.bring_to_front()
    problem.page.reload()
    problem.type_code("mine = 'after the import'")
    expect(problem.page.get_by_text("Draft saved")).to_be_visible()
    page.bring_to_front()
    panel.get_by_role("button", name="Undo import").click()
    expect(panel).to_contain_text("The import is undone.")
    problem.page.bring_to_front()
    problem.page.reload()
    expect(problem.editor).to_have_text("mine = 'after the import'")
    problem.button("History").click()
    history = problem.page.get_by_role("dialog", name="History")
    expect(history.get_by_role("navigation").get_by_role("button")).to_have_count(1)
    expect(history.locator("del")).to_have_text("mine = 'before the import'")


def test_a_run_on_its_way_moves_along(new_desk: Desk, tmp_path: Path) -> None:
    problem = ProblemPage(new_desk.new_page())
    problem.page.add_init_script("IDBFactory.prototype.open = () => new EventTarget();")
    problem.open(new_desk.url(SLUG))
    problem.submit("x = (")
    problem.page.close()
    page, panel = open_panel(new_desk)
    work = saved_work(page, panel, tmp_path / "work.json")
    assert [run["code"] for run in work["runs"]] == ["x = ("]


@pytest.mark.long
def test_what_is_damaged_here_is_left_out_and_said(new_desk: Desk, tmp_path: Path) -> None:
    page, panel = open_panel(new_desk)
    give(page, panel, json.dumps(WORK).encode())
    expect(panel).to_contain_text("Imported:")
    page.evaluate(DAMAGE, {"name": "scratchwork:1:/any/where/", "run": {**RUN, "at": 5}})
    work = saved_work(page, panel, tmp_path / "work.json")
    expect(panel).to_contain_text("Exported: 1 draft, 1 run, 1 solved problem.")
    expect(panel).to_contain_text("Left out as damaged or too large: 1.")
    assert [run["code"] for run in work["runs"]] == ["ran = 1"]
    give(page, panel, (tmp_path / "work.json").read_bytes())
    expect(panel).to_contain_text("Everything in this file is here already.")


@pytest.mark.long
def test_an_export_can_be_imported_whatever_was(new_desk: Desk, tmp_path: Path) -> None:
    page, panel = open_panel(new_desk)
    give(page, panel, json.dumps({**WORK, "runs": STRANGE_RUNS}).encode())
    expect(panel).to_contain_text("Imported: 1 draft, 2 runs")
    saved_work(page, panel, tmp_path / "work.json")
    give(page, panel, (tmp_path / "work.json").read_bytes())
    expect(panel).to_contain_text("Everything in this file is here already.")
    problem = new_desk.open(SLUG)
    problem.button("History").click()
    history = problem.page.get_by_role("dialog", name="History")
    runs = history.get_by_role("navigation").get_by_role("button")
    expect(runs).to_have_text([re.compile("6 of 6 passed")] * 2)


@pytest.mark.long
def test_an_export_without_a_history_says_so(new_desk: Desk, tmp_path: Path) -> None:
    page = new_desk.new_page()
    page.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('broken'); };")
    page.goto(new_desk.site.url)
    page.get_by_role("button", name="Export or import").click()
    panel = page.get_by_role("dialog", name="Your work")
    assert saved_work(page, panel, tmp_path / "work.json")["runs"] == []
    expect(panel).to_contain_text("The history of your runs could not be read")


@pytest.mark.long
def test_a_file_that_cannot_be_read_is_said(new_desk: Desk) -> None:
    page, panel = open_panel(new_desk)
    page.evaluate("() => { Blob.prototype.text = () => Promise.reject(new DOMException('gone')); }")
    give(page, panel, json.dumps(WORK).encode())
    expect(panel).to_contain_text("work.json was not imported: it could not be read.")
    assert stored(page) == {}


@pytest.mark.long
def test_tens_of_thousands_of_runs_do_not_end_the_tab(new_desk: Desk, tmp_path: Path) -> None:
    runs = [{**RUN, "at": RUN["at"] + n, "code": f"{n}{'y' * 800}"} for n in range(MANY_RUNS)]
    (tmp_path / "many.json").write_text(json.dumps({**WORK, "runs": runs}))
    page, panel = open_panel(new_desk)
    with page.expect_file_chooser() as choosing:
        panel.get_by_role("button", name="Import a file").click()
    choosing.value.set_files(tmp_path / "many.json")
    expect(panel).to_contain_text(f"Imported: 1 draft, {MANY_RUNS} runs", timeout=300_000)


@pytest.mark.long
def test_what_is_no_whole_export_changes_nothing(new_desk: Desk) -> None:
    problem = ProblemPage(new_desk.new_page())
    problem.open(new_desk.url(SLUG))
    problem.type_code("mine = 1")
    expect(problem.page.get_by_text("Draft saved")).to_be_visible()
    page, panel = open_panel(new_desk)
    before = stored(page)
    for name, content in BAD_FILES.items():
        give(page, panel, content)
        expect(panel.get_by_text("Nothing was changed."), name).to_be_visible()
        assert stored(page) == before, name
        page.get_by_role("button", name="Close").click()
        page.get_by_role("button", name="Export or import").click()
    problem.page.bring_to_front()
    problem.page.reload()
    expect(problem.editor).to_have_text("mine = 1")
    problem.button("History").click()
    expect(problem.page.get_by_text("No run of this problem is kept")).to_be_visible()


@pytest.mark.long
def test_a_huge_file_is_refused(new_desk: Desk, tmp_path: Path) -> None:
    start = json.dumps(WORK).encode()
    (tmp_path / "huge.json").write_bytes(start + b" " * (64_000_001 - len(start)))
    page, panel = open_panel(new_desk)
    with page.expect_file_chooser() as choosing:
        panel.get_by_role("button", name="Import a file").click()
    choosing.value.set_files(tmp_path / "huge.json")
    words = "huge.json was not imported: it is larger than any export of this site can be"
    expect(panel).to_contain_text(f"{words}. Nothing was changed.")
    assert stored(page) == {}
    give(page, panel, start)
    expect(panel).to_contain_text("Imported: 1 draft, 1 run, 1 solved problem.")


@pytest.mark.long
def test_a_full_browser_takes_all_or_nothing(new_desk: Desk) -> None:
    page, panel = open_panel(new_desk)
    page.evaluate("""() => {
        const { setItem } = Storage.prototype;
        Storage.prototype.setItem = function (key, value) {
            if (key.includes(":solved:")) throw new DOMException("no room", "QuotaExceededError");
            setItem.call(this, key, value);
        };
    }""")
    give(page, panel, json.dumps(WORK).encode())
    expect(panel).to_contain_text("no room for all of it")
    expect(panel).to_contain_text("Nothing was changed.")
    assert stored(page) == {}
    problem = new_desk.open(SLUG)
    expect(problem.solved_mark).to_be_hidden()
    problem.button("History").click()
    expect(problem.page.get_by_text("No run of this problem is kept")).to_be_visible()
