"""A link of a mail: reading changes nothing, a form acts once, and each dead link says why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, select

from app.core import clock, crypto
from app.core.db import db
from app.domains.approvals import links, services
from app.domains.approvals.models import ApprovalLink
from app.domains.contents.models import Content, ContentDecision
from app.domains.publishing.models import Delivery
from app.domains.workspaces.models import Membership
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.factories.publishing import at_once, pending
from tests.forms import forms_of
from tests.people import Person, make_person
from tests.test_every_route import snapshot


def link_for(content: Content, person: Person) -> str:
    token = links.issue(content, person.user.id)
    db.session.commit()
    return token


def press(client: FlaskClient, token: str, gesture: str, **more: str) -> Any:
    return client.post(f"/a/{token}", data={"geste": gesture, **more}, follow_redirects=True)


def log() -> list[tuple[str, str, int | None]]:
    db.session.rollback()
    rows = db.session.scalars(select(ContentDecision).order_by(ContentDecision.id))
    return [(row.kind, row.channel, row.by_id) for row in rows]


@pytest.fixture
def content(alice: Person) -> Content:
    showing.connection(alice.workspace)
    return pending(alice)


@pytest.fixture
def token(alice: Person, content: Content) -> str:
    return link_for(content, alice)


def test_the_page_shows_the_whole_post_and_its_picture_without_a_session(
    client: FlaskClient, content: Content, token: str
) -> None:
    answer = client.get(f"/a/{token}")
    assert answer.status_code == 200
    for words in (content.text.split("\n\n")[-1], "#CaféDeQuartier", content.alt_text, "Si vous approuvez maintenant"):
        assert words in answer.text
    assert client.get(f"/a/{token}/image").mimetype == "image/png"
    assert "<script" not in answer.text
    headers = answer.headers
    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert "noindex" in headers["X-Robots-Tag"]
    assert "Set-Cookie" not in headers


def test_scanners_change_nothing(client: FlaskClient, token: str) -> None:
    before = snapshot()
    for _ in range(20):
        for method in ("HEAD", "GET"):
            assert client.open(f"/a/{token}", method=method).status_code == 200
            assert client.open(f"/a/{token}?geste=approuver", method=method).status_code == 200
    assert client.put(f"/a/{token}").status_code == 405
    assert client.post(f"/a/{token}").status_code == 422, "a scanner that posts an empty form decides nothing"
    assert snapshot() == before


def test_the_form_approves_once_and_plans_one_delivery(
    client: FlaskClient, alice: Person, content: Content, token: str
) -> None:
    form = forms_of(client.get(f"/a/{token}").text)[-1]
    assert [button["value"] for button in form.buttons] == ["rejeter", "approuver"]
    page = press(client, token, "approuver").text
    assert "Approuvée" in page and "Prochain envoi" in page and "Annuler" in page
    assert making.reread(content).state == "approved"
    again = client.post(f"/a/{token}", data={"geste": "approuver"})
    assert again.status_code == 409
    assert client.post(f"/a/{token}", data={"geste": "rejeter"}).status_code == 409
    assert log() == [("approved", "email", alice.user.id)]
    assert len(db.session.scalars(select(Delivery)).all()) == 1


def test_the_link_signs_nobody_in_and_uses_nobody_s_session(
    client: FlaskClient, alice: Person, charlie: Person, content: Content, token: str
) -> None:
    answer = charlie.client.post(f"/a/{token}", data={"geste": "approuver"})
    assert answer.status_code == 303 and "Set-Cookie" not in answer.headers
    assert log() == [("approved", "email", alice.user.id)]
    assert client.get(f"/a/{token}").status_code == 200
    assert client.get("/tableau-de-bord").status_code == 303, "no session came of it"
    assert "charlie" not in charlie.client.get(f"/a/{token}").text


def test_many_thumbs_at_once_decide_once(app: Flask, content: Content, token: str) -> None:
    def thumb() -> None:
        opened = services.open_link(token)
        assert opened is not None
        services.approve(opened, "203.0.113.7")

    ends = at_once(app, [thumb] * 4)
    assert ends.count("done") == 1, ends
    assert [line[0] for line in log()] == ["approved"]


def test_a_rejection_is_taken_back_with_the_same_link(
    client: FlaskClient, alice: Person, content: Content, token: str
) -> None:
    assert "Rejetée" in press(client, token, "rejeter").text
    assert making.reread(content).state == "rejected"
    page = press(client, token, "annuler").text
    assert "attend de nouveau une décision" in page
    assert making.reread(content).state == "pending"
    assert client.post(f"/a/{token}", data={"geste": "approuver"}).status_code == 409, "it has served"
    assert [line[0] for line in log()] == ["rejected", "reopened"]


def test_an_approval_is_taken_back_within_its_window_only(
    app: Flask, client: FlaskClient, content: Content, token: str
) -> None:
    press(client, token, "approuver")
    window = app.config["SETTINGS"].undo_seconds
    with clock.frozen_at(clock.now() + timedelta(seconds=window + 5)):
        page = client.get(f"/a/{token}").text
        assert "Déjà approuvée à " in page and "Annuler" not in page
        assert client.post(f"/a/{token}", data={"geste": "annuler"}).status_code == 409
    assert making.reread(content).state == "approved"
    press(client, token, "annuler")
    assert making.reread(content).state == "pending"
    db.session.rollback()
    assert [row.state for row in db.session.scalars(select(Delivery))] == ["cancelled"]


def test_somebody_else_s_decision_is_told_with_its_hour_and_is_not_this_link_s_to_undo(
    client: FlaskClient, alice: Person, content: Content, token: str
) -> None:
    alice.client.post(f"/contenus/{content.id}/approbation")
    page = client.get(f"/a/{token}").text
    assert "Déjà approuvée à " in page and "Prochain envoi" in page
    assert "Annuler" not in page
    assert client.post(f"/a/{token}", data={"geste": "annuler"}).status_code == 409


def test_an_edited_text_asks_to_be_read_again(client: FlaskClient, alice: Person, content: Content, token: str) -> None:
    alice.client.post(f"/contenus/{content.id}/modifier", data={"text": content.text + "\n\nÀ bientôt!",
                      "hashtags": "Lévis", "alt_text": "Affiche"})  # fmt: skip
    assert making.reread(content).revision > 1
    answer = client.get(f"/a/{token}")
    assert "Le texte a changé, relisez-le" in answer.text
    assert "Recevoir un nouveau lien" in answer.text
    assert client.post(f"/a/{token}", data={"geste": "approuver"}).status_code == 409
    assert client.get(f"/a/{token}/image").status_code == 404
    assert making.reread(content).state == "pending"


@pytest.mark.parametrize("field", ["text", "hashtags", "picture_key", "alt_text", "revision"])
def test_whatever_changed_closes_the_link(client: FlaskClient, content: Content, token: str, field: str) -> None:
    values: dict[str, Any] = {
        "text": "Autre",
        "hashtags": ["Autre"],
        "picture_key": "x.png",
        "alt_text": "a",
        "revision": 9,
    }
    setattr(content, field, values.get(field, 9))
    db.session.commit()
    assert "Le texte a changé" in client.get(f"/a/{token}").text


def test_a_link_dies_after_72_hours_and_offers_another(client: FlaskClient, content: Content, token: str) -> None:
    with clock.frozen_at(clock.now() + timedelta(hours=71, minutes=59)):
        assert client.get(f"/a/{token}").status_code == 200
    with clock.frozen_at(clock.now() + timedelta(hours=72, minutes=1)):
        answer = client.get(f"/a/{token}")
        assert answer.status_code == 410
        assert "n’est plus valable" in answer.text and content.text[:40] not in answer.text
        assert "Café Bleu" not in answer.text
        assert client.post(f"/a/{token}", data={"geste": "approuver"}).status_code == 410
    assert making.reread(content).state == "pending"


def test_a_forged_token_opens_nothing(client: FlaskClient, content: Content, token: str) -> None:
    head, _, signature = token.rpartition(".")
    forged = [f"{head[:-1]}{'A' if head[-1] != 'A' else 'B'}.{signature}", head, f"{head}.", "inconnu", "é" * 300,
              token + "x", crypto.new_token()]  # fmt: skip
    for each in forged:
        for answer in (client.get(f"/a/{each}"), client.post(f"/a/{each}", data={"geste": "approuver"})):
            assert answer.status_code == 404
            assert "Ce lien n’est pas valable" in answer.text
    assert making.reread(content).state == "pending"


def test_only_the_fingerprint_is_kept(token: str) -> None:
    [row] = db.session.scalars(select(ApprovalLink)).all()
    assert token not in repr([getattr(row, column.name) for column in ApprovalLink.__table__.columns])
    assert row.fingerprint == crypto.fingerprint(token)


def test_a_person_who_approves_no_more_decides_nothing(
    app: Flask, client: FlaskClient, alice: Person, content: Content
) -> None:
    dora = make_person(app, "dora", workspace=alice.workspace, role="client")
    token = link_for(content, dora)
    membership = db.session.scalars(select(Membership).where(Membership.user_id == dora.user.id)).one()
    membership.role = "analyst"
    db.session.commit()
    assert "ne vous est plus demandée" in client.get(f"/a/{token}").text
    assert client.post(f"/a/{token}", data={"geste": "approuver"}).status_code == 409
    assert making.reread(content).state == "pending"


def test_a_person_who_left_takes_nothing_back_even_within_her_window(
    app: Flask, client: FlaskClient, alice: Person, content: Content
) -> None:
    dora = make_person(app, "dora", workspace=alice.workspace, role="client")
    token = link_for(content, dora)
    press(client, token, "approuver")
    db.session.execute(delete(Membership).where(Membership.user_id == dora.user.id))
    db.session.commit()
    assert client.post(f"/a/{token}", data={"geste": "annuler"}).status_code == 409
    assert making.reread(content).state == "approved"


def test_two_people_approve_each_with_her_own_link(
    app: Flask, client: FlaskClient, alice: Person, content: Content
) -> None:
    db.session.merge(alice.workspace).approval_rule = "two"
    db.session.commit()
    dora = make_person(app, "dora", workspace=alice.workspace, role="client")
    hers, mine = link_for(content, dora), link_for(content, alice)
    again = link_for(content, alice)
    assert "Votre approbation sera la première" in client.get(f"/a/{mine}").text
    assert "Première approbation gardée" in press(client, mine, "approuver").text
    assert making.reread(content).state == "pending"
    assert client.post(f"/a/{again}", data={"geste": "approuver"}).status_code == 409, "never the same person twice"
    assert "Déjà approuvée par alice@exemple.ca" in client.get(f"/a/{hers}").text
    assert "Prochain envoi" in press(client, hers, "approuver").text
    assert making.reread(content).state == "approved"
    assert [line[:2] for line in log()] == [("first_approved", "email"), ("approved", "email")]


def test_a_first_approval_is_taken_back_with_its_link(
    app: Flask, client: FlaskClient, alice: Person, content: Content
) -> None:
    db.session.merge(alice.workspace).approval_rule = "two"
    db.session.commit()
    make_person(app, "dora", workspace=alice.workspace, role="client")
    mine = link_for(content, alice)
    assert "Annuler" in press(client, mine, "approuver").text
    press(client, mine, "annuler")
    assert making.reread(content).first_approved_at is None


def test_a_blocking_fault_is_told_and_holds(client: FlaskClient, alice: Person) -> None:
    content = pending(alice, making.TEXT + "\n\nAvec 12 prix gagnés en 2019!", writer="offline")
    token = link_for(content, alice)
    page = client.get(f"/a/{token}").text
    assert "Corrigez d’abord le passage signalé" in page and "disabled" in page
    assert client.post(f"/a/{token}", data={"geste": "approuver"}).status_code == 409
    assert making.reread(content).state == "pending"
    assert "Rejetée" in press(client, token, "rejeter").text, "a refused approval does not spend the link"


def test_a_near_duplicate_is_asked_about_and_confirmed_on_the_page(
    client: FlaskClient, alice: Person, content: Content
) -> None:
    alice.client.post(f"/contenus/{content.id}/approbation")
    twin = pending(alice, content.text + " Bonne visite.")
    token = link_for(twin, alice)
    answer = client.post(f"/a/{token}", data={"geste": "approuver"})
    assert answer.status_code == 409
    assert "ressemble beaucoup" in answer.text and "Approuver quand même" in answer.text
    assert making.reread(twin).state == "pending"
    press(client, token, "confirmer")
    assert making.reread(twin).state == "approved"


def test_without_a_connection_the_page_says_what_it_waits_for(client: FlaskClient, alice: Person) -> None:
    token = link_for(pending(alice), alice)
    assert "elle partira quand un compte sera connecté" in client.get(f"/a/{token}").text
    assert "Elle partira quand un compte sera connecté." in press(client, token, "approuver").text


def test_old_links_are_forgotten_a_month_after_their_death(content: Content, token: str) -> None:
    with clock.frozen_at(clock.now() + timedelta(days=32)):
        assert links.forget_old() == 0
    with clock.frozen_at(clock.now() + timedelta(days=34)):
        assert links.forget_old() == 1
