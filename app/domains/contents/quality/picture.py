"""Picture: is there one, and is it described?"""

from __future__ import annotations

from app.domains.contents.quality import wording as say
from app.domains.contents.quality.criteria import Criterion, part_of
from app.domains.contents.quality.model import Verdict
from app.domains.contents.quality.reading import Reading, words_of

_FEWEST_WORDS = 5


def judge(reading: Reading) -> Verdict:
    """Judge the picture by what is known of it."""
    has_picture = reading.subject.has_picture
    described = has_picture and len(set(words_of(reading.subject.alt_text))) >= _FEWEST_WORDS
    criteria = [
        Criterion(has_picture, 3, say.PICTURE_ABSENT, say.PICTURE_ADVICE),
        Criterion(described, 2, say.PICTURE_MUTE, say.PICTURE_MUTE_ADVICE),
    ]
    return Verdict(part_of(say.PICTURE, criteria, say.PICTURE_FULL))
