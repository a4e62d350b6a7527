"""Writes the pages of the site from its templates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from builder.assets import Assets
from builder.bundle import PageData, make_bundle
from builder.catalogue import Catalogue
from builder.checks import Checked
from builder.places import SITE, place, write_whole
from builder.proof import Proof
from builder.runtime import Runtime
from builder.views import view_card, view_problem, view_series
from grader.problem import ProblemFolder

# Why each part is as it is: the design's notes on containing learner code.
_POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' blob:; worker-src 'self' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'none'"
)
_UNSAFE = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


class Pages:
    """Writes pages into the folder of a site; all their links are relative."""

    def __init__(self, site: Path, assets: Assets, catalogue: Catalogue, proof: Proof) -> None:
        self._site = site
        self._assets = assets
        self._problems = catalogue.problems
        self._series = view_series(catalogue)
        self._proof = proof
        self._templates = Environment(
            loader=FileSystemLoader(SITE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["json_island"] = json_island

    def write_catalogue(self) -> None:
        """Write the catalogue page, the page of each series, and the one for wrong addresses."""
        checked = self._proof.checked
        cards = [view_card(folder, checked[folder.slug]) for folder in self._problems]
        self._write("index.html", "index.html", series=self._series, problems=cards)
        for series in self._series:
            self._write("series.html", f"{series.url}index.html", series=series)
        self._write("404.html", "404.html")
        write_whole(self._site / ".nojekyll", "")

    def write_problems(self, runtime: Runtime) -> None:
        """Write the page of each problem, its pictures beside it."""
        for folder in self._problems:
            checked = self._proof.checked[folder.slug]
            view = view_problem(folder, checked, self._proof.statements[folder.slug], self._series)
            target = f"{view.url}index.html"
            data = self._page_data(folder, checked, runtime, _root(target))
            self._write("problem.html", target, problem=view, page_data=data)
            for path in folder.assets:
                place(path, self._site / view.url / path.relative_to(folder.path))

    def _page_data(
        self, folder: ProblemFolder, checked: Checked, runtime: Runtime, root: str
    ) -> PageData:
        return {
            "bundle": make_bundle(folder, checked.tests, checked.examples, checked.signatures),
            "runtime": runtime.manifest(folder.problem["packages"], root),
            "base": root,
            "assets": f"{root}{self._assets.folder}/",
        }

    def _write(self, template: str, target: str, **context: Any) -> None:
        root = _root(target)
        html = self._templates.get_template(template).render(
            root=root,
            assets=f"{root}{self._assets.folder}/",
            site={"title": "Scratchwork"},
            csp=_POLICY,
            **context,
        )
        write_whole(self._site / target, html)


def json_island(data: object) -> Markup:
    """Return data as JSON that no text in it can end the script element around it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))


def _root(target: str) -> str:
    return "../" * target.count("/") or "./"
