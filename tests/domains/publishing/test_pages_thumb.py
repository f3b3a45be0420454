"""The thumb: one touch decides, the next card comes, and the touch can be taken back."""

from __future__ import annotations

import re
import threading
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.domains.contents import services as contents
from app.domains.contents.models import Content
from app.domains.publishing.models import Delivery
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.people import Person


def deliveries(content: Content) -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(Delivery.state).where(Delivery.content_id == content.id)))


def test_the_page_shows_what_linkedin_will_show_and_when_it_leaves(alice: Person) -> None:
    showing.connection(alice.workspace)
    content = making.content(alice.workspace)
    page = alice.client.get(f"/contenus/{content.id}").text
    assert 'width="1200" height="627" alt="Affiche du Café Bleu, à Lévis"' in page
    assert "voir plus" in page
    assert "Si vous approuvez maintenant, elle part" in page
    assert "5\u00a0minutes pour annuler" in page
    assert "1 sur 1" in page


def test_without_linkedin_the_page_says_what_to_do_first(alice: Person) -> None:
    content = making.content(alice.workspace)
    page = alice.client.get(f"/contenus/{content.id}").text
    assert 'href="/profil#linkedin"' in page
    alice.client.post(f"/contenus/{content.id}/approbation")
    assert deliveries(content) == []
    assert "Elle partira quand un compte sera connecté" in alice.client.get(f"/contenus/{content.id}").text


def test_approving_without_script_comes_back_to_the_page_with_the_way_to_undo(alice: Person) -> None:
    showing.connection(alice.workspace)
    content = making.content(alice.workspace)
    answer = alice.client.post(f"/contenus/{content.id}/approbation")
    assert (answer.status_code, answer.location) == (303, f"/contenus/{content.id}")
    page = alice.client.get(answer.location).text
    assert "Prochain envoi" in page
    assert f'action="/contenus/{content.id}/approbation?_method=DELETE"' in page
    assert deliveries(content) == ["scheduled"]


def test_the_next_card_comes_by_itself_with_the_last_gesture_on_top(alice: Person) -> None:
    showing.connection(alice.workspace)
    older, newer = showing.several(alice.workspace, 2)
    answer = alice.client.post(f"/contenus/{newer.id}/approbation", headers=alice.hx)
    assert answer.headers["HX-Push-Url"] == f"/contenus/{older.id}"
    assert f'action="/contenus/{newer.id}/approbation?_method=DELETE"' in answer.text
    assert f'action="/contenus/{older.id}/approbation"' in answer.text
    assert "<html" not in answer.text
    assert re.search(r'id="waiting-count"[^>]*hx-swap-oob="true">.*</span>1</span>', answer.text)
    undone = alice.client.delete(f"/contenus/{newer.id}/approbation", headers=alice.hx)
    assert undone.headers["HX-Push-Url"] == f"/contenus/{newer.id}"
    assert deliveries(newer) == ["cancelled"]
    assert showing.state_of(newer) == "pending"


def test_after_the_last_card_the_count_of_the_navigation_goes_away(alice: Person) -> None:
    content = making.content(alice.workspace)
    answer = alice.client.post(f"/contenus/{content.id}/rejet", headers=alice.hx)
    assert re.search(r'id="waiting-count"[^>]* hidden', answer.text)
    assert "Vous avez rejeté cette publication" in answer.text


def test_a_card_of_the_gallery_changes_where_it_is(alice: Person) -> None:
    content = making.content(alice.workspace)
    headers = alice.hx | {"HX-Target": f"content-{content.id}-card"}
    card = alice.client.post(f"/contenus/{content.id}/rejet", headers=headers).text
    assert card.lstrip().startswith("<article")
    assert "Rejetée" in card
    again = alice.client.post(f"/contenus/{content.id}/rejet?_method=DELETE", headers=headers).text
    assert "À approuver" in again
    assert showing.state_of(content) == "pending"


def test_a_delivery_past_its_hour_leaves_as_soon_as_possible(alice: Person) -> None:
    showing.connection(alice.workspace)
    content = making.content(alice.workspace)
    alice.client.post(f"/contenus/{content.id}/approbation")
    with clock.frozen_at(clock.now() + timedelta(hours=2)):
        page = alice.client.get(f"/contenus/{content.id}").text.replace("\u00a0", " ")
    assert "Prochain envoi : dès que possible." in page


def test_a_rejection_is_undone_just_after_and_put_back_later(alice: Person) -> None:
    content = making.content(alice.workspace)
    here = f"/contenus/{content.id}"
    for headers in (alice.hx, alice.hx | {"HX-Target": f"content-{content.id}-card"}):
        just_after = alice.client.post(f"{here}/rejet", headers=headers).text
        assert "Annuler" in just_after
        assert "Remettre à approuver" not in just_after
        for page in (here, "/contenus"):
            later = alice.client.get(page).text
            assert "Annuler" not in later
            assert "Remettre à approuver" in later
        alice.client.post(f"{here}/rejet?_method=DELETE", headers=headers)
        assert showing.state_of(content) == "pending"


def test_of_two_thumbs_the_second_reads_that_it_was_decided(alice: Person) -> None:
    showing.connection(alice.workspace)
    content = making.content(alice.workspace)
    address = f"/contenus/{content.id}/approbation"
    alice.client.post(address)
    assert "Déjà approuvée" in alice.client.post(address, headers=alice.hx).text
    assert "Déjà approuvée" in alice.client.post(address, follow_redirects=True).text
    assert "Déjà approuvée" in alice.client.post(f"/contenus/{content.id}/rejet", headers=alice.hx).text
    assert deliveries(content) == ["scheduled"]


def test_approved_twice_at_the_same_instant_it_leaves_once(app: Flask, alice: Person) -> None:
    showing.connection(alice.workspace)
    content = making.content(alice.workspace)
    address, together = f"/contenus/{content.id}/approbation", threading.Barrier(2)
    said: list[str] = []

    def press() -> None:
        browser = FlaskClient(app, app.response_class)
        with browser.session_transaction() as session:
            session.update(signed_in)
        together.wait(5)
        said.append(browser.post(address, headers=alice.hx).text)

    with alice.client.session_transaction() as session:
        signed_in = dict(session)
    db.session.commit()
    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert ["Déjà approuvée" in text for text in said].count(True) == 1
    assert deliveries(content) == ["scheduled"]


def test_what_is_leaving_can_no_longer_be_taken_back(alice: Person) -> None:
    content = making.content(alice.workspace, "approved")
    showing.delivery(content, showing.connection(alice.workspace), "sending")
    assert "Trop tard" in alice.client.delete(f"/contenus/{content.id}/approbation", headers=alice.hx).text
    assert deliveries(content) == ["sending"]
    assert showing.state_of(content) == "approved"


def test_a_text_like_a_recent_one_asks_before_it_leaves(alice: Person) -> None:
    showing.connection(alice.workspace)
    making.content(alice.workspace, "approved")
    content = making.content(alice.workspace)
    address = f"/contenus/{content.id}/approbation"
    asked = alice.client.post(address, headers=alice.hx).text
    assert "ressemble beaucoup" in asked
    assert "Approuver quand même" in asked
    plain = alice.client.post(address)
    assert plain.location == f"/contenus/{content.id}?confirmer=1"
    assert "Approuver quand même" in alice.client.get(plain.location).text
    assert showing.state_of(content) == "pending"
    alice.client.post(address, data={"confirm": "1"})
    assert deliveries(content) == ["scheduled"]


def test_a_text_against_the_rules_of_a_trade_is_refused_whatever_is_confirmed(alice: Person) -> None:
    lead = making.lead(alice.workspace, "Clinique Bleue", industry="dentist")
    flag = {"code": "trade_dentist", "message": "« le meilleur » se compare aux autres.", "blocking": True}
    text = f"Le meilleur dentiste de Lévis, cinq étoiles! {making.TEXT}"
    content = making.content(alice.workspace, lead_id=lead.id, text=text, flags=[flag])
    page = alice.client.get(f"/contenus/{content.id}").text
    assert "se compare aux autres" in page
    assert "ne peut pas partir telle quelle" in page
    assert re.search(r"<button[^>]* disabled[^>]*>.*Approuver</button>", page)
    answer = alice.client.post(f"/contenus/{content.id}/approbation", data={"confirm": "1"}, headers=alice.hx)
    assert "notice--bad" in answer.text
    assert "Approuver quand même" not in answer.text
    assert showing.state_of(content) == "pending"


def test_a_remark_that_no_longer_holds_bars_nothing(alice: Person) -> None:
    flag = {"code": "trade_dentist", "message": "Ancienne règle.", "blocking": True}
    content = making.content(alice.workspace, flags=[flag])
    assert " disabled" not in alice.client.get(f"/contenus/{content.id}").text
    alice.client.post(f"/contenus/{content.id}/approbation")
    assert showing.state_of(content) == "approved"


@pytest.mark.parametrize(("state", "asks_again"), [("scheduled", True), ("sending", True), ("published", False)])
def test_a_delivery_asks_again_by_itself_only_while_it_moves(alice: Person, state: str, asks_again: bool) -> None:
    of_content = "published" if state == "published" else "approved"
    content = making.content(alice.workspace, of_content)
    showing.delivery(content, showing.connection(alice.workspace), state, url="https://www.linkedin.com/feed/update/1/")
    piece = alice.client.get(f"/contenus/{content.id}/envoi", headers=alice.hx).text
    assert ('hx-trigger="every 3s"' in piece) is asks_again
    assert ("Voir sur LinkedIn" in piece) is (state == "published")
    assert f'id="content-{content.id}-badge" hx-swap-oob="true"' in piece
    again = re.search(r'hx-get="([^"]+)"', piece)
    assert (again is not None) is asks_again
    if again:
        # Nothing new moves nothing: whoever is on « Annuler » with her keyboard stays there.
        assert alice.client.get(again[1], headers=alice.hx).status_code == 204
        making.reread(content).state = "published"
        db.session.scalars(select(Delivery)).one().state = "published"
        assert "Publiée" in alice.client.get(again[1], headers=alice.hx).text
    assert ("Modifier" in piece) is (of_content != "published")


@pytest.mark.parametrize(
    ("word", "state", "of_content"), [("oui", "published", "published"), ("non", "scheduled", "approved")]
)
def test_the_owner_settles_what_linkedin_left_unsaid(alice: Person, word: str, state: str, of_content: str) -> None:
    content = making.content(alice.workspace, "approved")
    delivery = showing.delivery(content, showing.connection(alice.workspace), "unconfirmed", reason="outcome_unknown")
    assert "Voyez-vous cette publication sur votre profil?" in alice.client.get(f"/contenus/{content.id}").text
    address = f"/envois/{delivery.id}/reponse"
    assert alice.client.post(address, data={"reponse": "peut-être"}).status_code == 400
    assert alice.client.post(address, data={"reponse": word}).location == f"/contenus/{content.id}"
    assert (showing.state_of(delivery), showing.state_of(content)) == (state, of_content)
    again = alice.client.post(address, data={"reponse": word}, follow_redirects=True).text
    assert "a déjà reçu une réponse" in again


def test_a_demonstration_never_says_that_anything_leaves(alice: Person) -> None:
    showing.connection(alice.workspace)
    content = making.content(alice.workspace)
    alice.workspace.is_demo = True
    page = alice.client.get(f"/contenus/{content.id}").text
    assert "rien ne part d’ici" in page
    assert "elle part " not in page
    approved = alice.client.post(f"/contenus/{content.id}/approbation", follow_redirects=True).text
    assert deliveries(content) == []
    assert "quand un compte sera connecté" not in approved


@pytest.mark.parametrize("address", ["", "/envoi", "/modifier"])
def test_charlie_and_impossible_ids_find_nothing(alice: Person, charlie: Person, address: str) -> None:
    content = making.content(alice.workspace)
    assert charlie.client.get(f"/contenus/{content.id}{address}").status_code == 404
    assert alice.client.get(f"/contenus/{'9' * 30}{address}").status_code == 404


@pytest.mark.parametrize("door", ["approbation", "decision"])
def test_a_text_changed_since_it_was_shown_is_not_approved_unseen(alice: Person, door: str) -> None:
    content = making.content(alice.workspace)
    address = f"/contenus/{content.id}/{door}"
    headers = alice.hx if door == "decision" else {}
    shown = alice.client.get(f"/contenus/{content.id}", headers=headers).text
    assert 'name="revision" value="1"' in shown
    contents.edit(content, making.TEXT + " Autre chose.", by=alice.user.id)
    typed = {"geste": "approuver", "revision": "1"}
    piece = alice.client.post(address, data=typed, headers=alice.hx).text
    assert making.reread(content).state == "pending"
    assert "Autre chose." in piece
    assert 'name="revision" value="2"' in piece
    alice.client.post(address, data=typed | {"revision": "2"}, headers=alice.hx)
    assert making.reread(content).state == "approved"
