"""The studio behind « Plus d’options »: other texts, versions, a day, a copy, one's own publications."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from time import process_time

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.domains.contents import queries
from app.domains.contents.models import Content
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.factories import publishing
from tests.people import Person

Drain = Callable[..., int]
TEXT = "Ce matin, la première fournée est sortie du four à six heures. Passez nous dire bonjour!"


@pytest.fixture
def content(alice: Person) -> Content:
    return making.content(alice.workspace)


def ours(alice: Person) -> list[Content]:
    return queries.gallery(alice.workspace.id).items


def test_a_text_is_judged_as_it_is_typed_and_nothing_is_kept(alice: Person, content: Content) -> None:
    typed = {"text": "Réservez par email! (ou pas)", "hashtags": "#Lévis"}
    piece = alice.client.post(f"/contenus/{content.id}/apercu", data=typed, headers=alice.hx).text
    assert "5 mots" in piece
    # Two parentheses are escaped, and the mot-clic follows two lines further.
    assert "38 / 3\u00a0000" in piece
    assert "email" in piece.partition("Ce qui ferait monter la note")[0]
    assert making.reread(content).text == making.TEXT
    page = alice.client.post(f"/contenus/{content.id}/modifier", data=typed | {"verifier": "1"}).text
    assert "Réservez par email! (ou pas)</textarea>" in page
    assert making.reread(content).text == making.TEXT


def test_a_whole_book_is_refused_without_being_read_to_its_end(alice: Person, content: Content) -> None:
    typed = {"text": "Un mot de trop, « Le Petit Lévis ». " * 8000, "hashtags": "#a " * 20_000}
    started = process_time()
    piece = alice.client.post(f"/contenus/{content.id}/apercu", data=typed, headers=alice.hx)
    assert piece.status_code == 200
    # Read whole, it takes longer with each sign.
    assert process_time() - started < 3


@pytest.mark.parametrize("wish", ["shorter", "warmer", "soberer"])
def test_the_same_text_is_said_otherwise_in_its_place(
    alice: Person, content: Content, run_jobs: Drain, wish: str
) -> None:
    before = making.TEXT.replace("avec soin.", "avec soin!")
    content.text = before
    db.session.commit()
    piece = alice.client.post(f"/contenus/{content.id}/reecritures", data={"souhait": wish}, headers=alice.hx)
    assert "Rédaction en cours" in piece.text
    again = alice.client.post(f"/contenus/{content.id}/reecritures", data={"souhait": wish}, headers=alice.hx)
    assert "déjà en cours" in again.text
    run_jobs()
    changed = making.reread(content)
    assert changed.text != before
    assert "Café Bleu" in changed.text
    assert [(each.number, each.cause, each.wish) for each in queries.versions(content.id)] == [
        (2, "rewritten", wish),
        (1, "written", ""),
    ]
    answer = alice.client.get(f"/contenus/{content.id}/redaction", headers=alice.hx)
    assert answer.headers["HX-Retarget"] == "#thumb"
    assert changed.text.split("\n")[0][:40] in answer.text.replace("&#39;", "'")


def test_a_text_that_is_already_so_is_left_and_it_is_said(alice: Person, content: Content, run_jobs: Drain) -> None:
    alice.client.post(f"/contenus/{content.id}/reecritures", data={"souhait": "soberer"})
    run_jobs()
    assert making.reread(content).text == making.TEXT
    assert "déjà ainsi" in alice.client.get(f"/contenus/{content.id}/redaction", headers=alice.hx).text


def test_a_rewriting_never_covers_what_somebody_typed_meanwhile(
    alice: Person, content: Content, run_jobs: Drain
) -> None:
    alice.client.post(f"/contenus/{content.id}/reecritures", data={"souhait": "shorter"})
    with clock.frozen_at(clock.in_seconds(1)):
        alice.client.post(f"/contenus/{content.id}/modifier", data={"text": TEXT, "hashtags": ""})
    with clock.frozen_at(clock.in_seconds(2)):
        run_jobs()
    assert making.reread(content).text == TEXT
    assert "rien n’a été remplacé" in alice.client.get(f"/contenus/{content.id}/redaction", headers=alice.hx).text


def test_up_to_three_versions_stand_side_by_side(alice: Person, content: Content, run_jobs: Drain) -> None:
    for _ in range(2):
        alice.client.post(f"/contenus/{content.id}/variantes", data={"intention": "advice"})
        run_jobs()
    family = ours(alice)
    assert [each.variant_of for each in family] == [content.id, content.id, None]
    assert len({each.text for each in family}) == 3
    page = alice.client.get(f"/contenus/{content.id}").text
    assert all(f"Version {letter}" in page for letter in "ABC")
    assert "Demander une autre version" not in page
    refused = alice.client.post(f"/contenus/{content.id}/variantes", data={}, headers=alice.hx)
    assert "trois versions" in refused.text


def test_an_offer_is_never_invented(alice: Person, content: Content, run_jobs: Drain) -> None:
    said = alice.client.post(f"/contenus/{content.id}/variantes", data={"intention": "offer"}, headers=alice.hx)
    assert "en vos mots" in said.text
    run_jobs()
    assert len(ours(alice)) == 1


def test_the_words_of_an_offer_are_asked_only_where_one_may_be_asked_for(alice: Person, content: Content) -> None:
    address = f"/contenus/{content.id}"
    assert 'class="offer-words"' in alice.client.get(address).text
    # The same again is an offer again: its words are asked before any choice.
    publishing.put(content, intention="offer")
    assert 'class="offer-words offer-words--kept"' in alice.client.get(address).text
    publishing.put(content, intention="season", lead_id=None)
    assert "Votre offre" not in alice.client.get(address).text


def test_an_offer_is_told_in_the_persons_own_words_and_may_leave(
    alice: Person, content: Content, run_jobs: Drain
) -> None:
    asked = {"intention": "offer", "offre": "Un café filtre à 2,50\u00a0$ le mardi matin"}
    alice.client.post(f"/contenus/{content.id}/variantes", data=asked)
    run_jobs()
    offer = ours(alice)[0]
    assert "2,50" in offer.text
    assert not [flag for flag in offer.flags if flag["blocking"]]
    assert alice.client.post(f"/contenus/{offer.id}/approbation").status_code == 303
    assert making.reread(offer).state == "approved"


def test_a_dentist_thanks_nobody(alice: Person, content: Content) -> None:
    alice.workspace.industry = "dentist"
    db.session.commit()
    said = alice.client.post(f"/contenus/{content.id}/variantes", data={"intention": "thanks"}, headers=alice.hx)
    assert "ne permettent pas" in said.text


def test_versions_show_what_changed_and_lead_back(alice: Person, content: Content) -> None:
    alice.client.post(f"/contenus/{content.id}/modifier", data={"text": making.TEXT + " Un mot.", "hashtags": ""})
    page = alice.client.get(f"/contenus/{content.id}/versions").text
    assert "<ins>" in page
    assert "Modification" in page
    assert "alice" in page
    alice.client.post(f"/contenus/{content.id}/versions/1/retour")
    assert making.reread(content).text == making.TEXT
    assert len(queries.versions(content.id)) == 3


def test_a_planned_publication_does_not_leave_before_its_moment(alice: Person, content: Content) -> None:
    showing.connection(alice.workspace)
    moment = (clock.now() + timedelta(days=3)).astimezone(clock.QUEBEC).replace(second=0, microsecond=0)
    typed = {"moment": moment.strftime("%Y-%m-%dT%H:%M")}
    assert alice.client.post(f"/contenus/{content.id}/date", data=typed).status_code == 303
    assert making.reread(content).planned_at == moment
    alice.client.post(f"/contenus/{content.id}/approbation")
    [delivery] = db.session.scalars(select(showing.Delivery)).all()
    assert delivery.scheduled_at == moment


@pytest.mark.parametrize("typed", ["2020-01-01T10:00", "2190-01-01T10:00", "demain", ""])
def test_an_impossible_moment_is_refused_at_the_field(alice: Person, content: Content, typed: str) -> None:
    answer = alice.client.post(f"/contenus/{content.id}/date", data={"moment": typed})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert making.reread(content).planned_at is None


def test_a_copy_is_proposed_when_it_is_ready(alice: Person, content: Content) -> None:
    answer = alice.client.post(f"/contenus/{content.id}/copie")
    page = alice.client.get(answer.location).text
    assert "Proposer cette publication" in page
    alice.client.post(f"{answer.location}/soumission")
    assert [each.state for each in ours(alice)] == ["pending", "pending"]


def test_one_writes_a_publication_of_ones_own_from_a_template(alice: Person) -> None:
    alice.workspace.industry = "restaurant"
    db.session.commit()
    assert "entre crochets" not in alice.client.get("/contenus/nouvelle").text
    page = alice.client.get("/contenus/nouvelle?modele=resto-sucres").text
    assert "L’érable coule" in page
    assert "Remplacez ce qui est entre crochets." in page
    answer = alice.client.post("/contenus/nouvelle", data={"title": "Four", "text": TEXT, "hashtags": "#Pain"})
    assert answer.status_code == 303
    assert TEXT in alice.client.get(answer.location).text
    [own] = ours(alice)
    assert (own.title, own.lead_id, own.campaign_id, own.writer) == ("Four", None, None, "person")
    assert alice.client.post(f"{answer.location}/approbation").status_code == 303
    assert making.reread(own).state == "approved"


def test_a_blank_of_a_template_is_pointed_at_and_never_published(alice: Person) -> None:
    assert "reste à remplir" in alice.client.get("/contenus/nouvelle?modele=presentation").text
    typed = {"title": "", "text": "Nous sommes [le nom], à Lévis. [Un aparté, comme j’en fais.]", "hashtags": ""}
    answer = alice.client.post("/contenus/nouvelle", data=typed)
    [own] = ours(alice)
    assert [(flag["code"], flag["blocking"]) for flag in own.flags if flag["code"] == "blank_left"] == [
        ("blank_left", True)
    ]
    alice.client.post(f"{answer.location}/approbation")
    assert making.reread(own).state == "pending"


def test_an_empty_publication_of_ones_own_is_refused_at_the_field(alice: Person) -> None:
    answer = alice.client.post("/contenus/nouvelle", data={"title": "Four", "text": " ", "hashtags": ""})
    assert answer.status_code == 422
    assert 'value="Four"' in answer.text
    assert not ours(alice)


def test_a_reader_orders_nothing(alice: Person, bob: Person, content: Content) -> None:
    for path in ("reecritures", "variantes", "copie", "date", "soumission", "versions/1/retour"):
        assert bob.client.post(f"/contenus/{content.id}/{path}", data={"souhait": "shorter"}).status_code in {403, 404}


def test_one_touch_mends_a_passage_and_the_words_stay_whose_they_were(alice: Person) -> None:
    text = making.TEXT + "\n\nLe menu du midi y est à 14,95 $. On y parle par email."
    content = making.content(alice.workspace, text=text)
    flags = [
        {"code": "fact_price", "message": "Ce prix", "blocking": True, "excerpt": "14,95 $", "fix": "remove_sentence"},
        {"code": "french_email", "message": "email", "blocking": False},
    ]
    content.flags = flags
    db.session.commit()
    page = alice.client.get(f"/contenus/{content.id}").text
    assert "Retirer cette phrase" in page
    alice.client.post(f"/contenus/{content.id}/corrections", data={"code": "fact_price", "passage": "14,95 $"})
    mended = making.reread(content)
    assert "14,95" not in mended.text
    assert mended.text.startswith(making.TEXT)
    assert mended.writer == "offline"
    assert queries.versions(content.id)[0].cause == "fixed"


def test_everything_one_touch_mends_is_mended_at_once(alice: Person) -> None:
    content = making.content(alice.workspace, text=making.TEXT + "\n\nÀ 14,95 $ le midi. Un email suffit.")
    page = alice.client.post(f"/contenus/{content.id}/corrections", headers=alice.hx).text
    mended = making.reread(content).text
    assert "14,95" not in mended
    assert "courriel" in mended
    assert 'id="thumb"' in page
    again = alice.client.post(f"/contenus/{content.id}/corrections", headers=alice.hx).text
    assert "n’est plus dans le texte" in again


def test_versions_under_way_count_among_the_three(alice: Person, content: Content) -> None:
    other = making.content(alice.workspace, variant_of=content.id, lead_id=content.lead_id,
                           campaign_id=content.campaign_id)  # fmt: skip
    alice.client.post(f"/contenus/{content.id}/variantes", data={})
    assert queries.writing_about(content.id) is not None
    alice.client.post(f"/contenus/{other.id}/variantes", data={})
    assert queries.writing_about(other.id) is None


def test_the_words_of_an_offer_hold_no_sign_a_database_refuses(alice: Person, content: Content) -> None:
    asked = {"intention": "offer", "offre": "\0Le midi\0 à deux"}
    alice.client.post(f"/contenus/{content.id}/variantes", data=asked)
    writing = queries.writing_about(content.id)
    assert writing is not None
    assert writing.offer_words == "Le midi à deux"


@pytest.mark.parametrize("behind", ["http://[", "http://[x]/contenus?q=a"])
def test_an_address_behind_that_is_none_narrows_nothing(alice: Person, content: Content, behind: str) -> None:
    headers = alice.hx | {"HX-Current-URL": behind}
    assert alice.client.get(f"/contenus/{content.id}", headers=headers).status_code == 200
