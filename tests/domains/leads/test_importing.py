"""A file comes in whole, once, as its owner confirmed it; what cannot comes back with its reason."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook

from app.core import clock
from app.core.db import db
from app.domains.campaigns.models import CampaignLead
from app.domains.leads import sweep
from app.domains.leads.models import Lead, LeadImport, LeadRecord
from app.domains.leads.services import importing
from tests.domains.campaigns.making import draft
from tests.people import Person

Drain = Callable[[], int]
ROWS = "Nom;Téléphone;Courriel;Ville;Note\r\nChez Lise;418 822-5555;info@chezlise.ca;Lévis;4,5\r\nCafé Névé;;;MTL;\r\n"


def give(client: FlaskClient, content: bytes | str, filename: str = "prospects.csv", **more: Any) -> int:
    """Upload a file as the page does; return the import's id."""
    raw = content.encode() if isinstance(content, str) else content
    answer = client.post("/importations/nouvelle", data={"file": (io.BytesIO(raw), filename), **more})
    assert answer.status_code == 303, answer.text
    return int(answer.location.rpartition("/")[2])


def confirm(client: FlaskClient, import_id: int, **columns: int) -> Any:
    """Confirm the columns as they were guessed, but for `columns`."""
    row = db.session.get_one(LeadImport, import_id)
    return client.post(f"/importations/{import_id}/lancement", data=row.mapping | columns)


def bring(
    person: Person, run_jobs: Drain, content: bytes | str, filename: str = "prospects.csv", **more: Any
) -> LeadImport:
    """Import a file to the end."""
    import_id = give(person.client, content, filename, **more)
    assert confirm(person.client, import_id).status_code == 303
    run_jobs()
    return db.session.get_one(LeadImport, import_id, populate_existing=True)


def names(person: Person) -> set[str]:
    """Return the names of a person's prospects."""
    return {lead.name for lead in db.session.query(Lead).filter_by(workspace_id=person.workspace.id)}


def test_a_file_is_understood_confirmed_and_stored(alice: Person, run_jobs: Drain) -> None:
    import_id = give(alice.client, ROWS)
    page = alice.client.get(f"/importations/{import_id}").text
    assert "Importer 2\u00a0lignes" in page
    assert names(alice) == set(), "nothing enters before the columns are confirmed"
    confirm(alice.client, import_id)
    assert "L’importation commence." in alice.client.get(f"/importations/{import_id}").text
    run_jobs()
    lise = db.session.query(Lead).filter_by(name="Chez Lise").one()
    assert (lise.phone, lise.email, lise.city, lise.rating) == ("+14188225555", "info@chezlise.ca", "Lévis", 4.5)
    page = alice.client.get(f"/importations/{import_id}").text
    assert "2\u00a0prospects ajoutés" in page
    assert "L’importation commence." not in page, "it is over"
    assert "Importé par vous" in alice.client.get(f"/prospects/{lise.id}").text


def test_the_same_file_twice_adds_nothing(alice: Person, run_jobs: Drain) -> None:
    first, second = bring(alice, run_jobs, ROWS), bring(alice, run_jobs, ROWS)
    assert (first.counts["added"], second.counts["added"], second.counts["known"]) == (2, 0, 2)
    assert db.session.query(LeadRecord).count() == 2


def test_rows_that_are_no_prospect_come_back_with_their_reason(alice: Person, run_jobs: Drain) -> None:
    row = bring(alice, run_jobs, ROWS + ";514 555-0101;;;\r\n=cmd|' /C calc'!A0;;;;\r\n+x;1;;;\r\n+x;1;;;\r\n")
    assert row.counts["rejected"] == 2
    told = alice.client.get(f"/importations/{row.id}/rejets.csv")
    assert told.data.startswith(b"\xef\xbb\xbf")
    assert "Aucun nom de commerce sur cette ligne" in told.text
    assert "\r\n7;'+x;1;" in told.text
    assert "=cmd|' /C calc'!A0" in names(alice), "kept as the text it is, executed by nobody"


def test_a_value_that_nobody_reads_is_left_aside_and_said(alice: Person, run_jobs: Drain) -> None:
    odd = "Chez Zoé;12;zoé arobas;Alma;beaucoup\r\nChez Ana;5,14555E+09;ana@chezana.ca;Alma;4\r\n"
    row = bring(alice, run_jobs, ROWS + odd + "Chez Bob;;;5,14555E+09;4\r\n")
    assert (row.counts["added"], row.counts["rejected"], row.counts["unread"]) == (5, 0, 4)
    page = alice.client.get(f"/importations/{row.id}").text
    assert "5\u00a0prospects ajoutés, 4\u00a0valeurs illisibles laissées de côté." in page
    assert "Télécharger les remarques" in page
    told = alice.client.get(f"/importations/{row.id}/rejets.csv").text.splitlines()
    assert [line.partition(";")[0] for line in told[1:]] == ["4", "4", "4", "5"]
    for line, field in zip(told[1:], ("téléphone", "courriel", "note", "téléphone"), strict=True):
        assert line.endswith(f"gardé sans ce que dit la colonne «\u00a0{field}\u00a0», illisible"), line
    assert "12" in told[1]


def test_what_is_all_readable_leaves_no_remark(alice: Person, run_jobs: Drain) -> None:
    row = bring(alice, run_jobs, ROWS)
    assert "illisible" not in alice.client.get(f"/importations/{row.id}").text
    assert alice.client.get(f"/importations/{row.id}/rejets.csv").status_code == 404


def test_a_campaign_receives_what_was_imported_for_it(alice: Person, run_jobs: Drain) -> None:
    campaign = draft(alice)
    bring(alice, run_jobs, ROWS, campaign_id=campaign.id)
    ids = {lead.id for lead in db.session.query(Lead) if lead.name in {"Chez Lise", "Café Névé"}}
    linked = {row.lead_id for row in db.session.query(CampaignLead).filter_by(campaign_id=campaign.id)}
    assert ids <= linked


def test_another_s_campaign_is_no_campaign(alice: Person, charlie: Person, run_jobs: Drain) -> None:
    campaign = draft(alice)
    row = bring(charlie, run_jobs, ROWS, campaign_id=campaign.id)
    assert row.campaign_id is None
    assert alice.client.get(f"/importations/{row.id}").status_code == 404
    assert alice.client.post(f"/importations/{row.id}?_method=DELETE").status_code == 404


def test_an_import_can_be_taken_back(alice: Person, run_jobs: Drain) -> None:
    row = bring(alice, run_jobs, ROWS)
    assert alice.client.post(f"/importations/{row.id}?_method=DELETE").status_code == 303
    assert names(alice) == set()
    assert alice.client.post(f"/importations/{row.id}?_method=DELETE").status_code == 303


def test_a_worker_that_dies_leaves_the_rest_to_the_next(alice: Person, run_jobs: Drain, monkeypatch: Any) -> None:
    monkeypatch.setattr(importing, "PIECE", 10)
    rows = "Nom;Téléphone\n" + "".join(f"Commerce {number};418 822-{number:04}\n" for number in range(55))
    import_id = give(alice.client, rows)
    confirm(alice.client, import_id)
    row = db.session.get_one(LeadImport, import_id)
    row.state, row.next_row, row.lease_until = "running", 20, clock.in_seconds(-1)
    row.counts = row.counts | {"added": 20}
    db.session.commit()
    run_jobs()
    assert len(names(alice)) == 0, "another has it, as far as one knows"
    assert sweep.ring_due_imports() == 1
    run_jobs()
    row = db.session.get_one(LeadImport, import_id, populate_existing=True)
    assert (row.state, row.counts["added"]) == ("done", 55)


def test_the_columns_are_hers_to_change(alice: Person) -> None:
    import_id = give(alice.client, ROWS)
    answer = confirm(alice.client, import_id, name=-1)
    assert answer.status_code == 422
    assert "Dites quelle colonne contient le nom" in answer.text
    answer = confirm(alice.client, import_id, city=1)
    assert "déjà choisie" in answer.text


@pytest.mark.parametrize(
    ("content", "filename", "sentence"),
    [
        (b"", "vide.csv", "vide"),
        (b"PK\x03\x04 rien", "brise.xlsx", "ne s’ouvre pas"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "vieux.xls", "ancien fichier Excel"),
        ("Nom\n" + "".join(f"N{number}\n" for number in range(50_002)), "long.csv", "50 000 lignes"),
    ],
)
def test_a_file_nobody_can_read_says_why(alice: Person, content: bytes | str, filename: str, sentence: str) -> None:
    raw = content.encode() if isinstance(content, str) else content
    answer = alice.client.post("/importations/nouvelle", data={"file": (io.BytesIO(raw), filename)})
    assert answer.status_code == 422
    assert sentence in answer.text


def test_who_gives_no_file_is_asked_for_one(alice: Person) -> None:
    answer = alice.client.post("/importations/nouvelle", data={"file": (io.BytesIO(b""), ""), "pasted": ""})
    assert answer.status_code == 422
    assert "Choisissez un fichier, ou collez des lignes." in answer.text


def test_pasted_lines_and_excel_files_come_in_too(alice: Person, run_jobs: Drain) -> None:
    answer = alice.client.post("/importations/nouvelle", data={"pasted": "Entreprise\tTél.\nChez Rose\t450 555-0101"})
    confirm(alice.client, int(answer.location.rpartition("/")[2]))
    book = Workbook()
    book.active.append(["Business name", "Phone", "Reviews"])
    book.active.append(["Café Excel", 4505550102.0, "=1+1"])
    out = io.BytesIO()
    book.save(out)
    bring(alice, run_jobs, out.getvalue(), "prospects.xlsx")
    assert names(alice) == {"Chez Rose", "Café Excel"}
    assert {lead.phone for lead in db.session.query(Lead)} == {"+14505550101", "+14505550102"}


def test_a_hostile_file_loses_nothing_and_executes_nothing(alice: Person, run_jobs: Drain) -> None:
    lines = [
        b"Nom;Courriel;Notes",
        b"Caf\xe9 Latin;info@latin.ca;" + b"x" * 1_000_000,
        "Café Utf;info@utf.ca;\x00rien\x00".encode(),
        b'"Chez ""Guillemets""";info@guill.ca;"deux\r\nlignes"',
        b"=HYPERLINK(1);@SUM(1);-1+1",
    ]
    row = bring(alice, run_jobs, b"\r\n".join(lines))
    assert row.state == "done"
    assert names(alice) == {"Café Latin", "Café Utf", 'Chez "Guillemets"', "=HYPERLINK(1)"}
    export = alice.client.get("/prospects/export.csv").data.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in export


@pytest.mark.parametrize(
    "header", ["Nom;Téléphone;Courriel", "Business Name,Phone Number,E-mail", "Empresa|Teléfono|Correo"]
)
def test_headers_are_known_in_three_languages(alice: Person, run_jobs: Drain, header: str) -> None:
    separator = next(sign for sign in ";,|" if sign in header)
    bring(alice, run_jobs, f"{header}\n" + separator.join(["Chez Lise", "418 822-5555", "info@chezlise.ca"]))
    lead = db.session.query(Lead).one()
    assert (lead.name, lead.phone, lead.email) == ("Chez Lise", "+14188225555", "info@chezlise.ca")


def test_a_small_role_imports_nothing(alice: Person, bob: Person) -> None:
    answer = bob.client.post("/importations/nouvelle", data={"pasted": ROWS})
    assert answer.status_code in (303, 403)
