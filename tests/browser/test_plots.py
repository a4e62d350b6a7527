"""Figures of a program: pictures among what it prints; Matplotlib comes when it is imported."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect
from problem_page import Desk, reference
from program import ProgramPart

SLUG = "mse-loss"
# A learner's own loss and gradient fit a line.
CURVE = """

import matplotlib.pyplot as plt

x = np.linspace(-1, 1, 20)
slope, losses = 0.0, []
for step in range(30):
    pred = slope * x
    losses.append(mse_loss(pred, 3 * x))
    slope -= 0.3 * np.sum(mse_loss_backward(pred, 3 * x) * x)
print("before the picture")
plt.plot(losses)
plt.title("Loss while it learns")
plt.xlabel("step")
plt.ylabel("loss")
plt.show()
print("after the picture")
plt.imshow(np.outer(x, x))
plt.title("Second")
plt.show()
print("at the end")
"""
NAMED = ["Figure 1: Loss while it learns (x: step, y: loss)", "Figure 2: Second"]
FLOOD = """\
import matplotlib.pyplot as plt

for number in range(23):
    plt.figure(figsize=(1, 1))
    plt.plot([number])
    plt.show()
"""
MENTIONS = '"""Code that does not import matplotlib."""\n# import matplotlib\nprint("matplotlib")\n'


@pytest.fixture
def program(desk: Desk) -> ProgramPart:
    """A page whose Python is ready."""
    problem = desk.open(SLUG)
    problem.wait_until_ready()
    return ProgramPart(problem)


@pytest.fixture
def phone(program: ProgramPart) -> Iterator[ProgramPart]:
    """The page on a small screen."""
    size = program.page.viewport_size
    assert size is not None
    program.page.set_viewport_size({"width": 360, "height": 740})
    yield program
    program.page.set_viewport_size(size)


def parts(program: ProgramPart) -> list[str]:
    """Return what the output shows, in order: texts, and pictures by their names."""
    shown = []
    for part in program.output.locator(".program-body > *").all():
        image = part.locator("img")
        shown.append(image.get_attribute("alt") if image.count() else part.inner_text().strip())
    return [text or "" for text in shown]


def expect_drawn(picture: Locator) -> None:
    """Hold that the browser shows a picture, on a sheet that it does not leave."""
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 0
    inside = "image => image.getBoundingClientRect().right <= innerWidth"
    assert picture.evaluate(inside)


def plots_fetched(paths: list[str]) -> list[str]:
    """Return what was fetched to draw: the list of its files, and the set that has the most."""
    return [path for path in paths if "/plots-" in path or "matplotlib" in path]


def test_loss_curve_is_a_picture_among_the_prints(program: ProgramPart, desk: Desk) -> None:
    before = len(desk.site.requests)
    assert program.run(MENTIONS) == "Your code ran to its end"
    fetched = desk.site.requests[before:]
    assert plots_fetched(fetched) + [path for path in fetched if "/snapshot-" in path] == []

    assert program.run(reference(SLUG) + CURVE) == "Your code ran to its end"
    shown = parts(program)
    texts = ["before the picture", "after the picture", "at the end"]
    assert shown == [texts[0], NAMED[0], texts[1], NAMED[1], texts[2]]
    for picture in program.pictures.all():
        expect_drawn(picture)
    assert plots_fetched(desk.site.requests[before:]) != []


@pytest.mark.long
def test_flood_of_figures_is_cut(program: ProgramPart) -> None:
    program.run(FLOOD)
    expect(program.pictures).to_have_count(20)
    expect(program.output).to_contain_text("… 3 more figures not shown")
    program.run("print('no figure')\n")
    expect(program.pictures).to_have_count(0)


@pytest.mark.long
def test_open_figure_is_shown_on_a_phone_as_wide_as_it_is(phone: ProgramPart) -> None:
    phone.page.get_by_role("tab", name="Editor").click()
    phone.run("import matplotlib.pyplot as plt\nplt.plot([1, 4, 9])\n")
    picture = phone.output.get_by_role("img", name="Figure 1", exact=True)
    picture.scroll_into_view_if_needed()
    expect_drawn(picture)
    expect(phone.value).to_have_count(0)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.long
def test_figures_of_a_program_leave_the_tests_alone(program: ProgramPart) -> None:
    program.problem.submit(
        reference(SLUG) + '\nif __name__ == "__main__":\n    import matplotlib\n'
    )
    program.problem.expect_all_passed(SLUG)


@pytest.mark.long
def test_what_cannot_be_loaded_is_told_and_tried_again(desk: Desk) -> None:
    problem = desk.open_anew(SLUG)
    problem.wait_until_ready()
    program = ProgramPart(problem)
    program.page.route("**/plots-*.json", lambda route: route.abort())
    assert program.run(FLOOD) == "Not run: Matplotlib could not be loaded"
    expect(program.output).to_contain_text("Check your connection")
    assert program.run("print('still here')\n") == "Your code ran to its end"
    program.page.unroute("**/plots-*.json")
    assert program.run("import matplotlib\nprint('there')\n") == "Your code ran to its end"
    expect(program.printed).to_have_text("there\n")


@pytest.mark.long
def test_figures_come_without_a_snapshot(desk: Desk) -> None:
    problem = desk.open_anew(SLUG)
    problem.wait_until_ready()
    program = ProgramPart(problem)
    program.page.route("**/snapshot-*/heap-0.bin", lambda route: route.abort())
    assert program.run(reference(SLUG) + CURVE) == "Your code ran to its end"
    assert [part for part in parts(program) if part.startswith("Figure")] == NAMED
