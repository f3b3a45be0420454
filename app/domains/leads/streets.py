"""Civic addresses made comparable."""

from __future__ import annotations

import re

from app.domains.leads import places
from app.domains.leads.folding import words

_LONGEST = 300
_TYPES = {
    "rue": "rue", "street": "rue", "str": "rue", "avenue": "av", "av": "av", "ave": "av", "boulevard": "boul",
    "boul": "boul", "bd": "boul", "blvd": "boul", "bld": "boul", "bl": "boul", "boulv": "boul", "chemin": "ch",
    "ch": "ch", "chem": "ch", "road": "ch", "rd": "ch", "route": "rte", "rte": "rte", "autoroute": "aut",
    "aut": "aut", "highway": "aut", "hwy": "aut", "montee": "mtee", "mtee": "mtee", "place": "pl", "pl": "pl",
    "rang": "rang", "rg": "rang", "allee": "allee", "terrasse": "terr", "terr": "terr", "promenade": "prom",
    "prom": "prom", "drive": "prom", "croissant": "crois", "crois": "crois", "crescent": "crois", "cres": "crois",
    "impasse": "imp", "imp": "imp", "ruelle": "ruelle", "carre": "carre", "square": "carre", "sq": "carre",
    "circuit": "circuit", "quai": "quai", "lane": "rue", "cercle": "cercle",
}  # fmt: skip
_SIDES = {"est": "e", "east": "e", "e": "e", "ouest": "o", "west": "o", "o": "o", "w": "o", "nord": "n", "north": "n",
          "n": "n", "sud": "s", "south": "s", "s": "s"}  # fmt: skip
_SAINTS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "mt": "mont"}
_SILENT = frozenset({"de", "du", "des", "d", "la", "le", "les", "l", "the"})
_TAILS = frozenset({"qc", "pq", "quebec", "canada"})
_UNIT = re.compile(
    r"(?:#|\b(?:suites?|bureaux?|bur\.?|locaux?|local|app(?:t|artement)?\.?|apt\.?|apartment|unit[ée]?s?|porte|no\.?|n°"
    r"|office|ste\.?(?=\s*#?\d)|espace|rez-de-chauss[ée]e|rdc)(?=[\s#.\d]))\s*#?\s*[a-z]?-?\d*[a-z]?\b"
    r"|\b\d+\s?(?:er|e|i?[èe]me|nd|rd|th)\s+(?:[ée]tage|floor)\b|\brez-de-chauss[ée]e\b|\brdc\b",
    re.IGNORECASE,
)
_POSTAL = re.compile(r"\b[GHJ]\d[A-Z]\s?\d[A-Z]\d\b", re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"^\s*(\d+)\s*[\-–/]\s*(\d+)(?=[\s,])")
_CIVIC = re.compile(r"(\d{1,6})[a-z]?")
_ORDINAL = re.compile(r"(\d+)(?:er|re|ere|e|eme|ieme|nd|rd|th|st)")
_RANGE = 60
# « 12 », « 12A », « 12-14 »: a door. « 3e » before its street is the street's own name, and stays.
_DOOR = re.compile(r"(?!\d+(?:er|re|ère|e|[eè]me|i[eè]me)\s)\d+(?:\s?[-–/]\s?\d+)?(?:\s?[A-Za-z])?[\s,]+(?=\S)")


def street_name(address: str) -> str:
    """Return a street without its door: « 12A, rue Principale, Alma » says « rue Principale »."""
    text = " ".join(address[:_LONGEST].split())
    door = _DOOR.match(text)
    return text[door.end() if door else 0 :].partition(",")[0].strip()


def street_key(address: str) -> str:
    """Return the key of a civic number and street, or an empty text where either is missing.

    « 1234, boul. St-Laurent Ouest, bureau 5 » and « 1234 Boulevard Saint-Laurent O. » share one.
    """
    text = " ".join(address[:_LONGEST].split())
    has_province = bool(_POSTAL.search(text)) or words(text)[-1:] in (["qc"], ["canada"], ["pq"])
    text = _one_number(_UNIT.sub(" ", _POSTAL.sub(" ", text)))
    parts, was_cut = _street_parts(text)
    if has_province and not was_cut:
        parts = _without_town(parts)
    civic, parts = _civic(parts)
    street = _street(parts)
    return f"{civic} {street}" if civic and street else ""


def _one_number(text: str) -> str:
    """Keep one number of « 200-1234 » (a unit, then the civic) or of « 1234-1240 » (a range)."""
    found = _TWO_NUMBERS.match(text)
    if not found:
        return text
    first, second = int(found[1]), int(found[2])
    is_range = 0 < second - first <= _RANGE and len(found[1]) == len(found[2])
    return f"{first if is_range else second} {text[found.end() :]}"


def _street_parts(text: str) -> tuple[list[str], bool]:
    """Return the words up to the comma that ends the street, and whether a comma did."""
    pieces = [piece for piece in text.split(",") if words(piece)]
    parts: list[str] = []
    for at, piece in enumerate(pieces):
        parts += words(piece)
        # « 1234, rue Fabre »: the number alone is no street yet.
        if any(not _is_civic(part) and len(part) > 1 for part in parts):
            after = words(pieces[at + 1]) if at + 1 < len(pieces) else []
            # « rue Fabre, 1234 »: nor is a street without a number.
            if not any(_is_civic(part) for part in parts) and after and _is_civic(after[0]):
                return [*parts, after[0]], True
            return parts, at + 1 < len(pieces)
    return parts, False


def _without_town(parts: list[str]) -> list[str]:
    kept = list(parts)
    while len(kept) > 2 and kept[-1] in _TAILS:
        kept.pop()
    for count in range(min(5, len(kept) - 2), 0, -1):
        if places.municipality(" ".join(kept[-count:])) and any(part not in _TYPES for part in kept[1:-count]):
            return kept[:-count]
    return kept


def _civic(parts: list[str]) -> tuple[str, list[str]]:
    for at in (0, len(parts) - 1):
        if parts and _is_civic(parts[at]):
            rest = parts[:at] + parts[at + 1 :]
            # « 1234 A rue Fabre »: a letter beside the number is a door.
            if at == 0 and len(rest) > 1 and len(rest[0]) == 1 and rest[0] not in _SILENT and rest[1] in _TYPES:
                rest = rest[1:]
            return re.sub(r"\D|^0+", "", parts[at]), rest
    return "", parts


def _is_civic(part: str) -> bool:
    return bool(_CIVIC.fullmatch(part)) and not _ORDINAL.fullmatch(part)


def _street(parts: list[str]) -> str:
    """Return the name of a street and its side; its type only where the name is a number."""
    rest = list(parts)
    side = ""
    while len(rest) > 1 and rest[-1] in _SIDES:
        side = _SIDES[rest.pop()]
    kind = ""
    if len(rest) > 1 and (rest[-1] in _TYPES or rest[-1] == "st"):
        kind = _TYPES.get(rest.pop(), "rue")
        while len(rest) > 1 and rest[-1] in _SIDES:
            side = _SIDES[rest.pop()]
    elif len(rest) > 1 and rest[0] in _TYPES:
        kind = _TYPES[rest.pop(0)]
    name = [_named(part) for part in rest if part not in _SILENT] or rest
    if len(name) == 1 and name[0].isdigit():
        name.append(kind)
    return " ".join([*name, side]).strip()


def _named(part: str) -> str:
    ordinal = _ORDINAL.fullmatch(part)
    return ordinal[1] if ordinal else _SAINTS.get(part, part)
