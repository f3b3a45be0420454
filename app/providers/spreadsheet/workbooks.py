"""The rows of an Excel file (XLSX): weighed before it is opened, read as a stream, its formulas never computed."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from html import unescape
from typing import IO, Any

from app.providers.spreadsheet.errors import Unreadable
from app.providers.spreadsheet.records import Record

FORMULA = "formula"
MOST_UNPACKED = 200_000_000
MOST_STRINGS = 64_000_000
MOST_ENTRIES = 5_000
# A table repeats itself, yet no honest one of this size shrinks more; a zip bomb, a thousand times.
_RATIO, _RATIO_FROM = 200, 20_000_000
_LAST_ROW = 1_048_576
_CHUNK = 1_000_000
_MARKUP = re.compile(rb"<(?:\w+:)?f[ >/]|<!(?:DOCTYPE|ENTITY)")
_OVERLAP = 32
# Neither looks further than the next « < »: a part full of them would be read once for each.
_TAGS = re.compile(r"<[^<>]*>")
_BLANKS = re.compile(r"\s+")
# Python refuses to count so many digits, and no sign has such a number.
_NO_SIGN = re.compile(r"&#\w{9,};?")
# Longer than any name with its markup: what two pieces share, so that none is cut in two.
_SHARED = 2_000


def sheets(content: bytes, most_columns: int) -> Iterator[Iterator[Record]]:
    """Yield the rows of each visible sheet, in order: number, from 1, cells (any type), what was mended (codes).

    Raises:
        Unreadable: too_large, bomb, broken.
    """
    has_formulas = _weighed(content)
    # Only here: it is slow to import, and most files are text.
    from openpyxl import load_workbook

    try:
        # What Excel last computed is what the person saw.
        shown = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        written = load_workbook(io.BytesIO(content), read_only=True) if has_formulas else shown
        for at, sheet in enumerate(shown.worksheets):
            if sheet.sheet_state == "visible":
                other = written.worksheets[at] if has_formulas else None
                yield _rows(sheet, other, most_columns)
    except Exception as error:
        raise _broken(error) from error


def words(content: bytes) -> Iterator[str]:
    """Yield the words of a file, hidden sheets, notes and properties included, without their markup, in pieces.

    Raises:
        Unreadable: too_large, bomb, broken.
    """
    _weighed(content)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for entry in filter(_is_text, packed.infolist()):
            with packed.open(entry) as part:
                yield from _words(part)


def _words(part: IO[bytes]) -> Iterator[str]:
    decoder, shared = codecs.getincrementaldecoder("utf-8")("replace"), ""
    while chunk := part.read(_CHUNK):
        text = shared + decoder.decode(chunk)
        yield _BLANKS.sub(" ", unescape(_NO_SIGN.sub(" ", _TAGS.sub(" ", text))))
        shared = text[-_SHARED:]


def _is_text(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels"))


def _rows(sheet: Any, written: Any, most_columns: int) -> Iterator[Record]:
    # Many programs write a wrong extent, and what lies outside it would be lost.
    sheet.reset_dimensions()
    try:
        rows = sheet.iter_rows(values_only=True, max_col=most_columns)
        if written is None:
            yield from ((number, row, frozenset()) for number, row in enumerate(_bounded(rows), 1))
            return
        written.reset_dimensions()
        formulas = written.iter_rows(values_only=True, max_col=most_columns)
        for number, (row, texts) in enumerate(zip(_bounded(rows), formulas, strict=False), 1):
            yield number, *_filled(row, texts)
    except Exception as error:
        raise _broken(error) from error


def _bounded(rows: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    for number, row in enumerate(rows, 1):
        if number > _LAST_ROW:
            raise Unreadable("too_many_rows")
        yield row


def _filled(row: Sequence[Any], written: Sequence[Any]) -> tuple[Sequence[Any], frozenset[str]]:
    """Put the text of a formula that was never computed where its value would be."""
    missing = {
        at: text
        for at, (value, text) in enumerate(zip(row, written, strict=False))
        if value is None and isinstance(text, str)
    }
    if not missing:
        return row, frozenset()
    return [missing.get(at, value) for at, value in enumerate(row)], frozenset({FORMULA})


def _broken(error: Exception) -> Unreadable:
    # zipfile and openpyxl raise whatever a broken archive makes them meet.
    return error if isinstance(error, Unreadable) else Unreadable("broken")


def _weighed(content: bytes) -> bool:
    """Refuse an archive that would swell, or that declares entities; tell whether it holds formulas."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            _weigh(entries)
            found = {mark for entry in filter(_is_text, entries) for mark in _marks(packed, entry)}
    except Exception as error:
        raise _broken(error) from error
    if any(mark.startswith(b"<!") for mark in found):
        raise Unreadable("bomb")
    return bool(found)


def _weigh(entries: Sequence[zipfile.ZipInfo]) -> None:
    # No entry gives more than it declares: zipfile stops there.
    if not any(entry.filename.replace("\\", "/").lower().startswith("xl/") for entry in entries):
        raise Unreadable("not_a_table")
    if len(entries) > MOST_ENTRIES or any(
        entry.file_size > _RATIO_FROM and entry.file_size > _RATIO * max(entry.compress_size, 1) for entry in entries
    ):
        raise Unreadable("bomb")
    strings = sum(entry.file_size for entry in entries if "sharedstrings" in entry.filename.lower())
    texts = sum(entry.file_size for entry in filter(_is_text, entries))
    if strings > MOST_STRINGS or texts > MOST_UNPACKED:
        raise Unreadable("too_large")


def _marks(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> set[bytes]:
    """Return the kinds of markup we look for that one part holds."""
    found: set[bytes] = set()
    tail = b""
    with packed.open(entry) as part:
        while chunk := part.read(_CHUNK):
            found |= {mark[:2] for mark in _MARKUP.findall(tail + chunk)}
            tail = chunk[-_OVERLAP:]
    # A style also has a part named f; only a sheet has formulas.
    return found if "worksheets/" in entry.filename else {mark for mark in found if mark == b"<!"}
