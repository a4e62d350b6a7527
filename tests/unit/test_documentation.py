"""README and docs: links lead somewhere, commands exist, and what is shown is what happens."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
import urllib.request
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from builder.contracts import make_schemas
from builder.mutation.exclusions import read_exclusions
from builder.mutation.mutants import make_mutants
from builder.mutation.score import describe_survivor
from builder.series import read_series
from grader.faults import Fault, FaultList
from grader.manifest import Manifest, read_manifest
from grader.problem import read_problem
from grader.report import Outcome, State
from places import ROOT
from sample_problem import write_problem

README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]
NAMES = [page.name for page in PAGES]
SCRIPTS: dict[str, str] = json.loads((ROOT / "package.json").read_bytes())["scripts"]
RUN = "node tools/run.mjs "  # sets up, then runs what follows by the project's Python
SHELL = {"cp"}
WORKFLOW = ROOT / ".github" / "workflows" / "pages.yml"
PROBLEM_FORMAT = ROOT / "docs" / "problems.md"
REPORT = ROOT / "docs" / "report.md"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


def prose(page: Path) -> str:
    """Return a page without its fenced blocks."""
    return re.sub(r"^(`{3,})[^`\n]*\n.*?^\1$", "", page.read_text("utf-8"), flags=re.M | re.S)


def blocks(page: Path, language: str) -> list[str]:
    """Return the contents of a page's fenced blocks of one language."""
    found = re.findall(r"^(`{3,})([^`\n]*)\n(.*?)^\1$", page.read_text("utf-8"), re.M | re.S)
    return [content for _, name, content in found if name == language]


def commands(page: Path) -> list[list[str]]:
    """Return the commands of a page, those inside its sentences too, as words."""
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    lines += re.findall(r"`((?:npm|python|build\.py) [^`]+)`", prose(page))
    return [words for line in lines if (words := shlex.split(line, comments=True))]


def anchors(page: Path) -> set[str]:
    """Return what a link to a heading of a page may name."""
    titles = re.findall(r"^#+ (.*)$", prose(page), re.M)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose(page)))
    for link in (link for link in links if "://" not in link):
        target, _, anchor = link.partition("#")
        path = (page.parent / target).resolve() if target else page
        assert path.is_relative_to(ROOT), link
        assert path.exists(), link
        assert not anchor or anchor in anchors(path), link


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_commands_exist(page: Path) -> None:
    for words in commands(page):
        if words[0] == "npm":
            script = words[2] if words[1] == "run" else words[1]
            assert script in SCRIPTS, words
        elif words[0] not in SHELL:
            words = words[1:] if words[0] == "python" else words
            assert words[0] in ("build.py", "-m"), words
            text = read_help(words[:2])
            assert all(word in text for word in words if word.startswith("--")), words


def read_help(command: list[str]) -> str:
    run = subprocess.run(
        [sys.executable, *command, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project, into which a problem may be added."""
    copy = tmp_path / "checkout"
    for name in ("assist", "builder", "grader", "problems", "site"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "package.json", "package-lock.json", "requirements.txt"):
        shutil.copyfile(ROOT / name, copy / name)
    for name in ("node_modules", ".cache"):
        (copy / name).symlink_to(ROOT / name, target_is_directory=True)
    return copy


def as_python(words: list[str]) -> list[str]:
    """Return what an npm command has Python do; setting up is tested elsewhere."""
    script = SCRIPTS[words[2] if words[1] == "run" else words[1]]
    assert script.startswith(RUN), script
    more = words[words.index("--") + 1 :] if "--" in words else []
    return [sys.executable, *script.removeprefix(RUN).split(), *more]


def recipe() -> list[list[str]]:
    """Return the code in each line of "Add a problem"."""
    section = README.read_text("utf-8").split("## Add a problem\n")[1].split("\n## ")[0]
    return [re.findall(r"`([^`]+)`", line) for line in re.findall(r"^\d+\. .*$", section, re.M)]


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def read_served_page(checkout: Path, start: list[str], path: str) -> str:
    """Run the start command on a free port until it serves, and return one of its pages."""
    start = [*start, "--port", "0"]
    with subprocess.Popen(start, cwd=checkout, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            address = next(found[0] for line in server.stdout if (found := ADDRESS.search(line)))
            with urllib.request.urlopen(address + path, timeout=30) as answer:
                return str(answer.read().decode())
        finally:
            server.terminate()


def test_a_problem_is_added_in_six_lines(checkout: Path) -> None:
    lines = recipe()
    assert len(lines) == 6
    [new, made], *files, [check, start, _] = lines
    subprocess.run(as_python(shlex.split(new)), cwd=checkout, check=True)
    folder = checkout / made
    for name in (name for line in files for name in line):
        assert list(folder.glob(name)), name
    edit(folder / "problem.toml", "My problem", "A problem of my own")
    subprocess.run(as_python(shlex.split(check)), cwd=checkout, check=True)
    page = read_served_page(checkout, as_python(shlex.split(start)), made)
    assert "A problem of my own" in page


def break_for_reading(folder: Path) -> None:
    edit(folder / "problem.toml", '"easy"', '"simple"')
    edit(folder / "problem.toml", "hints = [", "hint = [")
    source = (folder / "wrong" / "no_mean.py").read_text("utf-8")
    (folder / "wrong" / "no_mean.py").write_text(source.split('"""')[2], "utf-8")


def break_for_grading(folder: Path) -> None:
    edit(folder / "statement.md", "\\frac{1}{N} \\sum", "\\fraction{1}{N} \\sum")
    edit(folder / "statement.md", "\n0.1875\n", "\n0.1876\n")
    edit(folder / "statement.md", "**mean squared error**", "[mean squared error](../mean/)")
    reference = (folder / "solution.py").read_text("utf-8")
    (folder / "starter.py").write_text(reference, "utf-8")
    shutil.rmtree(folder / "wrong")  # grading them all would take long
    (folder / "wrong").mkdir()
    (folder / "wrong" / "right_after_all.py").write_text(reference, "utf-8")


@pytest.mark.parametrize("number", [0, 1], ids=["reading", "grading"])
def test_the_faults_shown_are_the_faults_printed(number: int, checkout: Path) -> None:
    shown = blocks(PROBLEM_FORMAT, "text")[number]
    folder = checkout / "problems" / "my-problem"
    shutil.copytree(checkout / "problems" / "mse-loss", folder)
    [break_for_reading, break_for_grading][number](folder)
    command = [sys.executable, "build.py", "check", "my-problem"]
    run = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr == shown


def test_the_mutant_shown_is_the_mutant_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = blocks(PROBLEM_FORMAT, "text")[2]
    folder = read_problem(ROOT / "problems" / "mse-loss")
    [mutant] = [m for m in make_mutants(folder.solution) if m.what == "mean -> median"]
    shown_as = replace(folder, path=ROOT / "problems" / "my-problem")
    assert describe_survivor(shown_as, mutant) + "\n" == shown


def test_the_exclusion_shown_excludes_a_mutant() -> None:
    [shown] = [text for text in blocks(PROBLEM_FORMAT, "python") if "# mutant: " in text]
    reference = f"def loss(probabilities):\n{shown}"
    faults: list[Fault] = []
    [exclusion] = read_exclusions(PROBLEM_FORMAT, reference, faults)
    assert faults == []
    assert [m.what for m in make_mutants(reference) if exclusion.holds_for(m)] == [exclusion.what]


def test_the_manifest_shown_has_every_key_and_no_fault() -> None:
    [text] = [block for block in blocks(PROBLEM_FORMAT, "toml") if "format = 1" in block]
    faults = FaultList(PROBLEM_FORMAT)
    manifest = read_manifest(text, faults)
    assert faults.faults == []
    for name in set(Manifest.__dataclass_fields__) - {"lines"}:
        assert re.search(rf"^{name} = ", text, re.M), name
        assert re.search(rf"^\|.*`(limits\.)?{name}`", prose(PROBLEM_FORMAT), re.M), name
    assert manifest is not None
    assert manifest.origin


def test_the_series_shown_has_no_fault(tmp_path: Path) -> None:
    [text] = [block for block in blocks(PROBLEM_FORMAT, "toml") if "[[series]]" in block]
    (tmp_path / "series.toml").write_text(text, "utf-8")
    faults: list[Fault] = []
    [series] = read_series(tmp_path / "series.toml", {"mse-loss"}, faults)
    assert faults == []
    assert [step.slug for step in series.steps] == ["mse-loss", "linear-backward"]


def test_the_report_shown_is_the_report_made(tmp_path: Path) -> None:
    [shown] = blocks(REPORT, "json")
    [submission] = blocks(REPORT, "python")
    (tmp_path / "my_solution.py").write_text(submission, "utf-8")
    folder = write_problem(tmp_path / "double")
    command = [sys.executable, "-m", "grader", "--json", folder, tmp_path / "my_solution.py"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    schema = json.loads(make_schemas()["report.schema.json"])
    jsonschema.validate(json.loads(shown), schema)
    assert without_times(json.loads(shown)) == without_times(json.loads(run.stdout))


def without_times(part: Any) -> Any:
    if isinstance(part, list):
        return [without_times(item) for item in part]
    if isinstance(part, dict):
        return {key: without_times(value) for key, value in part.items() if key != "seconds"}
    return part


def test_every_state_and_outcome_is_described() -> None:
    for word in [*get_args(State), *get_args(Outcome)]:
        assert re.search(rf"^\| `{word}` \|", prose(REPORT), re.M), word


def test_the_workflow_runs_what_the_readme_names_by_pinned_actions() -> None:
    text = WORKFLOW.read_text("utf-8")
    runs = re.findall(r"- run: (.*)", text)
    assert runs == ["npm test", "npm run build"]
    assert SCRIPTS["build"].endswith(" --out dist")
    assert "path: dist\n" in text
    actions = re.findall(r"uses: (.*)", text)
    assert len(actions) == 5
    for action in actions:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
