"""Everything made available offline: what was never opened is solved, drawn and helped with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from hosting import new_context
from playwright.sync_api import Browser, Page, expect
from problem_page import PATIENCE, ProblemPage, reference
from program import ProgramPart
from released import Host, build_releases, hosting
from test_typing_help import Typing

DRAWS = 'import matplotlib.pyplot as plt\n\nplt.plot([1, 4, 9])\nplt.title("Squares")\nplt.show()\n'


@pytest.fixture(scope="module")
def page_without_network(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Page, Host]]:
    """The catalogue's page after all was made available there and the network went away."""
    [release, _] = build_releases(tmp_path_factory.mktemp("releases"))
    context = new_context(browser, keeps=True)
    page = context.new_page()
    with ExitStack() as power:
        host = power.enter_context(hosting(tmp_path_factory.mktemp("host"), release))
        page.goto(host.url())
        offer = page.get_by_role("region", name="Without a network")
        offer.get_by_role("button", name="Make available offline").click()
        expect(offer).to_contain_text("Done: all of it works without", timeout=PATIENCE)
        context.set_offline(True)
    yield page, host
    context.close()


@pytest.fixture
def problem(page_without_network: tuple[Page, Host]) -> ProblemPage:
    """A problem that is opened for the first time, from the catalogue."""
    page, host = page_without_network
    page.goto(host.url())
    page.get_by_role("link", name="ReLU and its backward").first.click()
    problem = ProblemPage(page)
    expect(problem.editor).to_be_editable()
    return problem


@pytest.mark.long
def test_what_was_never_opened_is_solved(problem: ProblemPage) -> None:
    problem.submit(reference("relu"))
    problem.expect_all_passed("relu")


@pytest.mark.long
def test_a_figure_is_drawn(problem: ProblemPage) -> None:
    program = ProgramPart(problem)
    assert program.run(DRAWS) == "Your code ran to its end"
    picture = program.output.get_by_role("img", name="Figure 1: Squares")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 0


@pytest.mark.long
def test_names_are_completed_and_explained(problem: ProblemPage) -> None:
    typing = Typing(problem)
    typing.wait_for_helper()
    typing.type_after("import numpy as np\n\n", "np.me")
    expect(typing.offered.get_by_role("option")).to_contain_text(["mean", "median"])
    expect(typing.about_chosen).to_contain_text("Compute the arithmetic mean")
