"""Renders the pages of the site from its templates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from builder.bundle import PageData, RuntimeManifest, make_bundle
from builder.listing import page_url, view_front, view_pages
from builder.places import SITE, fingerprint
from builder.proven import Checked, Texts
from builder.search import FOLDER, make_index, version_of
from builder.share_pictures import SIZE, Card, card_of_problem, card_of_site, picture_path
from builder.site_config import SiteConfig
from builder.views import ProblemCard, SeriesView, Surroundings, view_problem
from grader.problem import ProblemFolder

# Why each part is as it is: the design's notes on containing learner code.
_POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' blob:; worker-src 'self' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'none'"
)
# The templates' own indentation; what code and data contain stays as it is.
_INDENT = re.compile(r"(<pre\b.*?</pre>|<script\b.*?</script>)|\n\s+", re.DOTALL)
_NAMELESS = 'data-page=""'
_NAME = re.compile(r'<html [^>]*data-page="([0-9a-f]+)"')
_UNSAFE = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


class Pages:
    """Renders pages, with relative links; `assets` is the folder of scripts and styles.

    The page for wrong addresses is shown at every depth; it leads home by the `base_url` of the
    site's configuration, if that is known.
    """

    def __init__(self, assets: str, config: SiteConfig | None = None) -> None:
        self._assets = assets
        self._config = config or SiteConfig()
        self._templates = Environment(
            loader=FileSystemLoader(SITE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._templates.filters["json_island"] = json_island
        self._templates.filters["page_url"] = page_url

    def render_lists(
        self, cards: Sequence[ProblemCard], series: Sequence[SeriesView], feed: str = ""
    ) -> Iterator[tuple[str, str]]:
        """Yield path and content: each series, the catalogue and its index, and lost addresses.

        `feed` is the path of the site's feed, if it has one.
        """
        for one in series:
            target = f"{one.url}index.html"
            yield target, self._render("series.html", target, series=one)
        yield "404.html", self._render("404.html", "404.html", home=self._config.base_url or "./")
        yield "offline.html", self._render("offline.html", "offline.html", home="./")
        index = make_index(cards, series)
        yield from index.items()
        front, search = view_front(cards, series), {"folder": FOLDER, "version": version_of(index)}
        for page in view_pages(cards) if front.pages else []:
            target = f"{page.url}index.html"
            yield target, self._render("list.html", target, page=page, search=search)
        context: dict[str, Any] = {"front": front, "search": search, "feed": feed}
        yield "index.html", self._render("index.html", "index.html", **context)

    def render_problem(
        self,
        folder: ProblemFolder,
        checked: Checked,
        texts: Texts,
        around: Surroundings,
        runtime: RuntimeManifest,
    ) -> tuple[str, str]:
        """Return path and content of a problem's page."""
        view = view_problem(folder, checked, texts, around)
        target = f"{view.url}index.html"
        root = root_of(target)
        found = checked.tests, checked.examples, checked.signatures
        data: PageData = {
            "bundle": make_bundle(folder, *found, texts.explanation),
            "runtime": runtime,
            "base": root,
            "assets": f"{root}{self._assets}/",
        }
        if self._config.embed_origins:
            data["embed_origins"] = list(self._config.embed_origins)
        report_url = self._config.report_url_of(folder.slug, folder.version)
        context: dict[str, Any] = {"problem": view, "page_data": data, "report_url": report_url}
        card = card_of_problem(view)
        return target, self._render("problem.html", target, card, **context)

    def _render(self, template: str, target: str, card: Card | None = None, **context: Any) -> str:
        root = root_of(target)
        picture = picture_path(self._config, card or card_of_site())
        html = self._templates.get_template(template).render(
            root=root,
            assets=f"{root}{self._assets}/",
            site=self._config,
            place=target.removesuffix("index.html"),
            picture={"path": picture, "width": SIZE[0], "height": SIZE[1]},
            csp=_POLICY,
            **context,
        )
        return _name_page(_INDENT.sub(lambda found: found[1] or "\n", html))


def _name_page(html: str) -> str:
    """Let a page say which it is: whoever keeps it can tell it from every other state of it."""
    return html.replace(_NAMELESS, f'data-page="{fingerprint([html])[:12]}"', 1)


def name_of(html: str) -> str:
    """Return what a page says that it is: the hash of its own content."""
    found = _NAME.match(html, html.index("<html "))
    assert found is not None
    return found[1]


def json_island(data: object) -> Markup:
    """Return data as JSON that no text in it can end the script element around it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))


def root_of(target: str) -> str:
    """Return the way from a page to the site's root."""
    return "../" * target.count("/") or "./"
