"""What is judged, and what is answered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.domains.contents.quality.sentences import Sentence
from app.domains.contents.quality.wording import raise_by

SHORTEST, LONGEST = 150, 300


@dataclass(frozen=True)
class QualityInput:
    """What is judged.

    `known_words`: street, cuisine, kind… given for the prospect, one fact each. `industries`: the trades whose rules
    apply. `facts`: other strings known to be true (a site, an offer in its owner's words). `others`: the texts the
    campaign already holds. `has_picture`: one is stored.
    """

    text: str
    hashtags: Sequence[str]
    alt_text: str
    has_picture: bool
    lead_name: str
    city: str
    business_name: str = ""
    known_words: Sequence[str] = ()
    industries: Collection[str] = ()
    facts: Collection[str] = ()
    others: Sequence[str] = ()


@dataclass(frozen=True)
class Part:
    """One side of the score, out of `max`: why, and what would raise it (nothing when it is full)."""

    name: str
    points: int
    max: int
    why: Sequence[Sentence]
    advice: Sequence[Sentence] = ()
    # What a score of before has instead of its advice.
    raise_in_french: str = ""

    @property
    def sentence(self) -> str:
        """Say why, in the language spoken."""
        return " ".join(map(str, self.why))

    @property
    def raise_by(self) -> str:
        """Say what would raise it, in the language spoken; empty when it is full."""
        return raise_by(self.advice) if self.advice else self.raise_in_french


@dataclass(frozen=True)
class Verdict:
    """A part, and whether what it found disqualifies the whole text."""

    part: Part
    disqualifies: bool = False


@dataclass(frozen=True)
class Quality:
    """The whole score, out of 100, and its parts; their sum, or less when one of them disqualifies the text."""

    total: int
    parts: Sequence[Part]


def count_words(text: str) -> int:
    """Count the words of a text: what stands between spaces and holds a letter."""
    return sum(any(letter.isalpha() for letter in word) for word in text.split())
