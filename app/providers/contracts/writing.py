"""Publier: the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

# Where one says « vous » to one's readers, whatever the owner chose: the trades of a professional order or a permit.
FORMAL_TRADES = frozenset({"dentist", "real_estate"})


class Intention(StrEnum):
    """What a publication is for; every one of them presents the lead."""

    PRESENTATION = "presentation"
    SEASON = "season"
    ADVICE = "advice"
    BACKSTAGE = "backstage"
    EVENT = "event"
    THANKS = "thanks"
    OFFER = "offer"


class Wish(StrEnum):
    """What a person asks of a text already written."""

    SHORTER = "shorter"
    WARMER = "warmer"
    SOBERER = "soberer"


@dataclass(frozen=True)
class Intentions:
    """Which intentions a machine may choose by itself, and which a person may ask for."""

    by_machine: Sequence[Intention]
    by_person: Sequence[Intention]


def intentions_of(industry: str) -> Intentions:
    """Return what a trade may publish for; an offer is only ever a person's, and a dentist thanks nobody."""
    chosen = (Intention.PRESENTATION, Intention.SEASON, Intention.ADVICE, Intention.BACKSTAGE)
    asked = (*chosen, Intention.EVENT, Intention.OFFER)
    if industry == "dentist":
        return Intentions(chosen, asked)
    return Intentions(chosen, (*chosen, Intention.EVENT, Intention.THANKS, Intention.OFFER))


@dataclass(frozen=True)
class BusinessFacts:
    """The workspace's own profile, as given by its owner; the last three are a broker's, as on the permit."""

    name: str
    industry: str
    city: str
    form_of_address: str = "vous"
    industry_words: str = ""
    permit_name: str = ""
    permit_title: str = ""
    agency_name: str = ""


@dataclass(frozen=True)
class LeadFacts:
    """What is known for sure of the prospect the text presents; absent facts are empty."""

    name: str
    industry: str
    city: str
    street: str = ""
    category: str = ""
    cuisine: str = ""
    website: str = ""
    industry_words: str = ""
    is_chain: bool = False


@dataclass(frozen=True)
class WritingRequest:
    """One text to write, or to write again.

    `avoid_openings`: first sentences the campaign already holds; `avoid_texts`: its latest texts.
    `tone`: "warm" or "sober". `occasion`: a key of `app.providers.occasions`, empty for the day's own.
    `current_text`: the text `wish` is about, or the faulty one `faults` (French sentences) are about.
    `offer_words`: the only source of an offer, in a person's own words.
    """

    lead: LeadFacts
    business: BusinessFacts
    today: date
    seed: int
    avoid_openings: Sequence[str] = ()
    intention: Intention = Intention.PRESENTATION
    tone: str = "warm"
    occasion: str = ""
    wish: Wish | None = None
    current_text: str = ""
    faults: Sequence[str] = ()
    offer_words: str = ""
    avoid_texts: Sequence[str] = ()


def says_vous(request: WritingRequest) -> bool:
    """Tell whether readers are addressed as « vous »: the owner's choice, unless either trade leaves none."""
    trades = {request.lead.industry, request.business.industry}
    return request.business.form_of_address != "tu" or not FORMAL_TRADES.isdisjoint(trades)


def allowed_intention(request: WritingRequest) -> Intention:
    """Return the intention asked for where both trades allow it, a presentation otherwise."""
    asked = request.intention
    trades = (request.lead.industry, request.business.industry)
    if any(asked not in intentions_of(trade).by_person for trade in trades):
        return Intention.PRESENTATION
    if asked is Intention.OFFER and not request.offer_words.strip():
        return Intention.PRESENTATION
    return asked


@dataclass(frozen=True)
class Draft:
    """A text as a writer gives it: hashtags without the sign, in order."""

    text: str
    hashtags: Sequence[str]
    alt_text: str
    writer: str
    model: str = ""
    prompt_tokens: int = 0
    output_tokens: int = 0
    prompt_version: str = ""


class TextWriter(Protocol):
    """Write one publication. Raises ProviderError."""

    def write(self, request: WritingRequest) -> Draft: ...
