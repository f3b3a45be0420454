"""Each row of a file is a prospect, or comes back with its reason; what is doubtful is said."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from app.providers.contracts import LeadQuery, Place, SearchAnswer
from app.providers.spreadsheet.headers import guess
from app.providers.spreadsheet.rejects import neutral, rejected_csv
from app.providers.spreadsheet.sheets import open_sheet
from app.providers.spreadsheet.source import REASONS, RejectedRow, RowWarning, SpreadsheetSource

QUERY = LeadQuery("other", Place("", "QC", 0.0, 0.0), limit=50_000)
SAID = {reason: f"Parce que\u00a0: {reason}" for reason in REASONS} | {"line": "Ligne", "why": "Raison"}


def read(text: str) -> tuple[SpreadsheetSource, SearchAnswer]:
    """Search a file under the columns one recognises."""
    sheet = open_sheet(text.encode())
    source = SpreadsheetSource(sheet, guess(sheet.header, [line.cells for line in sheet.lines]),
                               seen_on=date(2026, 11, 21))  # fmt: skip
    return source, source.search(QUERY)


def test_a_row_becomes_what_it_says() -> None:
    _, answer = read("Nom;Note;Avis;Courriel;Notes\nLise;4,5;1 204;a@lise.ca;Sœur de Rose\n")
    [lead] = answer.leads
    assert (lead.name, lead.rating, lead.review_count, lead.email) == ("Lise", 4.5, 1204, "a@lise.ca")
    assert (lead.source, lead.licence, lead.source_url) == ("import", "importé par vous", "")
    assert lead.details == {"Notes": "Sœur de Rose"}


def test_rows_that_are_no_prospect_say_why_and_where() -> None:
    text = "Liste;été\nNom;Ville\nLise;Alma\n;Alma\n--;Alma\n\nLise;ALMA\nNom;Ville\n"
    source, answer = read(text)
    assert [lead.name for lead in answer.leads] == ["Lise"]
    assert source.rejected == [
        RejectedRow(1, "above_header", ("Liste", "été")),
        RejectedRow(4, "no_name", ("", "Alma")),
        RejectedRow(5, "no_name", ("--", "Alma")),
        RejectedRow(7, "twice", ("Lise", "ALMA")),
        RejectedRow(8, "header_again", ("Nom", "Ville")),
    ]
    assert answer.dropped == {"above_header": 1, "no_name": 2, "twice": 1, "header_again": 1}


def test_the_same_rows_in_another_file_keep_their_ids() -> None:
    first = read("Nom;Téléphone\nLise;418 555-0100\nRose;\n")[1]
    again = read("Phone,Name\n,ROSE\n(418) 555-0100,Lise\n")[1]
    assert {lead.source_id for lead in first.leads} == {lead.source_id for lead in again.leads}


def test_what_no_field_takes_is_kept_under_its_title() -> None:
    _, answer = read("Nom;Ville;Notes;Notes;\nLise;Alma;un;deux;trois;quatre\n")
    assert answer.leads[0].details == {"Notes": "un", "Notes (D)": "deux", "E": "trois", "F": "quatre"}


def test_what_is_doubtful_is_kept_and_said() -> None:
    text = (
        "Nom;Courriel;Téléphone;Note;Ville\nLise;pas une adresse;418 555-0100;4,5;Alma\n"
        'Rose;a@rose.ca;418 555-0101;8/10;Alma;de trop\n"Paul;a@paul.ca;418 555-0102;;\n'
    )
    source, answer = read(text)
    assert len(answer.leads) == 3
    assert source.warnings == [
        RowWarning(2, "odd_email"),
        RowWarning(3, "odd_rating"),
        RowWarning(3, "wider_than_header"),
        RowWarning(4, "open_quote"),
    ]


def test_a_number_whose_digits_are_lost_is_never_called() -> None:
    source, answer = read("Nom;Téléphone\nLise;5,14555E+09\nRose;418 555-0100\n")
    lise = answer.leads[0]
    assert (lise.phone, lise.details) == ("", {"Téléphone": "5,14555E+09"})
    assert source.warnings == [RowWarning(2, "rounded_number"), RowWarning(2, "rounded_phone")]


@pytest.mark.parametrize(
    ("told", "rating"),
    [("4,5", 4.5), ("4.5/5", 4.5), ("4,5 étoiles", 4.5), ("5", 5.0), ("0", 0.0), ("4,5 (12)", 4.5), ("45", None),
     ("10", None), ("8/10", None), ("4/10", None), ("6", None), ("90 %", None), ("bon", None), ("", None)],
)  # fmt: skip
def test_a_rating_is_out_of_five_or_nothing(told: str, rating: float | None) -> None:
    assert read(f"Nom;Note;Ville\nLise;{told};Alma\n")[1].leads[0].rating == rating


@pytest.mark.parametrize(
    ("told", "count"), [("1 204", 1204), ("1,204", 1204), ("(57 avis)", 57), ("57.0", 57), ("aucun", None)]
)
def test_a_number_of_reviews_is_read(told: str, count: int | None) -> None:
    assert read(f'Nom;Avis;Ville\nLise;"{told}";Alma\n')[1].leads[0].review_count == count


def test_a_search_begun_again_counts_nothing_twice() -> None:
    source, first = read("Nom;Courriel\nLise;x\nRose;a@rose.ca\n;y\n")
    assert source.search(QUERY) == first
    assert (len(source.rejected), len(source.warnings)) == (1, 1)
    assert len(source.search(replace(QUERY, limit=0)).leads) == 0


def test_rejected_rows_come_back_as_a_file_excel_opens() -> None:
    source, _ = read('Nom;Ville;Notes\n;=cmd|" /C calc"!A0;"a;""b"""\n;+1;@x;-2;＝3\n')
    content = rejected_csv(("Nom", "Ville", "Notes"), source.rejected, SAID)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [
        ["Ligne", "Nom", "Ville", "Notes", "", "", "Raison"],
        ["2", "", '\'=cmd|" /C calc"!A0', 'a;"b"', "", "", SAID["no_name"]],
        ["3", "", "'+1", "'@x", "'-2", "'＝3", SAID["no_name"]],
    ]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", " =1", "＋1", "\u00a0-1"])
def test_no_cell_given_back_is_a_formula(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"


def test_a_file_given_back_and_mended_can_be_imported() -> None:
    source, _ = read("Nom;Ville\n;Alma\n")
    again = rejected_csv(("Nom", "Ville"), source.rejected, SAID).decode("utf-8-sig").replace(";;", ";Lise;")
    assert [lead.name for lead in read(again)[1].leads] == ["Lise"]
