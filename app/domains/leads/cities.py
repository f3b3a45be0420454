"""Cities as sources write them: one name a city, its boroughs and the towns it absorbed kept beside it.

Facts of the decrees of merger; see joined_towns.csv.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.domains.leads import places

TABLE = Path(__file__).with_name("joined_towns.csv")
_LONGEST = 120
_PROVINCE = re.compile(
    r"(?:qc|qu[ée]\.?|pq|p\.q\.|qu[ée]bec|canada|ca|[GHJ]\d[A-Z]\s?\d[A-Z]\d|prov(?:ince)?\.? (?:de |of )?qu[ée]bec)",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?<!\s)\s{1,3}(?:(?:QC|PQ|Qc|Québec,?\s+Canada|Canada)\.?|[GHJ]\d[A-Z]\s?\d[A-Z]\d)$")
_TITLE = re.compile(
    r"^(?:(?:ville|cit[ée]|municipalit[ée]|canton|paroisse|village|arrondissement|quartier|secteur)\s+"
    r"(?:de\s+|du\s+|d[’']|des\s+)?|arr\.\s+|(?:city|town|borough|village)\s+of\s+)(?=\S)",
    re.IGNORECASE,
)
_SAINT = re.compile(r"\b(S)(te?|ts|tes)(?:\.\s*-?|-|\s)\s*(?=[A-ZÀ-Ý])", re.IGNORECASE)
_SAINTS = {"t": "aint", "te": "ainte", "ts": "aints", "tes": "aintes"}
_SMALL = frozenset(["de", "du", "des", "la", "le", "les", "sur", "sous", "à", "au", "aux", "en", "et", "of", "the"])
_WORD = re.compile(r"[^\s\-–]+")


@dataclass(frozen=True)
class City:
    """A city, and the borough or former town where a source names one."""

    name: str
    borough: str = ""


def read(raw: str) -> City:
    """Tell the city and the borough of a text: « Montréal (Verdun) », « Sainte-Foy, QC », « MTL »."""
    parts = _parts(raw)
    if not parts:
        return City("")
    town = next((found for part in parts if (found := _town(part))), "")
    for part in parts:
        joined = _joined().get(places.key(_untitled(part))) or _joined().get(places.key(part))
        if joined and (joined[2] or town == joined[0]) and (not town or town == joined[0] or part == parts[0]):
            return City(joined[0], joined[1])
    if not town:
        return City(_neat(parts[0]))
    others = [part for part in parts if _town(part) != town]
    return City(town, _neat(others[0]) if others else "")


def _parts(raw: str) -> list[str]:
    text = _ENDING.sub("", " ".join(raw[:_LONGEST].split()))
    parts = [part.strip(" .-–") for part in re.split(r"[(),;/\[\]|]|\s[-–—]\s", text)]
    whole = [part for part in parts if part]
    return [part for at, part in enumerate(whole) if at == 0 or not _PROVINCE.fullmatch(part)]


def _untitled(part: str) -> str:
    return _TITLE.sub("", part)


def _town(part: str) -> str:
    """Return the municipality of a name, unless the name is now only a borough's."""
    for name in (part, _untitled(part)):
        joined = _joined().get(places.key(name))
        if joined and joined[2]:
            return ""
        if found := places.municipality(name):
            return found.name
    return ""


def _neat(part: str) -> str:
    """Write an unknown name as names are written; only capitals alone are changed."""
    text = part.replace("'", "’").replace("`", "’")
    text = _SAINT.sub(lambda found: found[1] + _SAINTS[found[2].lower()] + "-", text)
    if not (text.isupper() and len(text) > 3) and not text.islower():
        return text
    words = _WORD.sub(lambda found: _capital(found[0].lower(), is_first=found.start() == 0), text)
    return words[:_LONGEST]


def _capital(word: str, *, is_first: bool) -> str:
    if not is_first:
        if word in _SMALL:
            return word
        elided, mark, rest = word.partition("’")
        if mark and elided in {"d", "l"}:
            return f"{elided}’{rest.capitalize()}"
    elided, mark, rest = word.partition("’")
    return f"{elided.capitalize()}’{rest.capitalize()}" if mark else word.capitalize()


@lru_cache(maxsize=1)
def _joined() -> dict[str, tuple[str, str, bool]]:
    """Read the table once: by key, the city, its borough, and whether the name stands alone."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {places.key(row["name"]): (row["city"], row["borough"], row["stands_alone"] == "1") for row in rows}
