"""Mots-clics: three to five, well formed, the town among them, and about what the text says."""

from __future__ import annotations

from app.domains.contents.hashtags import FEWEST, MOST
from app.domains.contents.quality import wording as say
from app.domains.contents.quality.criteria import Criterion, part_of
from app.domains.contents.quality.model import Verdict
from app.domains.contents.quality.reading import Reading, folded, stem
from app.domains.contents.quality.tables import WEAK_TAGS

_FEWEST_TELLING = 2


def judge(reading: Reading) -> Verdict:
    """Judge the mots-clics."""
    given = reading.subject.hashtags
    tags = {folded(tag) for tag in given if tag.isalnum() and not tag.isdigit()}
    town = "".join(sign for sign in folded(reading.subject.city) if sign.isalnum())
    has_town = not town or any(town in tag for tag in tags)
    telling = sum(_is_telling(tag, town, reading) for tag in tags)
    spoiled = len(given) - len(tags)
    pasted = reading.subject.text.count("#")
    criteria = [
        Criterion(_number(len(tags)), 4, say.tags_number(len(tags)), say.tags_number_advice(len(tags))),
        Criterion(has_town and bool(tags), 2, say.TAGS_TOWN, say.TAGS_TOWN_ADVICE),
        Criterion(telling / _FEWEST_TELLING, 2, say.TAGS_WEAK, say.TAGS_WEAK_ADVICE),
    ]
    if spoiled or pasted > MOST:
        criteria[0] = Criterion(0, 4, *((say.TAGS_SPOILED, say.TAGS_SPOILED_ADVICE) if spoiled else say.TAGS_PASTED))
    return Verdict(part_of(say.HASHTAGS, criteria, say.tags_right(len(tags))))


def _number(count: int) -> float:
    if count < FEWEST:
        return count / (FEWEST + 1)
    return 1.0 if count <= MOST else max(0.0, 0.75 - (count - MOST) / MOST)


def _is_telling(tag: str, town: str, reading: Reading) -> bool:
    """Tell whether a mot-clic names something the text speaks of, the town aside."""
    if tag in WEAK_TAGS or tag == town:
        return False
    return any(len(word) > 3 and stem(word) in tag for word in reading.content_words)
