"""Prospects as a spreadsheet reads them: CSV for all, XLSX for Excel. Nothing in them is ever run."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from app.domains.leads import list_words
from app.domains.leads.services.exporting import Exported

# Excel takes a CSV for the local 8-bit code page without it.
BOM = "\ufeff"
ROWS_A_PIECE = 500
PIECE_BYTES = 64 * 1024
# What spreadsheets take for the beginning of a formula (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = tuple("=+-@＝＋－＠")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]+")
Value = str | int | float


def csv_pieces(prospects: Iterable[Exported]) -> Iterator[str]:
    """Yield a CSV file, piece by piece: semicolons, CRLF, decimal commas, as Excel wants them in French."""
    piece = io.StringIO()
    writer = csv.writer(piece, delimiter=";", lineterminator="\r\n")
    piece.write(BOM)
    writer.writerow(list_words.HEADERS)
    for number, prospect in enumerate(prospects, start=1):
        writer.writerow([_csv(value) for value in list_words.values(prospect)])
        if number % ROWS_A_PIECE == 0:
            yield piece.getvalue()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue()


def xlsx_pieces(prospects: Iterable[Exported]) -> Iterator[bytes]:
    """Yield an XLSX file, written to the disk row by row, then read back piece by piece."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(list_words.SHEET)
    sheet.freeze_panes = "B2"
    sheet.append(list_words.HEADERS)
    mentions: set[str] = set()
    for prospect in prospects:
        values = list_words.values(prospect)
        sheet.append([_cell(sheet, value) for value in values])
        mentions.add(str(values[-1]))
    credits = book.create_sheet(list_words.CREDITS_SHEET)
    for mention in sorted(mentions - {""}):
        credits.append([mention])
    with tempfile.TemporaryFile() as written:
        book.save(written)
        written.seek(0)
        yield from _read(written)


def _read(written: IO[bytes]) -> Iterator[bytes]:
    while piece := written.read(PIECE_BYTES):
        yield piece


def _line(text: str) -> str:
    """Return a text on one line, without what no spreadsheet can hold."""
    return _BLANK.sub(" ", text).strip() if text else ""


def _csv(value: Value) -> str:
    if isinstance(value, str):
        text = _line(value)
        return f"'{text}" if text.startswith(_FORMULA) else text
    return str(value).replace(".", ",")


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> Any:
    if not isinstance(value, str):
        return value
    text = _line(value)
    if not text.startswith("="):
        # A cell that is not there costs nothing.
        return text or None
    cell = WriteOnlyCell(sheet, value=text)
    # openpyxl takes it for a formula; it is a text like any other.
    cell.data_type = "s"
    return cell
