"""Whoever asks takes her information away: JSON and CSV, for a week, and nobody else's."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from app.core import background, clock, storage
from app.core.access import PROOF_LASTS
from app.core.db import db
from app.domains.leads.services import storing
from app.domains.privacy import exporting
from app.domains.privacy.models import PrivacyExport
from app.domains.privacy.states import ExportState, Subject
from app.domains.privacy.sweep import ring_due_exports
from tests.domains.leads.found import found
from tests.domains.privacy.planting import MARKER, plant
from tests.domains.privacy.test_erasing import HERE
from tests.people import Person


def opened(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


def data_of(content: bytes) -> dict[str, list[dict[str, Any]]]:
    read: dict[str, list[dict[str, Any]]] = json.loads(opened(content).read("donnees.json"))
    return read


def test_a_workspace_takes_everything_but_its_secrets(
    alice: Person, charlie: Person, run_jobs: Callable[..., int]
) -> None:
    plant(alice)
    storing.store(charlie.workspace.id, "restaurant", [found("node/2", "Chez un autre")])
    answer = alice.client.post(f"{HERE}/exportations")
    assert "En attente" in alice.client.get(answer.location).text
    run_jobs()
    row = db.session.scalars(select(PrivacyExport).order_by(PrivacyExport.id.desc())).first()
    assert row is not None
    assert (row.state, row.done) == (ExportState.DONE, row.total)
    file = alice.client.get(f"{answer.location}/1.zip")
    assert file.mimetype == "application/zip"
    told = data_of(file.get_data())
    assert {"leads", "contents", "users", "workspaces", "consents"} <= told.keys()
    assert "password_hash" not in told["users"][0]
    assert "sealed_access_token" not in told["connections"][0]
    assert "Chez un autre" not in json.dumps(told)
    names = opened(file.get_data()).namelist()
    assert {"LISEZMOI.txt", "csv/leads.csv"} <= set(names)
    assert any(name.startswith("fichiers/contents/") for name in names)


def test_a_person_is_given_what_is_hers_and_what_quotes_her(alice: Person) -> None:
    first, second = storing.store(
        alice.workspace.id, "restaurant",
        [found("node/1", "Bistro du Quai", email="a@duquai.ca"), found("node/2", "Café Tout Autre")],
    ).lead_ids  # fmt: skip
    db.session.commit()
    row = exporting.ask(alice.workspace.id, Subject.PERSON, alice.user.id, words="a@duquai.ca", lead_ids=[first])
    exporting.build(row.id)
    content = exporting.part(row, 1)
    assert content is not None
    told = data_of(content)
    assert [lead["id"] for lead in told["leads"]] == [first]
    assert "Café Tout Autre" not in json.dumps(told, ensure_ascii=False)
    assert second != first


def test_the_files_live_a_week_and_are_the_workspaces_own(alice: Person, charlie: Person) -> None:
    row = exporting.ask(alice.workspace.id, Subject.WORKSPACE, alice.user.id)
    exporting.build(row.id)
    [key] = row.file_keys
    assert charlie.client.get(f"{HERE}/exportations/{row.id}/1.zip").status_code == 404
    with clock.frozen_at(clock.now() + PROOF_LASTS):
        assert alice.client.get(f"{HERE}/exportations/{row.id}/1.zip").status_code == 303
    with clock.frozen_at(clock.now() + timedelta(days=8)):
        assert exporting.part(row, 1) is None
        assert exporting.drop_past() == 1
    assert not storage.store().exists(key)
    db.session.refresh(row)
    assert (row.state, row.about) == (ExportState.GONE, {})


def test_an_export_whose_worker_died_is_made_by_another(alice: Person, run_jobs: Callable[..., int]) -> None:
    row = exporting.ask(alice.workspace.id, Subject.WORKSPACE, alice.user.id)
    background.connection().flushdb()
    row.state, row.tries, row.lease_until = ExportState.RUNNING, 1, clock.now() + exporting.LEASE
    db.session.commit()
    with clock.frozen_at(clock.now() + timedelta(minutes=4)):
        assert ring_due_exports() == 0, "its worker may still be at it"
    with clock.frozen_at(clock.now() + timedelta(minutes=6)):
        assert ring_due_exports() == 1
        run_jobs()
    db.session.refresh(row)
    assert (row.state, row.tries) == (ExportState.DONE, 2)


def test_googles_facts_never_leave(alice: Person) -> None:
    storing.store(
        alice.workspace.id, "restaurant", [found("p1", "Bistro Google", source="google_places", phone="418 822-5555")]
    )
    db.session.commit()
    row = exporting.ask(alice.workspace.id, Subject.WORKSPACE, alice.user.id)
    exporting.build(row.id)
    records = data_of(exporting.part(row, 1) or b"")["lead_records"]
    assert records == [{"id": records[0]["id"], "source": "google_places"}]
    assert MARKER not in json.dumps(records)
