"""Open a file as rows of texts: its encoding, its separator and its header found out, nothing executed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Any

from app.providers.spreadsheet import cells, encodings, headers, workbooks
from app.providers.spreadsheet.errors import Unreadable as Unreadable
from app.providers.spreadsheet.records import Record, records

MOST_ROWS = 50_000
MOST_COLUMNS = 200
MOST_BYTES = 12_000_000
OTHER_SHEETS, COLUMNS_CUT = "other_sheets", "columns_cut"
_HEADER_WITHIN = 20
_NOTHING: frozenset[Any] = frozenset({None, ""})
_OLE = b"\xd0\xcf\x11\xe0"
# How what is no table begins: PDF, pictures, archives, web pages.
_NOT_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"{\\rtf",
               b"<!doctype", b"<html", b"<?xml", b"<table")  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One row of the file: its number there, from 1, its cells, and what was cut or mended (codes)."""

    number: int
    cells: tuple[str, ...]
    warnings: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Sheet:
    """A file read: its header (none: empty), the lines above it, its rows, and what was mended (codes).

    Blank lines are left out, and what is empty at the end of a row.
    """

    header: tuple[str, ...]
    lines: Sequence[Line]
    above: Sequence[Line] = ()
    warnings: frozenset[str] = field(default_factory=frozenset)

    @property
    def width(self) -> int:
        """Count the columns."""
        return max([len(self.header), *(len(line.cells) for line in self.lines)])


def open_sheet(content: bytes, filename: str = "") -> Sheet:
    """Read a file, or pasted lines.

    Raises:
        Unreadable: with its reason.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable("too_large")
    if not content.strip(b"\0 \t\r\n"):
        raise Unreadable("empty")
    if content.startswith(_OLE):
        # A password wraps a new file in the old form.
        raise Unreadable("locked" if "EncryptedPackage".encode("utf-16-le") in content else "old_excel")
    if content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(tuple(each.lower() for each in _NOT_TABLES)):
        raise Unreadable("old_excel" if filename.lower().endswith(".xls") else "not_a_table")
    return _workbook(content) if content.startswith(b"PK\x03\x04") else _text(content)


def _text(content: bytes) -> Sheet:
    text, warnings = encodings.decode(content)
    sample = text[:4_000]
    if sum(not (sign.isprintable() or sign.isspace()) for sign in sample) > len(sample) // 10:
        raise Unreadable("not_a_table")
    return replace(_with_header(_lines(records(text))), warnings=warnings)


def _workbook(content: bytes) -> Sheet:
    """Read the first sheet that holds something; say so when others do."""
    opened = (_lines(rows) for rows in workbooks.sheets(content, MOST_COLUMNS + 1))
    filled = (chain([head], lines) for lines in opened if (head := next(lines, None)))
    first = next(filled, None)
    if first is None:
        raise Unreadable("empty")
    sheet = _with_header(first)
    return replace(sheet, warnings=frozenset({OTHER_SHEETS} if next(filled, None) else ()))


def _with_header(read: Iterable[Line]) -> Sheet:
    # Never more than what tells that there are too many.
    lines = list(islice(read, MOST_ROWS + _HEADER_WITHIN + 1))
    if not lines:
        raise Unreadable("empty")
    at = headers.find([line.cells for line in lines[:_HEADER_WITHIN]])
    kept = lines if at is None else lines[at + 1 :]
    if len(kept) > MOST_ROWS:
        raise Unreadable("too_many_rows")
    return Sheet((), kept) if at is None else Sheet(lines[at].cells, kept, above=lines[:at])


def _lines(rows: Iterable[Record]) -> Iterator[Line]:
    for number, values, mended in rows:
        # A workbook may hold a million rows that somebody only coloured. A zero is something written.
        if not any(values) and _NOTHING.issuperset(values):
            continue
        warnings = set(mended)
        texts = cells.texts(values[:MOST_COLUMNS], warnings)
        while texts and not texts[-1]:
            texts.pop()
        if any(values[MOST_COLUMNS:]):
            warnings.add(COLUMNS_CUT)
        if texts:
            yield Line(number, tuple(texts), frozenset(warnings))
