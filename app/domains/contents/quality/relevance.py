"""Relevance: does the text speak of this prospect, in this town, or of anybody?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domains.contents.preview import FOLD_SIGNS
from app.domains.contents.quality import wording as say
from app.domains.contents.quality.criteria import Criterion, between, part_of
from app.domains.contents.quality.model import Verdict
from app.domains.contents.quality.reading import Reading, folded, stem, words_of
from app.domains.contents.quality.tables import CLICHES, FRENCH_SIGNS, FUNCTION_WORDS, VAGUE

# Out of the labelled texts kept for calibration: where good ones end, and where those of anybody begin.
_VAGUE_MOST, _VAGUE_LEAST = 0.34, 0.16
_CLICHES_MOST = 3.0  # a hundred words
_PRECISE_LEAST, _PRECISE_MOST = 15, 62
_ENDING_SIGNS = 220
_FEWEST_ASKED = 4  # words of a question that asks something
_QUESTION = re.compile(r"[^.!?…\n]+\?")
_WAYS = {"rue", "avenue", "boulevard", "chemin", "route", "place", "rang", "cote", "nord", "sud", "est", "ouest"}
_INVITATION = re.compile(
    r"\b(?:ecrivez|racontez|dites|donnez|partagez|passez|venez|apportez|glissez|appelez|nommez|votez|repondez"
    r"|ecris|raconte|dis|partage|viens|on vous attend|au plaisir|en commentaire)\b"
)


def judge(reading: Reading) -> Verdict:
    """Judge what makes the text this prospect's."""
    subject = reading.subject
    is_named = not subject.lead_name.strip() or subject.lead_name.strip() in subject.text
    criteria = [
        Criterion(is_named, 7, say.NAME_ABSENT, say.NAME_ADVICE),
        Criterion(_is_early(reading), 3, say.NAME_LATE, say.NAME_LATE_ADVICE),
        Criterion(_town(reading), 4, say.TOWN_ABSENT, say.TOWN_ADVICE),
        Criterion(_known(reading), 5, say.FACTS_FEW, say.FACTS_ADVICE),
        Criterion(_concreteness(reading), 25, say.VAGUE, say.VAGUE_ADVICE),
        Criterion(_is_signed(reading), 2, say.UNSIGNED, say.UNSIGNED_ADVICE),
        Criterion(_ending(reading), 4, say.END_FLAT, say.END_ADVICE),
    ]
    if not is_named:
        criteria[0] = Criterion(0, 14, say.NAME_ABSENT, say.NAME_ADVICE)
        del criteria[1:3]
    return Verdict(
        part_of(say.RELEVANCE, criteria, say.RELEVANCE_FULL, ceiling="" if is_named else say.CEILING), not is_named
    )


def _is_early(reading: Reading) -> float:
    name = reading.subject.lead_name.strip()
    at = reading.subject.text.find(name)
    # What follows the fold is read by those who have already decided to go on.
    return 1 - between(at, FOLD_SIGNS, 3 * FOLD_SIGNS) if at >= 0 else 0.0


def _town(reading: Reading) -> float:
    return 1.0 if not reading.subject.city.strip() or reading.mentions(reading.subject.city) else 0.0


def _known(reading: Reading) -> float:
    asked = [marks for marks in map(_marks, reading.subject.known_words) if marks]
    if not asked:
        return 1.0
    said = {stem(word) for word in reading.words}
    used = sum(any(mark in said for mark in marks) for marks in asked)
    # Two facts told well are as many as a reader keeps.
    return used / min(2, len(asked))


def _marks(fact: str) -> Sequence[str]:
    words = (word for word in words_of(fact) if len(word) > 2 and word not in FUNCTION_WORDS | _WAYS)
    return [stem(word) for word in words]


def _concreteness(reading: Reading) -> float:
    content = reading.content_words
    if not content:
        return 0.0
    # Words without the tools that hold them together are a list, or another language.
    told = between(sum(word in FRENCH_SIGNS for word in reading.words) / len(reading.words), 0.06, 0.16)
    stems = [stem(word) for word in content]
    vague = sum(each in VAGUE for each in stems) / len(stems)
    cliches = 100 * len(CLICHES.findall(reading.plain)) / max(60, len(reading.words))
    precise = len(set(stems) - VAGUE)
    own_words = 1 - between(vague, _VAGUE_LEAST, _VAGUE_MOST)
    plain_spoken = 1 - between(cliches, 0, _CLICHES_MOST)
    detailed = between(precise, _PRECISE_LEAST, _PRECISE_MOST)
    enough = between(precise, 5, _PRECISE_LEAST)
    return told * enough * (0.5 * own_words + 0.2 * plain_spoken + 0.3 * detailed)


def _is_signed(reading: Reading) -> float:
    name = reading.subject.business_name
    return 1.0 if not name.strip() or folded(name) in reading.plain or reading.mentions(name) else 0.0


def _ending(reading: Reading) -> float:
    ending = reading.prose.rstrip()[-_ENDING_SIGNS:]
    if any(len(words_of(question)) >= _FEWEST_ASKED for question in _QUESTION.findall(ending)):
        return 1.0
    return 0.7 if _INVITATION.search(folded(ending)) else 0.0
