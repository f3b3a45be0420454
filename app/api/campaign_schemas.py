"""A campaign and its searches, as programs read and write them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from marshmallow import fields

from app.api.fields import Count, Flag, Line, Moment, Schema
from app.api.figures import MetricsSchema
from app.api.paging import page
from app.domains.campaigns import queries
from app.domains.campaigns.models import Campaign
from app.domains.campaigns.queries import Metrics, Page
from app.domains.campaigns.wording import TRADES


class NewCampaignSchema(Schema):
    """The answers of the wizard, all at once; the service judges them."""

    name = Line(required=True)
    industry = Line(required=True, metadata={"enum": list(TRADES)})
    industry_words = Line(load_default="")
    city = Line(required=True)
    province = Line(load_default="QC")
    launch = Flag(load_default=False)


class CampaignSchema(Schema):
    """A campaign."""

    id = Count()
    name = Line()
    industry = Line()
    industry_words = Line()
    city = Line()
    province = Line()
    state = Line()
    reason = Line()
    created_at = Moment()
    launched_at = Moment(allow_none=True)
    completed_at = Moment(allow_none=True)
    metrics = fields.Nested(MetricsSchema)


class SearchSchema(Schema):
    """A search that is ordered, or under way already."""

    id = Count()
    campaign_id = Count()
    state = Line()
    created_at = Moment()


_COLUMNS = [name for name in CampaignSchema().fields if name != "metrics"]


def shown(campaign: Campaign) -> dict[str, Any]:
    """Return a campaign with its figures."""
    return _shown([campaign])[0]


def shown_page(found: Page) -> dict[str, Any]:
    """Return a page of campaigns with their figures, in one query more."""
    return page(_shown(found.items), found.next)


def _shown(campaigns: Sequence[Campaign]) -> list[dict[str, Any]]:
    metrics = queries.metrics([campaign.id for campaign in campaigns])
    return [
        {name: getattr(campaign, name) for name in _COLUMNS} | {"metrics": _figures(metrics[campaign.id])}
        for campaign in campaigns
    ]


def _figures(found: Metrics) -> dict[str, Any]:
    return {
        "leads": found.leads,
        "contents": found.contents,
        "published": found.published,
        "engagement": {"total": found.engagement_total, "change_7d": found.engagement_change_7d},
    }
