"""Which sentences a request may draw from, role by role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from app.providers.contracts import Intention, LeadFacts, WritingRequest
from app.providers.occasions import occasion, occasions_on, season_of
from app.providers.offline.slots import Slots, map_key
from app.providers.offline.texts import (
    backstage,
    common,
    crafts,
    cuisines,
    dentist,
    intentions,
    kinds,
    moments,
    other,
    real_estate,
    restaurant,
    tones,
)

Pools = Mapping[str, Sequence[str]]

_TRADES = {"restaurant": restaurant, "dentist": dentist, "real_estate": real_estate}
_NAME_SAID_TWICE_UP_TO = 60
SOBER = "sober"


def pools_of(request: WritingRequest, slots: Slots, intention: Intention) -> Pools:
    """Return the pool of each role but the opening; a pool may be empty."""
    trade = _TRADES.get(request.lead.industry, other)
    behind = backstage.BACKSTAGE.get(request.lead.industry, backstage.BACKSTAGE["other"])
    found = {
        **_common(slots),
        **_of_the_season(request, trade.SEASONS),
        "turn": intentions.TURNS.get(intention, ()),
        "offer_following": intentions.TURNS["offer_following"],
        "thought": trade.THOUGHTS,
        "craft": crafts_of(request.lead) or (*trade.THOUGHTS, *behind),
        "backstage": behind,
        "following": trade.FOLLOWINGS,
        "tip": trade.TIPS,
        "ask": trade.QUESTIONS,
    }
    if request.tone == SOBER:
        found = _sober(found)
    return {**found, **{f"second_{role}": found[role] for role in _TWICE}}


_TWICE = ("turn", "thought", "craft", "backstage", "tip", "moment")


def crafts_of(lead: LeadFacts) -> Sequence[str]:
    """Return what can be said of a business's cuisine or kind in general; empty when neither is known."""
    if lead.industry not in ("restaurant", "other"):
        return ()
    table = cuisines.CUISINES if lead.industry == "restaurant" else crafts.CRAFTS
    served = [map_key(word) for word in lead.cuisine.replace(",", ";").split(";")]
    kind = map_key(lead.category)
    # « Pizza Roni » and « Garage Simard » say it themselves.
    named = [key for word, key in kinds.CRAFTS_IN_NAMES.items() if word in map_key(lead.name)]
    known = next((table[key] for key in (*served, *named) if key in table), ())
    # Its kind completes its cuisine: one or the other alone would come back too often.
    return tuple(dict.fromkeys((*known, *table.get(kind, ()))))


def _common(slots: Slots) -> dict[str, Sequence[str]]:
    is_name_short = len(slots.words["nom"]) <= _NAME_SAID_TWICE_UP_TO
    return {
        "reason": common.REASONS if slots.words["nous"] else common.REASONS_UNSIGNED,
        "fact": _presentations(slots),
        "recall": common.RECALLS if is_name_short else (),
        "site": common.SITES,
        "town": common.TOWN,
        "ties": common.TOWN_FOLLOWING,
        "warmth": tones.WARMTH,
        "close": common.CLOSES,
    }


def _of_the_season(request: WritingRequest, by_season: Pools) -> dict[str, Sequence[str]]:
    chosen = occasion(request.occasion)
    if chosen:
        first, last = chosen.window(request.today.year)
        season = season_of(first + timedelta(days=(last - first).days // 2))
        return {"moment": moments.MOMENTS[chosen.key], "season": by_season[season]}
    season = season_of(request.today)
    said = [line for each in occasions_on(request.today) for line in moments.MOMENTS[each.key]]
    return {"moment": (*said, *moments.SEASONS[season]), "season": by_season[season]}


def _sober(found: dict[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    plain = {role: [each for each in pool if "!" not in each] for role, pool in found.items()}
    return {**plain, "warmth": (), "close": tones.SOBER_CLOSES, "ties": tones.SOBER_TIES}


def _presentations(slots: Slots) -> Sequence[str]:
    if not slots.words["rue"]:
        return common.PRESENTATIONS
    return common.PRESENTATIONS_WITH_STREET if slots.words["fiche"] else common.STREETS
