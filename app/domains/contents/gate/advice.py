"""What would make a person's text better received: its length and its mots-clics. Advice, never a flag."""

from __future__ import annotations

from collections.abc import Sequence

from app.domains.contents.gate import wording
from app.domains.contents.gate.flags import Flag
from app.domains.contents.hashtags import FEWEST, MOST, is_well_formed
from app.domains.contents.quality import LONGEST, SHORTEST, count_words


def advice(text: str, hashtags: Sequence[str]) -> list[str]:
    """List in French what could be better; a person's text is free, so nothing of it forbids anything."""
    count = count_words(text)
    said = []
    if not SHORTEST <= count <= LONGEST:
        said.append(wording.length_advice(count, SHORTEST, LONGEST))
    if not FEWEST <= len(hashtags) <= MOST:
        said.append(wording.hashtag_advice(len(hashtags), FEWEST, MOST))
    return said


def hashtag_flags(hashtags: Sequence[str]) -> list[Flag]:
    """Name the mots-clics that a network would cut short or refuse."""
    return [
        Flag("hashtag_malformed", wording.quoted(tag, wording.HASHTAG_MALFORMED), blocking=False)
        for tag in hashtags
        if not is_well_formed(tag)
    ]
