"""The business's name, as its site says it."""

from __future__ import annotations

import re

from app.providers.website.words import folded

_BETWEEN = re.compile(r"\s+[|–—·•:»>\-]{1,2}\s+|\s*[|»•]\s*|:\s+")
_IDLE = re.compile(
    r"(?:accueil|home(?:\s*page)?|bienvenue(?:\s+(?:chez|au|à|aux|sur))?|welcome(?:\s+to)?|site\s+(?:web\s+)?officiel(?:\s+d[eu])?"
    r"|official\s+(?:web)?site|contact|nous\s+joindre|à\s+propos|untitled|index|sans\s+titre|new\s+page|menu|wordpress|"
    r"mon\s+site(?:\s+web)?|my\s+site)\b\s*",
    re.IGNORECASE,
)
_LONGEST = 120


def of_title(title: str, business_name: str) -> str:
    """Return the part of a page's title that names the business, or an empty text."""
    parts = [_IDLE.sub("", part, count=1).strip(" -–—|:,.!") for part in _BETWEEN.split(" ".join(title.split()))]
    named = [part for part in parts if 2 <= len(part) <= _LONGEST]
    if not named:
        return ""
    wanted = set(folded(business_name).split())
    return max(named, key=lambda part: len(wanted & set(folded(part).split()))) if wanted else named[0]
