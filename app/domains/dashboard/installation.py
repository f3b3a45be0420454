"""What a phone needs to install the application: its manifest, and the service worker's script."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from app import ROOT
from app.domains.dashboard import wording

OFFLINE = "/hors-ligne"
# The colours of tokens.css: the ground, and the ink of the icon.
GROUND = "#faf7f1"
ICONS = (("icon-192", 192, "any"), ("icon-512", 512, "any"), ("icon-maskable-512", 512, "maskable"))
KEPT = ("app.css", "app.js", "img/icon.svg")
SCRIPT = ROOT / "static" / "service" / "worker.js"


def manifest(asset_url: Callable[[str], str]) -> dict[str, Any]:
    """Return the web application manifest."""
    icons = [
        {"src": asset_url(f"img/{name}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for name, size, purpose in ICONS
    ]
    return {
        "id": "/tableau-de-bord",
        "name": "AstroGrowth",
        "short_name": "AstroGrowth",
        "description": wording.APPLICATION,
        "lang": "fr-CA",
        "dir": "ltr",
        "start_url": "/tableau-de-bord",
        "scope": "/",
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": GROUND,
        "categories": ["business", "social"],
        "icons": icons,
        "shortcuts": [{"name": name, "url": address, "icons": icons[:1]} for address, name in wording.SHORTCUTS],
    }


def service_worker(asset_url: Callable[[str], str], offline_page: str) -> str:
    """Return the script, told which files to keep; it changes whenever one of them does."""
    script = SCRIPT.read_text("utf-8")
    kept = [asset_url(name) for name in KEPT]
    icon = asset_url("img/icon-192.png")
    version = hashlib.sha256("".join((script, offline_page, icon, *kept)).encode()).hexdigest()[:12]
    told = {"VERSION": version, "OFFLINE": OFFLINE, "ICON": icon, "KEPT": kept}
    return "\n".join([*(f"const {name} = {json.dumps(value)};" for name, value in told.items()), script])
