"""Choose a first sentence no other publication of the campaign begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from app.providers.contracts import Intention, WritingRequest
from app.providers.offline.grammar import sentence_start
from app.providers.offline.slots import Slots
from app.providers.offline.texts import common, intentions, openings_by_trade
from app.providers.offline.texts.openings import OPENINGS
from app.providers.offline.texts.reading import NBSP

_BY_TRADE = {
    "restaurant": openings_by_trade.RESTAURANT,
    "dentist": openings_by_trade.DENTIST,
    "real_estate": openings_by_trade.REAL_ESTATE,
}


def opening_templates(industry: str, intention: Intention = Intention.PRESENTATION) -> tuple[str, ...]:
    """List the first sentences of a trade, or of another intention whatever the trade."""
    if intention in intentions.OPENINGS:
        return intentions.OPENINGS[intention]
    return (*_BY_TRADE.get(industry, openings_by_trade.OTHER), *OPENINGS)


def choose_opening(request: WritingRequest, slots: Slots, intention: Intention, draw: Random) -> str:
    """Write a first sentence: the turn of phrase least seen in the campaign, and never the same words twice."""
    avoided = [_folded(sentence) for sentence in request.avoid_openings if sentence.strip()]
    templates = [each for each in opening_templates(request.lead.industry, intention) if slots.can_fill(each)]
    draw.shuffle(templates)
    everything = "\n".join(avoided)
    templates.sort(key=lambda template: everything.count(_fingerprint(template, slots)))
    lead_ins = list(common.LEAD_INS)
    draw.shuffle(lead_ins)
    for lead_in in ("", *lead_ins):
        for template in templates:
            sentence = _with_lead_in(lead_in, template, slots)
            if not _is_taken(_folded(sentence), avoided):
                return sentence
    return slots.fill(templates[0])


def _with_lead_in(lead_in: str, template: str, slots: Slots) -> str:
    sentence = sentence_start(slots.fill(template))
    return f"{lead_in} {sentence[:1].lower()}{sentence[1:]}" if lead_in else sentence


def _fingerprint(template: str, slots: Slots) -> str:
    # Same sentence, whatever the name: its longest stretch of fixed words.
    parts = slots.fill(template.replace("{nom}", "\x00")).split("\x00")
    return _folded(max(parts, key=len))


def _is_taken(sentence: str, avoided: Sequence[str]) -> bool:
    # Whoever cut the first sentence may have stopped early, at the point of « Dr. », or late.
    return any(sentence.startswith(other) or other.startswith(sentence) for other in avoided)


def _folded(sentence: str) -> str:
    return re.sub(r"\s+", " ", sentence.replace(NBSP, " ")).strip().lower().rstrip(".!?… ")
