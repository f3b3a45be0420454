"""A file made to harm loses nothing and runs nothing; a file of the largest size is read, and its cost printed."""

from __future__ import annotations

import io
import resource
import time
import zipfile
from datetime import date
from xml.sax.saxutils import escape

import pytest
from openpyxl import Workbook

from app.providers.contracts import LeadQuery, Place
from app.providers.spreadsheet import rewriting, workbooks
from app.providers.spreadsheet.headers import guess
from app.providers.spreadsheet.rejects import rejected_csv
from app.providers.spreadsheet.sheets import MOST_ROWS, Sheet, open_sheet
from app.providers.spreadsheet.source import REASONS, SpreadsheetSource

QUERY = LeadQuery("other", Place("", "QC", 0.0, 0.0), limit=MOST_ROWS)
HEADERS = ["Nom;Courriel;Téléphone;Ville", "Business name,E-mail,Phone,City", "Empresa|Correo|Teléfono|Ciudad"]
MILLION = 1_000_000


def searched(sheet: Sheet) -> SpreadsheetSource:
    """Return the source of a sheet under the columns one recognises."""
    mapping = guess(sheet.header, [line.cells for line in sheet.lines[:200]])
    return SpreadsheetSource(sheet, mapping, seen_on=date(2026, 11, 21))


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("name", ["cp1252", "mac_roman"])
def test_a_hostile_text_loses_no_row_and_runs_nothing(header: str, name: str) -> None:
    cut = next(sign for sign in ";,|" if sign in header)
    rows = [
        header.encode(),
        cut.join(["Café Névé", "a@neve.ca", "418 555-0100", "Lévis"]).encode(),
        cut.join(["Crêperie Zoé", "b@zoe.ca", "418 555-0101", "Québec"]).encode(name),
        cut.join(["x" * MILLION, "c@long.ca", "418 555-0102", "Alma"]).encode(),
        cut.join(["Lise", "d@lise.ca", '"' + "y\n" * (MILLION // 2) + '"', "Alma"]).encode(),
        cut.join(["N\0u\0l", "e@nul.ca", "418 555-0104", "\0Alma\0"]).encode(),
        cut.join(["=HYPERLINK(1)", "@SUM(1)", "+1+1", "-2"]).encode(),
        cut.join(['"Ouvert', "f@ouvert.ca", "418 555-0105", "Alma"]).encode(),
        cut.join(["\u202eRose\u200b", "g@rose.ca", "418 555-0106", "Alma"]).encode(),
        cut.join(["", "=cmd|' /C calc'!A0".replace("|", "/"), "", "Alma"]).encode(),
    ]
    source = searched(open_sheet(b"\r\n".join(rows)))
    leads = {lead.name[:20]: lead for lead in source.search(QUERY).leads}
    assert list(leads) == ["Café Névé", "Crêperie Zoé", "x" * 20, "Lise", "Nul", "=HYPERLINK(1)", "Ouvert", "Rose"]
    assert [lead.email[:1] for lead in leads.values()] == list("abcde@fg")
    assert [lead.city for lead in leads.values()] == ["Lévis", "Québec", "Alma", "Alma", "Alma", "-2", "Alma", "Alma"]
    assert max(len(lead.name) for lead in leads.values()) == 2_000
    told = [(each.line, each.code) for each in source.warnings if each.code in {"cell_cut", "open_quote"}]
    assert [code for _, code in told] == ["cell_cut", "cell_cut", "open_quote"]
    given_back = rejected_csv((), source.rejected, dict.fromkeys([*REASONS, "line", "why"], "x")).decode()
    assert ";'=cmd" in given_back
    assert len(source.rejected) == 1


def packed(**parts: str) -> bytes:
    """Return a workbook that holds these parts beside its own."""
    book, out = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.append(["Nom"])
    book.save(out)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(f"xl/{name}", text)
    return out.getvalue()


def test_a_part_full_of_open_marks_is_looked_through_once() -> None:
    """Read again from each of its marks, it held a whole server for days: three hundred bytes, packed."""
    hostile = packed(**{"junk.xml": "<" * MILLION, "more.xml": "&" * MILLION})
    assert not rewriting.names(hostile, lambda text: "Marie" in text)


@pytest.mark.parametrize("sign", ["&#" + "9" * 5_000 + ";", "&#x" + "f" * 5_000 + ";"])
def test_a_sign_with_an_endless_number_hides_nobody(sign: str) -> None:
    assert rewriting.names(packed(**{"notes.xml": f"<t>{sign} Marie Roy</t>"}), lambda text: "Marie Roy" in text)


@pytest.mark.parametrize("name", ["notes.xml", "NOTES.XML"])
def test_a_large_part_is_looked_through_in_pieces_that_cut_no_name(name: str) -> None:
    large = packed(**{name: "é" * 499_995 + "<t>Marie <b>Roy</b></t>" + "x" * MILLION})
    pieces = list(workbooks.words(large))
    assert max(map(len, pieces)) <= MILLION + 2_000
    assert any("Marie Roy" in piece for piece in pieces)


def test_a_hostile_workbook_loses_no_row_and_runs_nothing() -> None:
    book = Workbook()
    for row in (["Nom", "Phone", "Correo"], ["Lise", 4185550100.0, "=1+1"], ["x" * MILLION, "1", None], ["=A1", 2]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    source = searched(open_sheet(out.getvalue()))
    leads = source.search(QUERY).leads
    assert [lead.name[:4] for lead in leads] == ["Lise", "xxxx", "=A1"]
    assert (leads[0].phone, leads[0].details | {"": leads[0].email}) in [
        ("4185550100", {"Correo": "=1+1", "": ""}),
        ("4185550100", {"": "=1+1"}),
    ]
    assert {each.code for each in source.warnings} >= {"formula"}


def table() -> list[list[str]]:
    """Return the largest table one may bring."""
    header = ["Nom", "Téléphone", "Courriel", "Site Web", "Adresse", "Ville", "Code postal", "Note", "Avis", "Notes"]
    return [header, *([f"Café Élan {at}", f"418 822-{at % 10_000:04}", f"info@commerce{at}.ca", f"www.commerce{at}.ca",
                       f"{at}, rue de l’Église", "Québec", "G1K 3A1", "4,5", str(at), "à rappeler"]
                      for at in range(MOST_ROWS))]  # fmt: skip


def as_text(rows: list[list[str]], name: str) -> bytes:
    """Return rows as a file of French Excel."""
    return "\r\n".join(";".join(row) for row in rows).encode(name)


def as_workbook(rows: list[list[str]]) -> bytes:
    """Return rows as an Excel file: the lines of a small one written over, for the library takes long to write many."""
    book = Workbook()
    book.active.append(["x"])
    small = io.BytesIO()
    book.save(small)
    cells = ("".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) for row in rows)
    lines = "".join(f"<row>{line}</row>" for line in cells)
    out = io.BytesIO()
    with zipfile.ZipFile(small) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as written:
        for name in read.namelist():
            part = read.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                start, end = part.index("<sheetData>"), part.index("</sheetData>")
                part = f"{part[:start]}<sheetData>{lines}{part[end:]}"
            written.writestr(name, part)
    return out.getvalue()


@pytest.mark.long
@pytest.mark.parametrize("kind", ["cp1252", "xlsx"])
def test_the_largest_file_is_read_whole(kind: str) -> None:
    rows = table()
    content = as_workbook(rows) if kind == "xlsx" else as_text(rows, kind)
    begun = time.perf_counter()
    source = searched(open_sheet(content))
    leads = source.search(QUERY).leads
    seconds = time.perf_counter() - begun
    assert (len(leads), source.rejected, source.warnings) == (MOST_ROWS, [], [])
    assert (leads[-1].name, leads[-1].city, leads[-1].rating) == (f"Café Élan {MOST_ROWS - 1}", "Québec", 4.5)
    # The whole process's, so far: the order of the files says what each adds.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{kind}: {len(content) / 1e6:.1f} MB, {MOST_ROWS} rows read in {seconds:.1f} s; peak {peak:.0f} MB")
