"""CSV files as Excel wants them in French, piece by piece. Nothing in them is ever run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

# Excel takes a CSV for the local 8-bit code page without it.
BOM = "\ufeff"
ROWS_A_PIECE = 500
# What spreadsheets take for the beginning of a formula (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = tuple("=+-@＝＋－＠")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]+")
Value = str | int | float


def pieces(headers: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """Yield a file, piece by piece: semicolons, CRLF, decimal commas."""
    piece = io.StringIO()
    writer = csv.writer(piece, delimiter=";", lineterminator="\r\n")
    piece.write(BOM)
    writer.writerow([str(header) for header in headers])
    for number, row in enumerate(rows, start=1):
        writer.writerow([_cell(value) for value in row])
        if number % ROWS_A_PIECE == 0:
            yield piece.getvalue()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue()


def one_line(text: str) -> str:
    """Return a text on one line, without what no spreadsheet can hold."""
    return _BLANK.sub(" ", text).strip() if text else ""


def _cell(value: Value) -> str:
    if isinstance(value, str):
        text = one_line(str(value))
        return f"'{text}" if text.startswith(_FORMULA) else text
    return str(value).replace(".", ",")
