"""Capabilities the product asks of the outside world, and what crosses that border.

One Protocol per capability, frozen dataclasses in and out: raw JSON never leaves a
provider's folder. A provider that cannot do a thing simply has no such class.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

# --- Trouver ---------------------------------------------------------------------


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
    """One business as one source describes it; absent facts are empty, never guessed."""

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
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SearchAnswer:
    """All usable elements, and how many were dropped, by reason (unnamed, closed…)."""

    leads: Sequence[FoundLead]
    dropped: Mapping[str, int]


class LeadSource(Protocol):
    """Find businesses. Raises ProviderError."""

    has_ratings: bool

    def search(self, query: LeadQuery) -> SearchAnswer: ...


class PlaceFinder(Protocol):
    """Look one Québec municipality up by name; None when it does not exist. Raises ProviderError."""

    def find_place(self, name: str) -> Place | None: ...


# --- Publier: writing ------------------------------------------------------------


@dataclass(frozen=True)
class BusinessFacts:
    """The workspace's own profile, as given by its owner."""

    name: str
    industry: str
    city: str
    form_of_address: str = "vous"
    industry_words: str = ""


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
    """One text to write. `avoid_openings`: first sentences the campaign already holds."""

    lead: LeadFacts
    business: BusinessFacts
    today: date
    seed: int
    avoid_openings: Sequence[str] = ()


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


class TextWriter(Protocol):
    """Write one publication. Raises ProviderError."""

    def write(self, request: WritingRequest) -> Draft: ...


# --- Publier: pictures -----------------------------------------------------------


@dataclass(frozen=True)
class PictureRequest:
    """What the picture shows. Colours are #rrggbb and may contrast badly: the maker corrects them."""

    name: str
    city: str
    industry: str
    primary_colour: str
    accent_colour: str
    seed: int
    width: int = 1200
    height: int = 627


@dataclass(frozen=True)
class Picture:
    """An encoded picture, its size in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int
    alt_text: str


class ImageMaker(Protocol):
    """Make one picture. Raises ProviderError."""

    def make(self, request: PictureRequest) -> Picture: ...


# --- Publier: sending ------------------------------------------------------------


@dataclass(frozen=True)
class Grant:
    """What OAuth gave: tokens in clear, for sealing at once; moments in UTC."""

    access_token: str
    expires_at: datetime
    scopes: Sequence[str]
    refresh_token: str = ""
    refresh_expires_at: datetime | None = None


@dataclass(frozen=True)
class Account:
    """The account a grant speaks for. `urn` is what publications are signed with."""

    urn: str
    name: str
    email: str = ""
    picture_url: str = ""


@dataclass(frozen=True)
class OutgoingPost:
    """What leaves: `text` is plain, the publisher escapes it; `media_urn` comes from upload."""

    author_urn: str
    text: str
    hashtags: Sequence[str] = ()
    media_urn: str = ""
    alt_text: str = ""


@dataclass(frozen=True)
class PublishedPost:
    """The network's own id and public address of a publication."""

    urn: str
    url: str


@dataclass(frozen=True)
class PostFigures:
    """Counters the network shows; None where the connection may not read them."""

    reactions: int | None = None
    comments: int | None = None
    shares: int | None = None
    impressions: int | None = None


class Authorizer(Protocol):
    """OAuth 2.0, three-legged. Raises ProviderError."""

    def authorization_url(self, redirect_uri: str, state: str) -> str: ...

    def exchange(self, code: str, redirect_uri: str) -> Grant: ...

    def account(self, access_token: str) -> Account: ...

    def revoke(self, token: str) -> None: ...


class Publisher(Protocol):
    """Publish on one network.

    `upload` may be repeated; `create` must be called once per attempt and raises
    OutcomeUnknown whenever the network may have acted without our hearing of it.
    """

    max_length: int

    def escaped_length(self, text: str, hashtags: Sequence[str]) -> int: ...

    def upload(self, access_token: str, author_urn: str, picture: bytes, media_type: str) -> str: ...

    def create(self, access_token: str, post: OutgoingPost) -> PublishedPost: ...


class PostReader(Protocol):
    """Find or measure one's own publications, where scopes allow it. Raises ProviderError."""

    def find_own(self, access_token: str, post: OutgoingPost) -> PublishedPost | None: ...

    def figures(self, access_token: str, urn: str) -> PostFigures: ...
