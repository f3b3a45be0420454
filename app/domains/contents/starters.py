"""Texts to begin one's own publication from, by trade and season; what is in [brackets] is for the person to say."""

from __future__ import annotations

from dataclasses import dataclass

from app.domains.contents.starter_words import STARTERS

EVERYONE = ""


@dataclass(frozen=True)
class Starter:
    """A text to begin from. `season` is its French name; `hashtags` are written as in a form."""

    key: str
    industry: str
    season: str
    title: str
    text: str
    hashtags: str


_EMPTY = Starter("", EVERYONE, "", "", "", "")
_ALL = tuple(Starter(*row) for row in STARTERS)


def starters_for(industry: str) -> list[Starter]:
    """Return the texts that suit a trade, those for everyone after its own."""
    own = [each for each in _ALL if each.industry == industry]
    return own + [each for each in _ALL if each.industry == EVERYONE]


def starter(key: str) -> Starter:
    """Return one text, an empty one for a key nothing answers to."""
    return next((each for each in _ALL if each.key == key), _EMPTY)
