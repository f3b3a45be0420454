"""What the sandbox remembers: plain records, stored as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Member:
    """A person one can sign in as on the consent page."""

    sub: str
    given_name: str
    family_name: str
    email: str

    @property
    def name(self) -> str:
        """Give the full name."""
        return f"{self.given_name} {self.family_name}"

    @property
    def urn(self) -> str:
        """Give the author URN of the member."""
        return f"urn:li:person:{self.sub}"


@dataclass
class Code:
    """An authorization code, waiting to be exchanged once."""

    sub: str
    client_id: str
    redirect_uri: str
    scopes: list[str]
    expires_at: float
    pages: list[str] = field(default_factory=list)
    challenge: str = ""


@dataclass
class Token:
    """An access or refresh token; only its fingerprint is kept. A Page's token names the person behind it."""

    kind: str
    sub: str
    client_id: str
    scopes: list[str]
    created_at: float
    expires_at: float
    revoked: bool = False
    owner: str = ""
    pages: list[str] = field(default_factory=list)


@dataclass
class Container:
    """An Instagram publication being prepared; nobody sees it before it is published."""

    id: str
    owner: str
    caption: str
    picture_urn: str
    alt_text: str
    created_at: float
    outcome: str = "FINISHED"
    published_as: str = ""


@dataclass
class Picture:
    """An image announced, then uploaded."""

    urn: str
    owner: str
    created_at: float
    uploaded_at: float | None = None
    media_type: str = ""
    readable: bool = True


@dataclass
class Post:
    """A publication as the network keeps and shows it."""

    urn: str
    author: str
    author_name: str
    commentary: str
    text: str
    truncated: bool
    hashtags: list[str]
    visibility: str
    created_at: float
    picture_urns: list[str] = field(default_factory=list)
    alt_text: str = ""
    deleted_at: float | None = None
    added: dict[str, int] = field(default_factory=dict)
    network: str = "linkedin"


@dataclass
class Letter:
    """An e-mail the sandbox received; its source is kept apart."""

    id: str
    sender: str
    recipients: list[str]
    received_at: float
