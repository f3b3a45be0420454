"""The seven parts, added up; a text with a disqualifying fault stays under half."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.core.i18n import FRENCH, speaking
from app.domains.contents.quality import conformity, language, length, picture, relevance, tags, variety
from app.domains.contents.quality.model import Part, Quality, QualityInput
from app.domains.contents.quality.reading import Reading
from app.domains.contents.quality.sentences import Sentence, restored

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
    """Return a score as a publication keeps it; see `kept_parts` for what its parts hold."""
    with speaking(FRENCH):
        return {"total": found.total, "parts": list(map(_kept, found.parts))}


def kept_parts(kept: Mapping[str, Any]) -> list[Part]:
    """Return the parts of a score as it was kept; those of before have their French sentences alone."""
    return [_restored(row) for row in kept.get("parts", ())]


def _kept(part: Part) -> dict[str, Any]:
    """Return {name, points, max}, sentence and raise in French for programs, why and advice for readers."""
    return {
        "name": str.__str__(part.name), "points": part.points, "max": part.max,
        "sentence": part.sentence, "raise": part.raise_by,
        "why": [each.kept() for each in part.why], "advice": [each.kept() for each in part.advice],
    }  # fmt: skip


def _restored(row: Mapping[str, Any]) -> Part:
    named = (row["name"], row["points"], row["max"])
    if "why" not in row:
        return Part(*named, [Sentence(row["sentence"])], raise_in_french=row.get("raise", ""))
    return Part(*named, list(map(restored, row["why"])), list(map(restored, row["advice"])))
