"""No page and no door of the API asks the database more for many rows than for a few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

from flask import Flask
from sqlalchemy import event

from app.core import clock
from app.core.db import db
from app.domains.campaigns.models import Campaign, CampaignLead, CampaignSearch
from app.domains.compliance.models import Consent
from app.domains.contents.models import Content, ContentDecision, ContentVersion, Writing
from app.domains.leads.models import DuplicatePair, Lead, LeadImport, LeadMerge, LeadRecord
from app.domains.notifications.models import Notification, PushSubscription
from app.domains.publishing.models import Delivery, Link, LinkDay
from app.domains.webhooks.models import WebhookAttempt, WebhookMessage
from tests.domains.publishing.test_indexes import plan_of
from tests.people import Person
from tests.test_every_route import rows_of, walk

STATES = ("pending", "approved", "rejected", "published")
FEW, MANY = 2, 5
# What a list is asked besides its bare address.
FILTERED = ("/contenus?etat=pending", "/contenus?etat=published", "/contenus?tri=score", "/prospects?tri=score",
            "/prospects?q=Caf%C3%A9", "/reglages/confidentialite/consentements?q=caf%C3%A9&etat=vigueur",
            "/contenus/journal", "/api/v1/contents?limit=100",
            "/api/v1/deliveries?limit=100")  # fmt: skip
# The operator's own: one keeps its figures a moment, the other asks whether the database answers.
NOT_HERS = {"/metrics", "/readyz"}
QUIET = ("BEGIN", "PRAGMA", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
# Those that hold rows of every workspace; of the others there are a few, or one's own are all.
GROWING = {"leads", "lead_records", "lead_events", "contents", "content_versions", "content_decisions", "writings",
           "deliveries", "delivery_attempts", "campaigns", "campaign_leads", "campaign_searches", "notifications",
           "mails", "enrichments", "duplicate_pairs", "lead_merges", "links", "link_days", "figures_days",
           "model_calls", "source_uses", "audit_lines", "consents"}  # fmt: skip
_numbers = count(1)


def grow(alice: Person, ids: dict[str, Any], times: int) -> None:
    """Give alice so many more of each row, spread over every state."""
    for _ in range(times):
        for state in STATES:
            _grow(alice, ids, state, next(_numbers))
    db.session.commit()


def _grow(alice: Person, ids: dict[str, Any], state: str, number: int) -> None:
    here, now = {"workspace_id": alice.workspace.id}, clock.now()
    campaign = Campaign(**here, name=f"Campagne {number}", industry="restaurant", city="Lévis", state="publishing",
                        wizard_step=4, launched_at=now)  # fmt: skip
    lead = Lead(**here, industry="restaurant", name=f"Café {number}", name_key=f"cafe{number}", city="Lévis",
                state="ready", score=number % 100, latitude=46.8, longitude=-71.2 + number / 1000)  # fmt: skip
    other = Lead(**here, industry="restaurant", name=f"Café {number} bis", name_key=f"cafebis{number}", state="ready")
    db.session.add_all([campaign, lead, other])
    db.session.flush()
    content = Content(**here, campaign_id=ids["campaign_id"], lead_id=ids["lead_id"] if number % 2 else lead.id,
                      state=state, text=f"Le café {number} vous attend.", hashtags=["Lévis"], alt_text="Affiche",
                      quality={"total": 80, "parts": []}, score=80, writer="offline",
                      variant_of=ids["content_id"] if number % 3 == 0 else None)  # fmt: skip
    brought = LeadImport(**here, filename=f"liste{number}.csv", file_key="", counts={"rows": 1, "columns": []})
    db.session.add_all([content, brought])
    db.session.flush()
    out = now - timedelta(hours=number) if state == "published" else None
    delivery = Delivery(**here, content_id=content.id, connection_id=ids["connection_id"], text=content.text,
                        hashtags=[], scheduled_at=now + timedelta(hours=number), undo_until=now, published_at=out,
                        state="published" if out else "scheduled" if state == "approved" else "cancelled")  # fmt: skip
    link = Link(**here, content_id=ids["content_id"], code=f"code{number}", target="https://exemple.ca/")
    told = WebhookMessage(**here, endpoint_id=ids["endpoint_id"], event_id=f"evt{number}", type="leads.ready",
                          body="{}", state="failed", give_up_at=now)  # fmt: skip
    db.session.add_all([delivery, link])
    db.session.flush()
    db.session.add_all([
        CampaignLead(campaign_id=ids["campaign_id"], lead_id=lead.id, score=lead.score),
        CampaignLead(campaign_id=campaign.id, lead_id=ids["lead_id"]),
        CampaignSearch(**here, campaign_id=campaign.id, state="done"),
        LeadRecord(**here, lead_id=lead.id, source="openstreetmap", licence="ODbL 1.0", source_id=f"node/{number}",
                   seen_on=clock.today(), facts={"name": {"value": lead.name}}),
        DuplicatePair(**here, first_id=lead.id, second_id=other.id, why="name"),
        DuplicatePair(**here, first_id=ids["lead_id"], second_id=other.id, why="name"),
        LeadMerge(**here, kept_id=ids["lead_id"], absorbed_id=other.id, why="name"),
        Writing(**here, campaign_id=campaign.id, lead_id=lead.id, content_id=content.id, state="done"),
        ContentDecision(**here, content_id=content.id, heading="h", kind="approved", by_name="Alice"),
        ContentDecision(**here, content_id=ids["content_id"], heading="h", kind="edited", by_name="Alice"),
        ContentVersion(content_id=ids["content_id"], number=number + 1, cause="edited", text=f"Texte {number}",
                       hashtags=[], writer="person"),
        Notification(**here, user_id=alice.user.id, kind="to_approve", dedupe_key=f"k{number}", content_id=content.id,
                     count=1),
        PushSubscription(user_id=alice.user.id, endpoint=f"https://push.exemple.ca/{number}", public_key="k",
                         secret="s"),
        Consent(**here, lead_id=lead.id, kind="publication", digest=f"d{number}", seen_on=clock.today()),
        LinkDay(link_id=link.id, day="2026-11-20", visits=number),
        WebhookAttempt(**here, message_id=ids["message_id"], milliseconds=number, status=500, reason="refused"),
        told,
    ])  # fmt: skip
    db.session.flush()
    db.session.add_all([
        WebhookAttempt(**here, message_id=told.id, milliseconds=number, reason="timeout") for _ in range(number % 3)
    ])  # fmt: skip


def addresses(app: Flask, ids: dict[str, Any]) -> Iterator[str]:
    """Yield every address that is read, filled in with alice's own rows."""
    yield from FILTERED
    for rule, method, path in walk(app, ids):
        if method == "GET" and rule.rule not in NOT_HERS:
            yield path


def statements(alice: Person, path: str) -> tuple[int, list[tuple[str, Any]]]:
    """Return an address's status, and what reading it asks of the database."""
    seen: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        if not statement.startswith(QUIET):
            seen.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        status = alice.client.get(path, headers=alice.headers).status_code
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return status, seen


def whole_tables(statement: str, parameters: Any) -> list[str]:
    """Return the tables that grow with every workspace, and of which a question reads every row."""
    plan = plan_of(statement, parameters)
    aliases = dict(re.findall(r"\b(\w+) AS (\w+)", statement))
    scanned = re.findall(r"SCAN (\w+)(?! USING)", plan) + re.findall(r"Seq Scan on (\w+)", plan)
    named = {alias: table for table, alias in aliases.items()}
    return [table for each in scanned if (table := named.get(each, each)) in GROWING]


def test_no_page_reads_a_whole_table(app: Flask, alice: Person) -> None:
    ids = rows_of(alice)
    grow(alice, ids, FEW)
    whole = {}
    for path in addresses(app, ids):
        for statement, parameters in statements(alice, path)[1]:
            if statement.startswith(("SELECT", "WITH")) and (tables := whole_tables(statement, parameters)):
                whole[statement] = f"{path} reads every row of {tables}: {statement}"
    assert not whole, "\n\n".join(whole.values())


def test_many_rows_ask_no_more_than_a_few(app: Flask, alice: Person) -> None:
    ids = rows_of(alice)
    grow(alice, ids, FEW)
    few = {}
    for path in addresses(app, ids):
        # The first reading fills what is kept in memory.
        statements(alice, path)
        few[path] = statements(alice, path)
    grow(alice, ids, MANY)
    more = []
    for path, (status, asked) in few.items():
        again, found = statements(alice, path)
        if again != status or len(found) > len(asked):
            known = [statement for statement, _ in asked]
            extra = [each for each, _ in found if each not in known] or [found[-1][0]]
            more.append(f"{path}: {status} with {len(asked)}, then {again} with {len(found)}: {extra[:1]}")
    assert not more, "\n".join(more)
    assert sum(status == 200 for status, _ in few.values()) > 60
