"""Every address, walked by a stranger and by charlie with alice's own ids: nothing of hers shows or moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.routing import AnyConverter, IntegerConverter, Rule

from app.core import clock, storage
from app.core.db import Base, db
from app.domains.accounts.models import ApiToken, Device, Passkey
from app.domains.campaigns.models import Campaign, CampaignLead, CampaignSearch
from app.domains.compliance.models import Consent
from app.domains.contents.models import Content, ContentDecision, ContentVersion, Writing
from app.domains.leads.models import DuplicatePair, Lead, LeadImport, LeadMerge
from app.domains.notifications.models import Mail, Notification, PushSubscription
from app.domains.privacy.models import Erasure, Incident, PrivacyExport, PrivacyRequest
from app.domains.publishing.models import Connection, Delivery, Link
from app.domains.webhooks.models import WebhookAttempt, WebhookEndpoint, WebhookMessage
from app.domains.workspaces.models import Invitation
from tests.people import Person

SECRET = "Bistro secret d’alice"
# Pages anyone may read, and forms anyone may send. A new page that is not here must refuse strangers.
PUBLIC_PAGES = {
    "/", "/connexion", "/inscription", "/confidentialite", "/conditions", "/aide", "/healthz", "/readyz",
    "/metrics", "/favicon.ico", "/assets/<path:path>", "/api/docs", "/api/v1/openapi.json",
    "/l/<code>", "/manifest.webmanifest", "/service.js", "/hors-ligne",
    "/connexion/code", "/mot-de-passe-oublie", "/mot-de-passe-oublie/envoye",
}  # fmt: skip
PUBLIC_FORMS = {
    "/connexion", "/connexion/code", "/connexion/cle-d-acces", "/connexion/cle-d-acces/demande", "/inscription",
    "/deconnexion", "/demonstration", "/mot-de-passe-oublie",
}  # fmt: skip
# Their token is the proof, so that they open without a session; a wrong one opens nothing.
BY_TOKEN = (
    "/a/",
    "/calendrier/",
    "/confidentialite/",
    "/courriel/",
    "/desabonnement/",
    "/i/",
    "/invitation/",
    "/nouveau-mot-de-passe/",
)
REFUSED = {401, 403, 404}


def rows_of(alice: Person) -> dict[str, Any]:
    """Give alice one row of each kind; return their ids by the name an address gives them."""
    here: dict[str, Any] = {"workspace_id": alice.workspace.id}
    now = clock.now()
    campaign = Campaign(**here, name=SECRET, industry="restaurant", city="Lévis", state="publishing", wizard_step=4)
    lead = Lead(**here, industry="restaurant", name=SECRET, name_key="secret", city="Lévis", state="written")
    connection = Connection(**here, network="linkedin", account_urn="urn:li:person:1", account_name=SECRET,
                            sealed_access_token="-", scopes=[], expires_at=now + timedelta(days=50))  # fmt: skip
    mail = Mail(
        **here, dedupe_key="k", kind="leads_ready", recipient="a@b.ca", subject="s", text="t", html="h", state="sent"
    )
    db.session.add_all([campaign, lead, connection, mail])
    db.session.flush()
    search = CampaignSearch(**here, campaign_id=campaign.id, state="done")
    content = Content(**here, campaign_id=campaign.id, lead_id=lead.id, state="approved", text=SECRET, hashtags=[],
                      alt_text="a", quality={"total": 80, "parts": []}, writer="offline",
                      picture_key=f"contents/{alice.workspace.id}/secret.png", thumbnail_key="")  # fmt: skip
    news = Notification(**here, user_id=alice.user.id, kind="to_approve", dedupe_key="k", content_id=None, count=1)
    db.session.add(news)
    db.session.add_all([search, content, CampaignLead(campaign_id=campaign.id, lead_id=lead.id)])
    db.session.flush()
    writing = Writing(**here, campaign_id=campaign.id, lead_id=lead.id, content_id=content.id, state="done")
    delivery = Delivery(**here, content_id=content.id, connection_id=connection.id, text=SECRET, hashtags=[],
                        scheduled_at=now + timedelta(hours=1), undo_until=now + timedelta(hours=1))  # fmt: skip
    db.session.add_all([writing, delivery])
    db.session.commit()
    storage.store().put(content.picture_key, SECRET.encode(), "image/png")
    named = (campaign, lead, connection, mail, search, content, writing, delivery, news)
    other = Lead(**here, industry="restaurant", name=SECRET, name_key="secret2")
    db.session.add(other)
    db.session.flush()
    pair = DuplicatePair(**here, first_id=lead.id, second_id=other.id, why="name")
    merge = LeadMerge(**here, kept_id=lead.id, absorbed_id=other.id, why="name")
    brought = LeadImport(**here, filename=SECRET, file_key="", counts={"rows": 1, "columns": []})
    noted = ContentDecision(**here, content_id=content.id, heading=SECRET, kind="approved", by_name=SECRET)
    version = ContentVersion(
        content_id=content.id, number=1, cause="written", text=SECRET, hashtags=[], writer="offline"
    )
    link = Link(**here, content_id=content.id, code="secret22", target="https://exemple.ca/secret")
    db.session.add_all([pair, merge, brought, noted, version, link])
    db.session.commit()
    ids = {f"{re.sub('^campaign', '', type(row).__name__.lower()) or 'campaign'}_id": row.id for row in named}
    ids |= {"pair_id": pair.id, "merge_id": merge.id, "import_id": brought.id, "number": version.number}
    phone = PushSubscription(user_id=alice.user.id, endpoint="https://push.exemple.ca/x", public_key="k", secret="s")
    db.session.add(phone)
    db.session.commit()
    asked = PrivacyRequest(**here, kind="access", name=SECRET, email="a@b.ca", state="open", fingerprint="f")
    db.session.add(asked)
    db.session.commit()
    taken = PrivacyExport(**here, subject="workspace", state="failed")
    erased = Erasure(**here, subject="person", state="done", code="secret", due_at=now)
    db.session.add_all([taken, erased])
    db.session.commit()
    ids |= {"request_id": asked.id, "code": alice.workspace.policy_code, "export_id": taken.id}
    ids |= {"erasure_id": erased.id}
    happened = Incident(**here, concerned=SECRET, circumstances=SECRET, known_on=clock.today())
    db.session.add(happened)
    db.session.commit()
    ids |= {"incident_id": happened.id}
    ids |= {"link_id": link.id, "subscription_id": phone.id}
    ids["device_id"] = db.session.scalars(select(Device.id).where(Device.user_id == alice.user.id)).one()
    passkey = Passkey(user_id=alice.user.id, credential_id="secret", public_key=b"", name=SECRET)
    db.session.add(passkey)
    db.session.commit()
    ids["passkey_id"] = passkey.id
    # What an operator would try again.
    ids |= {"row_id": mail.id}
    agreed = Consent(**here, lead_id=lead.id, kind="express", digest="secret", snippet=SECRET, seen_on=clock.today())
    db.session.add(agreed)
    db.session.commit()
    ids["consent_id"] = agreed.id
    token = ApiToken(**here, user_id=alice.user.id, fingerprint="secret", name=SECRET, scopes=["read"])
    db.session.add(token)
    hook = WebhookEndpoint(**here, url="https://exemple.ca/adresse-secrete", events=["leads.ready"], sealed_secret="-")
    db.session.add(hook)
    db.session.flush()
    told = WebhookMessage(**here, endpoint_id=hook.id, event_id="evt_1", type="leads.ready", subject_id=campaign.id,
                          body=SECRET, state="failed", give_up_at=now)  # fmt: skip
    db.session.add(told)
    db.session.flush()
    db.session.add(WebhookAttempt(**here, message_id=told.id, milliseconds=1, status=500, excerpt=SECRET))
    db.session.commit()
    ids |= {"token_id": token.id, "endpoint_id": hook.id, "webhook_id": hook.id, "message_id": told.id}
    place = Invitation(workspace_id=alice.workspace.id, email="n@exemple.ca", role="editor", expires_at=now)
    db.session.add(place)
    db.session.commit()
    ids["invitation_id"] = place.id
    return ids | {"workspace_id": alice.workspace.id, "user_id": alice.user.id, "key": content.picture_key}


def snapshot() -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table."""
    db.session.rollback()
    return {
        table.name: sorted(map(tuple, db.session.execute(select(table))), key=repr)
        for table in Base.metadata.sorted_tables
    }


def walk(app: Flask, ids: dict[str, Any]) -> Iterator[tuple[Rule, str, str]]:
    """Yield every rule with each of its methods and an address of alice's."""
    for rule in app.url_map.iter_rules():
        values = {name: _value(rule, name, ids) for name in rule.arguments - set(rule.defaults or {})}
        path = app.url_map.bind("localhost").build(rule.endpoint, values, method=None)
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule, method, path


def _value(rule: Rule, name: str, ids: dict[str, Any]) -> Any:
    converter = rule._converters[name]
    if isinstance(converter, IntegerConverter):
        assert name in ids, f"{rule.rule}: give alice a row for {name}, above"
        return ids[name]
    if isinstance(converter, AnyConverter):
        return next(iter(converter.items))
    return ids.get(name, "inconnu")


def ask(client: FlaskClient, method: str, path: str, headers: dict[str, str] | None = None) -> tuple[int, str, str]:
    answer = client.open(path, method=method, headers=headers)
    text = answer.get_data().decode(errors="replace")
    return answer.status_code, answer.location or answer.headers.get("HX-Redirect", ""), text


@pytest.fixture(autouse=True)
def crashes_are_answers(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a crash be a 500, as in production, so that one walk names every door at fault."""
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)


@pytest.fixture
def ids(app: Flask, alice: Person) -> dict[str, Any]:
    return rows_of(alice)


def test_a_stranger_is_shown_the_door_everywhere(app: Flask, client: FlaskClient, ids: dict[str, Any]) -> None:
    before, wrong = snapshot(), []
    for rule, method, path in walk(app, ids):
        for headers in ({}, {"HX-Request": "true"}):
            status, to, text = ask(client, method, path, headers)
            line = f"{method} {rule.rule} → {status} {to}"
            if SECRET in text or status >= 500 and rule.rule != "/readyz":
                wrong.append(line)
            elif rule.rule in PUBLIC_PAGES and method == "GET":
                if status not in {200, 303, 401, 404, 503}:
                    wrong.append(line)
            elif rule.rule in PUBLIC_FORMS or rule.rule.startswith(BY_TOKEN):
                if status not in {200, 204, 303, 404, 410, 422}:
                    wrong.append(line)
            elif status not in REFUSED and not (status == 303 and to.startswith("/connexion")):
                wrong.append(line)
    assert not wrong
    assert snapshot() == before


def test_charlie_finds_nothing_of_alices_whatever_he_sends(app: Flask, charlie: Person, ids: dict[str, Any]) -> None:
    # The day his token was last used is noted at its first use.
    ask(charlie.client, "GET", "/api/v1/metrics", charlie.headers)
    before, wrong = snapshot(), []
    for rule, method, path in walk(app, ids):
        named = any(isinstance(rule._converters.get(name), IntegerConverter) for name in rule.arguments)
        if not named and "key" not in rule.arguments:
            continue
        for headers in ({}, charlie.headers, charlie.headers | {"Content-Type": "application/json"}, charlie.hx):
            status, to, text = ask(charlie.client, method, path, headers)
            refused = status == 404 or (
                status == 401 and "Authorization" not in headers and rule.rule.startswith("/api/")
            )
            if SECRET in text or not refused:
                wrong.append(f"{method} {rule.rule} → {status} {to}")
    assert not wrong
    assert snapshot() == before


def test_charlies_own_pages_hold_nothing_of_alices(app: Flask, charlie: Person, ids: dict[str, Any]) -> None:
    wrong = []
    for rule, method, path in walk(app, ids):
        if method == "GET" and not rule.arguments:
            status, _to, text = ask(charlie.client, method, path, charlie.headers)
            if SECRET in text or status >= 500 and rule.rule != "/readyz":
                wrong.append(f"{rule.rule} → {status}")
    assert not wrong


def test_a_program_without_a_token_or_with_a_wrong_one_is_refused(
    app: Flask, client: FlaskClient, ids: dict[str, Any]
) -> None:
    for rule, method, path in walk(app, ids):
        if not rule.rule.startswith("/api/") or rule.rule in PUBLIC_PAGES or rule.rule.startswith("/api/docs"):
            continue
        for headers in (
            {},
            {"Authorization": "Bearer ag_faux"},
            {"Authorization": "Basic YTpi"},
            {"Authorization": "\xff"},
        ):
            answer = client.open(path, method=method, headers=headers)
            assert answer.status_code == 401, f"{method} {rule.rule}"
            assert answer.mimetype == "application/problem+json"


def test_every_page_of_hers_opens_for_alice(app: Flask, alice: Person, ids: dict[str, Any]) -> None:
    """The walk above proves little if these addresses opened for nobody."""
    opened = [
        rule.rule
        for rule, method, path in walk(app, ids)
        if method == "GET" and "_id" in rule.rule and ask(alice.client, method, path, alice.headers)[0] == 200
    ]
    assert any(rule.startswith("/campagnes/") for rule in opened)
    assert any(rule.startswith("/prospects/") for rule in opened)
