"""The mots-clics that cannot be sent as they are; how many there should be is the score's to say."""

from __future__ import annotations

from collections.abc import Sequence

from app.domains.contents.gate import wording
from app.domains.contents.gate.flags import Flag
from app.domains.contents.hashtags import is_well_formed


def hashtag_flags(hashtags: Sequence[str]) -> list[Flag]:
    """Name the mots-clics that a network would cut short or refuse."""
    return [
        Flag("hashtag_malformed", wording.HASHTAG_MALFORMED, blocking=False, quote=tag)
        for tag in hashtags
        if not is_well_formed(tag)
    ]
