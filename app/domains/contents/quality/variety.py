"""Variety: does the text repeat itself, keep one rhythm, or resemble the campaign's others?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import mean, pstdev

from app.domains.contents.likeness import likeness, shingles
from app.domains.contents.quality import wording as say
from app.domains.contents.quality.criteria import Criterion, between, part_of
from app.domains.contents.quality.model import Verdict
from app.domains.contents.quality.reading import Reading

_FEWEST_SENTENCES = 4
_MOST_REPEATED = 0.35  # share of runs of three words already read: beyond, the text is a copy of itself
_MOST_HAMMERED = 0.16  # share of the meaningful words that one word takes
_MOST_NAMED = 0.04  # mentions of the name or of the town, a word


def judge(reading: Reading) -> Verdict:
    """Judge how varied the text is."""
    if len(reading.sentences) < _FEWEST_SENTENCES:
        return Verdict(part_of(say.VARIETY, [Criterion(0, 10, say.VARIETY_SHORT, say.VARIETY_SHORT_ADVICE)], ""))
    hammered, name_rate = _hammered(reading), _named(reading)
    criteria = [
        Criterion(1 - between(reading.repeated_share, 0.03, 0.2), 3, say.REPEATED, say.REPEATED_ADVICE),
        Criterion(1 - max(between(hammered, 0.06, _MOST_HAMMERED), between(name_rate, 0.02, _MOST_NAMED)),
                  3, say.HAMMERED, say.HAMMERED_ADVICE),
        Criterion(_openings(reading), 2, say.OPENINGS, say.OPENINGS_ADVICE),
        Criterion(_rhythm(reading), 1, say.RHYTHM, say.RHYTHM_ADVICE),
        Criterion(_novelty(reading), 1, say.ALIKE, say.ALIKE_ADVICE),
    ]  # fmt: skip
    is_cheating = reading.repeated_share >= _MOST_REPEATED or hammered >= _MOST_HAMMERED or name_rate >= _MOST_NAMED
    part = part_of(say.VARIETY, criteria, say.VARIETY_FULL, ceiling=say.CEILING if is_cheating else "")
    return Verdict(part, is_cheating)


def _hammered(reading: Reading) -> float:
    content = reading.content_words
    return Counter(content).most_common(1)[0][1] / len(content) if len(content) >= 20 else 0.0


def _named(reading: Reading) -> float:
    subject = reading.subject
    return max(map(reading.mentions, (subject.lead_name, subject.city))) / max(120, len(reading.words))


def _openings(reading: Reading) -> float:
    openings = Counter(tuple(words[:2]) for words in reading.sentences)
    again = sum(count - 1 for count in openings.values())
    return 1 - between(again / len(reading.sentences), 0.1, 0.4)


def _rhythm(reading: Reading) -> float:
    lengths = [len(words) for words in reading.sentences]
    return between(pstdev(lengths) / mean(lengths), 0.15, 0.4)


def _novelty(reading: Reading) -> float:
    others: Sequence[str] = reading.subject.others
    if not others:
        return 1.0
    ours = shingles(reading.subject.text)
    return 1 - between(max(likeness(ours, shingles(other)) for other in others), 0.2, 0.6)
