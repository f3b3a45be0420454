"""Draw the icons of the heroicons package inline, once each."""

from __future__ import annotations

from functools import lru_cache

from heroicons.jinja import heroicon_outline
from markupsafe import Markup


@lru_cache(maxsize=256)
def heroicon(name: str) -> Markup:
    """Return the outline icon `name` as inline SVG hidden from screen readers; raises IconDoesNotExist."""
    svg = heroicon_outline(name, size=None, **{"class": "icon"})
    return Markup("".join(line.strip() for line in str(svg).splitlines()))
