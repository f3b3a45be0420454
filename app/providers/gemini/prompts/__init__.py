"""What the model is asked: our instruction on one side, facts on the other, and the version of our words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.providers.contracts import Intention, WritingRequest, allowed_intention, intentions_of, says_vous
from app.providers.gemini.prompts import base, dentist, other, real_estate, restaurant
from app.providers.gemini.prompts.base import SCHEMA
from app.providers.gemini.prompts.guides import Guide
from app.providers.occasions import occasion, occasions_on

__all__ = ["GUIDES", "SCHEMA", "Prompt", "compose", "intentions_of"]

GUIDES: Mapping[str, Guide] = {
    each.key: each for each in (restaurant.GUIDE, dentist.GUIDE, real_estate.GUIDE, other.GUIDE)
}
LONGEST_FACT, LONGEST_TEXT = 200, 4000
MOST_OPENINGS, MOST_FAULTS = 20, 12
_SEASONAL = (Intention.SEASON, Intention.EVENT)


@dataclass(frozen=True)
class Prompt:
    """One request: `instruction` holds our words alone, `facts` is a JSON object that holds everybody else's."""

    instruction: str
    facts: str
    version: str


def compose(request: WritingRequest) -> Prompt:
    """Return what to send for one text; the same request gives the same prompt."""
    guides = _guides(request)
    return Prompt(
        instruction="\n\n".join(_parts(request, guides)),
        facts=json.dumps(_facts(request), ensure_ascii=False),
        version="+".join([*(guide.stamp for guide in guides), f"base-{base.VERSION}"]),
    )


def _guides(request: WritingRequest) -> list[Guide]:
    # The prospect's trade leads; the author's own rules bind too.
    trades = (request.lead.industry, request.business.industry)
    keys = dict.fromkeys(each if each in GUIDES else other.GUIDE.key for each in trades)
    return [GUIDES[key] for key in keys]


def _parts(request: WritingRequest, guides: list[Guide]) -> list[str]:
    guidance = guides[0].intentions[allowed_intention(request)]
    asked = [
        base.INSTRUCTION,
        *(guide.rules for guide in guides),
        f"But de cette publication\n- {guidance.task}\n- Interdit : {guidance.forbidden}\n"
        f"- Faits qui peuvent la porter, s’ils sont donnés : {guidance.carried_by}.",
        f"Ton\n- {base.TONES.get(request.tone, base.TONES['warm'])}",
    ]
    if request.current_text.strip():
        asked += [f"Reprise\n- {each}" for each in (_wish(request), _rewrite(request)) if each]
    return [*asked, base.DATA_NOTICE]


def _wish(request: WritingRequest) -> str:
    return base.WISHES[request.wish] if request.wish else ""


def _rewrite(request: WritingRequest) -> str:
    return base.REWRITE if any(each.strip() for each in request.faults) else ""


def _facts(request: WritingRequest) -> Any:
    lead, business = request.lead, request.business
    found = {
        "date": request.today.isoformat(),
        "moment": _moment(request),
        "prospect": {
            "nom": lead.name,
            "metier": _trade(lead.industry, lead.industry_words),
            "ville": lead.city,
            "rue": lead.street,
            "genre": lead.category,
            "cuisine": lead.cuisine,
            "site": lead.website,
            "fait_partie_d_une_chaine": "oui" if lead.is_chain else "",
        },
        "auteur": {
            "nom": business.name,
            "metier": _trade(business.industry, business.industry_words),
            "ville": business.city,
            "forme_d_adresse": "vous" if says_vous(request) else "tu",
        },
        "debuts_deja_pris": list(request.avoid_openings)[-MOST_OPENINGS:],
    }
    return {**_known(found), **_written_by_others(request)}


def _moment(request: WritingRequest) -> str:
    chosen = occasion(request.occasion)
    if chosen is None and allowed_intention(request) in _SEASONAL:
        chosen = occasions_on(request.today)[0]
    return chosen.label if chosen else ""


def _written_by_others(request: WritingRequest) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if allowed_intention(request) is Intention.OFFER:
        found["offre"] = request.offer_words.strip()[:LONGEST_TEXT]
    if request.current_text.strip() and (_wish(request) or _rewrite(request)):
        found["texte_a_reprendre"] = request.current_text.strip()[:LONGEST_TEXT]
        # A reproach quotes the text it is about: it travels with the facts, not with our words.
        found["reproches"] = [_known(each) for each in list(request.faults)[:MOST_FAULTS] if each.strip()]
    return {key: value for key, value in found.items() if value}


def _trade(industry: str, free_words: str) -> str:
    return free_words or (GUIDES[industry].words if industry in GUIDES else "")


def _known(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: kept for key, each in value.items() if (kept := _known(each))}
    if isinstance(value, list):
        return [kept for each in value if (kept := _known(each))]
    return " ".join(str(value).split())[:LONGEST_FACT]
