"""What pages ask of publications, and who may see their pictures."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.core.db import db
from app.core.storage import store
from app.domains.contents import queries, writers
from app.domains.contents.pictures import NO_PICTURE, image_address, thumbnail_address
from tests.domains.contents import making
from tests.people import Person


def test_a_gallery_turns_its_pages_newest_first(alice: Person, charlie: Person) -> None:
    campaign, lead = making.campaign(alice.workspace), making.lead(alice.workspace)
    states = ["pending", "approved", "pending", "rejected", "pending"]
    ids = [making.content(alice.workspace, state, campaign_id=campaign.id, lead_id=lead.id).id for state in states]
    making.content(charlie.workspace)
    db.session.expunge_all()
    first = queries.gallery(alice.workspace.id, limit=2)
    assert [content.id for content in first] == [ids[4], ids[3]]
    assert first.items[0].lead.name == lead.name
    last = queries.gallery(alice.workspace.id, limit=3, after=first.next)
    assert ([content.id for content in last], last.next) == ([ids[2], ids[1], ids[0]], None)
    assert len(queries.gallery(alice.workspace.id, state="pending", campaign_id=campaign.id)) == 3
    assert len(queries.gallery(alice.workspace.id, campaign_id=0)) == 0


def test_the_next_card_comes_by_itself(alice: Person) -> None:
    older, newer = making.content(alice.workspace), making.content(alice.workspace)
    assert queries.next_pending(alice.workspace.id) == newer
    assert queries.next_pending(alice.workspace.id, newer.id) == older
    assert queries.next_pending(alice.workspace.id, older.id) == newer


def test_not_yours_is_not_found(alice: Person, charlie: Person) -> None:
    content = making.content(alice.workspace)
    assert queries.content(alice.workspace.id, content.id) is not None
    assert queries.content(charlie.workspace.id, content.id) is None


def test_a_picture_shows_to_its_workspace_alone(
    alice: Person, bob: Person, charlie: Person, client: FlaskClient
) -> None:
    key = f"contents/{alice.workspace.id}/0123456789abcdef.png"
    store().put(key, b"png", "image/png")
    content = making.content(alice.workspace, picture_key=key)
    address = image_address(content)
    answer = alice.client.get(address)
    assert (answer.status_code, answer.data, answer.mimetype) == (200, b"png", "image/png")
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert bob.client.get(address).status_code == 200
    assert charlie.client.get(address).status_code == 404
    assert client.get(address).status_code in {302, 303, 401}


@pytest.mark.parametrize(
    "name", ["absent0123456789.png", "../../test.db", "%2e%2e/%2e%2e/test.db", "a.txt", ".png", ""]
)
def test_an_address_that_names_no_picture_is_not_found(alice: Person, name: str) -> None:
    store().put(f"contents/{alice.workspace.id}/a.txt", b"text", "text/plain")
    assert alice.client.get(f"/images/contents/{alice.workspace.id}/{name}").status_code == 404


def test_a_publication_without_a_picture_asks_for_none(alice: Person) -> None:
    assert thumbnail_address(making.content(alice.workspace)) == NO_PICTURE


def test_the_page_says_which_writer_is_at_work(app: Flask) -> None:
    assert writers.writer_in_use() == "Rédaction intégrée d’AstroGrowth"
    with making.settings_of(app, gemini_api_key="cle"):
        assert writers.writer_in_use().startswith("Gemini (gemini-3.8-flash), et la rédaction intégrée")
    with making.settings_of(app, offline_writer=False):
        assert "ni clé Gemini" in writers.writer_in_use()
