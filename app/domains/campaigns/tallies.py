"""Clauses about what a campaign holds, correlated with `campaigns.id`."""

from __future__ import annotations

from sqlalchemy import Exists, exists, or_

from app.domains.campaigns.models import Campaign, CampaignSearch
from app.domains.campaigns.states import OPEN_SEARCHES
from app.domains.contents.models import Content, Writing
from app.domains.contents.states import ContentState, WritingState
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import OPEN, DeliveryState

OPEN_WRITINGS = (WritingState.DUE, WritingState.RUNNING, WritingState.WAITING_QUOTA)
_GONE = (DeliveryState.PUBLISHED, DeliveryState.REFUSED)


def open_search() -> Exists:
    """A search is under way."""
    return exists().where(CampaignSearch.campaign_id == Campaign.id, CampaignSearch.state.in_(OPEN_SEARCHES))


def any_writing() -> Exists:
    """A publication was ordered."""
    return exists().where(Writing.campaign_id == Campaign.id)


def open_writing() -> Exists:
    """A publication is being written, or waits to be."""
    return exists().where(Writing.campaign_id == Campaign.id, Writing.state.in_(OPEN_WRITINGS))


def any_content() -> Exists:
    """A publication exists."""
    return exists().where(Content.campaign_id == Campaign.id)


def open_content() -> Exists:
    """A publication awaits a decision, or has yet to leave for one of its accounts, or for any."""
    leaving = exists().where(Delivery.content_id == Content.id, Delivery.state.in_(OPEN))
    gone = exists().where(Delivery.content_id == Content.id, Delivery.state.in_(_GONE))
    undecided = Content.state.in_((ContentState.DRAFT, ContentState.PENDING))
    approved = (Content.state == ContentState.APPROVED) & ~gone
    return exists().where(Content.campaign_id == Campaign.id, or_(undecided, approved, leaving))
