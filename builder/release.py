"""One release of the site: what it is made of, for the browsers that keep it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import TypedDict
from urllib.parse import quote

from builder.assets import Assets
from builder.output import Site
from builder.pages import name_of
from builder.places import fingerprint
from builder.runtime import Runtime
from builder.search import FOLDER as SEARCH
from builder.site_config import Logo
from builder.views import SeriesView
from builder.web_app import WEB_APP

_FOLDER = "offline"
# What links to files have unencoded, besides letters and digits: browsers keep files by address.
_AS_IT_IS = "/;:@&=+$,!~*'()"
_ASSIST = "assist"
_PLOTS = "plots"
# What every press brings beside the pages: what they may ask for, without saying so before.
_PRESSED = (_ASSIST, _PLOTS)
_INDEX = "index.html"
_LOST = f"{_FOLDER}.html"
_SEARCH = re.compile(rb'data-version="([0-9a-f]+)"')
# What the catalogue asks for as it opens; all of the index is a group of its own.
_FIRST = [f"{SEARCH}/facets.json", f"{SEARCH}/slugs.json"]


class KeptPage(TypedDict):
    """A page: its identity, its size, and the groups of files that it needs beside the shell."""

    id: str
    bytes: int
    groups: list[str]


class KeptList(TypedDict):
    """What one button keeps: pages, and groups that no page of them needs."""

    pages: list[str]
    groups: list[str]


class Release(TypedDict):
    """All that a browser may keep of one release, by address below the site's root.

    `files` gives the start of each file's SHA-256 and its bytes; `groups` are files that go
    together, of which every page needs `shell`; `lists` are by the page that offers them.
    `assets` is the folder that tells an open page's scripts from those of another release,
    `search` the version of the index that the catalogue asks for.
    """

    assets: str
    search: str
    files: dict[str, tuple[str, int]]
    groups: dict[str, list[str]]
    pages: dict[str, KeptPage]
    lists: dict[str, KeptList]


class Contents:
    """Collects what a release is made of, of files that the site has."""

    def __init__(self, site: Site, assets: Assets, runtime: Runtime, logo: Logo | None) -> None:
        self._site = site
        self._runtime = runtime
        self._worker = assets.worker
        self._release: Release = {
            "assets": f"{assets.folder}/",
            "search": _find_version(site.read(_INDEX)),
            "files": {},
            "groups": {},
            "pages": {},
            "lists": {},
        }
        loaded = [f"{assets.folder}/{name}" for name in dict.fromkeys(assets.loaded)]
        own = [logo.path] if logo else []
        self._add_group("shell", [WEB_APP, _LOST, *own, *loaded])
        self._add_group("catalogue", _FIRST)
        # A visit keeps them once the page has asked for them; a press brings them.
        self._add_group(_ASSIST, [runtime.assist_path])
        self._add_group(_PLOTS, runtime.plots_paths)

    def add_lists(self, paths: Iterable[str]) -> None:
        """Add the pages that list problems, and the files of the search."""
        others = [path for path in paths if not path.endswith(".html")]
        self._add_group("search", others)
        for path in paths:
            if path.endswith(f"/{_INDEX}") or path == _INDEX:
                page = name_of(self._site.read(path).decode())
                self._add_page(path, page, ["catalogue"] if path == _INDEX else [])

    def add_problem(self, packages: Sequence[str], paths: Sequence[str], name_of_page: str) -> None:
        """Add a problem: its page, which says that it is this one, and its pictures."""
        page, *pictures = paths
        name = " ".join(packages) or "python"
        if name not in self._release["groups"]:
            self._add_group(name, self._runtime.paths_for(packages))
        if pictures:
            self._add_group(page, pictures)
        self._add_page(page, name_of_page, [name, page] if pictures else [name])

    def add_series(self, series: Sequence[SeriesView]) -> None:
        """Add what can be kept with one press: each series, and everything, at the catalogue."""
        pages = self._release["pages"]
        self._release["lists"][""] = {"pages": list(pages), "groups": ["search", *_PRESSED]}
        for one in series:
            steps = [step.url for step in one.steps if step.url is not None and step.url in pages]
            pages_of_it = ["", one.url, *steps]
            self._release["lists"][one.url] = {"pages": pages_of_it, "groups": [*_PRESSED]}

    def write(self) -> None:
        """Write the release's list of files, and the service worker that stands for it."""
        text = json.dumps(self._release, ensure_ascii=False, separators=(",", ":"))
        release = fingerprint([text, self._worker])[:16]
        self._site.put(f"{_FOLDER}/{release}.json", text)
        self._site.put("sw.js", f'self.release = "{release}";\n'.encode() + self._worker)

    def _add_group(self, name: str, paths: Iterable[str]) -> None:
        addresses = {quote(path, safe=_AS_IT_IS): path for path in paths}
        self._release["groups"][name] = [*addresses]
        for address, path in addresses.items():
            if address not in self._release["files"]:
                data = self._site.read(path)
                self._release["files"][address] = hashlib.sha256(data).hexdigest()[:16], len(data)

    def _add_page(self, path: str, name: str, groups: list[str]) -> None:
        self._release["pages"][path.removesuffix(_INDEX)] = {
            "id": name,
            "bytes": self._site.files[path].size,
            "groups": groups,
        }


def _find_version(catalogue: bytes) -> str:
    found = _SEARCH.search(catalogue)
    assert found is not None, _SEARCH.pattern
    return found[1].decode()
