"""The site as an app that can be installed: its name, its icons, its colours."""

from __future__ import annotations

import json

from builder.icons import ICONS
from builder.site_config import Logo

WEB_APP = "site.webmanifest"


def describe_web_app(assets: str, title: str, logo: Logo | None) -> str:
    """Return the web app manifest; `assets` is the folder that has the icons.

    It has no `id`, which would be relative to the origin: two sites there would be one app.
    """
    if logo and logo.is_icon:
        icons = [{"src": logo.path, "sizes": logo.sizes, "type": logo.type}]
    else:
        icons = _list_icons(assets)
    data = {
        "name": title,
        "short_name": title,
        "description": "Coding exercises that run and are graded in your browser.",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#f6f5f1",
        "theme_color": "#f6f5f1",
        "icons": icons,
    }
    return json.dumps(data, indent=1) + "\n"


def _list_icons(assets: str) -> list[dict[str, str]]:
    return [
        {
            "src": f"{assets}/icons/{name}.png",
            "sizes": f"{pixels}x{pixels}",
            "type": "image/png",
            "purpose": "maskable" if name.endswith("whole") else "any",
        }
        for name, pixels, _ in ICONS
    ]
