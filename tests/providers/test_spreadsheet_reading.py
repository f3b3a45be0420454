"""Whatever wrote a file, its rows come out as they were; what cannot be read says why."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from app.providers.spreadsheet import workbooks
from app.providers.spreadsheet.sheets import MOST_BYTES, MOST_ROWS, Line, Sheet, Unreadable, open_sheet

TABLE = "Nom;Ville\nCafé Névé;Lévis\nChez Françoise « à l’île »;Montréal\n"
ROWS = [("Café Névé", "Lévis"), ("Chez Françoise « à l’île »", "Montréal")]


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    """Return the cells of each row."""
    return [line.cells for line in sheet.lines]


def xlsx(*sheets: list[list[object]]) -> bytes:
    """Return an Excel file of these sheets."""
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        page = book.create_sheet()
        for row in rows:
            page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return an Excel file of which one part was rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for entry in packed.infolist():
            raw = packed.read(entry)
            if entry.filename == part:
                assert old in raw
                raw = raw.replace(old, new)
            again.writestr(entry.filename, raw)
    return out.getvalue()


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_is_read(name: str, end: str) -> None:
    sheet = open_sheet(TABLE.replace("\n", end).encode(name))
    assert (sheet.header, cells(sheet), sheet.warnings) == (("Nom", "Ville"), ROWS, frozenset())


def test_dos_and_latin_1_are_read_too() -> None:
    for name in ("cp850", "latin-1"):
        assert cells(open_sheet("Nom;Ville\nCafé à la crème;Lévis".encode(name))) == [("Café à la crème", "Lévis")]


def test_encodings_mixed_in_one_file_lose_no_row() -> None:
    names = {"utf-8": "Café Névé", "cp1252": "Crêperie Zoé", "mac_roman": "Pâtisserie Élise"}
    rows = [f"{text};Lévis".encode(name) for name, text in names.items()]
    sheet = open_sheet(b"\n".join(["Nom;Ville".encode("utf-8-sig"), *rows]))
    assert [row[0] for row in cells(sheet)] == list(names.values())
    assert {row[1] for row in cells(sheet)} == {"Lévis"}
    assert sheet.warnings == {"mixed_encodings"}


def test_a_sign_that_no_encoding_explains_is_said() -> None:
    sheet = open_sheet("Nom\nCafé".encode("cp1252") + b"\x81")
    assert sheet.warnings == {"unreadable_signs"}
    assert len(sheet.lines) == 1


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_separator_is_found_beside_commas_and_quotes(separator: str) -> None:
    rows = [("Nom", "Note", "Adresse"), ("Chez Lise", "4,5", "12, rue du Port"), ('Le "Coin"', "3,5", "a;b|c")]
    text = "\n".join(separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    assert cells(open_sheet(text.encode())) == rows[1:]


def test_a_decimal_comma_does_not_cut_a_row() -> None:
    text = "Nom;Note;Adresse\nLise;4,5;12, rue du Port\nRose;3,5;14, rue du Port, bureau 2\n"
    assert cells(open_sheet(text.encode()))[1] == ("Rose", "3,5", "14, rue du Port, bureau 2")


def test_the_separator_excel_declares_is_obeyed() -> None:
    assert cells(open_sheet(b"sep=|\r\nNom|Ville; r\xc3\xa9gion\r\nLise|a;b\r\n")) == [("Lise", "a;b")]


def test_a_line_end_within_quotes_stays_in_its_cell() -> None:
    sheet = open_sheet(b'Nom;Notes;Ville\nLise;"un\n\n""deux"";\r\ntrois";Alma\nRose;;Alma\n')
    assert sheet.lines == [Line(2, ("Lise", 'un "deux"; trois', "Alma")), Line(6, ("Rose", "", "Alma"))]


@pytest.mark.parametrize(
    "broken", ['"Chez Lise;418 555-0100;Alma', 'Chez Lise;"418 555-0100;Alma', 'Chez Lise;418 555-0100;"Alma']
)
def test_a_quote_nobody_closes_costs_its_own_line_alone(broken: str) -> None:
    text = f'Nom;Téléphone;Ville\n{broken}\nRose;1;Alma\n"Paul";2;Alma\n' + "Jean;3;Alma\n" * 300
    sheet = open_sheet(text.encode())
    assert len(sheet.lines) == 303
    assert sheet.lines[0] == Line(2, ("Chez Lise", "418 555-0100", "Alma"), frozenset({"open_quote"}))
    assert sheet.lines[2].cells == ("Paul", "2", "Alma")


def test_many_open_quotes_stay_cheap() -> None:
    rows = ["Nom;Ville;Notes", *['a";"c;d'] * 3_000]
    assert len(open_sheet("\n".join(rows).encode()).lines) == 3_000


def test_inches_and_loose_quotes_are_text() -> None:
    sheet = open_sheet(b'Nom;Notes\nQuincaillerie 2" et 4";"dit "Le Coin""\n')
    assert cells(sheet)[0][0] == 'Quincaillerie 2" et 4"'
    assert "Le Coin" in cells(sheet)[0][1]


def test_titles_above_the_table_and_empty_columns_are_no_obstacle() -> None:
    sheet = open_sheet(b"Clients de 2026;;;\n;;;\n;Nom;;Ville\n;Lise;;Alma\n")
    assert (sheet.header, cells(sheet)) == (("", "Nom", "", "Ville"), [("", "Lise", "", "Alma")])
    assert [line.cells for line in sheet.above] == [("Clients de 2026",)]


@pytest.mark.parametrize(
    "rows",
    [
        "Restaurant Chez Lise;Ville de Lévis\nClinique du Port;Rue Principale 5\n",
        "Chez Lise;418 555-0100\nNom;Ville\n",
        "Chez Lise\nChez Rose\nTitle\n",
    ],
)
def test_a_file_without_header_loses_no_row(rows: str) -> None:
    sheet = open_sheet(rows.encode())
    assert (sheet.header, len(sheet.lines)) == ((), rows.count("\n"))


def test_numbers_and_dates_of_excel_are_read_as_they_are_shown() -> None:
    row = ["Lise", 5145551234.0, 4.5, datetime(2026, 11, 21), date(2026, 1, 2), datetime(2026, 1, 2, 8, 30), True]
    [line] = open_sheet(xlsx([["Nom", "Téléphone", "Note", "a", "b", "c", "d"], row])).lines
    assert line.cells[:6] == ("Lise", "5145551234", "4.5", "2026-11-21", "2026-01-02", "2026-01-02T08:30:00")


def test_numbers_a_spreadsheet_spoiled_are_mended_or_said() -> None:
    sheet = open_sheet(b"Nom;Tel\nLise;5145551234.0\nRose;5145551234,0\nPaul;5,14555E+09\nJean;#N/A\n")
    assert [line.cells[1:] for line in sheet.lines] == [("5145551234",), ("5145551234",), ("5,14555E+09",), ()]
    assert [set(line.warnings) for line in sheet.lines] == [set(), set(), {"rounded_number"}, {"error_cell"}]


def test_formulas_of_excel_are_values_or_text_never_run() -> None:
    plain = xlsx([["Nom", "Ville"], ["Lise", "=1+1"], ["Rose", "=2+2"]])
    part = "xl/worksheets/sheet1.xml"
    computed = repacked(plain, part, b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
    sheet = open_sheet(computed)
    assert sheet.lines == [Line(2, ("Lise", "2")), Line(3, ("Rose", "=2+2"), frozenset({"formula"}))]


def test_the_first_sheet_that_holds_something_is_read_and_the_others_are_said() -> None:
    table: list[list[object]] = [["Nom", "Ville"], ["Lise", "Alma"]]
    assert cells(open_sheet(xlsx([], table))) == [("Lise", "Alma")]
    assert open_sheet(xlsx([], table)).warnings == frozenset()
    assert open_sheet(xlsx(table, table)).warnings == {"other_sheets"}


def test_an_extent_that_lies_hides_no_row() -> None:
    told = xlsx([["Nom", "Ville"], ["Lise", "Alma"]])
    for extent in (b'ref="A1"', b'ref="A1:XFD1048576"'):
        wrong = repacked(told, "xl/worksheets/sheet1.xml", b'ref="A1:B2"', extent)
        assert cells(open_sheet(wrong)) == [("Lise", "Alma")]


@pytest.mark.long
def test_a_row_placed_past_the_end_of_any_sheet_is_refused() -> None:
    far = repacked(xlsx([["Nom"], ["Lise"]]), "xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="900000000"')
    with pytest.raises(Unreadable, match="too_many_rows"):
        open_sheet(far)


def test_a_row_of_zeros_is_a_row() -> None:
    assert cells(open_sheet(xlsx([["Nom", "Note"], ["Lise", 4], [None, 0]]))) == [("Lise", "4"), ("", "0")]


def test_blank_rows_between_do_not_count_as_rows() -> None:
    rows = "Nom;Ville\n" + "".join(f"N{number};Alma\n;\n" for number in range(MOST_ROWS))
    assert len(open_sheet(rows.encode()).lines) == MOST_ROWS


def test_columns_past_the_last_one_are_said() -> None:
    wide = [f"t{number}" for number in range(250)]
    assert open_sheet(";".join(["Nom", "Ville", *wide]).encode() + b"\n" + b"x;" * 250).lines[0].warnings
    assert open_sheet(xlsx([["Nom", "Ville"], ["x"] * 250])).lines[0].warnings == {"columns_cut"}


def swollen(part: str, size: int) -> bytes:
    """Return an Excel file one part of which swells to `size` bytes."""
    out = io.BytesIO(xlsx([["Nom", "Ville"], ["Lise", "Alma"]]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed, packed.open(part, "w") as written:
        for _ in range(size // 1_000_000):
            written.write(b" " * 1_000_000)
    return out.getvalue()


def test_zip_bombs_are_refused_before_they_are_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (swollen("xl/worksheets/sheet9.xml", 60_000_000), swollen("xl/sharedStrings9.xml", 60_000_000)):
        assert len(content) < 1_000_000
        with pytest.raises(Unreadable, match="bomb"):
            open_sheet(content)
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 1_000)
    with pytest.raises(Unreadable, match="too_large"):
        open_sheet(xlsx([["Nom", "Ville"], ["Lise", "Alma"]]))


def test_entities_are_refused() -> None:
    part, begins = "xl/worksheets/sheet1.xml", b"<worksheet"
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><worksheet'
    with pytest.raises(Unreadable, match="bomb"):
        open_sheet(repacked(xlsx([["Nom"], ["Lise"]]), part, begins, laughs))


@pytest.mark.parametrize(
    ("content", "filename", "code"),
    [
        (b"", "a.csv", "empty"),
        (b" \0\r\n\t", "a.csv", "empty"),
        (b";;;\n;;\n", "a.csv", "empty"),
        (xlsx([]), "a.xlsx", "empty"),
        (b"x" * (MOST_BYTES + 1), "a.csv", "too_large"),
        (b"Nom\n" + b"Lise\n" * (MOST_ROWS + 1), "a.csv", "too_many_rows"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "a.xls", "old_excel"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "locked"),
        (b"<html><table><tr><td>Nom", "a.xls", "old_excel"),
        (b"%PDF-1.7\n", "a.pdf", "not_a_table"),
        (bytes(range(1, 32)) * 40, "a.csv", "not_a_table"),
        (b"PK\x03\x04 rien", "a.xlsx", "broken"),
        (xlsx([["Nom"], ["Lise"]])[:-200], "a.xlsx", "broken"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, filename: str, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        open_sheet(content, filename)
    assert caught.value.code == code


def test_a_table_of_text_that_calls_itself_xls_is_read() -> None:
    assert cells(open_sheet(b"Nom\tVille\nLise\tAlma\n", "clients.xls")) == [("Lise", "Alma")]


def test_another_kind_of_archive_is_no_table() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", "<a/>")
    with pytest.raises(Unreadable, match="not_a_table"):
        open_sheet(out.getvalue(), "lettre.docx")
