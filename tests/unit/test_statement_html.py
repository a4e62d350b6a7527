"""Statements as HTML: formulas, code, tables, pictures, links, and their faults."""

import html
import re
from pathlib import Path

import pytest

from builder.highlight import highlight
from builder.proven import Texts
from builder.statements import render_statements
from grader.faults import ProblemFaults
from grader.problem import read_problem
from sample_problem import FILES, write_problem


def render(text: str, tmp_path: Path) -> Texts:
    changes = {"statement.md": text + FILES["statement.md"], "assets/plot.svg": "<svg/>"}
    return render_statements([read_problem(write_problem(tmp_path / "double", changes))])["double"]


# name: (Markdown, what the HTML has)
RENDERED = {
    "raw HTML is text": ("<script>x</script>\n\n", "&lt;script&gt;"),
    "a picture": ("![A plot](assets/plot.svg)\n\n", '<img src="assets/plot.svg" alt="A plot"'),
    "another origin": ("[site](https://example.org)\n\n", 'rel="noopener"'),
    "a script as a link stays text": ("[x](javascript:alert(1))\n\n", "[x](javascript:alert(1))"),
    "a heading's id": ("## Task & more\n\n", '<h2 id="statement-task-more">'),
    "a heading's second id": ("## A\n\n## A\n\n", 'id="statement-a-1"'),
    "a table scrolls": (
        "| a |\n|---|\n| 1 |\n\n",
        '<div class="scroll" tabindex="0" role="group" aria-label="Table 1"><table>',
    ),
    "a display scrolls": (
        "$$\na\n$$\n\n$$\nb\n$$\n\n",
        '<div class="scroll" tabindex="0" role="group" aria-label="Formula 2">',
    ),
    "a formula for screen readers": ("Let $a^2$ be.\n\n", "<math"),
    "amounts are no formulas": ("It costs $5 and $6.\n\n", "It costs $5 and $6."),
    "code has classes": (
        "```python\nimport x.y\n```\n\n",
        '<span class="hl-k">import</span> <span class="hl-t">x.y</span>\n',
    ),
    "indented code": ("    a < b\n\n", "a &lt; b"),
}


@pytest.mark.parametrize("name", RENDERED)
def test_a_statement_is_rendered(name: str, tmp_path: Path) -> None:
    text, expected = RENDERED[name]
    assert expected in render(text, tmp_path).html


# name: (Markdown, line, what the message says)
FAULTS = {
    "formula": ("One.\n\nA $\\fraction{1}$\n\n", 3, "\\fraction"),
    "formula on a later line": ("One\ntwo\nand $\\x$\n\n", 3, "Unsupported function name"),
    "display": ("One.\n\n$$\n\\frac{1\n$$\n\n", 3, "cannot be read"),
    "no such picture": ("One.\n\n![A](assets/none.png)\n\n", 3, "assets/none.png"),
    "picture of another origin": ("![A](https://example.org/a.png)\n\n", 1, "assets/"),
    "picture outside": ("![A](solution.py)\n\n", 1, "solution.py"),
    "unknown language": ("One.\n\n```pyhton\nx\n```\n\n", 3, "pyhton"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_a_statement_is_located(name: str, tmp_path: Path) -> None:
    text, line, message = FAULTS[name]
    with pytest.raises(ProblemFaults) as raised:
        render(text, tmp_path)
    [fault] = raised.value.faults
    assert (fault.path.name, fault.line) == ("statement.md", line)
    assert message in fault.message


def test_a_formula_nested_too_deeply_is_a_fault_like_others(tmp_path: Path) -> None:
    with pytest.raises(ProblemFaults) as raised:
        render("$" + "{" * 9_000 + "x" + "}" * 9_000 + "$\n\n", tmp_path)
    assert [fault.line for fault in raised.value.faults] == [1]


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_an_explanation_is_located(name: str, tmp_path: Path) -> None:
    text, line, message = FAULTS[name]
    folder = write_problem(tmp_path / "double", {"explanation.md": text})
    with pytest.raises(ProblemFaults) as raised:
        render_statements([read_problem(folder)])
    [fault] = raised.value.faults
    assert (fault.path.name, fault.line) == ("explanation.md", line)
    assert message in fault.message


def test_an_explanation_shares_no_name_with_the_statement(tmp_path: Path) -> None:
    text = "## Examples\n\n$$\na\n$$\n"
    changes = {"statement.md": text + FILES["statement.md"], "explanation.md": text}
    page = render_statements([read_problem(write_problem(tmp_path / "double", changes))])["double"]
    assert 'id="explanation-examples"' in page.explanation
    assert 'aria-label="Formula 1 of the explanation"' in page.explanation
    assert 'aria-label="Formula 1"' in page.html


def test_the_faults_of_all_statements_come_together(tmp_path: Path) -> None:
    text = FILES["statement.md"].replace("$2x$", "$\\x$ ![A](assets/a.png)")
    folders = [
        read_problem(write_problem(tmp_path / slug, {"statement.md": text})) for slug in "ab"
    ]
    with pytest.raises(ProblemFaults) as raised:
        render_statements(folders)
    assert len(raised.value.faults) == 4


def test_a_page_without_formulas_says_so(tmp_path: Path) -> None:
    changes = {"statement.md": FILES["statement.md"].replace("$2x$", "2x")}
    folder = read_problem(write_problem(tmp_path / "double", changes))
    assert not render_statements([folder])["double"].has_math
    assert render("", tmp_path).has_math
    explained = write_problem(tmp_path / "explained", {**changes, "explanation.md": "Why $x$."})
    assert render_statements([read_problem(explained)])["explained"].has_math


CODE = {
    "doctest": "\n>>> x = 1  # <tag>\n>>> for i in y:\n...     print(i)\n\n\ttabbed & 'quoted'\n\n",
    "program": "\n\ndef f():\n\treturn '<&>'\n\n\n",
    "entities": "x = '&gt;' < '&amp;'\n",
    "nothing": "",
}


@pytest.mark.parametrize("name", CODE)
def test_highlighted_code_is_copied_as_it_was_written(name: str) -> None:
    marked = highlight(CODE[name], "python")
    assert html.unescape(re.sub(r"<[^>]*>", "", marked)) == CODE[name]
