"""The catalogue page: its search and filters, as a learner uses them, and without scripts."""

from __future__ import annotations

import re

import pytest
from hosting import Site
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from places import PROBLEMS


@pytest.fixture
def catalogue(page: Page, site: Site) -> Page:
    page.goto(site.url)
    expect(choice(page, "Tag").get_by_role("option")).not_to_have_count(1)
    return page


def found(page: Page) -> Locator:
    return page.get_by_role("region", name="Found problems")


def choice(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=name, exact=True)


def test_typing_finds_and_the_address_keeps_it(catalogue: Page) -> None:
    expect(found(catalogue)).to_be_hidden()
    catalogue.get_by_role("searchbox", name="Search").fill("mse reduc")
    expect(catalogue.get_by_role("status")).to_have_text("1 problem fits")
    expect(found(catalogue).get_by_role("link")).to_have_text(["MSE loss with a reduction"])
    expect(catalogue.get_by_role("heading", name="Series")).to_be_hidden()
    expect(catalogue).to_have_url(re.compile(r"\?q=mse\+reduc$"))
    catalogue.reload()
    expect(found(catalogue).get_by_role("listitem").first).to_contain_text("MSE loss with a")
    expect(catalogue.get_by_role("searchbox", name="Search")).to_have_value("mse reduc")
    found(catalogue).get_by_role("link").click()
    expect(catalogue).to_have_url(re.compile(r"/problems/mse-loss-reduction/$"))
    catalogue.go_back()
    expect(found(catalogue).get_by_role("link")).to_have_count(1)


def test_filters_are_combined(catalogue: Page) -> None:
    choice(catalogue, "Series").select_option(label="Build a neural network from scratch")
    status = catalogue.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^\d+ problems fit$"))
    every = found(catalogue).get_by_role("heading", level=2).count()
    choice(catalogue, "Difficulty").select_option("easy")
    expect(catalogue).to_have_url(re.compile("series=build-nn&difficulty=easy$"))
    expect(found(catalogue).get_by_text("Medium")).to_have_count(0)
    assert 0 < found(catalogue).get_by_role("heading", level=2).count() <= every
    choice(catalogue, "Tag").select_option("loss")
    expect(found(catalogue).get_by_role("link")).to_have_text(["MSE loss + backward"])


def test_what_is_solved_can_be_left_out(catalogue: Page) -> None:
    path = re.sub(r"^[a-z]+://[^/]+", "", catalogue.url)
    key = f"scratchwork:1:{path}:solved:mse-loss"
    catalogue.evaluate("key => localStorage.setItem(key, '{}')", key)
    choice(catalogue, "Progress").select_option("solved")
    expect(found(catalogue).get_by_role("link")).to_have_text(["MSE loss + backward"])
    expect(found(catalogue).get_by_text("Solved", exact=True)).to_be_visible()
    choice(catalogue, "Progress").select_option("unsolved")
    expect(catalogue.get_by_role("status")).not_to_have_text("1 problem fits")
    expect(found(catalogue).get_by_role("link", name="MSE loss + backward")).to_have_count(0)


def test_nothing_found_says_what_to_do(catalogue: Page) -> None:
    catalogue.get_by_role("searchbox", name="Search").fill("zebra")
    expect(catalogue.get_by_role("status")).to_have_text(re.compile("^No problem fits. Use fewer"))
    catalogue.keyboard.press("Tab")
    catalogue.get_by_role("button", name="Clear the search").press("Enter")
    expect(catalogue.get_by_role("heading", name="Series", exact=True)).to_be_visible()
    expect(catalogue.get_by_role("searchbox", name="Search")).to_be_focused()
    expect(catalogue.get_by_role("status")).to_have_text("")
    assert "?" not in catalogue.url


def test_an_address_with_unknown_values_is_no_trap(page: Page, site: Site) -> None:
    page.goto(f"{site.url}?tag=none&difficulty=easy")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ problems fit$"))
    expect(choice(page, "Tag")).to_have_value("")


def test_a_search_that_cannot_be_loaded_leaves_the_lists(page: Page, site: Site) -> None:
    page.route("**/search/**", lambda route: route.abort())
    page.goto(f"{site.url}?q=loss")
    expect(page.get_by_role("status")).to_have_text(re.compile("^The search could not be loaded"))
    expect(page.get_by_role("heading", name="Series", exact=True)).to_be_visible()


def test_without_scripts_every_problem_is_there(browser: Browser, site: Site) -> None:
    context: BrowserContext = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url)
    for folder in PROBLEMS.glob("*/problem.toml"):
        expect(page.locator(f"main a[href$='problems/{folder.parent.name}/']")).to_be_visible()
    expect(page.get_by_role("search")).to_be_hidden()
    context.close()
