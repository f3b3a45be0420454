"""A broker's publications are signed as the law asks, once, where their approver sees it."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from app.core.db import db
from app.domains.contents import queries
from app.domains.contents.models import Content
from tests.domains.contents import making
from tests.people import Person

Drain = Callable[..., int]


def written(person: Person, run_jobs: Drain) -> Content:
    making.order(making.campaign(person.workspace), making.lead(person.workspace))
    run_jobs()
    return db.session.scalars(select(Content)).one()


def test_the_footer_is_in_the_text_that_is_approved(alice: Person, run_jobs: Drain) -> None:
    alice.workspace.industry = "real_estate"
    alice.workspace.permit_name, alice.workspace.agency_name = "Alice Tremblay", "Immobilia"
    db.session.commit()
    content = written(alice, run_jobs)
    assert content.text.endswith("Alice Tremblay, courtier immobilier\nImmobilia, agence immobilière")
    assert content.text.count("Alice Tremblay") == 1
    assert content.flags == []
    assert 150 <= len(content.text.split()) <= 300


def test_a_profile_without_a_permit_is_told_and_does_not_block(alice: Person, run_jobs: Drain) -> None:
    alice.workspace.industry = "real_estate"
    db.session.commit()
    content = written(alice, run_jobs)
    assert [(flag["code"], flag["blocking"], flag["fix"]) for flag in content.flags] == [
        ("broker_identity", False, "profile")
    ]
    assert 'href="/profil"' in alice.client.get(f"/contenus/{content.id}").text
    assert queries.present_flags(content, alice.workspace)


def test_a_restaurant_signs_nothing(alice: Person, run_jobs: Drain) -> None:
    assert "courtier immobilier" not in written(alice, run_jobs).text
