"""« Vos prospects sont prêts » reaches every owner once, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask
from sqlalchemy import select

from app.core import events
from app.core.db import db
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.leads.models import Lead
from app.domains.notifications import services
from app.domains.notifications.letters import render_letter
from app.domains.notifications.models import Mail
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox
from tests.people import Person, make_person

ANNOUNCE = "app.domains.notifications.jobs.announce_leads"


def campaign_with(person: Person, leads: int) -> Campaign:
    campaign = Campaign(workspace_id=person.workspace.id, name="Cafés de l’été", city="Lévis")
    db.session.add(campaign)
    db.session.flush()
    for number in range(leads):
        values: dict[str, Any] = {
            "workspace_id": person.workspace.id, "industry": "restaurant", "name": f"Café {number}",
            "name_key": f"cafe {number}", "city": "Lévis",
        }  # fmt: skip
        lead = Lead(**values)
        db.session.add(lead)
        db.session.flush()
        db.session.add(CampaignLead(campaign_id=campaign.id, lead_id=lead.id))
    db.session.commit()
    return campaign


def recipients() -> list[str]:
    return list(db.session.scalars(select(Mail.recipient).order_by(Mail.id)))


def test_every_owner_is_told_once_and_nobody_else(
    app: Flask, alice: Person, bob: Person, charlie: Person, sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    make_person(app, "dora", workspace=alice.workspace)
    campaign = campaign_with(alice, 2)
    assert ANNOUNCE in [each.job for each in events._jobs["leads.ready"]]
    for _ in range(2):
        services.announce_leads(campaign.id)
    assert recipients() == ["alice@exemple.ca", "dora@exemple.ca"]
    run_jobs()
    letters = sorted((letter.as_json() for letter in open_letters(sandbox.state)), key=lambda letter: letter["to"])
    assert [letter["to"] for letter in letters] == [["alice@exemple.ca"], ["dora@exemple.ca"]]
    assert f"/campagnes/{campaign.id}" in letters[0]["text"]
    assert "2\u00a0prospects" in letters[0]["text"]


def test_no_prospect_is_no_news(alice: Person) -> None:
    services.announce_leads(campaign_with(alice, 0).id)
    assert recipients() == []


def test_a_demonstration_or_a_campaign_gone_tells_nobody(alice: Person) -> None:
    alice.workspace.is_demo = True
    services.announce_leads(campaign_with(alice, 1).id)
    services.announce_leads(999_999)
    assert recipients() == []


def test_a_name_with_signs_and_lines_stays_a_name(app: Flask) -> None:
    campaign = {"name": "<b>Été</b>\nBcc: x@exemple.ca & fils", "city": "L’Islet"}
    words = render_letter("leads_ready", campaign=campaign, count=1, address="http://localhost/")
    subject, text, html = words.subject, words.text, words.html
    assert "\n" not in subject
    assert "<b>Été</b>" in text
    assert "<b>Été</b>" not in html
    assert "1\u00a0prospect " in text
