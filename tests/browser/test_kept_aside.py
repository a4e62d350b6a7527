"""What another version of the site has stored is kept aside before anything takes its place."""

import json
from pathlib import Path
from typing import Any

import pytest
from hosting import Site
from playwright.sync_api import Browser, Page, expect
from problem_page import Desk, ProblemPage, reference

SLUG = "mse-loss"
START = "scratchwork:1:/any/where/"
DRAFT = f"{START}:draft:{SLUG}"
ASIDE = f"{START}:aside:draft:{SLUG}"
NEWER = json.dumps({"format": 2, "files": {"solution.py": "from = 'the future'"}})
TOLD = "Your draft was damaged, or written by another version of this site. It is kept aside"
TOLD_OF_RECORDS = "A record of your progress was damaged"
# What a draft's key holds, and what the editor can show of it.
DRAFTS = {
    "foreign": ("# not of this site", None),
    "truncated": ('{"code": "mine = 1\\ntwo = ', None),
    "list": ("[1, 2]", None),
    "code-is-no-text": ('{"code": ["mine = 1"], "saved": 1}', None),
    "newer": (NEWER, None),
    "newer-with-code": ('{"code": "mine = 1", "saved": 1, "cursor": 4}', "mine = 1"),
    "named-like-a-method": ('{"code": "mine = 1", "constructor": 4}', "mine = 1"),
}
RECORDS = {
    f"started:{SLUG}": '{"draft": tr',
    f"solved:{SLUG}": '{"at": 5, "versions": ["a"], "medal": "gold"}',
    "practice:days": '{"weeks": {"2026-47": 5}}',
}


def open_with(desk: Desk, stored: dict[str, str]) -> ProblemPage:
    """Open the problem where the browser holds this already."""
    page = desk.new_page()
    page.goto(f"{desk.site.url}404.html")
    page.evaluate("stored => Object.assign(localStorage, stored)", stored)
    problem = ProblemPage(page)
    problem.open(desk.url(SLUG))
    return problem


def kept(page: Page) -> dict[str, Any]:
    """Return what the browser keeps, but for the runs."""
    found: dict[str, Any] = page.evaluate("() => ({...localStorage})")
    return found


def type_code(problem: ProblemPage, code: str) -> None:
    """Type code and wait until it is saved."""
    problem.type_code(code)
    expect(problem.page.get_by_text("Draft saved")).to_be_visible()


def test_a_newer_draft_is_kept_aside_and_said_once(new_desk: Desk) -> None:
    problem = open_with(new_desk, {DRAFT: NEWER})
    expect(problem.page.get_by_text(TOLD)).to_be_visible()
    expect(problem.editor).to_contain_text("Your code here")
    assert kept(problem.page) == {DRAFT: NEWER, ASIDE: NEWER}
    type_code(problem, "mine = 2")
    assert kept(problem.page)[ASIDE] == NEWER
    problem.page.reload()
    expect(problem.editor).to_have_text("mine = 2")
    expect(problem.page.get_by_text(TOLD)).to_have_count(0)


@pytest.mark.long
@pytest.mark.parametrize("case", DRAFTS)
def test_a_draft_of_another_kind_is_kept_aside(new_desk: Desk, case: str, tmp_path: Path) -> None:
    text, code = DRAFTS[case]
    problem = open_with(new_desk, {DRAFT: text})
    expect(problem.editor).to_contain_text(code or "Your code here")
    with problem.page.expect_download() as saving:
        problem.button("Save it as a file").click()
    saving.value.save_as(tmp_path / "aside.json")
    [record] = json.loads((tmp_path / "aside.json").read_text("utf-8"))["records"]
    assert record == {"kind": "draft", "slug": SLUG, "text": text}
    type_code(problem, "mine = 2")
    assert kept(problem.page)[ASIDE] == text
    assert json.loads(kept(problem.page)[DRAFT])["code"] == "mine = 2"


@pytest.mark.long
def test_drafts_of_this_and_of_other_formats_are_left_alone(new_desk: Desk) -> None:
    others = {
        f"scratchwork:2:/any/where/:draft:{SLUG}": NEWER,
        f"scratchwork:0:/any/where/:draft:{SLUG}": "mine = 0",
    }
    old = '{"code": "mine = 1"}'
    problem = open_with(new_desk, {**others, DRAFT: old})
    expect(problem.editor).to_have_text("mine = 1")
    type_code(problem, "mine = 2")
    expect(problem.page.get_by_text("kept aside")).to_have_count(0)
    after = kept(problem.page)
    assert {key: after[key] for key in others} == others
    assert [key for key in after if ":aside:" in key] == []


@pytest.mark.long
def test_a_second_draft_does_not_take_the_place_of_the_first(new_desk: Desk) -> None:
    problem = open_with(new_desk, {DRAFT: "one"})
    type_code(problem, "mine = 1")
    problem.page.evaluate("key => localStorage.setItem(key, 'two')", DRAFT)
    problem.page.reload()
    expect(problem.page.get_by_text(TOLD)).to_be_visible()
    type_code(problem, "mine = 2")
    assert kept(problem.page)[ASIDE] == "one"
    assert kept(problem.page)[f"{ASIDE}:2"] == "two"


@pytest.mark.long
def test_records_of_progress_are_kept_aside(new_desk: Desk) -> None:
    stored = {f"{START}:{name}": text for name, text in RECORDS.items()}
    problem = open_with(new_desk, stored)
    expect(problem.page.get_by_text("kept aside")).to_have_count(0)
    problem.submit(reference(SLUG))
    problem.expect_all_passed(SLUG)
    expect(problem.page.get_by_text(TOLD_OF_RECORDS)).to_have_count(1)
    after = kept(problem.page)
    assert {name: after[f"{START}:aside:{name}"] for name in RECORDS} == RECORDS
    assert json.loads(after[f"{START}:practice:days"])["days"] != {}
    problem.page.reload()
    expect(problem.editor).to_be_editable()
    expect(problem.page.get_by_text("kept aside")).to_have_count(0)


@pytest.mark.long
def test_the_catalogue_says_what_it_keeps_aside(new_desk: Desk) -> None:
    key = f"{START}:practice:days"
    problem = open_with(new_desk, {key: "{", f"{START}:started:{SLUG}": '{"run": true}'})
    problem.page.goto(new_desk.site.url)
    expect(problem.page.get_by_text("The record of your days of practice was")).to_be_visible()
    assert kept(problem.page)[f"{START}:aside:practice:days"] == "{"
    assert json.loads(kept(problem.page)[key]) == {"days": {}, "whole": True}


@pytest.mark.long
def test_an_import_keeps_aside_what_it_replaces(new_desk: Desk) -> None:
    page = open_with(new_desk, {DRAFT: NEWER}).page
    page.evaluate("key => localStorage.removeItem(key)", ASIDE)
    page.goto(new_desk.site.url)
    page.get_by_role("button", name="Export or import").click()
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Import a file").click()
    drafts = {SLUG: {"code": "mine = 3", "saved": 5}}
    work = {"scratchwork": "work", "format": 1, "drafts": drafts, "solved": {}, "runs": []}
    content = json.dumps(work).encode()
    choosing.value.set_files({"name": "work.json", "mimeType": "", "buffer": content})
    expect(page.get_by_text("Imported: 1 draft")).to_be_visible()
    assert kept(page)[ASIDE] == NEWER
    assert json.loads(kept(page)[DRAFT])["code"] == "mine = 3"


@pytest.mark.long
def test_where_there_is_no_room_nothing_takes_its_place(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    context.add_init_script("""const { setItem } = Storage.prototype;
        Storage.prototype.setItem = function (key, value) {
            if (key.includes(":aside:")) throw new DOMException("no room", "QuotaExceededError");
            setItem.call(this, key, value);
        };""")
    desk = Desk(context, site)
    problem = open_with(desk, {DRAFT: NEWER})
    expect(problem.page.get_by_text("This browser has no room left")).to_be_visible()
    problem.type_code("mine = 2")
    expect(problem.page.get_by_text("Draft not saved")).to_be_visible()
    assert kept(problem.page)[DRAFT] == NEWER
    context.close()


@pytest.mark.long
def test_a_newer_history_is_left_alone(new_desk: Desk) -> None:
    page = new_desk.new_page()
    page.goto(f"{new_desk.site.url}404.html")
    name = "scratchwork:1:/any/where/"
    make = """name => new Promise((resolve, reject) => {
        const opening = indexedDB.open(name, 2);
        opening.onupgradeneeded = () => opening.result.createObjectStore("attempts").add("x", "k");
        opening.onsuccess = () => resolve(opening.result.close());
        opening.onerror = () => reject(opening.error);
    })"""
    page.evaluate(make, name)
    problem = ProblemPage(page)
    problem.open(new_desk.url(SLUG))
    problem.submit("x = (")
    expect(page.get_by_text("This browser keeps no history of your runs")).to_have_count(1)
    read = """name => new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const { result } = opening;
            const asked = result.transaction("attempts").objectStore("attempts").get("k");
            asked.onsuccess = () => resolve([result.version, asked.result]);
        };
    })"""
    assert page.evaluate(read, name) == [2, "x"]
