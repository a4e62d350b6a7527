"""A problem's page as a learner uses it: found by accessible names, read by what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hosting import Site
from playwright.sync_api import BrowserContext, Dialog, Locator, Page, Worker, expect

from places import PROBLEMS

SLUGS = ["mse-loss", "mse-loss-module", "mse-loss-reduction"]
VERDICT = re.compile(
    r"\d of \d+ tests passed|syntax error|import error|time limit|crashed|stopped|broken"
)
# What is pressed or typed in; the label of a box to tick is pressed in its place.
TARGETS = (
    "button, a.button, summary, [role=tab], input:not([type=checkbox]), select, textarea,"
    " .short-step"
)
# The last that comes of what helps while typing.
_HAS_HELP = "() => [...document.styleSheets].some(({ href }) => href?.includes('typing-help'))"
PATIENCE = 120_000  # milliseconds: a boot and a run on a busy machine


def reference(slug: str) -> str:
    """Return a problem's reference solution."""
    return (PROBLEMS / slug / "solution.py").read_text("utf-8")


def starter(slug: str) -> str:
    """Return what a problem's editor opens with."""
    return (PROBLEMS / slug / "starter.py").read_text("utf-8")


class ProblemPage:
    """One page in the browser; its attributes are the parts that the page contract names."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.html = page.locator("html")
        self.editor = page.get_by_role("textbox", name="Code editor")
        self.run_button = self.button("Run tests")
        self.stop_button = self.button("Stop")
        self.status = page.get_by_role("status")
        self.results = page.get_by_role("region", name="Test results")
        self.tests = self.results.locator("li[data-outcome]")
        self.example_results = page.get_by_role("region", name="Example results")
        self.examples = self.example_results.locator("li[data-outcome]")
        self.pane = page.get_by_role("group", name="Help and results")
        self.solved_mark = page.get_by_role("main").get_by_text("Solved", exact=True)

    def button(self, name: str) -> Locator:
        """Return the page's button of that name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def open(self, url: str) -> None:
        """Go to the page and wait until its editor can be typed in."""
        self.page.goto(url)
        expect(self.editor).to_be_editable()

    def wait_until_ready(self) -> None:
        """Wait until Python is there."""
        expect(self.html).to_have_attribute("data-runtime", "ready", timeout=PATIENCE)

    def python(self) -> Worker:
        """Return the one worker that Python is in."""
        [worker] = [one for one in self.page.workers if one.evaluate("self.name") == "python"]
        return worker

    def settle(self) -> None:
        """Turn to the editor, and wait until all is there that the page brings for typing."""
        self.wait_until_ready()
        self.editor.click()
        self.page.wait_for_function(_HAS_HELP)

    def type_code(self, code: str) -> None:
        """Replace what is in the editor, as a paste does."""
        self.editor.click()
        self.page.keyboard.press("Control+a")
        if code:
            self.page.keyboard.insert_text(code)
        else:
            self.page.keyboard.press("Delete")

    def run(self) -> str:
        """Press Run and return what the status line says in the end."""
        self.run_button.click()
        return self.wait_for_verdict()

    def wait_for_verdict(self) -> str:
        """Wait for the end of the run under way and return what the status line says."""
        expect(self.status).to_have_text(VERDICT, timeout=PATIENCE)
        return self.status.inner_text()

    def submit(self, code: str) -> str:
        """Type code, run it, and return what the status line says in the end."""
        self.type_code(code)
        return self.run()

    def outcomes(self) -> list[str]:
        """Return the outcome of each hidden test, as the list shows it."""
        return [item.get_attribute("data-outcome") or "" for item in self.tests.all()]

    def expect_all_passed(self, slug: str) -> None:
        """Hold that the verdict in the page is that of a right submission."""
        count = self.tests.count()
        assert count > 1, slug
        expect(self.status).to_have_text(f"{count} of {count} tests passed")
        assert self.outcomes() == ["passed"] * count
        expect(self.examples.first).to_have_attribute("data-outcome", "passed")
        assert self.examples.count() == self.passed_examples().count()

    def passed_examples(self) -> Locator:
        """Return the examples that passed."""
        return self.example_results.locator("li[data-outcome=passed]")

    def marked_lines(self, kind: str) -> list[str]:
        """Return the text of the editor's lines that are marked as `mistake` or as `failing`."""
        line = {
            "mistake": ".cm-line:has(.cm-lintRange-error:not(.cm-check))",
            "failing": ".cm-line.cm-failing-line",
        }[kind]
        return self.editor.locator(line).all_inner_texts()


@dataclass
class Desk:
    """One learner's browser; what went wrong in its pages unseen is in `troubles`."""

    context: BrowserContext
    site: Site
    pages: dict[str, ProblemPage] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)

    def open(self, slug: str) -> ProblemPage:
        """Return the problem's open page, whatever is in its editor; open it if need be."""
        return self.pages[slug] if slug in self.pages else self.open_anew(slug)

    def open_anew(self, slug: str) -> ProblemPage:
        """Open a problem's page instead of the one that may be open."""
        if slug in self.pages:
            self.pages[slug].page.close()
        problem = self.pages[slug] = ProblemPage(self.new_page())
        problem.open(self.url(slug))
        return problem

    def new_page(self) -> Page:
        """Open an empty page that is watched for errors and dialogs."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(f"uncaught: {error}"))
        page.on("dialog", self._dismiss)
        return page

    def url(self, slug: str) -> str:
        """Return the address of a problem's page."""
        return f"{self.site.url}problems/{slug}/"

    def _dismiss(self, dialog: Dialog) -> None:
        self.troubles.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()
