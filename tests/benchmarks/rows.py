"""Rows for a benchmark: one owner with so many prospects and publications."""

from __future__ import annotations

from datetime import timedelta

from app.core import clock
from app.core.db import db
from app.domains.accounts.models import User
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.contents.models import Content
from app.domains.leads.models import Lead
from app.domains.publishing.models import Connection, Delivery
from app.domains.workspaces import services as workspaces
from app.domains.workspaces.models import Workspace

STATES = ("pending", "approved", "rejected", "published")
PART = {"name": "Longueur", "points": 20, "max": 20, "sentence": "La longueur est juste."}


def fill(user: User, *, leads: int, contents: int) -> Workspace:
    """Give `user` a campaign with its rows."""
    workspace = workspaces.open_workspace(user, "Bistro du Port")
    campaign = Campaign(workspace_id=workspace.id, name="Cafés de Lévis", industry="restaurant", city="Lévis",
                        state="publishing", wizard_step=4, launched_at=clock.now())  # fmt: skip
    connection = Connection(workspace_id=workspace.id, network="linkedin", account_urn=f"urn:li:person:{workspace.id}",
                            account_name="Camille", sealed_access_token="-", scopes=[],
                            expires_at=clock.now() + timedelta(days=50))  # fmt: skip
    db.session.add_all([campaign, connection])
    found = [_lead(workspace.id, number) for number in range(leads)]
    db.session.add_all(found)
    db.session.flush()
    db.session.add_all(CampaignLead(campaign_id=campaign.id, lead_id=lead.id, score=lead.score) for lead in found)
    written = [_content(workspace.id, campaign.id, found[number % leads].id, number) for number in range(contents)]
    db.session.add_all(written)
    db.session.flush()
    db.session.add_all(_delivery(content, connection.id) for content in written if content.state == "published")
    db.session.commit()
    return workspace


def _lead(workspace_id: int, number: int) -> Lead:
    return Lead(workspace_id=workspace_id, industry="restaurant", name=f"Café {number}", name_key=f"cafe{number}",
                city="Lévis", phone=f"+1418555{number % 10000:04d}", score=number % 101, state="ready",
                reasons=[{"points": 20, "sentence": "Un téléphone est publié."}])  # fmt: skip


def _content(workspace_id: int, campaign_id: int, lead_id: int, number: int) -> Content:
    return Content(workspace_id=workspace_id, campaign_id=campaign_id, lead_id=lead_id, state=STATES[number % 4],
                   text="Un café de quartier où l’on se sent attendu. " * 20, hashtags=["Lévis", "Café"],
                   alt_text="Affiche", score=80, writer="offline",
                   quality={"total": 80, "parts": [PART] * 6})  # fmt: skip


def _delivery(content: Content, connection_id: int) -> Delivery:
    now = clock.now()
    return Delivery(workspace_id=content.workspace_id, content_id=content.id, connection_id=connection_id,
                    state="published", text=content.text, hashtags=[], scheduled_at=now, undo_until=now,
                    published_at=now, urn=f"urn:li:share:{content.id}", reactions=5, comments=1)  # fmt: skip
