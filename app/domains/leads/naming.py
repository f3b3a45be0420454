"""Names made comparable: the key under which two spellings are the same."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "&": " et ", "+": " et "})
_NOT_WORD = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile(r"[’'`´ʼ]")
# What one writes before or after a business's own name, or not.
_VARYING = frozenset({
    "le", "la", "les", "l", "the", "un", "une", "de", "du", "des", "d", "of", "et", "and", "n", "a", "au", "aux",
    "restaurant", "restaurants", "resto", "rest", "cafe", "coffee", "bar", "bistro", "bistrot", "brasserie",
    "clinique", "centre", "cabinet", "bureau", "dentaire", "dentaires", "dental", "dentiste", "dentistes", "clinic",
    "dr", "dre", "docteur", "docteure", "inc", "ltee", "limitee", "ltd", "enr", "enrg", "senc", "sencrl", "srl",
    "cie", "co", "llc", "corp", "groupe", "courtier", "courtiers", "immobilier", "immobiliers", "immobiliere",
    "agence", "chez",
})  # fmt: skip
_SPELLINGS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "mt": "mont", "nd": "notredame"}
_STREET_WORDS = frozenset({
    "rue", "r", "street", "st", "av", "ave", "avenue", "boul", "boulevard", "bd", "blvd", "ch", "che", "chemin",
    "road", "rd", "rte", "route", "rang", "cote", "montee", "place", "pl", "allee", "ruelle", "terrasse", "promenade",
    "croissant", "impasse", "autoroute", "carre", "square", "quai", "cours", "de", "du", "des", "d", "la", "le",
    "les", "l",
})  # fmt: skip
_DIRECTIONS = {"e": "est", "o": "ouest", "w": "ouest", "east": "est", "west": "ouest", "north": "nord", "south": "sud"}
_UNIT = re.compile(
    r"\b(?:suite|bureau|local|app\.?|appartement|unit[eé]?|porte|bur\.?|étage|etage)\b.*$|#\s*\w+", re.IGNORECASE
)


def words(text: str) -> list[str]:
    """Split a text into words without case, accents or punctuation."""
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    bare = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return [word for word in _NOT_WORD.split(_APOSTROPHES.sub(" ", bare)) if word]


def fold(name: str) -> str:
    """Return the key of a business's name: « Chez l’Ami » and « CHEZ L'AMI » share one.

    Blanks go too, so that « Tim Horton's » meets « Tim Hortons ».
    """
    return ("".join(words(name)) or name.casefold().strip())[:255]


def loose_key(name: str) -> str:
    """Return the key of a name without what its spellings vary by.

    « Resto Chez Lise » and « Restaurant Chez-Lise inc. » share one; so do « Clinique dentaire Roy » and
    « Centre dentaire Roy ». A name made of such words alone keeps them.
    """
    parts = [_SPELLINGS.get(word, word) for word in words(name.partition("(")[0] or name)]
    kept = [_singular(word) for word in parts if word not in _VARYING]
    return "".join(kept)[:255] or fold(name)


def street_key(address: str) -> str:
    """Return the key of a civic number and street, or an empty text.

    Types of streets, articles, directions' lengths and what follows a comma are left out.
    """
    parts = [_DIRECTIONS.get(word, word) for word in words(_UNIT.sub(" ", address.split(",")[0]))]
    number = next((word for word in parts if word[0].isdigit()), "")
    street = [_SPELLINGS.get(word, word) for word in parts if word != number and word not in _STREET_WORDS]
    return f"{number} {''.join(street)}" if number and street else ""


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
