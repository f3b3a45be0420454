"""Names made comparable: the sign over the door, the legal name, and the keys under which two spellings are one."""

from __future__ import annotations

import re

from app.domains.leads import places
from app.domains.leads.folding import fold, words
from app.domains.leads.streets import street_key

__all__ = ["fold", "loose_key", "sign_name", "street_key", "words"]

_LONGEST = 500
# Forms of companies of Québec and Canada (Loi sur la publicité légale des entreprises); undotted only where no word.
_FORMS = (
    r"inc(?:orpor(?:ée|ee|ated))?\.?|lt[ée]e\.?|ltd\.?|limit[ée]e|limited|enr(?:egistr[ée]e?)?\.?|corp\.?|llc\.?|l\.l\.c\.|llp\.?"
    r"|s\.?\s?e\.?\s?n\.?\s?c\.?(?:\s?r\.?\s?l\.?)?|s\.\s?e\.\s?c\.?|s\.\s?a\.|s\.\s?p\.\s?r\.\s?l\.?"
    r"|o\.?b\.?n\.?l\.?"
)
# Where a run of signs begins, and no longer than one writes: else each sign of a long run would be looked from.
_LEGAL_END = re.compile(
    rf"(?:\s{{0,3}}\((?:19|20)\d\d\))?(?<![\s,/\-–])[\s,/\-–]{{1,20}}(?:\(?(?:{_FORMS})\)?)$", re.IGNORECASE
)
_NUMBERED = re.compile(r"\d{4}[\s\-–]?\d{4}\s+(?:qu[ée]bec|canada|ontario)\b\.?", re.IGNORECASE)
_TRADING = re.compile(
    r"(?<![\s,(\-–])[\s,(\-–]{1,20}(?:f\.?\s?a\.?\s?s\.?\s?r\.?\s?s\.?|f\.\s?a\.?\s?s\.?|(?:faisant|fait)\s+(?:aussi\s+)?affaires?\s+sous|"
    r"(?:aussi\s+)?connue?s?\s+sous|op[ée]rant\s+sous|(?:doing|carrying on)\s+business\s+as|"
    r"d/b/a|d\.b\.a\.?|(?-i:dba|DBA|aka|AKA)\b|o/a\b|"
    r"a\.k\.a\.|operating\s+as)(?:\s+(?:le\s+nom|la\s+raison\s+sociale|les\s+noms?)(?:\s+(?:de\b|d[’'])|\s*:)?)?[\s:«]{1,20}",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"^(?P<outer>[^()]+?)\s*\((?P<inner>[^()]+)\)\s*$")
_BESIDE = re.compile(r"\s+[/|–—-]\s+|\s*[|]\s*")

_SAME = {
    "resto": "restaurant", "rest": "restaurant", "restos": "restaurant", "restaurants": "restaurant", "coffee": "cafe",
    "and": "et", "n": "et", "st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "mt": "mont",
    "nd": "notredame",
    "docteur": "dr", "docteure": "dr", "dre": "dr", "drs": "dr", "dres": "dr", "doctor": "dr", "dental": "dentaire",
    "clinic": "clinique", "center": "centre", "bbq": "barbecue", "boul": "boulangerie", "patiss": "patisserie",
    "premier": "1", "premiere": "1", "deuxieme": "2", "second": "2", "seconde": "2", "troisieme": "3", "trois": "3",
    "deux": "2", "quatre": "4", "cinq": "5", "immobiliers": "immobilier",
    "immobiliere": "immobilier", "realty": "immobilier", "limitee": "ltee",
}  # fmt: skip
# What one writes before or after a business's own name, or not.
_VARYING = frozenset({
    "le", "la", "les", "l", "the", "un", "une", "de", "du", "des", "d", "of", "et", "a", "au", "aux",
    "restaurant", "cafe", "bar", "bistro", "bistrot", "brasserie", "clinique", "centre", "cabinet", "bureau",
    "dentaire", "dentaires", "dentiste", "dentistes", "dr", "inc", "ltee", "limitee", "ltd", "enr", "enrg", "senc",
    "sencrl", "srl", "cie", "co", "llc", "corp", "groupe", "courtier", "courtiers", "immobilier", "agence", "chez",
})  # fmt: skip
# Words that name nobody: with a town alone they are still the whole name.
_TRADE = frozenset({
    "pizzeria", "pizza", "boulangerie", "patisserie", "depanneur", "creperie", "pub", "grill", "sushi", "casse",
    "croute", "cantine", "traiteur", "marche", "epicerie", "boucherie", "microbrasserie", "taverne", "rotisserie",
    "salon", "hotel", "auberge", "boutique", "ville", "maison", "royal", "petit", "petite", "grand", "grande",
    "vieux", "vieille", "nouveau", "nouvelle", "port", "mont", "jardin", "jardins", "poutine",
})  # fmt: skip
_ORDINAL = re.compile(r"(\d+)(?:er|re|ere|e|eme|ieme|nd|rd|th)")
_MOST_TOWN_WORDS = 5


def sign_name(raw: str) -> tuple[str, str]:
    """Return the name over the door and the legal one: « 9123-4567 Québec inc. (Chez Ginette) » holds both.

    The legal name is empty where the text shows none; a number alone is its own sign.
    """
    text = " ".join(raw[:_LONGEST].split()).strip(" ,;")
    one, two = _pair(text)
    if two:
        first, second = _is_legal(one), _is_legal(two)
        # After « faisant affaire sous » stands the sign, whatever its own form.
        if second and not first:
            return _bare(one), two
        if first or _TRADING.search(text):
            return _bare(two), one
    return (_bare(text), text) if _is_legal(text) else (text, "")


def loose_key(name: str) -> str:
    """Return the key of a name without what its spellings vary by: trade words, articles, legal form, town.

    « Resto Chez Lise » and « Restaurant Chez-Lise inc. » share one; so do « Clinique dentaire Roy » and
    « Centre dentaire Roy ». A name made of such words alone keeps them.
    """
    sign = sign_name(name)[0]
    parts = _without_town(_spoken(words(sign.partition("(")[0] or sign)))
    told = [_singular(part) for part in parts if part not in _VARYING]
    return "".join(told)[:255] or fold(name)


def _pair(text: str) -> tuple[str, str]:
    """Cut a text in the two names it holds, or return it whole with nothing beside."""
    if found := _TRADING.search(text):
        return text[: found.start()].strip(" ,(-–"), text[found.end() :].strip(" )»,")
    found = _BRACKET.match(text)
    if found and (_is_legal(found["outer"]) or _is_legal(found["inner"])) and not found["inner"].strip().isdigit():
        return found["outer"].strip(" ,"), found["inner"].strip(" ,")
    cut = _BESIDE.split(text, maxsplit=1)
    if len(cut) == 2 and _is_legal(cut[0]) != _is_legal(cut[1]) and all(_LEGAL_END.sub("", f" {one}") for one in cut):
        return cut[0], cut[1]
    numbered = re.match(rf"({_NUMBERED.pattern}\s*(?:inc\.?|lt[ée]e\.?)?)[\s,]+(?=\w{{3}})(.+)$", text, re.IGNORECASE)
    return (numbered[1], numbered[2]) if numbered and fold(numbered[2]) not in {"inc", "ltee"} else (text, "")


def _is_legal(name: str) -> bool:
    return bool(_LEGAL_END.search(name) or _NUMBERED.match(name))


def _bare(name: str) -> str:
    """Take the legal forms off a name; a number stays whole, having no other name."""
    if _NUMBERED.match(name):
        return name
    bare = name
    while (shorter := _LEGAL_END.sub("", bare).rstrip(" ,")) not in (bare, ""):
        bare = shorter
    return bare


def _spoken(parts: list[str]) -> list[str]:
    """Write each word in its one form."""
    said: list[str] = []
    for part in parts:
        if part == "s" and said:
            # « Horton's » comes apart.
            said[-1] += "s"
            continue
        ordinal = _ORDINAL.fullmatch(part)
        said.append(ordinal[1] if ordinal else _SAME.get(part, part))
    return said


def _without_town(parts: list[str]) -> list[str]:
    """Drop the town at the end where what remains still names somebody."""
    for count in range(min(_MOST_TOWN_WORDS, len(parts) - 1), 0, -1):
        rest = parts[:-count]
        names = [part for part in rest if part not in _TRADE and part not in _VARYING]
        if names and places.municipality(" ".join(parts[-count:])):
            return rest
    return parts


def _singular(part: str) -> str:
    return part[:-1] if len(part) > 3 and part.endswith("s") else part
