"""A person's words are kept as typed, refused ones included."""

from __future__ import annotations

from sqlalchemy import select

from app.core.db import db
from app.domains.publishing.models import Delivery
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.people import Person


def test_what_is_typed_is_kept_sign_for_sign(alice: Person) -> None:
    content = making.content(alice.workspace)
    form = {"text": "Un mot (d’ici) :\r\n deux lignes.  ", "hashtags": "#Lévis, BonneTable Lévis"}
    answer = alice.client.post(f"/contenus/{content.id}/modifier", data=form)
    assert (answer.status_code, answer.location) == (303, f"/contenus/{content.id}")
    kept = making.reread(content)
    assert kept.text == "Un mot (d’ici) :\n deux lignes.  "
    assert kept.hashtags == ["Lévis", "BonneTable"]
    assert "Texte enregistré" in alice.client.get(answer.location).text


def test_a_text_too_long_comes_back_whole_with_the_reason_beside_it(alice: Person) -> None:
    content = making.content(alice.workspace)
    typed = "Bonjour <b>Lévis</b>! " + "à" * 3000
    answer = alice.client.post(f"/contenus/{content.id}/modifier", data={"text": typed, "hashtags": "Lévis"})
    assert answer.status_code == 422
    assert "Bonjour &lt;b&gt;Lévis&lt;/b&gt;! " + "à" * 3000 in answer.text
    assert 'aria-invalid="true" aria-describedby="text-error' in answer.text
    assert "Raccourcissez le texte" in answer.text
    assert making.reread(content).text == making.TEXT


def test_an_empty_text_is_refused(alice: Person) -> None:
    content = making.content(alice.workspace)
    assert alice.client.post(f"/contenus/{content.id}/modifier", data={"text": " \r\n"}).status_code == 422


def test_editing_what_was_approved_cancels_its_departure(alice: Person) -> None:
    showing.connection(alice.workspace)
    content = making.content(alice.workspace)
    alice.client.post(f"/contenus/{content.id}/approbation")
    assert "attendra de nouveau votre accord" in alice.client.get(f"/contenus/{content.id}/modifier").text
    alice.client.post(f"/contenus/{content.id}/modifier", data={"text": "Un autre texte.", "hashtags": "Lévis"})
    assert showing.state_of(content) == "pending"
    assert list(db.session.scalars(select(Delivery.state))) == ["cancelled"]


def test_what_left_meanwhile_keeps_the_typed_text_on_the_page(alice: Person) -> None:
    content = making.content(alice.workspace, "published")
    answer = alice.client.post(f"/contenus/{content.id}/modifier", data={"text": "Mes mots à moi.", "hashtags": ""})
    assert answer.status_code == 409
    assert "Déjà publiée" in answer.text
    assert "Mes mots à moi." in answer.text
    assert making.reread(content).text == making.TEXT


def test_charlie_changes_nothing_of_alices(alice: Person, charlie: Person) -> None:
    content = making.content(alice.workspace)
    assert charlie.client.post(f"/contenus/{content.id}/modifier", data={"text": "À moi."}).status_code == 404
    assert making.reread(content).text == making.TEXT


def test_a_text_kept_with_something_to_mend_is_not_said_to_be_ready(alice: Person) -> None:
    content = making.content(alice.workspace)
    typed = "Come and taste our new soup, it is the best in town! Visit us now, call for more."
    answer = alice.client.post(f"/contenus/{content.id}/modifier", data={"text": typed, "hashtags": "Lévis"})
    page = alice.client.get(answer.location).text
    assert "Il reste un passage à corriger" in page and "À corriger" in page
    assert "puis approuvez-la" not in page
    assert [flag["code"] for flag in making.reread(content).flags if flag["code"].startswith("french_")] == []
