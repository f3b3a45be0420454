"""Make names agree with the sentences around them: towns, streets, the end of a sentence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_ARTICLE = re.compile(r"^(Les?)\s+(?=\S)")
# An h is silent in French names (d’Hérouxville) and sounded in English and Germanic ones (de Hudson).
_SILENT_H = re.compile(r"h(?:é|e(?:nri|nry|rm|ct|l[eè])|ippol|onor|ilaire|yacinthe)", re.IGNORECASE)
# « 3e Rue » names a street: its number is no door.
_AT_A_DOOR = re.compile(r"^(?!\d+(?:er|re|ère|e)\s)(\d+(?:-\d+)?\s?[A-Za-z]?)[,\s]+(?=\D)(.+)$")
_WAYS = re.compile(r"^(Rue|Avenue|Boulevard|Chemin|Route|Place|Rang|Montée|Côte|Rte|Autoroute|Promenade|Allée|Quai)\b")


@dataclass(frozen=True)
class Town:
    """A town as a sentence says it: « à Alma », « d’Alma »."""

    at: str
    of: str
    tag: str


def town_forms(name: str) -> Town:
    """Give the forms of a town, or those of Québec as a whole when it is not known."""
    name = _typeset(name)
    if not name:
        return Town("au Québec", "du Québec", "Québec")
    tag = camel_case(name) or "Québec"
    if article := _ARTICLE.match(name):
        rest = name[article.end() :]
        plural = article[1] == "Les"
        return Town(f"{'aux' if plural else 'au'} {rest}", f"{'des' if plural else 'du'} {rest}", tag)
    if re.match(r"^[ÎI]les-", name):
        return Town(f"aux {name}", f"des {name}", tag)
    return Town(f"à {name}", f"d’{name}" if _elides(name) else f"de {name}", tag)


def street_form(street: str) -> str:
    """Say where a door is: « au 12, rue Principale », « rue Principale »; empty when nothing is known."""
    street = _typeset(street)
    if not street:
        return ""
    if numbered := _AT_A_DOOR.match(street):
        return f"au {numbered[1]}, {_lower_way(numbered[2])}"
    return _lower_way(street)


def camel_case(words: str) -> str:
    """Join words into one mot-clic, accents kept: « Trois-Rivières » → « TroisRivières »."""
    kept = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", words))
    return "".join(word[:1].upper() + word[1:] for word in kept)


def sentence_start(text: str) -> str:
    """Put the capital a sentence begins with."""
    return text[:1].upper() + text[1:]


def without_double_stops(text: str, name: str) -> str:
    """Drop the full stop, or the stray space, that follows a name already ending with a sign."""
    if name and name[-1] in ".!?…":
        text = text.replace(f"{name}.", name)
    return text


def _elides(name: str) -> bool:
    first = unicodedata.normalize("NFD", name)[0].lower()
    if first == "h":
        return bool(_SILENT_H.match(name))
    return first in "aeiou"


def _lower_way(street: str) -> str:
    return _WAYS.sub(lambda way: way[1].lower(), street)


def _typeset(name: str) -> str:
    name = unicodedata.normalize("NFC", " ".join(name.split())).replace("'", "’")
    name = re.sub(r"\bSte[-. ](?=[A-ZÀ-Ü])", "Sainte-", name)
    return re.sub(r"\bSt[-. ](?=[A-ZÀ-Ü])", "Saint-", name)
