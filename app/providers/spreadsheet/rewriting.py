"""A file of rows without some of them: what is kept becomes plain text, and nothing beside its table is."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

from app.providers.spreadsheet import encodings, workbooks
from app.providers.spreadsheet.errors import Unreadable
from app.providers.spreadsheet.sheets import Sheet, open_sheet

Names = Callable[[str], bool]
# Excel's own first line, which names the separator: nobody guesses it wrong afterwards.
DECLARED = "sep=;\r\n"


def names(content: bytes, is_named: Names) -> bool:
    """Tell whether a file holds what `is_named` tells of, in a row or anywhere else; one nobody can read may."""
    try:
        if content.startswith(b"PK") and any(map(is_named, workbooks.words(content))):
            return True
        # A name may stand in two columns.
        return any(is_named(" ".join(cells)) for cells in _cells(open_sheet(content))) or is_named(
            encodings.decode(content)[0]
        )
    except Unreadable:
        return content.startswith(b"PK") or is_named(encodings.decode(content)[0])


def without(content: bytes, is_named: Names, *, is_declared: bool = True) -> bytes:
    """Return a file as text, without the rows that `is_named` tells of; its columns stay where they are.

    Raises:
        Unreadable: it is no table, its very titles are told of, or nothing is left.
    """
    sheet = open_sheet(content)
    kept = [cells for cells in _cells(sheet) if not is_named(" ".join(cells))]
    if not kept or is_named(" ".join(sheet.header)):
        raise Unreadable("empty")
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(kept)
    return ((DECLARED if is_declared else "") + out.getvalue()).encode("utf-8-sig")


def _cells(sheet: Sheet) -> list[Sequence[str]]:
    header = [sheet.header] if sheet.header else []
    return [*(line.cells for line in sheet.above), *header, *(line.cells for line in sheet.lines)]
