"""What was brought: of a campaign, or of the whole workspace."""

from __future__ import annotations

from typing import Any

from flask import g
from marshmallow import fields

from app.api.base import blueprint, door
from app.api.fields import Count, Schema
from app.domains.dashboard import queries


class EngagementSchema(Schema):
    """Reactions, comments and shares."""

    total = Count()
    change_7d = Count()


class MetricsSchema(Schema):
    """Four figures."""

    leads = Count()
    contents = Count()
    published = Count()
    engagement = fields.Nested(EngagementSchema)


@blueprint.get("/metrics", tags=["metrics"])
@door("metrics.read")
@blueprint.response(200, MetricsSchema)
def show_metrics() -> dict[str, Any]:
    """Return the figures of the workspace."""
    found = queries.overview(g.workspace_id)
    return {
        "leads": found.leads.total,
        "contents": found.contents.total,
        "published": found.published.total,
        "engagement": {"total": found.engagement.total, "change_7d": found.engagement.change},
    }
