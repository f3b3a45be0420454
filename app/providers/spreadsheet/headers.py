"""Which line names the columns, and which field each column holds: by its words, then by what is under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.providers.spreadsheet.titles import OTHERS, known
from app.providers.spreadsheet.titles import WORDS as WORDS
from app.providers.spreadsheet.titles import fold as fold

_LOOKS: dict[str, re.Pattern[str]] = {
    "email": re.compile(r"(?:mailto:)?[^\s@]+@[^\s@]+\.\w{2,}(?:[\s;,/].*)?", re.IGNORECASE),
    "website": re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:ca|com|net|org|quebec|qc\.ca)(?:/\S*)?",
                          re.IGNORECASE),
    "postal_code": re.compile(r"[A-Za-z]\d[A-Za-z](?:[ -]?\d[A-Za-z]\d)?"),
    "phone": re.compile(r"\+?[\d(][\d ().\u2010-\u2013-]{8,}(?:\s*(?:x|#|ext|poste)\.?\s*\d+)?|\d[.,]\d+E\+\d+",
                        re.IGNORECASE),
}  # fmt: skip
# Longer is a remark, whatever it holds.
_LONGEST = 300
# A column whose words say one thing, and nearly all its cells another.
_CONTRADICTED, _CONVINCING = 0.2, 0.5
_BY_WORDS, _BY_PLACE = 0.9, 0.3


@dataclass(frozen=True)
class Guess:
    """The column a field seems to be in, from 0, and how sure that is, from 0 to 1."""

    column: int
    confidence: float


def find(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which of the first rows names the columns, None when none does."""
    width = max((len([cell for cell in row if cell]) for row in rows), default=0)
    for at, row in enumerate(rows):
        named = sum(known(cell) is not None for cell in row)
        # One title is enough for a list of one column or two, where it begins.
        alone = named == 1 and (width == 1 and at == 0 or width == 2 and all(len(above) == 1 for above in rows[:at]))
        if named >= 2 or alone:
            return at
        # A title above the table is one cell; a row of values holds an address or a number.
        if any(_is(cell, look) for cell in row for look in _LOOKS.values()):
            return None
    return None


def recognise(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, Guess]:
    """Return the column of each field one recognises, each column once."""
    found = _by_words(header, rows)
    if "name" not in found and "legal_name" in found:
        found["name"] = found.pop("legal_name")
    width = max([len(header), *(len(row) for row in rows)], default=0)
    taken = {guess.column for guess in found.values()}
    taken |= {column for column, title in enumerate(header) if fold(title) in OTHERS}
    for field in [name for name in _LOOKS if name not in found]:
        shares = {column: _share(rows, column, _LOOKS[field]) for column in range(width) if column not in taken}
        best = max(shares, key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= _CONVINCING:
            found[field] = Guess(best, shares[best] * _BY_WORDS)
            taken.add(best)
    # Without a header, a column of names is told by its neighbours: numbers, addresses, sites.
    free = [column for column in range(width) if column not in taken and _is_text(rows, column)]
    if "name" not in found and free and (found or width == 1) and not header:
        found["name"] = Guess(free[0], _BY_PLACE)
    return found


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the column of each field one recognises, each column once."""
    return {field: each.column for field, each in recognise(header, rows).items()}


def _by_words(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, Guess]:
    titled = [(rank, column, field) for column, title in enumerate(header)
              for field, rank in [known(title) or ("", 0)] if field]  # fmt: skip
    found: dict[str, Guess] = {}
    for _, column, field in sorted(titled):
        look = _LOOKS.get(field)
        seen = _share(rows, column, look) if look and _cells(rows, column) else None
        if field not in found and (seen is None or seen >= _CONTRADICTED):
            found[field] = Guess(column, _BY_WORDS if seen is None else _BY_WORDS + seen * (1 - _BY_WORDS))
    return found


def _share(rows: Sequence[Sequence[str]], column: int, look: re.Pattern[str]) -> float:
    cells = _cells(rows, column)
    return sum(_is(cell, look) for cell in cells) / len(cells) if cells else 0.0


def _is(cell: str, look: re.Pattern[str]) -> bool:
    return len(cell) <= _LONGEST and look.fullmatch(cell) is not None


def _is_text(rows: Sequence[Sequence[str]], column: int) -> bool:
    cells = _cells(rows, column)
    return sum(any(sign.isalpha() for sign in cell) for cell in cells) > len(cells) / 2


def _cells(rows: Sequence[Sequence[str]], column: int) -> list[str]:
    return [row[column] for row in rows if column < len(row) and row[column]]
