"""What a template left for the person to say, and nobody said."""

from __future__ import annotations

import re

from app.domains.contents.gate.flags import Flag
from app.domains.contents.gate.wording import BLANK_LEFT
from app.domains.contents.starter_words import STARTERS

_BLANK = re.compile(r"\[[^\[\]]{1,100}\]")
# A person's own brackets are hers; only those of a template are to be filled.
_TO_SAY = frozenset(blank for row in STARTERS for words in row for blank in _BLANK.findall(words))


def blank_flags(text: str) -> list[Flag]:
    """Name the blanks of a template a text still holds: nobody means to publish « [le nom] »."""
    left = (each for each in dict.fromkeys(_BLANK.findall(text)) if each in _TO_SAY)
    return [Flag("blank_left", BLANK_LEFT, blocking=True, excerpt=each, quote=each) for each in left]
