"""Builds a site: what the last build made from the same sources is kept, the rest is made anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from builder.announcing import announce, feed_of
from builder.assets import collect_assets
from builder.contracts import make_schemas
from builder.others import check_order, misled
from builder.outline import Facts, Outline, read_outline
from builder.output import Site, check_target, replacing
from builder.pages import Pages, root_of
from builder.places import fingerprint
from builder.presses import print_pages
from builder.printing import Job, Press, Result
from builder.release import Contents
from builder.runtime import Runtime, prepare_runtime
from builder.scan import look_at
from builder.site_config import SiteConfig, list_licences, read_site_config
from builder.stamp import Note, Printed, digest_sources, drop_note, read_note, write_note
from builder.views import problem_url, view_card, view_series, view_surroundings
from builder.web_app import WEB_APP, describe_web_app
from grader.faults import Fault, ProblemFaults


def build_site(
    out: Path, problems: Path, base_url: str = "", look: Callable[[Path], str] = look_at
) -> int:
    """Build the site of all problems; return how many there are.

    `base_url` is where the site will be; empty: where its configuration says. `look` does
    what `look_at` does, and may have begun already.
    Raises `ProblemFaults` with everything that is wrong, and leaves the site as it is.
    """
    faults: list[Fault] = []
    build = _build(out, problems, None, faults, base_url, look, whole=True)
    return len(build.pages)


def build_draft(out: Path, problems: Path, slugs: Collection[str] | None) -> list[Fault]:
    """Build what can be built, where these problems may have changed, None: where any may have.

    Returns everything that is wrong; the last good page of a problem with faults stays.
    """
    faults: list[Fault] = []
    try:
        _build(out, problems, slugs, faults, "", look_at, whole=False)
    except ProblemFaults as found:
        return found.faults
    return faults


def _build(
    out: Path,
    problems: Path,
    slugs: Collection[str] | None,
    faults: list[Fault],
    base_url: str,
    look: Callable[[Path], str],
    *,
    whole: bool,
) -> _Build:
    """Build a site; `whole`: only if there is no fault at all."""
    check_target(out)
    last = read_note(out, problems)
    outline = read_outline(problems, last.facts, faults, slugs, look)
    config = read_site_config(problems, faults)
    config = replace(config, base_url=base_url or config.base_url)
    if faults and not whole:
        raise ProblemFaults(faults)
    runtime = _prepare_runtime(frozenset(outline.package_sets()))
    with replacing(out, last.files) as site:
        build = _Build(site, problems, outline, last, runtime, config)
        build.print_problems(faults)
        if faults and whole:
            raise ProblemFaults(faults)
        build.write_lists()
        runtime.install(site)
        if whole:
            build.write_release(runtime)
        drop_note(out)
    write_note(out, problems, build.note())
    return build


@cache
def _prepare_runtime(package_sets: frozenset[frozenset[str]]) -> Runtime:
    return prepare_runtime(package_sets)


class _Build:
    """One build: the site that it fills, and what is to be noted of it."""

    def __init__(
        self,
        site: Site,
        problems: Path,
        outline: Outline,
        last: Note,
        runtime: Runtime,
        config: SiteConfig,
    ) -> None:
        self._site = site
        self._config = config
        self._outline = outline
        self._last = last
        self._assets = collect_assets()
        self._series = view_series(outline)
        self._around = view_surroundings(outline, self._series)
        self._broken: set[str] = set()
        self.pages: dict[str, Printed] = {}
        root = root_of(f"{problem_url('any')}index.html")
        sets = {" ".join(facts.packages): facts.packages for facts in outline.problems}
        manifests = {name: runtime.manifest(packages, root) for name, packages in sets.items()}
        self._press = Press(problems, site.staging, self._assets.folder, manifests, config)
        self._shown = fingerprint([outline.digest(), json.dumps(self._press.common)])
        self._listed = ""
        self._lists: list[str] = []

    def print_problems(self, faults: list[Fault]) -> None:
        """Print every page that cannot be kept; prove first what is not proven."""
        jobs = [job for facts in self._outline.problems if (job := self._job(facts))]
        unproven = self._print(jobs)
        waiting = sorted({*unproven, *misled(self._outline, self._last)})
        found: list[Fault] = []
        if waiting:
            from builder.proof import prove_folders  # pytest and Markdown come with it

            for _ in prove_folders(self._press.problems, waiting, found):
                pass  # the printing recalls it: what is proven of all problems is too much to hold
        late = self._print([job for job in jobs if job.slug in set(unproven)])
        if late and not found:
            message = "the problem has changed while it was proven; build again"
            found = [Fault(self._press.problems / slug, 1, message) for slug in late]
        faults += {*found, *check_order(self._press.problems, self._outline)}
        self._broken = {*late, *self._slugs_of(faults)}
        self._keep_last_pages()

    def _slugs_of(self, faults: Sequence[Fault]) -> set[str]:
        root = self._press.problems
        paths = (fault.path for fault in faults if root in fault.path.parents)
        return {path.relative_to(root).parts[0] for path in paths}

    def write_lists(self) -> None:
        """Write the catalogue, the series, and all that pages share."""
        shown = [facts for facts in self._outline.problems if facts.slug in self.pages]
        cards = [view_card(facts, self.pages[facts.slug].tests) for facts in shown]
        counts = json.dumps([[card.slug, card.test_count] for card in cards])
        self._listed = fingerprint([self._shown, counts])
        if not self._keep_lists():
            feed = feed_of(self._config, shown)
            pages = Pages(self._assets.folder, self._config)
            for path, text in pages.render_lists(cards, self._series, feed):
                self._site.put(path, text)
                self._lists.append(path)
        announce(self._site, self._config, self._lists, shown)
        self._site.put(".nojekyll", "")
        self._assets.install(self._site)
        if logo := self._config.logo:
            self._site.put(logo.path, logo.data)
        for licence in list_licences(self._press.problems):
            self._site.put(f"problems/{licence.name}", licence.read_bytes())
        self._site.put(
            WEB_APP, describe_web_app(self._assets.folder, self._config.title, self._config.logo)
        )
        for name, text in make_schemas().items():
            self._site.put(f"schema/{name}", text)

    def write_release(self, runtime: Runtime) -> None:
        """Write what browsers need to keep the site, and to tell this state of it from others."""
        release = Contents(self._site, self._assets, runtime, self._config.logo)
        release.add_lists(self._lists)
        for facts in self._outline.problems:
            if facts.slug in self.pages:
                page = self.pages[facts.slug]
                release.add_problem(facts.packages, _paths(facts.slug, page), page.name)
        release.add_series(self._series)
        release.write()

    def _keep_lists(self) -> bool:
        """Keep the catalogue and the series if they show what they did; tell whether they do."""
        last = self._last
        if last.listed != self._listed:
            return False
        if not all(self._site.has(path, last.files[path].key) for path in last.lists):
            return False
        self._lists = last.lists
        for path in self._lists:
            self._site.keep(path)
        return True

    def note(self) -> Note:
        """Return what the next build may rely on."""
        facts = {one.slug: self._look_again(one) for one in self._outline.problems}
        looks = [facts[slug].looks for slug in sorted(facts)]
        sources = digest_sources(self._press.problems, looks)
        files, listed = self._site.files, self._listed
        return Note(facts, self.pages, files, sources, self._shown, listed, self._lists)

    def _look_again(self, facts: Facts) -> Facts:
        return replace(facts, looks="") if facts.slug in self._broken else facts

    def _keep_last_pages(self) -> None:
        """Keep the pages of problems that are broken now, as they were when they were not."""
        for slug in (self._broken - self.pages.keys()) & self._last.pages.keys():
            page = self._last.pages[slug]
            paths = _paths(slug, page)
            if all(self._site.has(path, self._last.files[path].key) for path in paths):
                self._keep_page(slug)

    def _job(self, facts: Facts) -> Job | None:
        """Return how to make a page; None if the one that is there is known to be right."""
        around = self._around[facts.slug]
        page = self._last.pages.get(facts.slug)
        known = self._last.facts.get(facts.slug)
        if page is None or known is None:
            return Job(facts.slug, around, facts.packages, "")
        if self._last.shown == self._shown:
            key = self._last.files[_paths(facts.slug, page)[0]].key
        else:
            key = self._press.key_of(page.content, around, facts.packages)
        if not all(self._site.has(path, key) for path in _paths(facts.slug, page)):
            return Job(facts.slug, around, facts.packages, "")
        if known is not facts:
            return Job(facts.slug, around, facts.packages, key)
        self._keep_page(facts.slug)
        return None

    def _print(self, jobs: list[Job]) -> list[str]:
        """Print pages; return the slugs of the problems that are not proven."""
        unproven = []
        for result in print_pages(self._press, jobs):
            if result.state == "unproven":
                unproven.append(result.slug)
            elif result.state == "kept":
                self._keep_page(result.slug)
            else:
                self._note_page(result)
        return sorted(unproven)

    def _keep_page(self, slug: str) -> None:
        self.pages[slug] = self._last.pages[slug]
        for path in _paths(slug, self.pages[slug]):
            self._site.keep(path)

    def _note_page(self, result: Result) -> None:
        parts = result.content, result.tests, list(result.pictures), list(result.leads)
        self.pages[result.slug] = page = Printed(*parts, result.name)
        for path in _paths(result.slug, page):
            self._site.note(path, result.key)


def _paths(slug: str, page: Printed) -> list[str]:
    return [problem_url(slug) + name for name in ("index.html", *page.pictures)]
