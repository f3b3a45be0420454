"""Whoever is told what goes reads words, never the name of a table."""

from __future__ import annotations

from flask import Flask

from app.core import clock
from app.core.db import db
from app.domains.privacy.models import Erasure
from app.domains.privacy.states import ErasureState, Subject
from app.domains.privacy.table_words import TABLES
from tests.people import Person


def test_every_table_has_a_name_people_read(app: Flask) -> None:
    assert set(db.metadata.tables) - set(TABLES) == set()
    assert set(TABLES) - set(db.metadata.tables) == {"files"}  # what is counted beside the tables


def test_a_certificate_names_no_table_in_english(alice: Person) -> None:
    row = Erasure(
        code="c" * 32, subject=Subject.PERSON, workspace_id=alice.workspace.id, state=ErasureState.DONE,
        certificate={"counts": {"approval_links": 1, "writings": 2}}, digest="d" * 64,
        due_at=clock.now(), ended_at=clock.now(),
    )  # fmt: skip
    db.session.add(row)
    db.session.commit()
    page = alice.client.get(f"/confidentialite/attestation/{row.code}").text
    assert "Liens d’approbation" in page and "Commandes de rédaction" in page
