"""What was published, read back by those who may, and its figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.linkedin.figures import figure
from app.sandbox.linkedin.posts import living_posts
from app.sandbox.meta import parameters, refusals
from app.sandbox.records import Post, Token

FACEBOOK, INSTAGRAM = "facebook", "instagram"
FIELDS = {
    FACEBOOK: ("id", "message", "created_time", "permalink_url", "reactions", "comments", "shares"),
    INSTAGRAM: ("id", "caption", "timestamp", "permalink", "like_count", "comments_count", "media_type"),
}
READS = {FACEBOOK: "pages_read_engagement", INSTAGRAM: "instagram_basic"}
MEASURES = {FACEBOOK: "read_insights", INSTAGRAM: "instagram_manage_insights"}
METRICS = {
    FACEBOOK: {"post_media_view": "IMPRESSION", "post_total_media_view_unique": "MEMBERS_REACHED",
               "post_clicks": "REACTION"},
    INSTAGRAM: {"views": "IMPRESSION", "reach": "MEMBERS_REACHED", "likes": "REACTION", "comments": "COMMENT",
                "shares": "RESHARE", "saved": "RESHARE", "total_interactions": "REACTION"},
}  # fmt: skip


def latest(call: Call, token: Token, author: str, network: str) -> Response:
    """List an account's latest publications."""
    if READS[network] not in token.scopes:
        return refusals.denied(READS[network])
    given = parameters.read(call.request, ("fields", "limit"))
    if isinstance(given, Response):
        return given
    names = parameters.fields(given, FIELDS[network])
    if isinstance(names, Response):
        return names
    limit = min(int(given.get("limit", 25)), 100)
    rows = [_as_read(call, post, names) for post in living_posts(call.state, author)[:limit]]
    return json_reply({"data": rows, "paging": {"cursors": {"before": "0", "after": str(limit)}}})


def one(call: Call, token: Token, post: Post) -> Response:
    """Answer one publication."""
    if READS[post.network] not in token.scopes:
        return refusals.denied(READS[post.network])
    given = parameters.read(call.request, ("fields",))
    if isinstance(given, Response):
        return given
    names = parameters.fields(given, FIELDS[post.network])
    return names if isinstance(names, Response) else json_reply(_as_read(call, post, names))


def insights(call: Call, token: Token, post: Post) -> Response:
    """Answer metrics; one that does not exist fails them all, as the contract warns."""
    if MEASURES[post.network] not in token.scopes:
        return refusals.denied(MEASURES[post.network])
    given = parameters.read(call.request, ("metric", "period"))
    if isinstance(given, Response):
        return given
    asked = [each for each in str(given.get("metric", "")).split(",") if each]
    known = METRICS[post.network]
    if not asked or any(each not in known for each in asked):
        return refusals.invalid("The value must be a valid insights metric")
    now = call.state.now()
    rows = [{"name": each, "period": "lifetime", "values": [{"value": figure(post, known[each], now)}]}
            for each in asked]  # fmt: skip
    return json_reply({"data": rows})


def _as_read(call: Call, post: Post, names: list[str]) -> dict[str, Any]:
    now = call.state.now()
    moment = datetime.fromtimestamp(post.created_at, UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")
    page = f"{call.request.host_url}feed/update/{post.urn}/"

    def summary(metric: str) -> dict[str, Any]:
        return {"data": [], "summary": {"total_count": figure(post, metric, now)}}

    known: dict[str, Callable[[], Any]] = {
        "id": lambda: post.urn,
        "message": lambda: post.commentary,
        "caption": lambda: post.commentary,
        "created_time": lambda: moment,
        "timestamp": lambda: moment,
        "permalink_url": lambda: page,
        "permalink": lambda: page,
        "reactions": lambda: summary("REACTION"),
        "comments": lambda: summary("COMMENT"),
        "shares": lambda: {"count": figure(post, "RESHARE", now)},
        "like_count": lambda: figure(post, "REACTION", now),
        "comments_count": lambda: figure(post, "COMMENT", now),
        "media_type": lambda: "IMAGE",
    }
    row = {name: known[name]() for name in names}
    # A post nobody has shared has no `shares` at all (k).
    return {name: value for name, value in row.items() if name != "shares" or value["count"]}
