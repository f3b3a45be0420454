"""What the pages of publications are tried on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from app.core import clock, crypto
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.publishing.models import Connection, Delivery
from app.domains.workspaces.models import Workspace
from tests.domains.contents import making

SEASONS = ("hiver", "printemps", "été", "automne")


def connection(workspace: Workspace, **values: Any) -> Connection:
    """Open a connection, as if LinkedIn had said yes."""
    values = {"account_urn": "urn:li:person:camille", "account_name": "Camille Tremblay", "state": "active"} | values
    row = Connection(
        workspace_id=workspace.id, network="linkedin", sealed_access_token=crypto.seal("secret"),
        scopes=["w_member_social"], expires_at=clock.now() + timedelta(days=50), **values,
    )  # fmt: skip
    db.session.add(row)
    db.session.commit()
    return row


def delivery(content: Content, connection: Connection, state: str, **values: Any) -> Delivery:
    """Add the delivery of a publication."""
    now = clock.now()
    values = {"scheduled_at": now + timedelta(seconds=30), "undo_until": now + timedelta(seconds=30)} | values
    row = Delivery(
        workspace_id=content.workspace_id, content_id=content.id, connection_id=connection.id, text=content.text,
        hashtags=content.hashtags, state=state, **values,
    )  # fmt: skip
    db.session.add(row)
    db.session.commit()
    return row


def several(workspace: Workspace, count: int, **values: Any) -> list[Content]:
    """Add publications of one campaign that read nothing like each other."""
    campaign, lead = making.campaign(workspace), making.lead(workspace)
    return [
        making.content(workspace, campaign_id=campaign.id, lead_id=lead.id, text=distinct(number), **values)
        for number in range(count)
    ]


def distinct(number: int) -> str:
    """Write a text that shares no run of five words with another number's."""
    return " ".join(f"{season}{number}x{turn}" for turn in range(20) for season in SEASONS)


def state_of(row: Any) -> str:
    """Return the state the database holds."""
    state: str = making.reread(row).state
    return state


def deliveries_of(content: Content) -> list[Delivery]:
    """Return a publication's deliveries, as the database has them."""
    statement = select(Delivery).where(Delivery.content_id == content.id).order_by(Delivery.id)
    return list(db.session.scalars(statement.execution_options(populate_existing=True)))
