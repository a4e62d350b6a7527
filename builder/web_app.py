"""The site as an app that can be installed: its name, its icons, its colours."""

from __future__ import annotations

import json

from builder.icons import ICONS

WEB_APP = "site.webmanifest"


def describe_web_app(assets: str, title: str) -> str:
    """Return the web app manifest; `assets` is the folder that has the icons."""
    icons = [
        {
            "src": f"{assets}/icons/{name}.png",
            "sizes": f"{pixels}x{pixels}",
            "type": "image/png",
            "purpose": "maskable" if name.endswith("whole") else "any",
        }
        for name, pixels, _ in ICONS
    ]
    data = {
        "id": "./",
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
