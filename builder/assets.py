"""The site's own files: scripts, the bundled editor, styles, and the font of formulas."""

from __future__ import annotations

import json
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

_ENTRY = ".entry.js"
# What pages load, each with all that it imports: one request, where modules would wait for another.
_PAGES = tuple(f"scripts/{name}.js" for name in ("catalogue", "lists", "loader", "main", "python"))
# For the type checker, and what bundles contain.
_NOT_SERVED = (".d.ts", ".html")


_STYLES = (".css", ".svg", ".woff2")
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
    for part in ("scripts", "styles", "fonts"):
        for path in list_files(SITE / part):
            name = path.relative_to(SITE).as_posix()
            if name.endswith(_ENTRY) or name in _PAGES:
                folder = name.rpartition("/")[0]
                for made, text in _bundle_script(path).items():
                    loaded.append(f"{folder}/{made.replace(_ENTRY, '.js')}")
                    contents[loaded[-1]] = text.encode()
            elif not name.endswith(_NOT_SERVED):
                contents[name] = path.read_bytes()
                loaded += [name] if name.endswith(_STYLES) else []
    loaded.remove(_WORKER)
    worker = contents.pop(_WORKER)
    digest = fingerprint(part for name in sorted(contents) for part in (name, contents[name]))
    return Assets(contents, f"assets/{digest[:12]}", loaded, worker)


def _bundle_script(entry: Path) -> dict[str, str]:
    """Bundle a script and what it imports, cached by all scripts and the lock.

    Return the texts of the module, and of those that it imports on demand, by name.
    """
    lock = (NODE_MODULES.parent / "package-lock.json").read_bytes()
    scripts = fingerprint_files(SITE, list_files(SITE / "scripts"))
    program = ROOT / "builder" / "bundle-script.mjs"
    digest = fingerprint([entry.name, scripts, lock, program.read_bytes()])
    path = CACHE / "scripts" / f"{digest}.json"
    if not path.is_file():
        write_whole(path, run_node(program, str(entry)))
    texts: dict[str, str] = json.loads(path.read_bytes())
    return texts
