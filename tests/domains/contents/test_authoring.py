"""A person writes her own publications, copies one, goes back to an earlier text, and chooses a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.core.storage import store
from app.domains.contents import queries, services
from app.domains.contents.models import Content
from tests.domains.contents import making
from tests.people import Person

TEXT = "Ce matin, la première fournée est sortie du four à six heures. Passez nous dire bonjour!"


@pytest.fixture
def content(alice: Person) -> Content:
    found = queries.content(alice.workspace.id, making.content(alice.workspace).id)
    assert found is not None
    return found


def test_ones_own_publication_awaits_a_decision_with_a_picture(alice: Person) -> None:
    own = services.write_own(alice.workspace.id, alice.user.id, "", TEXT, ["#Boulangerie", "Rimouski"])
    found = queries.content(alice.workspace.id, own.id)
    assert found is not None
    assert (found.text, found.hashtags, found.state) == (TEXT, ["Boulangerie", "Rimouski"], "pending")
    assert found.heading.startswith("Ce matin, la première fournée")
    assert len(found.heading) <= 120
    assert store().get(found.picture_key).media_type in {"image/png", "image/jpeg"}
    assert found.quality["parts"]


def test_an_empty_text_is_refused_before_anything_is_kept(alice: Person) -> None:
    with pytest.raises(services.TextRefused):
        services.write_own(alice.workspace.id, alice.user.id, "Titre", "  \n", [])
    assert not queries.gallery(alice.workspace.id).items


def test_a_copy_is_a_draft_with_files_of_its_own(alice: Person, content: Content) -> None:
    store().put("contents/1/poster.jpg", b"a poster", "image/jpeg")
    content.picture_key = "contents/1/poster.jpg"
    db.session.commit()
    copy = services.duplicate(content, alice.user.id)
    assert (copy.state, copy.text, copy.campaign_id, copy.lead_id) == ("draft", content.text, None, content.lead_id)
    assert copy.picture_key != content.picture_key
    assert store().get(copy.picture_key).content == b"a poster"
    services.submit(copy)
    assert copy.state == "pending"
    with pytest.raises(Conflict):
        services.submit(copy)


def test_a_copy_does_not_make_a_machines_words_a_persons(alice: Person, content: Content) -> None:
    content.text, content.writer = f"{making.TEXT}\n\nÀ 14,95 $ le midi.", "offline"
    db.session.commit()
    copy = services.duplicate(content, alice.user.id)
    services.submit(copy)
    assert (copy.writer, [flag["code"] for flag in copy.flags if flag["blocking"]]) == ("offline", ["fact_price"])
    with pytest.raises(Conflict):
        services.approve(copy, alice.user.id)


def test_an_earlier_text_comes_back_as_a_new_version(alice: Person, content: Content) -> None:
    first = content.text
    services.edit(content, TEXT, by=alice.user.id)
    services.restore(content, 1, alice.user.id)
    assert content.text == first
    assert [(each.number, each.cause) for each in queries.versions(content.id)] == [
        (3, "restored"),
        (2, "edited"),
        (1, "written"),
    ]
    with pytest.raises(Conflict):
        services.restore(content, 9, alice.user.id)


def test_a_planned_moment_is_to_come_and_within_a_year(alice: Person, content: Content) -> None:
    moment = clock.now() + timedelta(days=3)
    services.plan(content, moment)
    assert content.planned_at == moment
    for bad in (clock.now() - timedelta(minutes=1), clock.now() + timedelta(days=500)):
        with pytest.raises(services.TextRefused):
            services.plan(content, bad)
    services.plan(content, None)
    assert content.planned_at is None
