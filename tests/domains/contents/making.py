"""Prospects, orders and publications of alice's."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import select

from app.core.db import db
from app.domains.campaigns.models import Campaign
from app.domains.contents import services
from app.domains.contents.models import Content, Writing
from app.domains.leads.models import Lead
from app.domains.workspaces.models import Workspace

TEXT = "\n\n".join(
    f"Au Café Bleu, à Lévis, la saison {season} se passe près de la fenêtre, et chacun y trouve une place à son goût. "
    "On entre, on se réchauffe les mains autour d’une tasse, et la conversation commence avec la table voisine. "
    "C’est une adresse de quartier comme on les aime ici, simple et tenue avec soin."
    for season in ("froide", "des semis", "des terrasses", "des pommes")
)


def campaign(workspace: Workspace, **values: Any) -> Campaign:
    """Add a campaign that is under way."""
    row = Campaign(workspace_id=workspace.id, name="Cafés de Lévis", industry="restaurant", city="Lévis",
                   state="generating", **values)  # fmt: skip
    db.session.add(row)
    db.session.commit()
    return row


def lead(workspace: Workspace, name: str = "Le Café Bleu", **values: Any) -> Lead:
    """Add a prospect that is ready."""
    values = {"city": "Lévis", "industry": "restaurant", "state": "ready", "address": "12, rue Saint-Laurent",
              "name_key": name.casefold()} | values  # fmt: skip
    row = Lead(workspace_id=workspace.id, name=name, **values)
    db.session.add(row)
    db.session.commit()
    return row


def content(workspace: Workspace, state: str = "pending", **values: Any) -> Content:
    """Add a publication of the Café Bleu, written by the offline writer."""
    values = {"text": TEXT, "hashtags": ["Lévis", "CaféDeQuartier", "Fleuve"], "writer": "offline"} | values
    if "lead_id" not in values:
        values["lead_id"] = lead(workspace, "Café Bleu").id
    if "campaign_id" not in values:
        values["campaign_id"] = campaign(workspace).id
    row = Content(workspace_id=workspace.id, state=state, alt_text="Affiche du Café Bleu, à Lévis",
                  quality={"total": 80, "parts": []}, score=80, **values)  # fmt: skip
    db.session.add(row)
    db.session.commit()
    return row


def order(campaign: Campaign, *leads: Lead) -> list[Writing]:
    """Order publications for prospects."""
    return services.order_writings(campaign.workspace_id, campaign.id, [each.id for each in leads])


def contents_of(campaign: Campaign) -> list[Content]:
    """Return a campaign's publications, oldest first, as the database has them."""
    statement = select(Content).where(Content.campaign_id == campaign.id).order_by(Content.id)
    return list(db.session.scalars(statement.execution_options(populate_existing=True)))


def reread(row: Any) -> Any:
    """Return a row as the database has it."""
    db.session.rollback()
    return db.session.get_one(type(row), row.id, populate_existing=True)


@contextmanager
def settings_of(app: Flask, **changes: Any) -> Iterator[None]:
    """Change the application's settings for the length of a block."""
    before = app.config["SETTINGS"]
    app.config["SETTINGS"] = dataclasses.replace(before, **changes)
    try:
        yield
    finally:
        app.config["SETTINGS"] = before
