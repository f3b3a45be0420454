"""Figures of a post: they grow with time, the same way each time, and only some may read them."""

from __future__ import annotations

import re
from math import exp
from random import Random
from urllib.parse import quote

from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.linkedin import organisations, refusals, tokens
from app.sandbox.records import Post, Token

METRICS = ("IMPRESSION", "MEMBERS_REACHED", "RESHARE", "REACTION", "COMMENT")
# What a reader does, for each hundred impressions.
SHARE_OF_IMPRESSIONS = {"MEMBERS_REACHED": 0.72, "REACTION": 0.045, "COMMENT": 0.008, "RESHARE": 0.004}
HALF_LIFE_SECONDS = 10 * 3600


def figure(post: Post, metric: str, now: float) -> int:
    """Count one metric at one moment."""
    most = Random(post.urn).randint(180, 1400)
    impressions = most * (1 - exp(-max(0.0, now - post.created_at) / HALF_LIFE_SECONDS))
    grown = int(impressions * SHARE_OF_IMPRESSIONS.get(metric, 1.0))
    return grown + post.added.get(metric, 0)


def member_analytics(call: Call, token: Token) -> Response:
    """Answer memberCreatorPostAnalytics, one metric a call."""
    if "r_member_postAnalytics" not in tokens.scopes_of(token, call.state):
        return refusals.denied("memberCreatorPostAnalytics.FINDER-entity.20260901")
    asked = call.request.args
    metric = asked.get("queryType", "")
    if asked.get("q") != "entity" or metric not in METRICS or asked.get("aggregation", "TOTAL") != "TOTAL":
        return refusals.invalid("q=entity, a known queryType and aggregation=TOTAL are required")
    named = re.fullmatch(r"\((share|ugc):(urn:li:(?:share|ugcPost):\d+)\)", asked.get("entity", ""))
    if named is None:
        return refusals.invalid("entity must be (share:urn) or (ugc:urn)")
    post = _own(call, token, named[2])
    elements = [] if post is None else [_element(post, metric, call.state.now())]
    return json_reply({"elements": elements, "paging": {"start": 0, "count": 10, "links": []}})


def _element(post: Post, metric: str, now: float) -> dict[str, object]:
    return {
        "count": figure(post, metric, now),
        "metricType": {"com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1": metric},
        "targetEntity": {"share": post.urn},
    }


def social_metadata(call: Call, token: Token, urn: str) -> Response:
    """Answer the reactions and comments of one post."""
    if not {"r_member_social", "r_organization_social"} & tokens.scopes_of(token, call.state):
        return refusals.denied("socialMetadata.GET.20260901")
    post = _own(call, token, urn)
    if post is None:
        return refusals.refusal(404, "NOT_FOUND", f"Could not find entity {quote(urn)}")
    comments, reactions = (figure(post, metric, call.state.now()) for metric in ("COMMENT", "REACTION"))
    return json_reply(
        {
            "id": urn,
            "commentSummary": {"count": comments, "topLevelCount": comments},
            "reactionSummaries": {"LIKE": {"reactionType": "LIKE", "count": reactions}} if reactions else {},
            "commentsState": "OPEN",
        }
    )


def _own(call: Call, token: Token, urn: str) -> Post | None:
    post = call.state.posts.get(urn)
    signed = post is not None and post.author == f"urn:li:person:{token.sub}"
    mine = post is not None and post.deleted_at is None and (
        signed or organisations.may(token, call.state, "r", post.author)
    )  # fmt: skip
    return post if mine else None
