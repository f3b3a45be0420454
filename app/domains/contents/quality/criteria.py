"""A part is a handful of criteria; what costs the most is what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domains.contents.quality.model import Part
from app.domains.contents.quality.sentences import Sentence, as_sentence

_MOST_ADVICE = 2


@dataclass(frozen=True)
class Criterion:
    """One thing asked: what it earned, why not all, and how to earn the rest (an infinitive, without a full stop)."""

    share: float
    max: float
    why: str | Sentence = ""
    advice: str | Sentence = ""

    @property
    def lost(self) -> float:
        """Return the points not earned."""
        return self.max * (1 - min(1.0, max(0.0, self.share)))


def part_of(name: str, criteria: Sequence[Criterion], full: str | Sentence, *, ceiling: str = "") -> Part:
    """Add criteria up; `full` is said when nothing is lost, `ceiling` when the whole text is held down."""
    most = round(sum(each.max for each in criteria))
    losses = sorted((each for each in criteria if each.lost >= 0.5), key=lambda each: -each.lost)
    points = most - max(round(sum(each.lost for each in criteria)), bool(losses))
    if not losses:
        return Part(name, most, most, [as_sentence(full)])
    why = [as_sentence(each) for each in (losses[0].why, ceiling) if each]
    return Part(name, max(0, points), most, why, [as_sentence(each.advice) for each in losses[:_MOST_ADVICE]])


def between(value: float, nothing: float, everything: float) -> float:
    """Return how far a value is on its way from what earns nothing to what earns everything, from 0 to 1."""
    return min(1.0, max(0.0, (value - nothing) / (everything - nothing)))
