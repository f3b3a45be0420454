"""Files of prospects, read: what their columns hold, what their rows become. No database here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.core import clock
from app.domains.leads import import_words
from app.domains.leads.cleaning import CleanLead
from app.providers.contracts import FoundLead, LeadQuery, Place
from app.providers.spreadsheet import headers
from app.providers.spreadsheet.rejects import rejected_csv
from app.providers.spreadsheet.sheets import MOST_ROWS, Line, Sheet, open_sheet
from app.providers.spreadsheet.sheets import Unreadable as Unreadable
from app.providers.spreadsheet.source import ODD_RATING, ROUNDED_PHONE, RejectedRow, RowWarning, SpreadsheetSource

SAMPLES = 3
_LOOKED_AT = 200
# What a row's doubts say was not read.
_UNREAD = {ROUNDED_PHONE: "phone", ODD_RATING: "rating"}
# A file is no place: the contract of sources asks for one.
_ANYWHERE = LeadQuery("other", Place("", "QC", 0.0, 0.0), limit=MOST_ROWS)


@dataclass(frozen=True)
class Read:
    """What a whole file becomes."""

    leads: Sequence[FoundLead]
    rejected: Sequence[RejectedRow]
    header: Sequence[str]
    has_ratings: bool
    lines: Mapping[str, Line]
    warnings: Sequence[RowWarning]


def read(content: bytes, filename: str) -> Sheet:
    """Read a file.

    Raises:
        Unreadable: with its reason.
    """
    return open_sheet(content, filename)


def guess(sheet: Sheet) -> dict[str, int]:
    """Return the column each field seems to be in."""
    return headers.guess(sheet.header, [line.cells for line in sheet.lines[:_LOOKED_AT]])


def row_count(sheet: Sheet) -> int:
    """Count the rows."""
    return len(sheet.lines)


def columns(sheet: Sheet) -> list[tuple[int, str, list[str]]]:
    """Return each column as a person is shown it: its place, from 0, its title, and its first values."""
    found = []
    for at in range(sheet.width):
        values = [line.cells[at] for line in sheet.lines[:_LOOKED_AT] if at < len(line.cells) and line.cells[at]]
        title = sheet.header[at] if at < len(sheet.header) else ""
        if title or values:
            found.append((at, title[:60], [value[:40] for value in values[:SAMPLES]]))
    return found


def leads(content: bytes, filename: str, mapping: Mapping[str, int]) -> Read:
    """Turn a file's rows into prospects, and say which are none.

    Raises:
        Unreadable: with its reason.
    """
    sheet = open_sheet(content, filename)
    source = SpreadsheetSource(sheet, mapping, seen_on=clock.today())
    answer = source.search(_ANYWHERE)
    return Read(answer.leads, source.rejected, sheet.header, source.has_ratings, source.lines, source.warnings)


def unread(answer: Read, cleaned: Iterable[CleanLead]) -> list[RejectedRow]:
    """Return each value that nobody could read in the rows that were kept: the row, with « unread_ » and the field."""
    found = [(answer.lines[lead.found.source_id], name) for lead in cleaned
             for name, fact in lead.record.facts.items() if fact.get("raw") and fact.get("value") == ""]  # fmt: skip
    by_number = {line.number: line for line in answer.lines.values()}
    found += [(by_number[one.line], _UNREAD[one.code]) for one in answer.warnings if one.code in _UNREAD]
    return [RejectedRow(line.number, f"unread_{name}", line.cells) for line, name in found]


def rejects(answer: Read, unread: Sequence[RejectedRow]) -> bytes:
    """Return the rows left aside and those not wholly read as a file, in order, each with its reason."""
    rows = sorted([*answer.rejected, *unread], key=lambda row: row.line)
    return rejected_csv(answer.header, rows, import_words.rejects())
