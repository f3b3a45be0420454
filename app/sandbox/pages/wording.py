"""Words of the sandbox's own pages."""

from __future__ import annotations

from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def _home() -> tzinfo:
    # America/Montreal is a legacy name some systems leave out; a bare machine may have no table at all.
    try:
        return ZoneInfo("America/Toronto")
    except ZoneInfoNotFoundError:
        return UTC


HOME = _home()
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
MOMENT = "le\u00a0{day}\u00a0{month} {year} à\u00a0{hour}\u00a0h{minute}"
FIRST = "1er"


def counted(number: int, one: str, many: str) -> str:
    """Write a number and its noun: zero and one take the singular."""
    return f"{number}\u00a0{many if number > 1 else one}"
