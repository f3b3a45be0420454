"""Numbers, dates and prices that a text claims, in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domains.compliance.french_rules import MONTHS
from app.domains.contents.gate.calendar_days import is_known_day
from app.domains.contents.gate.claims import Claim, Known

NUMBER, DATE, PRICE = "fact_number", "fact_date", "fact_price"
_B = r"[ \u00a0\u202f]"
_DATE = re.compile(rf"\b(\d{{1,2}})(?:er)?{_B}(?:et{_B}\d{{1,2}}{_B})?({MONTHS})\b(?:{_B}(\d{{4}}))?", re.IGNORECASE)
_HOUR = re.compile(rf"(?<![\w.,])\d{{1,2}}{_B}?h(?:{_B}?\d{{2}})?(?!\w)")
_OPENING = re.compile(
    r"\bouvr\w+|\bouvert\w*|\bferm\w+|\bhoraire|\bjusqu|\bde \d|\bdès \d|\bà partir de|\bheures d’", re.IGNORECASE
)
_FIGURES = re.compile(
    rf"(?<![\w.,/-])(?:1[ -])?\(?\d{{3}}\)?[ .-]\d{{3}}[ .-]\d{{4}}(?!\w)"
    rf"|(?<![\w.,/-])(?:\d{{1,3}}(?:{_B}\d{{3}}){{1,3}}(?!\d)|\d{{1,15}})(?:[.,]\d{{1,3}})?(?:{_B}?%|(?:er|re|es|e)(?!\w))?"
)
_IDIOMS = re.compile(
    rf"\b5{_B}?à{_B}?7\b|\b(?:7{_B}jours{_B}sur{_B}7|24{_B}?/{_B}?7|24{_B}heures|360{_B}?(?:degrés|°)|9-?1-?1|8-?1-?1)\b"
    rf"|(?m:^[ \t]{{0,8}}\d{{1,2}}[.)](?=\s))|\b(?:1re|1er|1res|2e|3e)\b(?!{_B}anniversaire)"
    rf"|\b(?:[2-9]|1\d|20|30){_B}(?:minutes?|secondes?|fois|étapes|questions|conseils|raisons|idées|choses|pas|lignes)\b"
)
_COUNT = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    r"|cinquante|soixante|quatre-vingts?|cent|cents|mille|(?:une |des )?(?:dizaine|douzaine|quinzaine|vingtaine"
    r"|trentaine|centaine|millier)s? d[e’])(?:[ -](?:et[ -])?(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze"
    r"|cents?|mille))?"
)
_YEARS = r"(?:ans|années|décennies|générations|siècles)"
_IN_WORDS = re.compile(
    rf"\b(?:depuis|il y a|voilà|durant|pendant|(?:plus|près) de|fête(?:nt)? (?:ses|leurs)|célèbre(?:nt)? (?:ses|leurs)"
    rf"|cumule(?:nt)?|compte(?:nt)?) (?:(?:plus|près) de |environ |déjà |bientôt )?{_COUNT}[ ’]?{_B}?{_YEARS}\b"
    rf"|\b{_COUNT}{_B}?{_YEARS} (?:d’(?:expérience|existence|histoire|activité)|de (?:métier|savoir-faire|service"
    rf"|passion|tradition|pratique))"
    rf"|\b{_COUNT}{_B}?(?:succursales|employés|employées|places assises|couverts|dentistes|hygiénistes|courtiers"
    rf"|courtières|transactions|propriétés vendues|maisons vendues|étoiles|médailles|médaillés|trophées|prix"
    rf"|patients|clients|abonnés|membres satisfaits)\b"
    rf"|\b(?!deux|trois){_COUNT}{_B}?(?:sortes|variétés|saveurs|choix) (?:de |d’)\w+\b"
    rf"|\b(?:une?|deux|trois|quatre|neuf) (?!fois)[^\W\d_]+ sur (?:deux|trois|quatre|cinq|dix|cent)\b",
    re.IGNORECASE,
)
_PRICE_IN_WORDS = re.compile(rf"\b(?:un|{_COUNT}){_B}?(?:dollars?|sous|piastres?)\b", re.IGNORECASE)
_CURRENT = 1  # a year is the calendar's own when it is this one, or its neighbour


def number_claims(text: str, known: Known) -> Iterator[Claim]:
    """List the numbers, dates and prices that no fact holds, in no order; some may overlap."""
    free = [match.span() for match in _IDIOMS.finditer(text)]
    for match in _DATE.finditer(text):
        day, sentence = f"{int(match[1])} {match[2].lower()}", _sentence_around(text, *match.span())
        if not is_known_day(day, sentence, known.year) and not _holds(known, match.group()):
            yield Claim(DATE, *match.span())
        free.append(match.span())
    for match in _HOUR.finditer(text):
        around = text[max(0, match.start() - 40) : match.start() + 1]
        if _OPENING.search(around.rpartition(". ")[2]) and not _holds(known, match.group()):
            yield Claim(DATE, *match.span())
        free.append(match.span())
    for match in _FIGURES.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in free):
            yield from _figure(match, known)
    for pattern, code in ((_IN_WORDS, NUMBER), (_PRICE_IN_WORDS, PRICE)):
        for match in pattern.finditer(text):
            if not any(match.group().lower() in fact.lower() for fact in known.facts):
                yield Claim(code, *match.span())


def figures(text: str) -> frozenset[str]:
    """Return the numbers of a text, digits only: « 3,50 » is 350."""
    return frozenset(_digits(match.group()) for match in _FIGURES.finditer(text))


def _figure(match: re.Match[str], known: Known) -> Iterator[Claim]:
    digits = _digits(match.group())
    if digits in known.numbers:
        return
    if len(digits) == 4 and digits.startswith(("15", "16", "17", "18", "19", "20")):
        if abs(int(digits) - known.year) > _CURRENT:
            yield Claim(DATE, *match.span())
        return
    yield Claim(NUMBER, *match.span())


def _holds(known: Known, passage: str) -> bool:
    return any(passage.lower() in fact.lower() for fact in known.facts)


def _sentence_around(text: str, start: int, end: int) -> str:
    before = re.split(r"[.!?…\n]", text[max(0, start - 200) : start])[-1]
    return before + text[start:end] + re.split(r"[.!?…\n]", text[end : end + 200])[0]


def _digits(passage: str) -> str:
    return "".join(re.findall(r"\d", passage))
