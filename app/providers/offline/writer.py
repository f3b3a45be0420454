"""The writer that needs no key: same request, same text; nothing but the given facts."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from app.providers.contracts import Draft, Wish, WritingRequest, allowed_intention
from app.providers.offline.composing import compose
from app.providers.offline.grammar import camel_case, town_forms
from app.providers.offline.rewording import reword
from app.providers.offline.slots import Slots, occasion_of, slots_of
from app.providers.offline.texts import kinds

MODEL = "offline-3"
_LONGEST_TAG = 40
_DRAWS = 3
_RUN = 5  # words in a row that make two texts alike


class OfflineWriter:
    """A TextWriter made of sentences of our own."""

    def write(self, request: WritingRequest) -> Draft:
        """Write one publication; never fails, never waits."""
        draw = Random(request.seed)
        slots = slots_of(request)
        return Draft(
            text=_text(request, slots, draw),
            hashtags=_hashtags(request, slots, draw),
            alt_text=_alt_text(request, slots),
            writer="offline",
            model=MODEL,
            prompt_version=MODEL,
        )


def _text(request: WritingRequest, slots: Slots, draw: Random) -> str:
    said_again = reword(request, slots, draw) if request.current_text.strip() else ""
    return said_again or _least_alike(_settled(request), slots, draw)


def _least_alike(request: WritingRequest, slots: Slots, draw: Random) -> str:
    """Write a few texts where the campaign holds some, and keep the one that resembles none of them most."""
    intention = allowed_intention(request)
    others = [_runs(each) for each in request.avoid_texts]
    texts = [compose(request, slots, intention, draw) for _ in range(_DRAWS if others else 1)]
    return min(texts, key=lambda text: max((_shared(_runs(text), other) for other in others), default=0.0))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.split()
    return frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))


def _shared(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _settled(request: WritingRequest) -> WritingRequest:
    """Turn a wish into a tone, and a text that is refused into one not to be written again."""
    tone = (
        {Wish.WARMER: "warm", Wish.SOBERER: "sober"}.get(request.wish, request.tone) if request.wish else request.tone
    )
    said = [each for each in (*request.avoid_texts, request.current_text) if each.strip()]
    return replace(request, tone=tone, avoid_texts=said)


def _hashtags(request: WritingRequest, slots: Slots, draw: Random) -> list[str]:
    lead = request.lead
    trade = list(kinds.TRADE_TAGS.get(lead.industry, kinds.TRADE_TAGS["other"]))
    draw.shuffle(trade)
    own = camel_case(lead.industry_words) if lead.industry == "other" else kinds.MAIN_TAGS.get(lead.industry, "")
    kind = camel_case(slots.words["un"].partition(" ")[2])
    dish = camel_case(slots.words["fiche"].partition(" de ")[2]) if " de cuisine " in slots.words["fiche"] else ""
    moment = kinds.MOMENT_TAGS.get(occasion_of(request), "") if draw.random() < 0.5 else ""
    wished = (town_forms(lead.city or request.business.city).tag, own or kind, dish, moment, *trade)
    kept = dict.fromkeys(tag for tag in wished if tag and len(tag) <= _LONGEST_TAG and not tag.isdigit())
    return list(kept)[: draw.choice((4, 5))]


def _alt_text(request: WritingRequest, slots: Slots) -> str:
    theme = kinds.THEMES.get(request.lead.industry, kinds.THEMES["other"])
    return slots.fill(f"Image dessinée portant le nom {{nom}} et la ville {{de}}, avec un motif qui évoque {theme}.")
