"""More states of the pages that are looked at: in the midst of work, and with much behind one."""

from __future__ import annotations

import json
from datetime import date, timedelta

from hosting import new_context
from page_states import SLUG, State, opened, visit
from playwright.sync_api import Page, expect
from problem_page import PATIENCE, Desk, ProblemPage, reference, starter
from program import ProgramPart
from progress_page import WORK, give, own, ran
from test_plots import CURVE
from test_scratch import LOAD, ScratchPart
from test_scratch import opened as with_details
from test_typing_help import CODE, Typing

import golden_cases

# Days before today on which something was solved or tried.
_DAYS = [0, 1, 2, 4, 5, 8, 9, 10, 11, 15, 19, 20, 22, 26, 33, 34, 40, 47, 48]
_SOLVED = ["relu", "mse-loss", "sigmoid", "linear-forward", "softmax"]


def choose_editor(problem: ProblemPage) -> None:
    """Choose the editor as on a phone, where it stays chosen; wider screens show it anyway."""
    problem.page.set_viewport_size({"width": 390, "height": 844})
    problem.page.get_by_role("tab", name="Editor").click()


def load_scratch(problem: ProblemPage) -> None:
    """Load a failed example into the scratch area, and run it."""
    problem.submit(starter(SLUG))
    example = with_details(problem.examples.first)
    example.get_by_role("button", name=LOAD).click()
    expect(ScratchPart(problem).editor).to_be_focused()
    problem.type_code(reference(SLUG))
    program = ProgramPart(problem)
    program.button.click()
    program.wait_for_end()
    choose_editor(problem)


def draw(problem: ProblemPage) -> None:
    """Run a program that draws two figures."""
    choose_editor(problem)
    program = ProgramPart(problem)
    program.run(reference(SLUG) + CURVE)
    expect(program.pictures).to_have_count(2)


def complete(problem: ProblemPage) -> None:
    """Open the list of completions, as on a phone too."""
    typing = Typing(problem)
    typing.wait_for_helper()
    choose_editor(problem)
    typing.type_after(CODE, "half(np.me")
    expect(typing.about_chosen).to_be_in_viewport(ratio=0.9)


def open_view_menu(problem: ProblemPage) -> None:
    """Open the menu of the view."""
    problem.wait_until_ready()
    choose_editor(problem)
    problem.button("View").click()
    expect(problem.button("Full screen")).to_be_visible()


def fill_screen(problem: ProblemPage) -> None:
    """Let the workbench fill the window after a failed run."""
    problem.submit(golden_cases.submission("divides-by-rows"))
    problem.button("View").click()
    problem.button("Full screen").click()
    expect(problem.button("Leave full screen")).to_be_visible()


def list_keys(problem: ProblemPage) -> None:
    """Open the list of keys."""
    problem.button("Keyboard shortcuts").click()
    expect(problem.page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()


def get_stuck(desk: Desk) -> Page:
    """Fail three times in the same way."""
    problem = desk.open_anew("relu")
    problem.submit(starter("relu"))
    problem.run()
    problem.run()
    expect(problem.button("Show the next hint")).to_be_visible()
    return desk.pages.pop("relu").page


def type_elsewhere(desk: Desk) -> Page:
    """Save other code for a problem in another tab."""
    problem = desk.open_anew(SLUG)
    other = ProblemPage(desk.new_page())
    other.open(desk.url(SLUG))
    other.type_code("code = 'of the other tab'")
    expect(other.page.get_by_text("Draft saved")).to_be_visible()
    expect(problem.button("Take the other code")).to_be_visible()
    other.page.close()
    return desk.pages.pop(SLUG).page


def practise(desk: Desk) -> Page:
    """Open the catalogue with weeks of work behind one."""
    days = [(date.today() - timedelta(days=days)).isoformat() for days in _DAYS]
    runs = [run for place, day in enumerate(days) for run in ran(day, *range(8, 9 + place % 4))]
    solved = {slug: {"at": runs[0]["at"], "versions": ["a"]} for slug in _SOLVED}
    page = visit("")(desk)
    give(page, {**WORK, "runs": runs, "solved": solved})
    expect(own(page).get_by_role("table")).to_be_visible()
    own(page).scroll_into_view_if_needed()
    return page


def bring(content: bytes, told: str) -> State:
    """Return the step that imports a file."""

    def import_file(desk: Desk) -> Page:
        page = visit("")(desk)
        page.get_by_role("button", name="Export or import").click()
        panel = page.get_by_role("dialog", name="Your work")
        with page.expect_file_chooser() as choosing:
            panel.get_by_role("button", name="Import a file").click()
        choosing.value.set_files({"name": "work.json", "mimeType": "", "buffer": content})
        expect(panel.get_by_text(told)).to_be_visible()
        return page

    return import_file


def keep_offline(desk: Desk) -> Page:
    """Make a series available offline in a browser of its own."""
    assert desk.context.browser
    page = new_context(desk.context.browser, keeps=True).new_page()
    page.goto(f"{desk.site.url}series/build-nn/")
    page.get_by_role("button", name="Make available offline").click()
    expect(page.get_by_role("status")).to_contain_text("Done", timeout=PATIENCE)
    return page


def bring_work() -> bytes:
    """Return an export with a draft and a run."""
    draft = {"code": "of = 'the file'", "saved": 1_700_000_000_000}
    return json.dumps({**WORK, "drafts": {"mse-loss-module": draft}}).encode()


WORKING: dict[str, State] = {
    "scratch": opened(load_scratch),
    "figures": opened(draw),
    "completion": opened(complete),
    "view-menu": opened(open_view_menu),
    "full-screen": opened(fill_screen),
    "key-list": opened(list_keys),
    "stuck": get_stuck,
    "other-tab": type_elsewhere,
    "progress": practise,
    "import-told": bring(bring_work(), "Imported: 1 draft"),
    "import-refused": bring(b"# notes", "Nothing was changed."),
    "offline-done": keep_offline,
}
