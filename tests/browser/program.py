"""A submission run as a program in a problem's page: the button, the input's box, the output."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect
from problem_page import PATIENCE, ProblemPage

END = re.compile(
    r"ran to its end|ended itself|raised|not be loaded|syntax error|time limit|crashed|stopped"
)


class ProgramPart:
    """The parts of a problem's page that Run code uses."""

    def __init__(self, problem: ProblemPage) -> None:
        self.problem = problem
        self.page = problem.page
        self.button = problem.button("Run code")
        self.input = self.page.get_by_role("textbox", name="Input for the program")
        self.output = self.page.get_by_role("region", name="Program output")
        self.printed = self.output.get_by_role("group", name="Printed")
        self.pictures = self.output.get_by_role("img")
        self.value = self.output.get_by_role("group", name="Value of the last line")

    def run(self, code: str) -> str:
        """Type code, run it as a program, and return what the status line says in the end."""
        self.problem.type_code(code)
        self.button.click()
        return self.wait_for_end()

    def wait_for_end(self) -> str:
        """Wait for the end of the program and return what the status line says."""
        expect(self.problem.status).to_have_text(END, timeout=PATIENCE)
        expect(self.problem.html).to_have_attribute("data-runtime", "ready", timeout=PATIENCE)
        return self.problem.status.inner_text()

    def of_stream(self, stream: str) -> Locator:
        """Return what was printed to, or read from, one stream."""
        return self.printed.locator(f"[data-stream={stream}]")
