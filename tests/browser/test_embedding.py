"""A problem in a frame of another site: what is shown there, and what that site is told."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hosting import Site, new_context, serving
from playwright.sync_api import Browser, FrameLocator, Page, expect
from problem_page import PATIENCE, VERDICT, reference

from places import PROBLEMS, ROOT

SLUG = "relu"
WRONG = "def relu(x):\n    return 'a secret'\n\n\ndef relu_backward(grad, x):\n    return x\n"
UNREADABLE = "def relu(x:\n"
# What docs/embedding.md tells a site to do, and a note of all that it hears.
_PARENT = """<!doctype html><title>Course</title>
<iframe id="exercise" src="{address}" style="width: {width}px; height: 400px; border: 0"></iframe>
<script>
  const heard = [];
  const frame = document.getElementById("exercise");
  addEventListener("message", ({{ source, origin, data }}) => {{
    if (source !== frame.contentWindow || data?.scratchwork !== 1) return;
    heard.push({{ ...data, origin }});
    if (data.type === "height") frame.style.height = `${{data.height}}px`;
  }});
</script>"""
_FITS = """() => {
  const { height } = heard.findLast(({ type }) => type === "height");
  return Math.abs(height - document.getElementById("exercise").clientHeight) <= 1;
}"""
_VERDICTS = "heard.filter(({ type }) => type === 'verdict')"
_BLOCKED = """for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  const get = () => { throw new DOMException("blocked", "SecurityError"); };
  Object.defineProperty(window, name, { get });
}"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A second host, of another site: the pages that embed problems are put into its folder."""
    root = tmp_path_factory.mktemp("course")
    with serving(root, ".") as host:
        port = host.url.split(":")[2].split("/")[0]
        yield Site(root, f"http://localhost:{port}/", host.requests)


@pytest.fixture(scope="module")
def allowing(tmp_path_factory: pytest.TempPathFactory, course: Site) -> Iterator[Site]:
    """A site of one problem that lets that host know."""
    root = tmp_path_factory.mktemp("allowing")
    shutil.copytree(PROBLEMS / SLUG, root / "problems" / SLUG)
    origins = json.dumps([course.url.rstrip("/")])
    (root / "problems" / "site.toml").write_text(f"[embed]\norigins = {origins}\n", "utf-8")
    folders = ["--problems", str(root / "problems"), "--out", str(root / "dist")]
    build = [sys.executable, str(ROOT / "build.py"), "build", *folders]
    subprocess.run(build, check=True, cwd=ROOT, stdin=subprocess.DEVNULL)
    with serving(root, "dist") as site:
        yield site


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = new_context(browser)
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"uncaught: {error}"))
    yield page
    context.close()


def embed(page: Page, course: Site, site: Site, width: int = 700) -> FrameLocator:
    """Open a page of the course with the problem in it; return its frame."""
    address = f"{site.url}problems/{SLUG}/?embed"
    (course.folder / "lesson.html").write_text(_PARENT.format(address=address, width=width))
    page.goto(f"{course.url}lesson.html")
    frame = page.frame_locator("#exercise")
    expect(frame.get_by_role("textbox", name="Code editor")).to_be_editable()
    return frame


def heard(page: Page, kind: str = "") -> list[Any]:
    """Return the messages that have come, or those of a kind."""
    messages: list[Any] = page.evaluate("heard")
    return [message for message in messages if kind in ("", message["type"])]


def submit(page: Page, frame: FrameLocator, code: str) -> None:
    """Put code into the frame's editor and run the tests to their end."""
    frame.get_by_role("textbox", name="Code editor").fill(code)
    frame.get_by_role("button", name="Run tests", exact=True).click()
    expect(frame.get_by_role("status")).to_have_text(VERDICT, timeout=PATIENCE)


def test_frame_has_editor_and_results_alone(page: Page, course: Site, site: Site) -> None:
    """Nobody is allowed to hear of the site's own problems: nothing is told."""
    frame = embed(page, course, site)
    expect(frame.get_by_role("region", name="Test results")).to_be_visible()
    link = frame.get_by_role("link", name="ReLU")
    expect(link).to_have_attribute("href", f"{site.url}problems/{SLUG}/")
    for gone in ("banner", "contentinfo", "tablist"):
        expect(frame.get_by_role(gone)).to_have_count(0)
    expect(frame.get_by_role("heading", name="Background")).to_have_count(0)
    with page.expect_popup() as opened:
        link.click()
    expect(opened.value.get_by_role("heading", level=1)).to_be_visible()
    assert heard(page) == []


@pytest.mark.long
@pytest.mark.parametrize("width", [360, 700, 1100])
def test_allowed_parent_hears_of_height_and_verdict(
    page: Page, course: Site, allowing: Site, width: int
) -> None:
    frame = embed(page, course, allowing, width)
    page.wait_for_function("heard.some(({ type }) => type === 'height')")
    (ready,) = heard(page, "ready")
    for count, code in enumerate((WRONG, reference(SLUG), UNREADABLE), 1):
        submit(page, frame, code)
        page.wait_for_function(
            f"heard.filter(({{ type }}) => type === 'verdict').length === {count}"
        )
    first, second, third = heard(page, "verdict")
    origin = allowing.url.removesuffix("/dist/")
    facts = {"scratchwork": 1, "slug": SLUG, "version": ready["version"], "origin": origin}
    assert ready == {**facts, "type": "ready"}
    total = first["total"]
    assert total > 1
    told = {"type": "verdict", "state": "graded", "passed": first["passed"], "total": total}
    assert first == {**facts, **told}
    assert first["passed"] < total
    assert second == {**first, "passed": total}
    assert third == {**first, "passed": 0, "state": "syntax-error"}
    body = frame.locator("body")
    page.wait_for_function(_FITS)
    scrolls = "() => document.documentElement.scrollHeight - document.documentElement.clientHeight"
    assert page.frames[1].evaluate(scrolls) <= 0
    assert body.evaluate("(body) => body.scrollWidth - body.clientWidth") <= 0


@pytest.mark.long
@pytest.mark.parametrize("name", ["Reset", "History"])
def test_dialog_opens_where_it_is_asked_for(
    page: Page, course: Site, allowing: Site, name: str
) -> None:
    """A frame as high as its content has its middle below the screen."""
    page.set_viewport_size({"width": 400, "height": 700})
    frame = embed(page, course, allowing, 380)
    submit(page, frame, WRONG)
    page.wait_for_function("document.getElementById('exercise').clientHeight > 1400")
    button = frame.get_by_role("button", name=name, exact=True)
    button.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    button.click()
    heading = frame.get_by_role("dialog").get_by_role("heading").first
    expect(heading).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == before
    assert frame.get_by_role("dialog").evaluate("dialog => dialog.offsetHeight") < 700


@pytest.mark.long
def test_code_never_leaves_the_frame(page: Page, course: Site, allowing: Site) -> None:
    served = len(course.requests), len(allowing.requests)
    frame = embed(page, course, allowing)
    submit(page, frame, WRONG)
    page.wait_for_function("heard.some(({ type }) => type === 'verdict')")
    told = json.dumps(heard(page)) + str(course.requests[served[0] :])
    asked = str(allowing.requests[served[1] :])
    assert "secret" not in told + asked
    assert "return" not in told + asked


@pytest.mark.long
def test_whoever_is_not_allowed_hears_nothing_of_a_run(
    page: Page, course: Site, allowing: Site
) -> None:
    """The same host by another name has another origin."""
    other = Site(course.folder, course.url.replace("localhost", "127.0.0.1"), course.requests)
    frame = embed(page, other, allowing)
    submit(page, frame, reference(SLUG))
    assert heard(page) == []
    expect(frame.get_by_role("status")).to_have_text(VERDICT)


@pytest.mark.long
def test_page_by_itself_tells_nobody(page: Page, allowing: Site) -> None:
    page.add_init_script("addEventListener('message', () => (window.told = true))")
    page.goto(f"{allowing.url}problems/{SLUG}/?embed")
    expect(page.get_by_role("textbox", name="Code editor")).to_be_editable()
    expect(page.get_by_role("banner")).to_have_count(0)
    page.get_by_role("button", name="Show hint").click()
    expect(page.get_by_role("region", name="Hints")).to_be_visible()
    assert page.evaluate("window.told") is None


@pytest.mark.long
def test_frame_works_where_storage_is_blocked(page: Page, course: Site, allowing: Site) -> None:
    page.add_init_script(f"if (window.parent !== window) {{ {_BLOCKED} }}")
    frame = embed(page, course, allowing)
    expect(frame.get_by_text("This browser keeps nothing for this page")).to_be_visible()
    submit(page, frame, reference(SLUG))
    (verdict,) = heard(page, "verdict")
    assert verdict["passed"] == verdict["total"]


def test_documentation_shows_the_parent_that_is_tested() -> None:
    told = (ROOT / "docs" / "embedding.md").read_text("utf-8")
    for line in _PARENT.replace("{{", "{").replace("}}", "}").splitlines()[3:]:
        if "heard" not in line:
            assert line.strip() in told, line
