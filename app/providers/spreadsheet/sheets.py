"""Open a file as rows of texts: its encoding, its separator and its header found out, nothing executed."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.providers.spreadsheet import encodings, headers

MOST_ROWS = 50_000
MOST_COLUMNS = 200
LONGEST_CELL = 2_000
MOST_BYTES = 12_000_000
# An honest Excel file of this size opens to less than this; a zip bomb to thousands of times it.
MOST_UNPACKED = 400_000_000
SEPARATORS = (";", ",", "\t", "|")
_SAMPLE_LINES = 50


class Unreadable(Exception):
    """The file cannot be read as a table; `code` says why: empty, too_large, too_many_rows, old_excel, broken."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Line:
    """One row of the file: its number there, from 1, its cells, and what was cut or mended (codes)."""

    number: int
    cells: tuple[str, ...]
    warnings: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Sheet:
    """A file read: its header (empty texts where it has none) and its rows, blank ones left out."""

    header: tuple[str, ...]
    lines: Sequence[Line]

    @property
    def width(self) -> int:
        """Count the columns."""
        return max([len(self.header), *(len(line.cells) for line in self.lines[:_SAMPLE_LINES])])


def open_sheet(content: bytes, filename: str = "") -> Sheet:
    """Read a file, or pasted lines.

    Raises:
        Unreadable: with its reason.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable("too_large")
    if not content.strip(b"\0 \t\r\n"):
        raise Unreadable("empty")
    if content.startswith(b"PK\x03\x04"):
        rows: Iterable[Sequence[Any]] = _workbook(content)
    elif content.startswith(b"\xd0\xcf\x11\xe0") or filename.lower().endswith(".xls"):
        raise Unreadable("old_excel")
    else:
        rows = _table(encodings.decode(content))
    lines = [line for number, row in enumerate(rows, 1) if (line := _line(number, row)) is not None]
    return _with_header(lines)


def _with_header(lines: list[Line]) -> Sheet:
    if not lines:
        raise Unreadable("empty")
    at = headers.find([line.cells for line in lines[:20]])
    kept = lines if at is None else lines[at + 1 :]
    if len(kept) > MOST_ROWS:
        raise Unreadable("too_many_rows")
    return Sheet(() if at is None else lines[at].cells, kept)


def _table(text: str) -> Iterator[list[str]]:
    lines = text.replace("\0", "").splitlines()[:_SAMPLE_LINES]
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=_separator(lines), strict=False)
    try:
        yield from reader
    except csv.Error as error:
        raise Unreadable("broken") from error


def _separator(lines: Sequence[str]) -> str:
    """Return the separator that cuts the first lines into the same number of cells, more than one."""

    def evenness(separator: str) -> tuple[int, int]:
        counts = [len(row) for row in csv.reader(lines, delimiter=separator) if any(row)]
        most = max(set(counts), key=counts.count) if counts else 1
        return (counts.count(most) if most > 1 else 0, most)

    return max(SEPARATORS, key=evenness)


def _workbook(content: bytes) -> Iterator[Sequence[Any]]:
    # Only here: it is slow to import, and most files are text.
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable("too_large")
        # Values, never formulas: what Excel last computed is what the person saw.
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        yield from book.worksheets[0].iter_rows(values_only=True, max_col=MOST_COLUMNS, max_row=MOST_ROWS + 30)
    except Unreadable:
        raise
    except Exception as error:
        # openpyxl raises whatever a broken archive makes it meet.
        raise Unreadable("broken") from error


def _line(number: int, row: Sequence[Any]) -> Line | None:
    warnings: set[str] = set()
    cells = tuple(_text(cell, warnings) for cell in row[:MOST_COLUMNS])
    return Line(number, cells, frozenset(warnings)) if any(cells) else None


def _text(cell: Any, warnings: set[str]) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, datetime | date):
        cell = cell.isoformat()
    raw = str(cell)
    if len(raw) > LONGEST_CELL:
        warnings.add("cell_cut")
        raw = raw[:LONGEST_CELL]
    text = " ".join("".join(sign if sign.isprintable() or sign.isspace() else " " for sign in raw).split())
    if re.fullmatch(r"\d[.,]\d+E\+\d+", text, re.IGNORECASE):
        # A spreadsheet rounded a long number: its digits are lost.
        warnings.add("rounded_number")
    return text.removesuffix(".0") if re.fullmatch(r"\d{7,15}\.0", text) else text
