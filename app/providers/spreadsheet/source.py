"""A spreadsheet as a source of prospects: each row a business, or a reason why not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.providers.contracts import FoundLead, LeadQuery, SearchAnswer
from app.providers.spreadsheet.headers import WORDS, fold
from app.providers.spreadsheet.sheets import Line, Sheet

LICENCE = "importé par vous"
FIELDS = tuple(WORDS)
_IDENTITY = ("name", "phone", "email", "address", "postal_code", "city")


@dataclass(frozen=True)
class RejectedRow:
    """A row that is no prospect: its number in the file, why (no_name, twice), and its cells."""

    line: int
    reason: str
    cells: Sequence[str]


class SpreadsheetSource:
    """A LeadSource over one sheet; `mapping` gives the column of each field, from 0."""

    name = "import"
    keeps_facts = True

    def __init__(self, sheet: Sheet, mapping: Mapping[str, int], *, seen_on: date) -> None:
        self._sheet = sheet
        self._mapping = {field: column for field, column in mapping.items() if field in FIELDS}
        self._seen_on = seen_on
        self.has_ratings = "rating" in self._mapping
        self.rejected: list[RejectedRow] = []

    def search(self, query: LeadQuery) -> SearchAnswer:
        """Return each row that names a business, once; the others go to `rejected`."""
        self.rejected = []
        found: dict[str, FoundLead] = {}
        for line in self._sheet.lines:
            lead = self._lead(line)
            if lead is None:
                self.rejected.append(RejectedRow(line.number, "no_name", line.cells))
            elif lead.source_id in found:
                self.rejected.append(RejectedRow(line.number, "twice", line.cells))
            elif len(found) < query.limit:
                found[lead.source_id] = lead
        dropped: dict[str, int] = {}
        for row in self.rejected:
            dropped[row.reason] = dropped.get(row.reason, 0) + 1
        return SearchAnswer(list(found.values()), dropped)

    def _lead(self, line: Line) -> FoundLead | None:
        told = {field: self._cell(line, field) for field in self._mapping}
        name = told.get("name", "")
        if not any(sign.isalnum() for sign in name):
            return None
        texts: dict[str, Any] = {field: text for field, text in told.items() if field not in ("rating", "review_count")}
        return FoundLead(
            source=self.name,
            source_id=_identity(told),
            licence=LICENCE,
            source_url="",
            seen_on=self._seen_on,
            rating=_rating(told.get("rating", "")),
            review_count=_count(told.get("review_count", "")),
            details=self._others(line),
            **texts,
        )

    def _cell(self, line: Line, field: str) -> str:
        column = self._mapping[field]
        return line.cells[column] if column < len(line.cells) else ""

    def _others(self, line: Line) -> dict[str, str]:
        """Return what no field takes, under its own header."""
        taken = set(self._mapping.values())
        named = enumerate(self._sheet.header)
        return {name[:60]: line.cells[at][:300] for at, name in named
                if name and at not in taken and at < len(line.cells) and line.cells[at]}  # fmt: skip


def _identity(told: Mapping[str, str]) -> str:
    """Return the same id for the same row of the same file, whenever it comes again."""
    said = "|".join(fold(told.get(field, "")) for field in _IDENTITY)
    return f"row:{hashlib.sha256(said.encode()).hexdigest()[:32]}"


def _rating(raw: str) -> float | None:
    """Read « 4,5 », « 4.5/5 » or « 4,5 étoiles »; None for anything that is no mark out of 5."""
    found = re.match(r"\s*(\d(?:[.,]\d+)?)", raw)
    value = float(found[1].replace(",", ".")) if found else -1.0
    return value if 0 <= value <= 5 else None


def _count(raw: str) -> int | None:
    """Read « 1 234 », « 1,234 » or « (57 avis) »."""
    digits = re.sub(r"(?<=\d)[\s.,\u00a0\u202f](?=\d{3}\b)", "", raw)
    found = re.search(r"\d{1,7}", digits)
    return int(found[0]) if found else None
