"""Exports and cards: what leaves is ours to give, says where it comes from, and runs nowhere."""

from __future__ import annotations

import csv
import io

import pytest
import vobject
from openpyxl import load_workbook

from app.core import clock
from app.core.db import db
from app.domains.leads import list_words
from app.domains.leads.models import CachedPlace, Lead
from tests.domains.leads.listed import lead, many
from tests.people import Person
from tests.statements import statements

HOSTILE = ["=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1", "\n=2", "＝1+1", " =3"]


def rows(person: Person, query: str = "") -> list[dict[str, str]]:
    """Return the CSV export as Excel reads it."""
    answer = person.client.get(f"/prospects/export.csv{query}")
    assert answer.status_code == 200
    text = answer.get_data().decode("utf-8")
    assert text.startswith("\ufeff")
    assert "\n" not in text.replace("\r\n", "")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def sheet(person: Person, query: str = "") -> list[tuple[object, ...]]:
    """Return the first sheet of the XLSX export."""
    answer = person.client.get(f"/prospects/export.xlsx{query}")
    assert answer.status_code == 200
    return list(load_workbook(io.BytesIO(answer.get_data()))[list_words.SHEET].values)


def test_a_row_says_everything_and_where_it_comes_from(alice: Person) -> None:
    lead(alice, "Crèmerie; l’« Îlot »", sources=("openstreetmap", "website"), email="info@ilot.ca", score=80,
         phone="+14185550100", other_phones=["+14185550101"], latitude=46.5, longitude=-71.25,
         contactable=True, contact_reason="email", postal_code="G6V 1A1")  # fmt: skip
    [row] = rows(alice)
    assert row["Nom"] == "Crèmerie; l’« Îlot »"
    assert (row["Téléphone"], row["Autres téléphones"]) == ("418 555-0100", "418 555-0101")
    assert (row["Latitude"], row["Longitude"], row["Score"]) == ("46,5", "-71,25", "80")
    assert (row["Contactable"], row["Précision"]) == ("Oui", "Oui, par courriel")
    assert row["Source"] == "OpenStreetMap | son site Web"
    assert (row["Licence"], row["Vu le"]) == ("ODbL 1.0 | Licence propre", "2026-11-20 | 2026-11-20")
    assert "https://www.openstreetmap.org/copyright" in row["Mention"]
    assert tuple(row) == list_words.HEADERS


@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_is_ever_a_formula(alice: Person, name: str) -> None:
    lead(alice, name, address=name, website=name)
    [row] = rows(alice)
    for column in ("Nom", "Adresse", "Site Web"):
        assert row[column].startswith("'")
        assert row[column][1:] == " ".join(name.split())
    answer = alice.client.get("/prospects/export.xlsx")
    cells = [cell for line in load_workbook(io.BytesIO(answer.get_data()))[list_words.SHEET] for cell in line]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert " ".join(name.split()) in [cell.value for cell in cells]


def test_quotes_blanks_and_broken_characters_stay_in_their_cell(alice: Person) -> None:
    lead(alice, 'Le "Bon"; pain\r\nde\x0bmie\x1f', address="l’été ÿ 🍞")
    [row] = rows(alice)
    assert (row["Nom"], row["Adresse"]) == ('Le "Bon"; pain de mie', "l’été ÿ 🍞")
    assert sheet(alice)[1][:3] == ('Le "Bon"; pain de mie', None, "l’été ÿ 🍞")


def test_nothing_of_google_leaves(alice: Person) -> None:
    nameless = lead(alice, "", sources=("google_places",))
    lead(alice, "Son site", sources=("google_places", "website"), website="https://son-site.example")
    db.session.add(CachedPlace(source="google_places", source_id=f"google_places/{nameless.id}",
                               facts={"name": "Chez Ginette"}, expires_at=clock.in_seconds(3600)))  # fmt: skip
    db.session.commit()
    [row] = rows(alice)
    assert (row["Nom"], row["Source"]) == ("Son site", "son site Web")
    for form in ("csv", "xlsx"):
        left = alice.client.get(f"/prospects/export.{form}").get_data()
        assert b"google" not in left.lower()
        assert b"Ginette" not in left
    assert alice.client.get(f"/prospects/{nameless.id}.vcf").status_code == 404


def test_the_filters_in_force_are_those_of_the_file(alice: Person) -> None:
    lead(alice, "Avec", email="a@b.ca", score=1)
    lead(alice, "Sans", score=99)
    lead(alice, "Autre avec", email="c@d.ca", score=50)
    assert [row["Nom"] for row in rows(alice, "?courriel=oui&tri=nom")] == ["Autre avec", "Avec"]
    assert [row[0] for row in sheet(alice, "?courriel=oui")[1:]] == ["Autre avec", "Avec"]
    page = alice.client.get("/prospects?courriel=oui&tri=nom").text
    assert 'href="/prospects/export.csv?courriel=oui&amp;tri=nom" download' in page


def test_thousands_leave_a_thousand_at_a_time_and_each_once(alice: Person, capfd: pytest.CaptureFixture[str]) -> None:
    many(alice, 2_500)
    for form in ("csv", "xlsx"):
        with statements() as seen:
            assert alice.client.get(f"/prospects/export.{form}").get_data()
        assert len(seen) <= 16
    assert len(rows(alice)) == 2_500
    assert len(sheet(alice)) == 2_501
    lines = [each for each in capfd.readouterr().err.splitlines() if "leads_exported" in each and '"csv"' in each]
    assert len(lines) == 2
    assert all('"rows": 2500' in line for line in lines)


def test_the_log_names_the_filters_and_not_what_they_say(alice: Person, capfd: pytest.CaptureFixture[str]) -> None:
    lead(alice, "Ginette", email="ginette@exemple.ca")
    rows(alice, "?q=ginette")
    [line] = [each for each in capfd.readouterr().err.splitlines() if "leads_exported" in each]
    assert '"filters": ["words"]' in line
    assert "ginette" not in line.lower()


def card(person: Person, row: Lead) -> str:
    """Return a prospect's card."""
    answer = person.client.get(f"/prospects/{row.id}.vcf")
    assert (answer.status_code, answer.mimetype) == (200, "text/vcard")
    return answer.get_data().decode("utf-8")


def test_a_card_holds_the_business_and_thanks_its_source(alice: Person) -> None:
    row = lead(alice, "Crèmerie l’Îlot", phone="+14185550100", other_phones=["+18005550100"], email="info@ilot.ca",
               website="https://ilot.ca/?a=1,2;3", address="12, rue Wolfe; bureau 3",
               postal_code="G6V 3Z1")  # fmt: skip
    found = vobject.readOne(card(alice, row))
    assert (found.version.value, found.fn.value, found.org.value) == ("3.0", "Crèmerie l’Îlot", ["Crèmerie l’Îlot"])
    assert [line.value for line in found.contents["tel"]] == ["+14185550100", "+18005550100"]
    assert (found.email.value, found.url.value) == ("info@ilot.ca", "https://ilot.ca/?a=1,2;3")
    assert (found.adr.value.street, found.adr.value.city, found.adr.value.code) == (
        "12, rue Wolfe; bureau 3", "Lévis", "G6V 3Z1")  # fmt: skip
    assert "contributeurs d’OpenStreetMap" in found.note.value


def test_a_hostile_name_stays_a_name_and_long_lines_are_folded(alice: Person) -> None:
    name = "Chez;Léo, « l’artisan »\\fin\r\nTEL:+1900\nEND:VCARD " + "é" * 120
    text = card(alice, lead(alice, name[:255]))
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert [line for line in lines if line.startswith(("TEL", "END"))] == ["END:VCARD"]
    assert vobject.readOne(text).fn.value == name.replace("\r\n", "\n")


def test_a_strangers_file_and_card_hold_nothing_of_alices(alice: Person, charlie: Person) -> None:
    row = lead(alice, "Secret")
    assert charlie.client.get(f"/prospects/{row.id}.vcf").status_code == 404
    assert rows(charlie) == []
    assert len(sheet(charlie)) == 1
