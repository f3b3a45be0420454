"""Publier: accounts on a network, and what goes out on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


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
