"""Rows given back as a file Excel opens as it should, and that executes nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from app.providers.spreadsheet.source import RejectedRow

# What a spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection).
_DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")


def neutral(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    # Some drop the blanks before they look.
    return f"'{cell}" if cell.startswith(_DANGEROUS) or cell.lstrip().startswith(_DANGEROUS) else cell


def rejected_csv(header: Sequence[str], rows: Iterable[RejectedRow], said: Mapping[str, str]) -> bytes:
    """Return the rows with their number and why each was left aside.

    `said` words each reason, and the two columns added (line, why).

    UTF-8 with its mark and semicolons: what Excel expects in French.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    kept = list(rows)
    width = max([len(header), *(len(row.cells) for row in kept)], default=0)
    writer.writerow([said["line"], *(neutral(cell) for cell in _padded(header, width)), said["why"]])
    for row in kept:
        writer.writerow([row.line, *(neutral(cell) for cell in _padded(row.cells, width)), said[row.reason]])
    return out.getvalue().encode("utf-8-sig")


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]
