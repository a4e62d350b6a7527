"""Prints pages of problems: reads what is proven, renders it, and writes it beside the site."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from builder.bundle import RuntimeManifest
from builder.pages import Pages, name_of
from builder.places import fingerprint
from builder.proven import Checked, recall, recall_texts
from builder.scan import fingerprint_folder
from builder.site_config import SiteConfig
from builder.views import Surroundings, problem_url
from grader.problem import ProblemFolder, read_problem

_LINK = re.compile(r"\.\./(?:problems/|series/)?([a-z0-9-]+)/")


@dataclass(frozen=True)
class Job:
    """A page to print; `have` is the key of the one that is there, if it can be kept."""

    slug: str
    around: Surroundings
    packages: list[str]
    have: str


@dataclass(frozen=True)
class Result:
    """What became of a job: a page that was printed, or kept, or not proven yet.

    `leads` are the slugs of the problems and series that the page links to, `name` is what it
    says that it is.
    """

    slug: str
    state: str
    content: str
    key: str = ""
    tests: int = 0
    pictures: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Press:
    """What all pages have in common; `manifests` are by the packages, joined by blanks."""

    problems: Path
    staging: Path
    assets: str
    manifests: dict[str, RuntimeManifest]
    config: SiteConfig = field(default_factory=SiteConfig)

    @cached_property
    def common(self) -> dict[str, str]:
        """The digest of what pages of problems with the same packages have in common."""
        return {
            packages: fingerprint(
                [json.dumps(manifest, sort_keys=True), self.assets, repr(self.config)]
            )
            for packages, manifest in self.manifests.items()
        }

    def key_of(self, content: str, around: Surroundings, packages: Iterable[str]) -> str:
        """Return the digest of all that a page is made from."""
        return fingerprint([content, repr(around), self.common[" ".join(packages)]])


class Printer:
    """Prints pages with the templates compiled once."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._pages = Pages(press.assets, press.config)

    def print(self, jobs: Sequence[Job]) -> list[Result]:
        """Print every page that is proven and cannot be kept."""
        return [self._print(job) for job in jobs]

    def _print(self, job: Job) -> Result:
        content = fingerprint_folder(self._press.problems / job.slug)
        key = self._press.key_of(content, job.around, job.packages)
        if key == job.have:
            return Result(job.slug, "kept", content, key)
        checked = recall(content)
        if checked is None:
            return Result(job.slug, "unproven", content)
        folder = read_problem(self._press.problems / job.slug, proven=True)
        made = folder, checked, recall_texts(content), job.around
        manifest = self._press.manifests[" ".join(job.packages)]
        target, html = self._pages.render_problem(*made, manifest)
        self._write(folder, target, html)
        return _describe(folder, content, key, checked, name_of(html))

    def _write(self, folder: ProblemFolder, target: str, html: str) -> None:
        page = self._press.staging / target
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(html, "utf-8", newline="\n")
        for path in folder.assets:
            picture = self._press.staging / problem_url(folder.slug) / path.relative_to(folder.path)
            picture.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, picture)


def _describe(folder: ProblemFolder, content: str, key: str, checked: Checked, name: str) -> Result:
    pictures = tuple(path.relative_to(folder.path).as_posix() for path in folder.assets)
    leads = {
        slug for text in (folder.statement, folder.explanation) for slug in _LINK.findall(text)
    }
    shown = len(checked.tests), pictures, tuple(sorted(leads)), name
    return Result(folder.slug, "printed", content, key, *shown)
