"""Conformity: what the trades, the law of advertising and good sense refuse in a publication."""

from __future__ import annotations

import re

from app.domains.compliance.trade_rules import TradeFinding, trade_findings
from app.domains.contents.hashtags import spread
from app.domains.contents.quality import wording as say
from app.domains.contents.quality.criteria import Criterion, part_of
from app.domains.contents.quality.model import Verdict
from app.domains.contents.quality.reading import Reading
from app.domains.contents.quality.sentences import Sentence

_LEFT_OPEN = re.compile(r"\[[^\]\n]{2,40}\]|\{+[^}\n]{1,40}\}+|\blorem ipsum\b|\bXXX+\b", re.IGNORECASE)
_MOST_CLAIMS = 2  # kinds of claims no known fact holds: beyond one, the text tells another business


def judge(reading: Reading) -> Verdict:
    """Judge what may not be published."""
    if not reading.words:
        return Verdict(part_of(say.CONFORMITY, [Criterion(0, 7, say.EMPTY, say.EMPTY_ADVICE)], ""))
    blank = _LEFT_OPEN.search(reading.subject.text.replace(reading.subject.lead_name or "\0", ""))
    if blank:
        return _refused(say.left_open(blank.group()), say.LEFT_OPEN_ADVICE)
    found = _findings(reading)
    blocking = next((each for each in found if each.blocking), None)
    if blocking:
        return _refused(say.refused(blocking.excerpt, blocking.message), say.REFUSED_ADVICE)
    kinds = {each.code for each in found}
    if len(kinds) >= _MOST_CLAIMS:
        return _refused(say.claims(len(found), found[0].excerpt), say.CLAIMS_ADVICE)
    why = say.claims(len(found), found[0].excerpt) if found else ""
    return Verdict(
        part_of(say.CONFORMITY, [Criterion(not found and 1.0, 7, why, say.CLAIMS_ADVICE)], say.CONFORMITY_FULL)
    )


def _refused(why: Sentence, advice: str) -> Verdict:
    return Verdict(part_of(say.CONFORMITY, [Criterion(0, 7, why, advice)], "", ceiling=say.CEILING), disqualifies=True)


def _findings(reading: Reading) -> list[TradeFinding]:
    subject = reading.subject
    names = (subject.lead_name, subject.business_name, subject.city, *subject.known_words, *subject.facts)
    facts = [name.strip() for name in names if name.strip()]
    return trade_findings(f"{subject.text}\n\n{spread(subject.hashtags)}", subject.industries, facts)
