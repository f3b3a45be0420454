"""Prospects as a spreadsheet reads them: CSV for all, XLSX for Excel. Nothing in them is ever run."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from app.core import csv_files
from app.core.csv_files import Value, one_line
from app.domains.leads import list_words
from app.domains.leads.services.exporting import Exported

PIECE_BYTES = 64 * 1024


def csv_pieces(prospects: Iterable[Exported]) -> Iterator[str]:
    """Yield a CSV file, piece by piece."""
    return csv_files.pieces(list_words.HEADERS, map(list_words.values, prospects))


def xlsx_pieces(prospects: Iterable[Exported]) -> Iterator[bytes]:
    """Yield an XLSX file, written to the disk row by row, then read back piece by piece."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(list_words.SHEET))
    sheet.freeze_panes = "B2"
    sheet.append([str(header) for header in list_words.HEADERS])
    mentions: set[str] = set()
    for prospect in prospects:
        values = list_words.values(prospect)
        sheet.append([_cell(sheet, value) for value in values])
        mentions.add(str(values[-1]))
    credits = book.create_sheet(str(list_words.CREDITS_SHEET))
    for mention in sorted(mentions - {""}):
        credits.append([mention])
    with tempfile.TemporaryFile() as written:
        book.save(written)
        written.seek(0)
        yield from _read(written)


def _read(written: IO[bytes]) -> Iterator[bytes]:
    while piece := written.read(PIECE_BYTES):
        yield piece


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> Any:
    if not isinstance(value, str):
        return value
    text = one_line(value)
    if not text.startswith("="):
        # A cell that is not there costs nothing.
        return text or None
    cell = WriteOnlyCell(sheet, value=text)
    # openpyxl takes it for a formula; it is a text like any other.
    cell.data_type = "s"
    return cell
