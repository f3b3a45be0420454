"""Read back what was published on a Page or an Instagram account, and its figures."""

from __future__ import annotations

from typing import Any, TypeGuard

from app.providers.contracts import OutgoingPost, PostFigures, PublishedPost
from app.providers.errors import PermissionMissing, Refused
from app.providers.meta.latest import find_facebook, find_instagram
from app.providers.meta.wire import Graph

_COUNTS = "reactions.limit(0).summary(total_count),comments.limit(0).summary(total_count),shares"


class FacebookPostReader:
    """A PostReader for Pages (pages_read_engagement; read_insights for the views)."""

    def __init__(self, graph_url: str, app_secret: str, user_agent: str) -> None:
        self._graph = Graph(graph_url, app_secret, user_agent)

    def find_own(self, access_token: str, post: OutgoingPost) -> PublishedPost | None:
        """Look for a publication among the Page's latest; None when it is not there; raises ProviderError."""
        return find_facebook(self._graph, access_token, post)

    def figures(self, access_token: str, urn: str) -> PostFigures:
        """Return the counters the connection may read; those it may not are None; raises ProviderError."""
        found = self._graph.get(urn, access_token, "read the counts", fields=_COUNTS)
        shares = found.get("shares")
        return PostFigures(
            reactions=_total(found.get("reactions")),
            comments=_total(found.get("comments")),
            # Nobody shared it: the field is not there at all (k).
            shares=_count(shares.get("count")) if isinstance(shares, dict) else 0,
            impressions=metric(self._graph, access_token, urn, "post_media_view"),
        )


class InstagramPostReader:
    """A PostReader for Instagram accounts (instagram_basic; instagram_manage_insights for views and shares)."""

    def __init__(self, graph_url: str, app_secret: str, user_agent: str) -> None:
        self._graph = Graph(graph_url, app_secret, user_agent)

    def find_own(self, access_token: str, post: OutgoingPost) -> PublishedPost | None:
        """Look for a publication among the account's latest; None when it is not there; raises ProviderError."""
        return find_instagram(self._graph, access_token, post)

    def figures(self, access_token: str, urn: str) -> PostFigures:
        """Return the counters the connection may read; those it may not are None; raises ProviderError."""
        found = self._graph.get(urn, access_token, "read the counts", fields="like_count,comments_count")
        return PostFigures(
            reactions=_count(found.get("like_count")),
            comments=_count(found.get("comments_count")),
            shares=metric(self._graph, access_token, urn, "shares"),
            impressions=metric(self._graph, access_token, urn, "views"),
        )


def metric(graph: Graph, access_token: str, urn: str, name: str) -> int | None:
    """Read one metric; None where it may not be read, or is a word the Graph retired.

    One at a time: a single retired metric fails the whole call (contract 08).
    """
    try:
        found = graph.get(f"{urn}/insights", access_token, f"read {name}", metric=name, period="lifetime")
    except (PermissionMissing, Refused):
        return None
    rows = found.get("data")
    for row in rows if isinstance(rows, list) else []:
        values = row.get("values") if isinstance(row, dict) and row.get("name") == name else None
        if isinstance(values, list) and values and isinstance(values[-1], dict):
            return _count(values[-1].get("value"))
    return None


def _total(found: Any) -> int | None:
    summary = found.get("summary") if isinstance(found, dict) else None
    return _count(summary.get("total_count")) if isinstance(summary, dict) else None


def _count(value: Any) -> int | None:
    return value if _is_count(value) else None


def _is_count(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
