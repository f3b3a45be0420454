"""Judge a publication before a person does: 0–100, in six parts that each say why."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domains.compliance.french import lint
from app.domains.contents import quality_wording as say

FOLD = 140  # LinkedIn hides what follows about this many characters behind « … plus » (phone, 2026).
SHORTEST, LONGEST = 150, 300
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
_COMMON_FRENCH = frozenset(
    [
        "le",
        "la",
        "les",
        "de",
        "des",
        "du",
        "un",
        "une",
        "et",
        "à",
        "en",
        "est",
        "on",
        "que",
        "qui",
        "dans",
        "pour",
        "avec",
        "sur",
        "au",
        "aux",
        "ce",
        "cette",
    ]
)


@dataclass(frozen=True)
class QualityInput:
    """What is judged. `known_words`: street, cuisine, kind… given for the prospect; `has_picture`: one is stored."""

    text: str
    hashtags: Sequence[str]
    alt_text: str
    has_picture: bool
    lead_name: str
    city: str
    business_name: str = ""
    known_words: Sequence[str] = ()


@dataclass(frozen=True)
class Part:
    """One side of the score, out of `max`, explained in one sentence."""

    name: str
    points: int
    max: int
    sentence: str


@dataclass(frozen=True)
class Quality:
    """The whole score, out of 100, and its parts."""

    total: int
    parts: Sequence[Part]


def assess(subject: QualityInput) -> Quality:
    """Score one publication; the parts add up to the total."""
    judges: tuple[Callable[[QualityInput], Part], ...] = (_length, _hashtags, _locality, _personal, _french, _picture)
    parts = tuple(judge(subject) for judge in judges)
    return Quality(sum(part.points for part in parts), parts)


def count_words(text: str) -> int:
    """Count the words of a text: what stands between spaces and holds a letter."""
    return sum(any(letter.isalpha() for letter in word) for word in text.split())


def _length(subject: QualityInput) -> Part:
    sentences = {_folded(sentence): sentence for sentence in _SENTENCE.findall(subject.text)}
    # A sentence said twice counts once, so padding earns nothing.
    words = count_words(" ".join(sentences.values()))
    if SHORTEST <= words <= LONGEST:
        return Part(say.LENGTH, 20, 20, say.length_right(words))
    if words < SHORTEST:
        return Part(say.LENGTH, max(0, round(20 * (words - 40) / (SHORTEST - 40))), 20, say.length_short(words))
    return Part(say.LENGTH, max(4, 20 - (words - LONGEST) // 8), 20, say.length_long(words))


def _hashtags(subject: QualityInput) -> Part:
    tags = [tag for tag in subject.hashtags if tag and tag.isalnum() and not tag.isdigit()]
    distinct = {_folded(tag) for tag in tags}
    spoiled = len(subject.hashtags) - len(distinct)
    points = {0: 0, 1: 4, 2: 8}.get(len(distinct), 12 if len(distinct) <= 5 else 7) - 2 * spoiled
    town = re.sub(r"[\W_]", "", _folded(subject.city))
    has_town = bool(town) and any(town in _folded(tag) for tag in distinct)
    points = max(0, points) + (3 if has_town else 0)
    return Part(say.HASHTAGS, points, 15, say.hashtags(len(distinct), spoiled=spoiled, has_town=has_town))


def _locality(subject: QualityInput) -> Part:
    if not subject.city.strip():
        return Part(say.LOCALITY, 7, 15, say.LOCALITY_UNKNOWN)
    town = _bare_town(subject.city)
    text = _folded(subject.text)
    mentions = len(re.findall(rf"(?<!\w){re.escape(town)}(?!\w)", text))
    in_fold = town in _folded(subject.text[: FOLD + len(subject.lead_name)])
    points = min(mentions, 2) * 5 + (5 if in_fold and mentions else 0)
    return Part(say.LOCALITY, points, 15, say.locality(mentions, in_fold=in_fold))


def _personal(subject: QualityInput) -> Part:
    is_named = bool(subject.lead_name.strip()) and subject.lead_name.strip() in subject.text
    is_early = is_named and subject.text.index(subject.lead_name.strip()) <= FOLD
    text = _folded(subject.text)
    known = [word for word in subject.known_words if word.strip()]
    used = sum(_folded(word) in text for word in known)
    share = used / len(known) if known else (1.0 if is_named else 0.0)
    is_signed = bool(subject.business_name.strip()) and _folded(subject.business_name) in text
    points = 8 * is_named + 4 * is_early + round(5 * min(1.0, share * 1.5)) * is_named + 3 * is_signed
    return Part(
        say.PERSONAL, points, 20, say.personal(is_named=is_named, is_early=is_early, known=len(known), used=used)
    )


def _french(subject: QualityInput) -> Part:
    words = re.findall(r"[^\W\d_]+", subject.text.lower())
    if not words or sum(word in _COMMON_FRENCH for word in words) < 0.15 * len(words):
        return Part(say.FRENCH, 0, 20, say.FRENCH_ABSENT)
    findings = lint(subject.text, _proper_nouns(subject))
    points = max(0, 20 - 4 * len(findings))
    return Part(say.FRENCH, points, 20, say.french(len(findings), findings[0].reason if findings else ""))


def _picture(subject: QualityInput) -> Part:
    described = count_words(subject.alt_text) >= 5
    points = (7 if subject.has_picture else 0) + (3 if described and subject.has_picture else 0)
    return Part(say.PICTURE, points, 10, say.picture(has_picture=subject.has_picture, described=described))


def _proper_nouns(subject: QualityInput) -> list[str]:
    return [name for name in (subject.lead_name.strip(), subject.business_name.strip()) if name]


def _bare_town(city: str) -> str:
    # « Les Îles » becomes « aux Îles » in a sentence: the article is not part of what is looked for.
    return re.sub(r"^(?:les?|la)\s+|^l['’]", "", _folded(city)).strip()


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
