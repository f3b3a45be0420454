"""`flask seed`: the demonstration's rows, made by the product's own writer, painter and judge.

They are marked as a demonstration: no job, sweep or mail ever acts on them.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from flask import current_app
from sqlalchemy import select, update

from app.core import clock, crypto
from app.core.db import db
from app.domains.accounts import services as accounts
from app.domains.accounts.models import User
from app.domains.campaigns.models import Campaign, CampaignLead, CampaignSearch
from app.domains.campaigns.states import CampaignState, SearchState
from app.domains.contents import pictures, quality
from app.domains.contents.models import Content
from app.domains.dashboard import demonstration as demo
from app.domains.leads import queries as lead_queries
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.domains.publishing.models import Connection, Delivery, FiguresDay
from app.domains.publishing.states import DeliveryState
from app.domains.workspaces import services as workspaces
from app.domains.workspaces.models import Membership, Workspace
from app.domains.workspaces.permissions import Role
from app.providers import registry
from app.providers.contracts import BusinessFacts, Draft, PictureRequest, TextWriter, WritingRequest

LAUNCHED_DAYS_AGO = (2, 16)
FAR_DAYS = 3


def seed(*, only_if_empty: bool = False) -> str:
    """Load the demonstration unless it is there; return what was done, in French."""
    owner = accounts.user_by_email(demo.EMAIL)
    if owner is not None:
        _keep_shut(owner)
        _keep_ahead()
        return "La démonstration est déjà là."
    if only_if_empty and db.session.scalar(select(User.id).limit(1)):
        return "La base a déjà des comptes\u00a0: rien à ajouter."
    workspace = _workspace()
    found = _leads(workspace)
    campaigns = [_campaign(workspace, number, found) for number in range(len(demo.CAMPAIGNS))]
    connection = _connection(workspace)
    openings: list[str] = []
    for number, entry in enumerate(demo.CONTENTS):
        lead, campaign = found[entry.lead], campaigns[entry.campaign]
        draft = _write(workspace, lead, number, openings)
        openings.append(draft.text.split(".")[0])
        content = _content(workspace, campaign, lead, draft, entry)
        if entry.delivery:
            _deliver(content, connection, entry)
    db.session.commit()
    return f"Démonstration chargée\u00a0: {demo.EMAIL}"


def visitor() -> User | None:
    """Return who a stranger looks at the demonstration as; None where it is not loaded."""
    return accounts.user_by_email(demo.VISITOR)


def _password() -> str:
    # Strangers have a door of their own: in production, nobody signs in as the owner of what they look at.
    return crypto.new_token() if current_app.config["SETTINGS"].app_env == "production" else demo.PASSWORD


def _keep_shut(owner: User) -> None:
    """Give another password to a demonstration that was loaded with the one everybody knows."""
    with suppress(accounts.AccountError):
        accounts.change_password(owner, demo.PASSWORD, _password())


def _welcome_strangers(workspace: Workspace) -> None:
    # Nobody knows the password, and the role reads only: strangers enter by a door of their own.
    guest = accounts.create_user(demo.VISITOR, crypto.new_token(), verified=True)
    db.session.add(Membership(user_id=guest.id, workspace_id=workspace.id, role=Role.ANALYST))


def _keep_ahead() -> None:
    """Plan again what a demonstration of some days ago shows as planned: nothing ever sends it."""
    demos = select(Workspace.id).where(Workspace.is_demo)
    if visitor() is None:
        _welcome_strangers(db.session.scalars(select(Workspace).where(Workspace.is_demo)).one())
    at = _at_a_decent_hour(FAR_DAYS)
    db.session.execute(
        update(Delivery)
        .where(Delivery.workspace_id.in_(demos), Delivery.state == DeliveryState.SCHEDULED)
        .values(scheduled_at=at, promised_at=at, undo_until=at)
    )
    db.session.commit()


def _workspace() -> Workspace:
    owner = accounts.create_user(demo.EMAIL, _password(), verified=True)
    workspace = workspaces.open_workspace(owner, demo.BUSINESS)
    workspace.is_demo = True
    workspace.industry, workspace.city = "restaurant", demo.CITY
    _welcome_strangers(workspace)
    return workspace


def _leads(workspace: Workspace) -> list[Lead]:
    found = demo.leads(clock.today())
    leads.store(workspace.id, "restaurant", found, city=demo.CITY)
    rows = {row.name: row for row in db.session.scalars(select(Lead).where(Lead.workspace_id == workspace.id))}
    ordered = [rows[lead.name] for lead in found]
    for number, row in enumerate(ordered):
        row.created_at = clock.now() - timedelta(days=LAUNCHED_DAYS_AGO[number >= len(demo.CAMPAIGNS[0][1])])
    return ordered


def _campaign(workspace: Workspace, number: int, found: list[Lead]) -> Campaign:
    name, members = demo.CAMPAIGNS[number]
    launched = clock.now() - timedelta(days=LAUNCHED_DAYS_AGO[number])
    campaign = Campaign(
        workspace_id=workspace.id, name=name, industry="restaurant", city=demo.CITY, wizard_step=4,
        state=(CampaignState.PUBLISHING, CampaignState.COMPLETED)[number],
        created_at=launched, launched_at=launched, leads_announced_at=launched,
        completed_at=launched + timedelta(days=14) if number else None,
    )  # fmt: skip
    db.session.add(campaign)
    db.session.flush()
    db.session.add_all(
        CampaignLead(campaign_id=campaign.id, lead_id=found[each].id, score=found[each].score) for each in members
    )
    db.session.add(
        CampaignSearch(
            workspace_id=workspace.id,
            campaign_id=campaign.id,
            state=SearchState.DONE,
            created_at=launched,
            ended_at=launched,
            found_count=len(members),
            added_count=len(members),
            dropped={"unnamed": 2, "closed": 1},
        )  # fmt: skip
    )
    return campaign


def _connection(workspace: Workspace) -> Connection:
    connection = Connection(
        workspace_id=workspace.id, network="linkedin", account_urn="urn:li:person:demonstration",
        account_name="Camille Démonstration", sealed_access_token="", scopes=["openid", "w_member_social"],
        expires_at=clock.now() + timedelta(days=52), synchronised_at=clock.now(),
    )  # fmt: skip
    db.session.add(connection)
    db.session.flush()
    return connection


def _write(workspace: Workspace, lead: Lead, seed_number: int, openings: list[str]) -> Draft:
    writer: TextWriter = registry.load("offline", TextWriter)
    business = BusinessFacts(workspace.name, workspace.industry, workspace.city, workspace.form_of_address)
    return writer.write(
        WritingRequest(lead_queries.facts(lead.id), business, clock.today(), seed_number, tuple(openings))
    )


def _content(workspace: Workspace, campaign: Campaign, lead: Lead, draft: Draft, entry: demo.DemoContent) -> Content:
    request = PictureRequest(
        lead.name, lead.city, lead.industry, workspace.primary_colour, workspace.accent_colour, lead.id
    )
    kept = pictures.draw(request, workspace_id=workspace.id, owner=f"demonstration:{lead.id}")
    judged = quality.assess(
        quality.QualityInput(draft.text, draft.hashtags, kept.alt_text, True, lead.name, lead.city, workspace.name)
    )
    written = (campaign.launched_at or clock.now()) + timedelta(minutes=3)
    content = Content(
        workspace_id=workspace.id, campaign_id=campaign.id, lead_id=lead.id, state=entry.state, text=draft.text,
        hashtags=list(draft.hashtags), alt_text=kept.alt_text, picture_key=kept.picture_key,
        thumbnail_key=kept.thumbnail_key,
        quality=quality.as_columns(judged), score=judged.total, writer=draft.writer, model=draft.model,
        created_at=written,
    )  # fmt: skip
    db.session.add(content)
    db.session.flush()
    return content


def _deliver(content: Content, connection: Connection, entry: demo.DemoContent) -> None:
    sent = entry.delivery == DeliveryState.PUBLISHED
    at = _at_a_decent_hour(-entry.days_ago if sent else FAR_DAYS)
    reactions, comments, shares = entry.figures
    delivery = Delivery(
        workspace_id=content.workspace_id, content_id=content.id, connection_id=connection.id, state=entry.delivery,
        text=content.text, hashtags=content.hashtags, approved_at=at, scheduled_at=at, undo_until=at,
        published_at=at if sent else None, reactions=reactions, comments=comments, shares=shares,
        measured_at=clock.now() if sent else None,
    )  # fmt: skip
    db.session.add(delivery)
    db.session.flush()
    if sent:
        _figures(delivery, entry, sum(entry.figures))


def _at_a_decent_hour(days: int) -> datetime:
    local = clock.now().astimezone(clock.QUEBEC) + timedelta(days=days)
    return local.replace(hour=10, minute=30, second=0, microsecond=0).astimezone(UTC)


def _figures(delivery: Delivery, entry: demo.DemoContent, total: int) -> None:
    for days, engagement in ((8, entry.figures_last_week), (0, total)):
        if days <= entry.days_ago:
            day = _day(clock.now() - timedelta(days=days))
            db.session.add(
                FiguresDay(workspace_id=delivery.workspace_id, delivery_id=delivery.id, day=day, engagement=engagement)
            )


def _day(moment: datetime) -> str:
    return moment.astimezone(clock.QUEBEC).date().isoformat()
