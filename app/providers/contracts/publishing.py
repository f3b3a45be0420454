"""Publier: accounts on a network, and what goes out on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Grant:
    """What OAuth gave: tokens in clear, for sealing at once; moments in UTC.

    `person_id` is the number of who allowed it, where her network may later ask to forget her by that number.
    """

    access_token: str = field(repr=False)
    expires_at: datetime
    scopes: Sequence[str]
    refresh_token: str = field(default="", repr=False)
    refresh_expires_at: datetime | None = None
    person_id: str = ""


@dataclass(frozen=True)
class Account:
    """The account a grant speaks for. `urn` is what publications are signed with; `kind` is person or page."""

    urn: str
    name: str
    email: str = ""
    picture_url: str = ""
    kind: str = "person"


@dataclass(frozen=True)
class OpenedAccount:
    """One of the accounts a consent opens, with the grant it is used by. `network` is its name in the registry."""

    network: str
    account: Account
    grant: Grant


@dataclass(frozen=True)
class OutgoingPost:
    """What leaves: `text` is plain, the publisher escapes it; `media_urn` comes from upload."""

    author_urn: str
    text: str
    hashtags: Sequence[str] = ()
    media_urn: str = ""
    alt_text: str = ""


@dataclass(frozen=True)
class OutgoingPicture:
    """The picture of a post. `public_url` serves the same picture for a while, to networks that fetch it themselves."""

    content: bytes = field(repr=False)
    media_type: str
    public_url: str = ""


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
    """OAuth 2.0, three-legged. Raises ProviderError.

    `verifier` is PKCE's, where the network takes one; `for_pages` asks for what publishing as a page needs besides.
    """

    def authorization_url(
        self, redirect_uri: str, state: str, verifier: str = "", *, for_pages: bool = False
    ) -> str: ...

    def exchange(self, code: str, redirect_uri: str, verifier: str = "") -> Grant: ...

    def account(self, access_token: str) -> Account: ...

    def revoke(self, token: str) -> None: ...


class AccountChooser(Protocol):
    """Where one consent opens several accounts, list them. Raises ProviderError."""

    def accounts(self, grant: Grant) -> Sequence[OpenedAccount]: ...


class TokenRenewer(Protocol):
    """Renew an access without its owner, where the network gave a refresh token. Raises ProviderError."""

    def renew(self, refresh_token: str) -> Grant: ...


class Publisher(Protocol):
    """Publish on one network.

    `upload` may be repeated and shows a reader nothing; what it returns is the checkpoint `create` starts from.
    `create` must be called once per attempt and raises OutcomeUnknown whenever the network may have acted without
    our hearing of it.
    """

    max_length: int

    def escaped_length(self, text: str, hashtags: Sequence[str]) -> int: ...

    def upload(self, access_token: str, post: OutgoingPost, picture: OutgoingPicture) -> str: ...

    def create(self, access_token: str, post: OutgoingPost) -> PublishedPost: ...


class PostReader(Protocol):
    """Find or measure one's own publications, where scopes allow it. Raises ProviderError."""

    def find_own(self, access_token: str, post: OutgoingPost) -> PublishedPost | None: ...

    def figures(self, access_token: str, urn: str) -> PostFigures: ...
