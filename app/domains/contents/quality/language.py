"""French: is it, and how much of it would a reader from here correct?"""

from __future__ import annotations

import re

from app.domains.compliance.french import Finding, lint
from app.domains.contents.quality import wording as say
from app.domains.contents.quality.criteria import Criterion, between, part_of
from app.domains.contents.quality.model import Verdict
from app.domains.contents.quality.reading import Reading
from app.domains.contents.quality.tables import ENGLISH_SIGNS, FRENCH_SIGNS

_FEWEST_SIGNS = 0.12  # share of the commonest French words below which a text is not French
_MOST_ENGLISH = 0.04
_MOST_FAULTS = 4.0  # a hundred words: beyond, the text is written again rather than mended
_FEWEST_ACCENTS = 0.012  # share of the letters; a French text has three or four in a hundred
_MOST_SHOUTED = 0.3


def judge(reading: Reading) -> Verdict:
    """Judge the language."""
    broken = _not_french(reading)
    if broken:
        return Verdict(part_of(say.FRENCH, [Criterion(0, 10, *broken)], "", ceiling=say.CEILING), disqualifies=True)
    found = _findings(reading)
    density = 100 * len(found) / max(100, len(reading.words))
    is_spoiled = density >= _MOST_FAULTS
    reason = found[0].reason if found else ""
    criteria = [
        Criterion(1 - density / _MOST_FAULTS, 7, say.faults(len(found), reason), say.faults_advice(len(found))),
        Criterion(_accented(reading), 3, say.ACCENTS_MISSING, say.ACCENTS_ADVICE),
    ]
    part = part_of(say.FRENCH, criteria, say.FRENCH_FULL, ceiling=say.CEILING if is_spoiled else "")
    return Verdict(part, is_spoiled)


def _not_french(reading: Reading) -> tuple[str, str] | None:
    words = reading.words
    if not words:
        return (say.EMPTY, say.EMPTY_ADVICE)
    if sum(word in ENGLISH_SIGNS for word in words) > _MOST_ENGLISH * len(words):
        return (say.ENGLISH, say.ENGLISH_ADVICE)
    if sum(word in FRENCH_SIGNS for word in words) < _FEWEST_SIGNS * len(words):
        return (say.FRENCH_ABSENT, say.FRENCH_ADVICE)
    letters = [sign for sign in reading.prose if sign.isalpha()]
    if sum(sign.isupper() for sign in letters) > _MOST_SHOUTED * len(letters):
        return (say.SHOUTED, say.SHOUTED_ADVICE)
    return None


def _findings(reading: Reading) -> list[Finding]:
    subject = reading.subject
    names = (subject.lead_name, subject.business_name, subject.city, *subject.known_words, *subject.facts)
    return lint(subject.text, [name.strip() for name in names if name.strip()])


def _accented(reading: Reading) -> float:
    letters = len(re.findall(r"[^\W\d_]", reading.prose))
    accents = len(re.findall(r"[à-öø-ÿœ]", reading.prose.lower()))
    return between(accents / letters, 0.0, _FEWEST_ACCENTS) if letters > 200 else 1.0
