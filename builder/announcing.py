"""What tells others of a site whose address is known: a map of it, a feed, pictures to share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from builder.outline import Facts
from builder.output import Site
from builder.share_pictures import card_of_problem, card_of_site, find_picture, picture_path
from builder.site_config import SiteConfig
from builder.views import problem_url

_FEED = "feed.xml"
_MAP = "sitemap.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST_ENTRIES = 50
_PAGE = "index.html"


def announce(
    site: Site, config: SiteConfig, lists: Iterable[str], problems: Sequence[Facts]
) -> None:
    """Write what tells others of a site; `lists` are the paths of its other pages."""
    if not config.base_url:
        return
    pages = [path for path in lists if path.rpartition("/")[2] == _PAGE]
    pages += [f"{problem_url(facts.slug)}{_PAGE}" for facts in problems]
    site.put(_MAP, make_map(config, pages))
    for card in (card_of_site(), *map(card_of_problem, problems)):
        site.link(picture_path(config, card), find_picture(config, card))
    if feed := feed_of(config, problems):
        site.put(feed, make_feed(config, problems))


def feed_of(config: SiteConfig, problems: Iterable[Facts]) -> str:
    """Return the path of the feed; empty where there is none: no problem has a date."""
    return _FEED if config.base_url and any(facts.added for facts in problems) else ""


def make_map(config: SiteConfig, pages: Iterable[str]) -> str:
    """Return a site map; it says nothing of times, which are not known."""
    root = ET.Element("urlset", xmlns=_SITEMAP)
    for path in sorted(pages):
        address = config.base_url + path.removesuffix(_PAGE)
        ET.SubElement(ET.SubElement(root, "url"), "loc").text = address
    return _write(root)


def make_feed(config: SiteConfig, problems: Iterable[Facts]) -> str:
    """Return an Atom feed of the problems that have a date, the newest first."""
    dated = sorted((facts for facts in problems if facts.added), key=lambda facts: facts.slug)
    dated.sort(key=lambda facts: facts.added, reverse=True)
    root = ET.Element("feed", xmlns=_ATOM)
    _add(root, "id", config.base_url)
    _add(root, "title", config.title)
    _add(root, "updated", _at(dated[0]))
    _add(ET.SubElement(root, "author"), "name", config.title)
    ET.SubElement(root, "link", href=config.base_url)
    ET.SubElement(root, "link", rel="self", href=config.base_url + _FEED)
    for facts in dated[:_MOST_ENTRIES]:
        address = config.base_url + problem_url(facts.slug)
        entry = ET.SubElement(root, "entry")
        _add(entry, "id", address)
        _add(entry, "title", facts.title)
        _add(entry, "updated", _at(facts))
        _add(entry, "summary", facts.summary)
        ET.SubElement(entry, "link", href=address)
    return _write(root)


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text


def _at(facts: Facts) -> str:
    return f"{facts.added}T00:00:00Z"


def _write(root: ET.Element) -> str:
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
