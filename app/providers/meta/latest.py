"""An account's latest publications, and finding one's own among them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from app.providers.contracts import OutgoingPost, PublishedPost
from app.providers.meta.text import comparable, compose
from app.providers.meta.wire import Graph

LATEST = "25"
MAX_URL_LENGTH = 300


def facebook_post(urn: str, found: dict[str, Any]) -> PublishedPost:
    """Return a Page's publication with the address the Graph gives it, or the one that follows from its id."""
    return PublishedPost(urn, _address(found.get("permalink_url")) or f"https://www.facebook.com/{urn}")


def instagram_post(urn: str, found: dict[str, Any]) -> PublishedPost:
    """Return an Instagram publication with its address; without the Graph's word, nothing better than the site."""
    return PublishedPost(urn, _address(found.get("permalink")) or "https://www.instagram.com/")


def find_facebook(graph: Graph, access_token: str, post: OutgoingPost) -> PublishedPost | None:
    """Look for a publication among a Page's latest (k: the feed edge read back)."""
    found = graph.get(
        f"{post.author_urn}/feed", access_token, "find the publication",
        fields="id,message,permalink_url", limit=LATEST,
    )  # fmt: skip
    row = _same(found, "message", post)
    return facebook_post(row["id"], row) if row else None


def find_instagram(graph: Graph, access_token: str, post: OutgoingPost) -> PublishedPost | None:
    """Look for a publication among an Instagram account's latest (k: the media edge read back)."""
    found = graph.get(
        f"{post.author_urn}/media", access_token, "find the publication", fields="id,caption,permalink", limit=LATEST
    )
    row = _same(found, "caption", post)
    return instagram_post(row["id"], row) if row else None


def _same(found: dict[str, Any], field: str, post: OutgoingPost) -> dict[str, Any] | None:
    wanted = comparable(compose(post.text, post.hashtags))
    rows = found.get("data")
    for row in rows if isinstance(rows, list) else []:
        told = row.get(field) if isinstance(row, dict) and isinstance(row.get("id"), str) else None
        if isinstance(told, str) and comparable(told) == wanted:
            return dict(row)
    return None


def _address(told: object) -> str:
    if not isinstance(told, str) or len(told) > MAX_URL_LENGTH:
        return ""
    try:
        parts = urlsplit(told)
    except ValueError:
        return ""
    # Without TLS, this machine alone: its sandbox.
    return told if parts.scheme == "https" or (parts.scheme, parts.hostname) == ("http", "127.0.0.1") else ""
