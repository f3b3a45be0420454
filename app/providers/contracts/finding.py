"""Trouver: sources of prospects, places, and what a business says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class Place:
    """A municipality, or its boundary when OpenStreetMap knows one."""

    name: str
    province: str
    latitude: float
    longitude: float
    population: int | None = None
    osm_relation_id: int | None = None


@dataclass(frozen=True)
class LeadQuery:
    """What to look for, and where. `industry` is restaurant|dentist|real_estate|other."""

    industry: str
    place: Place
    words: str = ""
    limit: int = 500


@dataclass(frozen=True)
class FoundLead:
    """One business as one source describes it; absent facts are empty, never guessed.

    `phone` may hold several numbers, as the source wrote them. `opening_hours` is in OpenStreetMap's
    form (https://wiki.openstreetmap.org/wiki/Key:opening_hours). `socials` maps a network's name in
    lower case (facebook, instagram…) to the business's page there.
    """

    source: str
    source_id: str
    name: str
    licence: str
    source_url: str
    seen_on: date
    email: str = ""
    phone: str = ""
    website: str = ""
    address: str = ""
    city: str = ""
    postal_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    rating: float | None = None
    review_count: int | None = None
    brand: str = ""
    is_chain: bool = False
    category: str = ""
    legal_name: str = ""
    opening_hours: str = ""
    socials: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SearchAnswer:
    """All usable elements, how many were dropped, by reason (unnamed, closed…), and what was billed.

    `billed` counts the requests the source charges for, by its price line.
    """

    leads: Sequence[FoundLead]
    dropped: Mapping[str, int]
    billed: Mapping[str, int] = field(default_factory=dict)


class LeadSource(Protocol):
    """Find businesses. Raises ProviderError.

    `keeps_facts` is False where the source's terms let us keep its ids, and its facts for a day only.
    """

    name: str
    has_ratings: bool
    keeps_facts: bool

    def search(self, query: LeadQuery) -> SearchAnswer: ...


class LeadRefresher(Protocol):
    """Fetch again, to be shown, what may not be kept. None when the business is gone. Raises ProviderError."""

    def fetch(self, source_id: str) -> FoundLead | None: ...


@dataclass(frozen=True)
class SiteQuery:
    """A business whose own site, or domain, is looked at."""

    website: str
    business_name: str = ""
    city: str = ""


@dataclass(frozen=True)
class SiteFact:
    """Something a page says: as we read it, where, and the words around it (at most 200 characters).

    `how` tells the way it was written: mailto, tel, text, obfuscated, json_ld, link, notice, hunter.
    """

    value: str
    page_url: str
    snippet: str = ""
    how: str = "text"


@dataclass(frozen=True)
class SiteFindings:
    """What a business says of itself, best first; `refusals` are notices against solicitation."""

    emails: Sequence[SiteFact] = ()
    phones: Sequence[SiteFact] = ()
    names: Sequence[SiteFact] = ()
    socials: Mapping[str, SiteFact] = field(default_factory=dict)
    opening_hours: SiteFact | None = None
    refusals: Sequence[SiteFact] = ()


@dataclass(frozen=True)
class SiteVisit:
    """A visit as far as it has gone: `ended` is empty while addresses of pages are `waiting`.

    `ended` is one of read, robots, unreachable, forbidden (an address we may not reach), unusable.
    """

    waiting: Sequence[str] = ()
    read: Sequence[str] = ()
    findings: SiteFindings = field(default_factory=SiteFindings)
    ended: str = ""


class EmailFinder(Protocol):
    """Look for how to reach a business, in slices of at most `seconds`. Raises ProviderError (try later)."""

    name: str

    def find(self, query: SiteQuery, so_far: SiteVisit | None = None, *, seconds: float = 10.0) -> SiteVisit: ...


class PlaceFinder(Protocol):
    """Look one Québec municipality up by name; None when it does not exist. Raises ProviderError."""

    def find_place(self, name: str) -> Place | None: ...
