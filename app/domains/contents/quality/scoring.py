"""The seven parts, added up; a text with a disqualifying fault stays under half."""

from __future__ import annotations

from typing import Any

from app.domains.contents.quality import conformity, language, length, picture, relevance, tags, variety
from app.domains.contents.quality.model import Quality, QualityInput
from app.domains.contents.quality.reading import Reading

CEILING = 45  # a text that is not French, of somebody else, refused by its trade… is never half good
_STEP = 10  # each fault more


def assess(subject: QualityInput) -> Quality:
    """Score one publication, out of 100."""
    reading = Reading(subject)
    judges = (relevance, language, tags, picture, length, variety, conformity)
    verdicts = [judge.judge(reading) for judge in judges]
    total = sum(verdict.part.points for verdict in verdicts)
    faults = sum(verdict.disqualifies for verdict in verdicts)
    if faults:
        total = min(total, max(0, CEILING - _STEP * (faults - 1)))
    return Quality(total, tuple(verdict.part for verdict in verdicts))


def as_columns(found: Quality) -> dict[str, Any]:
    """Return a score as a publication keeps it: {"total", "parts": [{name, points, max, sentence, raise}]}."""
    parts = [
        {"name": part.name, "points": part.points, "max": part.max, "sentence": part.sentence, "raise": part.raise_by}
        for part in found.parts
    ]
    return {"total": found.total, "parts": parts}
