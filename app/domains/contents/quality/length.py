"""Length: 150 to 300 words, those said twice and the mots-clics pasted in the text not counted."""

from __future__ import annotations

from app.domains.contents.quality import wording as say
from app.domains.contents.quality.criteria import Criterion, between, part_of
from app.domains.contents.quality.model import LONGEST, SHORTEST, Verdict
from app.domains.contents.quality.reading import Reading

FEWEST = 60  # under this, there is nothing to judge
_TOLERATED = 0.05  # share of runs of words that come back in an honest text


def judge(reading: Reading) -> Verdict:
    """Judge how long the text is, padding aside."""
    count = reading.count
    repeated = round(count * max(0.0, reading.repeated_share - _TOLERATED))
    fresh = count - repeated
    if count > LONGEST:
        share = 1 - between(count, LONGEST - 20, LONGEST + 150)
    else:
        share = between(fresh, FEWEST - 20, SHORTEST)
    why = say.length_why(count, repeated)
    criteria = [Criterion(share, 10, why, say.length_advice(count, fresh))]
    is_empty = fresh < FEWEST
    part = part_of(say.LENGTH, criteria, say.length_right(count), ceiling=say.CEILING if is_empty else "")
    return Verdict(part, is_empty)
