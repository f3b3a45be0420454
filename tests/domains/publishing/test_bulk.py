"""Many publications at once: what was done, what was left and why, and the way back."""

from __future__ import annotations

import re

import pytest

from app.core.db import db
from app.domains.contents import services
from app.domains.contents.models import ContentDecision
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.people import Person, make_person

ADDRESS = "/contenus/lot"


def send(person: Person, verb: str, *ids: int, address: str = ADDRESS, **more: str) -> str:
    """Decide on many, without script."""
    return person.client.post(address, data={"geste": verb, "choisi": list(ids), **more}).text


def said(page: str) -> str:
    """Return what the page says of the batch, its spaces folded."""
    batch = re.search(r'id="batch".*?</div>(?=\n)', page, re.DOTALL)
    assert batch, page[-3000:]
    return " ".join(re.sub(r"<[^>]+>", " ", batch[0].split(">", 1)[1]).split())


def undo(person: Person, page: str) -> str:
    """Press « Annuler »."""
    form = re.search(r'action="(/contenus/lot[^"]*_method=DELETE)"(.*?)</form>', page, re.DOTALL)
    assert form
    ids = re.findall(r'name="choisi" value="(\d+)"', form[2])
    return person.client.post(form[1].replace("&amp;", "&"), data={"choisi": ids}).text


def test_many_are_approved_each_by_itself_and_those_left_say_why(alice: Person) -> None:
    fine = showing.several(alice.workspace, 3)
    lead = making.lead(alice.workspace, "Chez Prix")
    twin = making.content(alice.workspace, text=fine[0].text, lead_id=lead.id)
    page = send(alice, "approuver", *[one.id for one in fine], twin.id)
    assert said(page).startswith("3 approuvées, 1 laissée : trop semblable à une publication récente.")
    assert f'<a href="/contenus/{twin.id}">Chez Prix</a>' in page
    assert "ressemble beaucoup à une publication récente" in page
    assert [showing.state_of(one) for one in (*fine, twin)] == ["approved"] * 3 + ["pending"]


def test_what_a_gate_bars_is_left_with_its_own_reason(alice: Person) -> None:
    clinic = making.lead(alice.workspace, "Clinique du Parc", industry="dentist")
    barred = making.content(alice.workspace, text=f"Résultats garantis, sans douleur! {making.TEXT}", lead_id=clinic.id)
    alice.workspace.industry = "dentist"
    db.session.commit()
    page = send(alice, "approuver", barred.id)
    assert "1 laissée : un passage à corriger." in said(page)
    assert showing.state_of(barred) == "pending"
    assert "_method=DELETE" not in page.split('id="batch"', 1)[1].split("</div>", 1)[0]


def test_the_whole_batch_is_taken_back_but_for_what_left(alice: Person) -> None:
    connection = showing.connection(alice.workspace)
    made = showing.several(alice.workspace, 3)
    page = send(alice, "approuver", *[one.id for one in made])
    leaving, elsewhere, back = made
    db.session.rollback()
    (sent,) = showing.deliveries_of(leaving)
    assert sent.connection_id == connection.id
    sent.state = "sending"
    db.session.commit()
    alice.client.delete(f"/contenus/{elsewhere.id}/approbation")
    after = undo(alice, page)
    assert said(after).startswith("1 remise à approuver, 2 laissées : ")
    assert "Trop tard" in after
    assert "Quelqu’un en a décidé autrement depuis" in after
    assert [showing.state_of(one) for one in made] == ["approved", "pending", "pending"]
    assert showing.state_of(back) == "pending"


def test_many_are_rejected_and_taken_back_and_each_line_of_the_log_says_from_where(alice: Person) -> None:
    made = showing.several(alice.workspace, 2)
    page = send(alice, "rejeter", *[one.id for one in made])
    assert said(page).startswith("2 rejetées.")
    assert said(undo(alice, page)).startswith("2 remises à approuver.")
    lines = db.session.scalars(db.select(ContentDecision).order_by(ContentDecision.id)).all()
    assert [line.content_id for line in lines] == [made[0].id, made[1].id] * 2
    assert {(line.channel, line.by_id, bool(line.address)) for line in lines} == {("app", alice.user.id, True)}


def test_all_that_matches_is_what_the_address_says_and_nothing_else(alice: Person) -> None:
    made = showing.several(alice.workspace, 30)
    for one in made[:26]:
        one.score = 90
    db.session.commit()
    page = alice.client.get("/contenus?note=85").text
    assert "Choisir les 26 à approuver" in page
    assert said(send(alice, "rejeter", address="/contenus/lot?note=85", tous="1")).startswith("26 rejetées.")
    assert [showing.state_of(one) for one in made].count("pending") == 4


def test_no_more_than_two_hundred_at_once(alice: Person) -> None:
    showing.several(alice.workspace, 205)
    assert said(send(alice, "rejeter", tous="1")).startswith("200 rejetées.")


def test_the_first_of_two_approvals_is_said_for_what_it_is(alice: Person) -> None:
    second = make_person(alice.client.application, "denis", workspace=alice.workspace, role="owner")
    alice.workspace.approval_rule = "two"
    made = showing.several(alice.workspace, 2)
    first = send(alice, "approuver", *[one.id for one in made])
    assert said(first).startswith("2 approuvées une première fois.")
    assert said(send(second, "approuver", made[0].id)).startswith("1 approuvée.")
    assert said(undo(alice, first)).startswith("1 remise à approuver, 1 laissée : décidée autrement depuis.")


def test_neither_anothers_publications_nor_an_analyst_nor_nonsense_decides_anything(
    alice: Person, bob: Person, charlie: Person
) -> None:
    hers, his = making.content(alice.workspace), making.content(charlie.workspace)
    assert said(send(alice, "rejeter", his.id)).startswith("1 laissée : introuvable.")
    assert bob.client.post(ADDRESS, data={"geste": "rejeter", "choisi": [hers.id]}).status_code == 403
    assert alice.client.post(ADDRESS, data={"geste": "publier", "choisi": [hers.id]}).status_code == 400
    none = alice.client.post(ADDRESS, data={"geste": "rejeter", "choisi": ["²", "-1", "9" * 40]}, follow_redirects=True)
    assert "Choisissez d’abord au moins une publication." in none.text
    gesture = alice.client.post("/contenus/lot?q=introuvable", data={"geste": "rejeter", "tous": "1"}, headers=alice.hx)
    assert (gesture.status_code, "au moins une publication" in gesture.text) == (409, True)
    assert showing.state_of(hers) == showing.state_of(his) == "pending"


@pytest.mark.parametrize("size", [1, 24])
def test_a_gesture_gets_the_list_again_with_its_answer_and_the_count(alice: Person, size: int) -> None:
    made = showing.several(alice.workspace, size)
    answer = alice.client.post(
        "/contenus/lot?etat=pending", data={"geste": "rejeter", "choisi": [made[0].id]}, headers=alice.hx
    ).text
    assert answer.lstrip().startswith('<section class="studio" id="gallery"')
    assert said(answer).startswith("1 rejetée.")
    assert f'id="content-{made[0].id}-card"' not in answer
    assert 'id="waiting-count"' in answer
    assert alice.client.get("/contenus/lot?etat=pending").location == "/contenus?etat=pending"


def test_a_text_that_changed_since_its_box_was_ticked_is_left_to_be_read_again(alice: Person) -> None:
    changed, fine = showing.several(alice.workspace, 2)
    page = alice.client.get("/contenus").text
    boxes = re.findall(r'name="choisi" value="(\d+-\d+)"', page)
    assert sorted(boxes) == sorted(f"{one.id}-{one.revision}" for one in (changed, fine))
    services.edit(changed, text=showing.distinct(9), by=alice.user.id)
    done = alice.client.post(ADDRESS, data={"geste": "approuver", "choisi": boxes}).text
    assert "Le texte a changé, relisez-le." in done
    assert [showing.state_of(one) for one in (changed, fine)] == ["pending", "approved"]
    everything = alice.client.post(ADDRESS, data={"geste": "approuver", "tous": "1", "choisi": boxes}).text
    assert "Le texte a changé, relisez-le." in everything
    assert showing.state_of(changed) == "pending"
