"""How far a learner is: marks on problems, a bar and a next step on series, days and a streak."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from problem_page import Desk, reference
from progress_page import SLUG, TITLE, WORK, catalogue, fact, give, own, ran, row

RELU = "ReLU and its backward"
NOON = datetime(2026, 11, 22, 12).astimezone()


@pytest.mark.long
def test_nothing_is_shown_before_the_first_line(new_desk: Desk) -> None:
    page = catalogue(new_desk)
    expect(page.get_by_role("combobox", name="Tag").get_by_role("option")).not_to_have_count(1)
    expect(own(page)).to_be_hidden()
    expect(page.get_by_text("solved here")).to_have_count(0)
    expect(page.get_by_role("link", name=re.compile("^Continue"))).to_have_count(0)


def test_what_is_typed_counts_as_started_and_leads_on(new_desk: Desk) -> None:
    page = catalogue(new_desk)
    problem = new_desk.open(SLUG)
    problem.type_code("x = 1")
    expect(problem.page.get_by_text("Draft saved")).to_be_visible()
    page.bring_to_front()
    expect(row(page, TITLE)).to_contain_text("Started")
    expect(fact(page, "Started")).to_have_text("1")
    series = page.get_by_role("article", name="Build a neural network from scratch")
    expect(series.get_by_role("progressbar")).to_have_accessible_name(re.compile("^0 of . solved"))
    first = series.get_by_role("listitem").get_by_role("link").first
    expect(series.get_by_role("link", name=f"Continue: {first.inner_text()}")).to_be_visible()
    series.get_by_role("heading").get_by_role("link").click()
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "0")
    page.get_by_role("link", name=re.compile("^Continue: ")).click()
    expect(page).to_have_url(re.compile("/problems/"))
    page.go_back()
    page.go_back()
    problem.page.bring_to_front()
    problem.button("Reset").click()
    problem.page.get_by_role("dialog").get_by_role("button", name="Start over").click()
    page.bring_to_front()
    expect(own(page)).to_be_hidden()
    expect(row(page, TITLE)).not_to_contain_text("Started")


@pytest.mark.long
def test_a_problem_solved_alone_and_one_with_a_hint(new_desk: Desk) -> None:
    problem = new_desk.open(SLUG)
    problem.submit(reference(SLUG))
    helped = new_desk.open("relu")
    helped.button("Show hint").click()
    expect(helped.page.get_by_text("Hint 1 of 3")).to_be_visible()
    helped.submit(reference("relu"))
    problem.page.bring_to_front()
    problem.pane.get_by_role("button", name=re.compile("See the reference")).click()
    expect(problem.page.get_by_role("region", name="Reference solution")).to_be_visible()
    page = catalogue(new_desk)
    expect(row(page, TITLE)).to_contain_text("Solved without help")
    expect(row(page, RELU)).to_contain_text(re.compile(r"Solved(?! without)"))
    expect(fact(page, "Solved")).to_have_text("2")
    expect(fact(page, "Without help")).to_have_text("1")
    expect(fact(page, "Streak")).to_have_text("1 day")
    choose(page, "Solved without help", [TITLE])
    choose(page, "Solved", [TITLE, RELU])
    page.goto(f"{new_desk.site.url}series/build-nn/")
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "2")
    expect(page.get_by_text(re.compile("^2 of [0-9] solved here"))).to_be_visible()


def choose(page: Page, state: str, titles: list[str]) -> None:
    """Hold that these are all problems of a state."""
    page.get_by_role("combobox", name="Progress").select_option(label=state)
    links = page.get_by_role("region", name="Found problems").get_by_role("link")
    expect(links).to_have_count(len(titles))
    assert sorted(links.all_inner_texts()) == sorted(titles)


@pytest.mark.long
def test_after_the_reference_it_is_solved_and_no_more(new_desk: Desk) -> None:
    problem = new_desk.open(SLUG)
    problem.button("Show solution").click()
    problem.page.get_by_role("dialog").get_by_role("button", name="Open it").click()
    expect(problem.page.get_by_role("region", name="Reference solution")).to_be_visible()
    problem.submit(reference(SLUG))
    page = catalogue(new_desk)
    expect(row(page, TITLE)).to_contain_text(re.compile(r"Solved(?! without)"))
    expect(fact(page, "Without help")).to_have_text("0")


def test_days_come_from_the_history_and_a_pause_is_forgiven(new_desk: Desk) -> None:
    new_desk.context.clock.set_fixed_time(NOON)
    page = catalogue(new_desk)
    runs = ran("2026-11-16", 9) + ran("2026-11-18", 0, 23) + ran("2026-11-20", 7, 8, 9)
    runs += ran("2026-11-12", 12) + ran("2026-11-13", 12, state="set-aside")
    thinned = {"2026-11-09": 300, "2024-02-29": 2}
    give(page, {**WORK, "runs": runs, "practice": thinned})
    expect(fact(page, "Streak")).to_have_text("3 days")
    expect(fact(page, "Practised")).to_have_text("6 days")
    table = own(page).get_by_role("table", name=re.compile("^5 days of practice in 26 weeks"))
    expect(table.get_by_role("cell", name="18 Nov: 2 runs")).to_be_visible()
    expect(table.get_by_role("cell", name="13 Nov: no run")).to_be_visible()
    expect(table.get_by_role("cell", name="9 Nov: 300 runs")).to_be_visible()
    expect(table.get_by_role("row", name=re.compile("^Sun")).get_by_role("cell").last).to_have_text(
        "22 Nov: no run"
    )
    expect(own(page)).to_contain_text("One day’s pause does not end it")
    expect(own(page)).to_contain_text("Nothing is sent anywhere")


def test_the_calendar_stays_in_its_frame_on_a_small_phone(new_desk: Desk) -> None:
    page = catalogue(new_desk)
    give(page, {**WORK, "runs": ran("2026-11-20", 8)})
    page.set_viewport_size({"width": 360, "height": 740})
    table = own(page).get_by_role("table")
    expect(table).to_be_visible()
    assert table.evaluate(
        "(table) => table.getBoundingClientRect().right"
        " <= document.querySelector('.yours-words').getBoundingClientRect().right"
    )
