"""The site's own files: scripts, the bundled editor, styles, and the font of formulas."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from builder.icons import make_icons
from builder.node import run_node
from builder.output import Site
from builder.places import (
    CACHE,
    NODE_MODULES,
    ROOT,
    SITE,
    fingerprint,
    fingerprint_files,
    list_files,
    write_whole,
)

_ENTRY = ".entry."
# What pages load, each with all that it imports: one request, where modules would wait for another.
_PAGES = tuple(f"scripts/{name}.js" for name in ("catalogue", "lists", "loader", "main", "python"))
# For the type checker, and what bundles contain.
_NOT_SERVED = (".d.ts", ".html")
# What pages load besides scripts.
_STYLES = (".css", ".svg", ".woff2")
_IMPORT = re.compile(r'@import "\./([^"]+)"')
_WORKER = "scripts/offline/service.js"


@dataclass(frozen=True)
class Assets:
    """Every asset by its path below `folder`, a path with the hash of all of them.

    `loaded` are those that pages load; `worker` is the service worker, which stands elsewhere.
    """

    contents: dict[str, bytes]
    folder: str
    loaded: list[str]
    worker: bytes

    def install(self, site: Site) -> None:
        """Write the assets into a site."""
        for name, data in self.contents.items():
            site.put(f"{self.folder}/{name}", data)


def collect_assets() -> Assets:
    """Collect the scripts, styles and fonts of the site."""
    contents: dict[str, bytes] = make_icons()
    loaded = list(contents)
    bundled = _find_bundled_styles()
    for part in ("scripts", "styles", "fonts"):
        for path in list_files(SITE / part):
            name = path.relative_to(SITE).as_posix()
            if _ENTRY in name or name in _PAGES:
                folder = name.rpartition("/")[0]
                for made, text in _bundle(path).items():
                    loaded.append(f"{folder}/{made.replace(_ENTRY, '.')}")
                    contents[loaded[-1]] = text.encode()
            elif not name.endswith(_NOT_SERVED) and name not in bundled:
                contents[name] = path.read_bytes()
                loaded += [name] if name.endswith(_STYLES) else []
    loaded.remove(_WORKER)
    worker = contents.pop(_WORKER)
    digest = fingerprint(part for name in sorted(contents) for part in (name, contents[name]))
    return Assets(contents, f"assets/{digest[:12]}", loaded, worker)


def _find_bundled_styles() -> set[str]:
    """Return the style sheets that pages have as parts of others only."""
    entries = [path.read_text("utf-8") for path in (SITE / "styles").glob(f"*{_ENTRY}css")]
    return {f"styles/{name}" for text in entries for name in _IMPORT.findall(text)}


def _bundle(entry: Path) -> dict[str, str]:
    """Bundle a script or a style sheet and what it imports, cached by all of its kind and the lock.

    Return the texts of the file, and of the modules that it imports on demand, by name.
    """
    lock = (NODE_MODULES.parent / "package-lock.json").read_bytes()
    kind = SITE / entry.relative_to(SITE).parts[0]
    sources = fingerprint_files(SITE, list_files(kind))
    program = ROOT / "builder" / "bundle-script.mjs"
    digest = fingerprint([entry.name, sources, lock, program.read_bytes()])
    path = CACHE / "scripts" / f"{digest}.json"
    if not path.is_file():
        write_whole(path, run_node(program, str(entry)))
    texts: dict[str, str] = json.loads(path.read_bytes())
    return texts
