"""The private calendar: read by whoever holds the address, until it is changed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar

from app.core import clock
from app.core.limits import limiter
from app.domains.publishing.models import Delivery
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.factories.publishing import put
from tests.people import Person, make_person

MOMENT = datetime.fromisoformat("2026-12-01T14:30:00Z")
NAME = "Chez Zoé; bistro, « Ô »\\ & fils " + "é" * 70


def planned(alice: Person) -> Delivery:
    lead = making.lead(alice.workspace, NAME)
    content = making.content(alice.workspace, "approved", lead_id=lead.id)
    return showing.delivery(content, showing.connection(alice.workspace), "scheduled", scheduled_at=MOMENT)


def address(alice: Person) -> str:
    answer = alice.client.post("/a-venir/calendrier")
    assert answer.headers["Cache-Control"] == "no-store"
    found = re.search(r'value="http://localhost(/calendrier/[^"]+\.ics)"', answer.text)
    assert found is not None
    return found[1]


def events(client: FlaskClient, path: str) -> list[dict[str, object]]:
    answer = client.get(path)
    assert answer.status_code == 200 and answer.mimetype == "text/calendar"
    return [
        {name: event.decoded(name) for name in ("uid", "summary", "dtstart", "url", "status")}
        for event in Calendar.from_ical(answer.data).walk("VEVENT")
    ]


def test_it_is_read_without_a_session_and_names_what_is_planned(alice: Person, client: FlaskClient) -> None:
    row = planned(alice)
    path = address(alice)
    (event,) = events(client, path)
    assert event["summary"] == NAME.encode() or event["summary"] == NAME
    assert event["dtstart"] == MOMENT
    assert event["url"] == f"http://localhost/contenus/{row.content_id}"
    raw = client.get(path)
    assert b"DTSTART:20261201T143000Z" in raw.data
    assert all(len(line) <= 75 for line in raw.data.split(b"\r\n"))
    assert raw.headers["Cache-Control"] == "no-store"
    assert raw.headers["Referrer-Policy"] == "no-referrer"


def test_a_moved_departure_keeps_its_uid_and_an_ended_one_goes(alice: Person, client: FlaskClient) -> None:
    row = planned(alice)
    path = address(alice)
    (before,) = events(client, path)
    put(row, scheduled_at=MOMENT + timedelta(days=1))
    (after,) = events(client, path)
    assert after["uid"] == before["uid"] and after["dtstart"] == MOMENT + timedelta(days=1)
    put(alice.workspace, paused_at=clock.now())
    assert events(client, path)[0]["status"] in ("TENTATIVE", b"TENTATIVE")
    put(row, state="published")
    assert events(client, path) == []


def test_the_secret_is_shown_once_and_only_its_digest_is_kept(alice: Person) -> None:
    secret = address(alice).split("/")[-1].removesuffix(".ics")
    kept = making.reread(alice.workspace).calendar_key
    assert len(kept) == 64 and secret not in kept and len(secret) >= 40
    assert secret not in alice.client.get("/a-venir/calendrier").text


def test_a_changed_or_withdrawn_address_opens_nothing(alice: Person, client: FlaskClient) -> None:
    first = address(alice)
    second = address(alice)
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    alice.client.post("/a-venir/calendrier?_method=DELETE")
    assert client.get(second).status_code == 404


def test_a_guess_opens_nothing(alice: Person, charlie: Person, client: FlaskClient) -> None:
    planned(alice)
    path = address(alice)
    kept = making.reread(alice.workspace).calendar_key
    for guess in ("inconnu", kept, "%00", "é"):
        assert client.get(f"/calendrier/{guess}.ics").status_code == 404
    theirs = address(charlie)
    assert events(client, theirs) == [] and path != theirs


def test_guesses_are_counted(app: Flask, client: FlaskClient) -> None:
    limiter.enabled = True
    try:
        answers = {client.get(f"/calendrier/essai{number}.ics").status_code for number in range(31)}
    finally:
        limiter.enabled = False
    assert answers == {404, 429}


def test_whoever_made_the_address_takes_it_away_with_her(app: Flask, alice: Person, client: FlaskClient) -> None:
    planned(alice)
    manager = make_person(app, "mona", workspace=alice.workspace, role="manager")
    editor = make_person(app, "edith", workspace=alice.workspace, role="editor")
    path = address(manager)
    assert alice.client.delete(f"/membres/{editor.user.id}").status_code == 303
    assert len(events(client, path)) == 1
    assert alice.client.delete(f"/membres/{manager.user.id}").status_code == 303
    assert client.get(path).status_code == 404
    assert "Créer l’adresse" in alice.client.get("/a-venir/calendrier").text
