"""Who is told what, and in which words."""

from __future__ import annotations

from sqlalchemy import func, select

from app.core.db import db
from app.domains.approvals.models import ApprovalLink
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.campaigns.queries import unmerged
from app.domains.notifications import asking, outbox
from app.domains.notifications.kinds import Kind
from app.domains.notifications.telling import News, tell
from app.domains.publishing.access_words import network_name
from app.domains.publishing.models import Connection
from app.domains.publishing.states import ConnectionState
from app.domains.workspaces.services import workspace_by_id


def announce_leads(campaign_id: int) -> None:
    """Say « Vos prospects sont prêts », once per campaign and owner, and commit."""
    campaign = db.session.get(Campaign, campaign_id)
    if campaign is None:
        return
    count = db.session.scalar(select(func.count()).where(CampaignLead.campaign_id == campaign_id, unmerged())) or 0
    if not count:
        return
    news = News(campaign.workspace_id, Kind.LEADS_READY, str(campaign_id), campaign_id=campaign_id, count=count)
    tell(news, campaign=campaign, count=count, address=outbox.page(news.workspace_id, f"/campagnes/{campaign_id}"))
    db.session.commit()


def answer_link(link_id: int) -> None:
    """Mail a fresh link to whom an old one was mailed."""
    link = db.session.get(ApprovalLink, link_id)
    if link is not None:
        asking.ask_afresh(link.user_id, link.content_id)


def welcome(workspace_id: int) -> None:
    """Welcome whoever opened a workspace, once, and commit."""
    news = News(workspace_id, Kind.ACCOUNT, f"welcome-{workspace_id}", template="welcome", in_list=False)
    site = outbox.site()
    tell(
        news,
        workspace=workspace_by_id(workspace_id),
        address=outbox.page(workspace_id, "/campagnes/nouvelle"),
        guide=f"{site}/aide",
    )
    db.session.commit()


def tell_opened(connection_id: int) -> None:
    """Tell the owners that an account was connected, once a consent: it may not have been one of them; commit."""
    connection = db.session.get(Connection, connection_id)
    if connection is None or connection.state != ConnectionState.ACTIVE:
        return
    key = f"{connection_id}-{connection.connected_at.timestamp():.0f}"
    news = News(connection.workspace_id, Kind.ACCOUNT, key, template="connected")
    tell(
        news,
        connection=connection,
        network=network_name(connection),
        address=outbox.page(news.workspace_id, "/profil#linkedin"),
    )
    db.session.commit()
