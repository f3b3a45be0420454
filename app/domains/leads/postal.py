"""Postal codes of Québec."""

from __future__ import annotations

import re

# G, H and J are Québec's first letters; D F I O Q U are used nowhere (Canada Post).
_CODE = re.compile(r"([GHJ]\d[ABCEGHJ-NPRSTV-Z])[\s-]*(\d[ABCEGHJ-NPRSTV-Z]\d)")


def clean(raw: str) -> str:
    """Return the code as one writes it, « H2V 4G9 », or an empty text."""
    found = _CODE.search(raw[:40].upper())
    return f"{found[1]} {found[2]}" if found else ""
