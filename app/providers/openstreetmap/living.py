"""Whether a business still lives (https://wiki.openstreetmap.org/wiki/Lifecycle_prefix)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.providers.openstreetmap.tags import Tags

TRADE_KEYS = ("amenity", "healthcare", "shop", "office", "craft", "tourism", "leisure", "club")
_GONE = ("disused:", "abandoned:", "was:", "closed:", "demolished:", "removed:", "razed:")
_EMPTY_VALUES = {"vacant", "closed", "disused", "abandoned", "no"}
_SHUT = re.compile(r"""^["'\s]*(?:mo-su\s+|24/7\s+)?["']?(?:closed|off|ferm[ée])\b(?!.*\d\d?:\d\d)""", re.IGNORECASE)
_DAY = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


def is_closed(tags: Tags, today: date) -> bool:
    """Tell whether nothing lives here any more.

    A « disused:amenity » beside a living « amenity » tells of the tenant before, unless both say the same.
    """
    if any(tags.get(key) == "yes" for key in ("disused", "abandoned", "closed", "vacant", "demolished")):
        return True
    if any(tags.get(key) == "vacant" for key in ("shop", "office", "amenity")) or _SHUT.match(
        tags.get("opening_hours", "")
    ):
        return True
    living = {key: tags[key] for key in TRADE_KEYS if tags.get(key) and tags[key] not in _EMPTY_VALUES}
    gone = {key.split(":", 1)[1]: value for key, value in tags.items() if key.startswith(_GONE)}
    gone_trades = {key: value for key, value in gone.items() if key in TRADE_KEYS}
    if gone_trades and (not living or any(living.get(key) == value for key, value in gone_trades.items())):
        return True
    return _is_past(tags.get("end_date", ""), today)


def _is_past(end: str, today: date) -> bool:
    found = _DAY.match(end)
    if not found:
        return False
    year, month, day = int(found[1]), int(found[2] or 12), int(found[3] or 0)
    try:
        last = date(year, month, day) if day else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        return False
    return last < today
