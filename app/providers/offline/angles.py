"""Choose the idea a text is built around: the one its campaign has used least."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from app.providers.contracts import Intention, LeadFacts, WritingRequest
from app.providers.occasions import Occasion, occasion, occasions_on, season_of
from app.providers.offline.slots import Slots, map_key, with_subject
from app.providers.offline.texts import (
    backstage,
    crafts,
    cuisines,
    dentist,
    intentions,
    kinds,
    moments,
    other,
    real_estate,
    restaurant,
)
from app.providers.offline.texts.angles.cafes import BARS, CAFES, SWEETS
from app.providers.offline.texts.angles.dentist import VISITS
from app.providers.offline.texts.angles.dishes import DISH
from app.providers.offline.texts.angles.kinds import KINDS
from app.providers.offline.texts.angles.other import SHOPS
from app.providers.offline.texts.angles.real_estate import HOMES
from app.providers.offline.texts.angles.restaurant import TABLES
from app.providers.offline.texts.reading import Angle

_TRADES = {"restaurant": restaurant, "dentist": dentist, "real_estate": real_estate}
_BY_TRADE = {"restaurant": TABLES, "dentist": VISITS, "real_estate": HOMES}
_PLACES: dict[str, tuple[Angle, ...]] = {
    **dict.fromkeys(("cafe", "coffee", "coffee_shop", "tea", "bubble_tea"), CAFES),
    **dict.fromkeys(("bar", "pub", "biergarten", "nightclub"), BARS),
    **dict.fromkeys(("ice_cream", "frozen_yogurt", "bakery", "pastry", "dessert", "cake", "donut"), SWEETS),
}
_NAMED_PLACES = ((re.compile(r"\b(?:caf[eé]s?|br[uû]lerie)\b"), CAFES), (re.compile(r"\b(?:bar|pub|taverne)\b"), BARS))
_SLOT = re.compile(r"\{\w+\}")
# What is said of this very kind of place is worth more than what is said of any.
_OWN, _ANY = 1, 2


def angles_of(lead: LeadFacts) -> list[tuple[int, Angle]]:
    """List the angles that fit a business, each with what using it once costs: its own kind's come back sooner."""
    if lead.industry == "restaurant":
        return [*((_OWN, each) for each in _dishes(lead)), *((_ANY, each) for each in _tables(lead))]
    if lead.industry == "other":
        own = KINDS.get(craft_key(lead))
        said = crafts.CRAFTS.get(craft_key(lead), ())
        told = [(_OWN, replace(own, scene=said, then=said))] if own and said else []
        return [*told, *((_ANY, each) for each in SHOPS)]
    return [(_ANY, each) for each in _BY_TRADE.get(lead.industry, SHOPS)]


def choose(request: WritingRequest, slots: Slots, intention: Intention, draw: Random) -> tuple[Angle, Slots]:
    """Choose an angle, and give the slots its subject."""
    if intention in (Intention.PRESENTATION, Intention.ADVICE):
        angle = _least_used(angles_of(request.lead), request.avoid_openings, slots, draw)
    else:
        angle = _of_intention(request, intention)
    return angle, with_subject(slots, angle.subject)


def fingerprint(template: str, slots: Slots) -> str:
    """Return the longest stretch of fixed words of a template, which tells it whatever the names."""
    return max(_SLOT.split(slots.addressed(template)), key=len).strip(" ,.;:?\u00a0").lower()


def craft_key(lead: LeadFacts) -> str:
    """Return the kind of business a record or a name tells; empty when neither does."""
    kind = map_key(lead.category)
    if kind in KINDS:
        return kind
    return next((key for word, key in kinds.CRAFTS_IN_NAMES.items() if word in map_key(lead.name)), "")


def _least_used(listed: Sequence[tuple[int, Angle]], openings: Sequence[str], slots: Slots, draw: Random) -> Angle:
    said = "\n".join(openings).lower()
    turns = list(listed)
    draw.shuffle(turns)
    uses = [cost * sum(said.count(fingerprint(hook, slots)) for hook in angle.hook) for cost, angle in turns]
    return turns[min(range(len(turns)), key=lambda at: (uses[at], turns[at][0]))][1]


def _tables(lead: LeadFacts) -> Sequence[Angle]:
    kinds_told = [map_key(lead.category), *(map_key(word) for word in re.split(r"[;,]", lead.cuisine))]
    if found := next((_PLACES[each] for each in kinds_told if each in _PLACES), None):
        return found
    if kinds_told[0] in ("", "restaurant"):
        return next((found for pattern, found in _NAMED_PLACES if pattern.search(lead.name.lower())), TABLES)
    return TABLES


def _dishes(lead: LeadFacts) -> list[Angle]:
    for word in re.split(r"[;,]", lead.cuisine):
        said = cuisines.CUISINES.get(map_key(word), ())
        dish = _as_subject(kinds.CUISINES.get(map_key(word), ""))
        if said and dish:
            return [replace(DISH, subject=dish, scene=said, then=(*said, *DISH.then))]
    return []


def _as_subject(served: str) -> str:
    """Turn « où l’on sert de la pizza » or « de cuisine italienne » into what is spoken of."""
    if served.startswith("de cuisine "):
        return f"la {served.removeprefix('de ')}"
    dish = served.partition(" sert ")[2]
    for partitive, article in (("de la ", "la "), ("de l’", "l’"), ("des ", "les "), ("du ", "le ")):
        if dish.startswith(partitive):
            return article + dish.removeprefix(partitive)
    return dish


def _of_intention(request: WritingRequest, intention: Intention) -> Angle:
    trade = _TRADES.get(request.lead.industry, other)
    behind = backstage.BACKSTAGE.get(request.lead.industry, backstage.BACKSTAGE["other"])
    parts = {
        "hook": intentions.HOOKS[intention],
        "name": intentions.NAMES[intention],
        "ask": intentions.ASKS[intention],
        "tip": trade.TIPS,
    }
    if intention in (Intention.SEASON, Intention.EVENT):
        told = occasion(request.occasion) or occasions_on(request.today)[0]
        season = trade.SEASONS[_season(told, request)]
        return Angle(moments.WORDS[told.key][0], scene=moments.MOMENTS[told.key], then=season, **parts)
    subject = intentions.SUBJECTS.get(
        intention, intentions.TRADE_SUBJECTS.get(request.lead.industry, intentions.TRADE_SUBJECTS["other"])
    )
    return Angle(subject, scene=behind, then=behind, **parts)


def _season(told: Occasion, request: WritingRequest) -> str:
    first, last = told.window(request.today.year)
    return season_of(first + (last - first) / 2)
