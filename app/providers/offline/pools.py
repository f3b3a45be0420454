"""Which sentences a text may draw from, role by role, around its angle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.providers.contracts import Intention, WritingRequest
from app.providers.offline.slots import Slots
from app.providers.offline.texts import common, intentions, ties, tones
from app.providers.offline.texts.reading import Angle

Pools = Mapping[str, Sequence[str]]

_NAME_SAID_TWICE_UP_TO = 60
SOBER = "sober"
_TWICE = ("scene", "then", "tip", "turn", "town")


def pools_of(request: WritingRequest, angle: Angle, slots: Slots, intention: Intention) -> Pools:
    """Return the pool of each role but the opening; a pool may be empty."""
    is_name_short = len(slots.words["nom"]) <= _NAME_SAID_TWICE_UP_TO
    found: dict[str, Sequence[str]] = {
        "scene": angle.scene,
        "then": angle.then,
        "tip": angle.tip,
        "ask": angle.ask,
        "turn": intentions.TURNS.get(intention, ()),
        "offer_following": intentions.TURNS["offer_following"],
        "reason": ties.REASONS if slots.words["nous"] else ties.REASONS_UNSIGNED,
        "bridge": ties.BRIDGES if is_name_short else (),
        "town": ties.TOWN,
        "site": ties.SITES,
        "warmth": tones.WARMTH,
        "close": common.CLOSES,
    }
    if request.tone == SOBER:
        found = {role: [each for each in pool if "!" not in each] for role, pool in found.items()}
        found |= {"warmth": (), "close": tones.SOBER_CLOSES, "town": (*ties.TOWN, *tones.SOBER_TIES)}
    return {**found, **{f"second_{role}": found[role] for role in _TWICE}}
