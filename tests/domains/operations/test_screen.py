"""The operator sees how the installation does, and tries again what failed; for others the page does not exist."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.core import background, clock
from app.core.db import db
from app.domains.campaigns.models import Campaign, CampaignSearch
from app.domains.contents.models import Content, ContentDecision, Writing
from app.domains.dashboard.models import SurveyAnswer
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.domains.notifications.models import Mail
from app.domains.operations import outside, retrying, weekly
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.states import DeliveryState
from app.providers.watching import Told
from tests.people import Person, make_person
from tests.services import Redis


@pytest.fixture
def operator(app: Flask) -> Person:
    """She operates the installation, and owns a workspace of her own."""
    person = make_person(app, "odile")
    assert app.test_cli_runner().invoke(args=["user", "operator", "odile@exemple.ca"]).exit_code == 0
    db.session.expire_all()
    return person


def failed_rows(alice: Person) -> dict[str, Any]:
    """Leave one failure of each kind in alice's workspace."""
    here: dict[str, Any] = {"workspace_id": alice.workspace.id}
    campaign = Campaign(**here, name="Secret d’alice", industry="restaurant", city="Lévis", state="failed",
                        reason="unavailable", wizard_step=4, latitude=46.8, longitude=-71.2)  # fmt: skip
    lead = Lead(**here, industry="restaurant", name="Bistro secret", name_key="secret", state="writing_failed")
    connection = Connection(**here, network="linkedin", account_urn="urn:li:person:1", account_name="Alice",
                            sealed_access_token="-", scopes=[],
                            expires_at=clock.now() + timedelta(days=50))  # fmt: skip
    mail = Mail(**here, dedupe_key="k", kind="leads_ready", recipient="a@b.ca", subject="Secret", text="t", html="h",
                state="failed", reason="recipient refused", tries=3)  # fmt: skip
    db.session.add_all([campaign, lead, connection, mail])
    db.session.flush()
    content = Content(**here, campaign_id=campaign.id, lead_id=lead.id, state="approved", text="Texte secret",
                      hashtags=[], alt_text="a", quality={"total": 80, "parts": []}, writer="offline", picture_key="",
                      thumbnail_key="")  # fmt: skip
    search = CampaignSearch(**here, campaign_id=campaign.id, state="failed", reason="unavailable")
    writing = Writing(**here, campaign_id=campaign.id, lead_id=lead.id, state="failed", reason="unavailable")
    db.session.add_all([content, search, writing])
    db.session.flush()
    delivery = Delivery(**here, content_id=content.id, connection_id=connection.id, text="Texte secret", hashtags=[],
                        scheduled_at=clock.now(), undo_until=clock.now(), state=DeliveryState.UNCONFIRMED,
                        reason="outcome_unknown")  # fmt: skip
    db.session.add(delivery)
    db.session.commit()
    return {"deliveries": delivery, "writings": writing, "searches": search, "mails": mail}


def test_for_everybody_else_the_page_does_not_exist(client: FlaskClient, alice: Person) -> None:
    rows = failed_rows(alice)
    assert client.get("/exploitation").status_code == 404
    assert alice.client.get("/exploitation").status_code == 404
    assert alice.client.post(f"/exploitation/mails/{rows['mails'].id}/reprise").status_code == 404
    db.session.refresh(rows["mails"])
    assert rows["mails"].state == "failed"


def test_the_right_is_taken_away_as_it_was_given(app: Flask, operator: Person) -> None:
    app.test_cli_runner().invoke(args=["user", "operator", "odile@exemple.ca", "--remove"])
    assert operator.client.get("/exploitation").status_code == 404
    assert app.test_cli_runner().invoke(args=["user", "operator", "personne@exemple.ca"]).exit_code == 1


def test_she_sees_failures_and_why_and_nothing_of_what_customers_wrote(operator: Person, alice: Person) -> None:
    failed_rows(alice)
    page = operator.client.get("/exploitation").text
    assert "recipient refused" in page
    assert page.count("/reprise") == 4
    for kept in ("secret", "Secret", "Chez Alice", "alice@", "a@b.ca"):
        assert kept not in page


@pytest.mark.parametrize(
    ("kind", "job"),
    [("deliveries", "look_up"), ("writings", "contents.jobs.write"), ("searches", "search"), ("mails", "send_mail")],
)
def test_what_failed_is_tried_again_by_its_own_way(operator: Person, alice: Person, kind: str, job: str) -> None:
    row = failed_rows(alice)[kind]
    background.connection().flushdb()
    assert operator.client.post(f"/exploitation/{kind}/{row.id}/reprise").status_code == 303
    rung = [each.func_name for name in background.QUEUES for each in background.queue(name).jobs]
    assert any(job in name for name in rung), rung


def test_a_delivery_without_an_answer_is_never_sent_again(operator: Person, alice: Person) -> None:
    delivery = failed_rows(alice)["deliveries"]
    retrying.retry("deliveries", delivery.id)
    db.session.refresh(delivery)
    assert delivery.state == DeliveryState.UNCONFIRMED


def test_what_is_over_or_unknown_is_not_tried_again(operator: Person, alice: Person) -> None:
    row = failed_rows(alice)["mails"]
    assert retrying.retry("mails", row.id)
    assert not retrying.retry("mails", row.id)
    assert not retrying.retry("users", alice.user.id)


def test_a_service_shows_its_calls_and_which_server_answered(app: Flask, operator: Person) -> None:
    address = app.config["SETTINGS"].overpass_url[0]
    outside.note(Told("openstreetmap", "server", 0.2, place=address))
    outside.note(Told("openstreetmap", "search", 0.2))
    outside.note(Told("openstreetmap", "search", 0.2, error="QuotaReached"))
    outside.note(Told("offline", "write", 0.1))
    found = {each.provider: each for each in outside.healths()}
    assert (found["openstreetmap"].calls, found["openstreetmap"].errors) == (2, 1)
    assert found["openstreetmap"].last_error == "QuotaReached"
    assert "offline" not in found
    assert found["linkedin"].last_at is None
    page = operator.client.get("/exploitation").text
    assert address in page
    assert "a répondu en dernier" in page


def test_the_page_opens_with_redis_stopped(operator: Person, app: Flask, own_redis: Redis) -> None:
    own_redis.stop()
    answer = operator.client.get("/exploitation")
    assert answer.status_code == 200
    assert "Redis ne répond pas" in answer.text


def test_a_week_tells_how_soon_how_well_received_and_how_happy(app: Flask, alice: Person, charlie: Person) -> None:
    now = clock.now()
    alice.workspace.created_at = charlie.workspace.created_at = now
    here: dict[str, Any] = {"workspace_id": alice.workspace.id}
    db.session.add(Campaign(**here, name="c", state="scraping", launched_at=now + timedelta(hours=3)))
    for kind in ("approved", "approved", "approved", "rejected", "edited"):
        db.session.add(ContentDecision(**here, content_id=1, kind=kind, by_id=alice.user.id, decided_at=now))
    db.session.add(SurveyAnswer(user_id=alice.user.id, score=4, answered_at=now))
    db.session.add(SurveyAnswer(user_id=charlie.user.id, score=None, answered_at=now))
    db.session.commit()
    week, before = weekly.weeks(2)
    assert (week.opened, week.hours_to_campaign, week.approval_rate) == (2, 3.0, 0.75)
    assert (week.active_owners, week.survey_mean, week.survey_count) == (1, 4.0, 1)
    assert (before.opened, before.hours_to_campaign, before.approval_rate, before.survey_mean) == (0, None, None, None)


def test_the_page_says_what_each_workspace_cost_this_month(app: Flask, operator: Person) -> None:
    leads.note_use(operator.workspace.id, None, "google_places", {"text_search_enterprise": 15})
    db.session.commit()
    page = operator.client.get("/exploitation").text
    assert "0,52\u00a0$\u00a0US" in page
