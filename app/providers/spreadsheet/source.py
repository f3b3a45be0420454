"""A spreadsheet as a source of prospects: each row a business, or a reason why not."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.providers.contracts import FoundLead, LeadQuery, SearchAnswer
from app.providers.spreadsheet.cells import is_rounded
from app.providers.spreadsheet.headers import WORDS, fold
from app.providers.spreadsheet.sheets import Line, Sheet

LICENCE = "importé par vous"
FIELDS = tuple(WORDS)
LONGEST_DETAIL = 300
NO_NAME, TWICE, ABOVE_HEADER, HEADER_AGAIN = "no_name", "twice", "above_header", "header_again"
REASONS = (NO_NAME, TWICE, ABOVE_HEADER, HEADER_AGAIN)
ODD_EMAIL, ODD_RATING, WIDER = "odd_email", "odd_rating", "wider_than_header"
ROUNDED_PHONE = "rounded_phone"
_IDENTITY = ("name", "phone", "email", "address", "postal_code", "city")
_NUMBERS = ("rating", "review_count")
_EMAIL = re.compile(r"(?<![^\s@<>;,])[^\s@<>;,]{1,200}@[^\s@<>;,]{1,300}\.\w{2,}")


@dataclass(frozen=True)
class RejectedRow:
    """A row that is no prospect: its number in the file, why (one of REASONS), and its cells."""

    line: int
    reason: str
    cells: Sequence[str]


@dataclass(frozen=True)
class RowWarning:
    """Something of a row that was kept was cut, mended or doubtful: its number in the file, and what (a code)."""

    line: int
    code: str


class SpreadsheetSource:
    """A LeadSource over one sheet; `mapping` gives the column of each field, from 0."""

    name = "import"
    keeps_facts = True

    def __init__(self, sheet: Sheet, mapping: Mapping[str, int], *, seen_on: date) -> None:
        self._sheet = sheet
        self._mapping = {field: column for field, column in mapping.items() if field in FIELDS}
        self._titles = _titles(sheet, set(self._mapping.values()))
        self._seen_on = seen_on
        self.has_ratings = "rating" in self._mapping
        self.rejected: list[RejectedRow] = []
        self.warnings: list[RowWarning] = []
        self.lines: dict[str, Line] = {}

    def search(self, query: LeadQuery) -> SearchAnswer:
        """Return each row that names a business, once; the others go to `rejected`, doubts to `warnings`.

        `lines` then holds the row of each, by its id.
        """
        self.rejected = [RejectedRow(line.number, ABOVE_HEADER, line.cells) for line in self._sheet.above
                         if sum(map(bool, line.cells)) > 1]  # fmt: skip
        self.warnings, self.lines = [], {}
        found: dict[str, FoundLead] = {}
        for line in self._sheet.lines:
            lead = self._lead(line)
            reason = self._why_not(line, lead, found)
            if lead is None or reason:
                self.rejected.append(RejectedRow(line.number, reason, line.cells))
            elif len(found) < query.limit:
                found[lead.source_id], self.lines[lead.source_id] = lead, line
                self.warnings += [RowWarning(line.number, code) for code in sorted(self._doubts(line, lead))]
        return SearchAnswer(list(found.values()), Counter(row.reason for row in self.rejected))

    def _why_not(self, line: Line, lead: FoundLead | None, found: Mapping[str, FoundLead]) -> str:
        # Files pasted one below the other repeat their titles.
        if self._sheet.header and line.cells == self._sheet.header:
            return HEADER_AGAIN
        if lead is None:
            return NO_NAME
        return TWICE if lead.source_id in found else ""

    def _lead(self, line: Line) -> FoundLead | None:
        told = {field: _at(line, column) for field, column in self._mapping.items()}
        if not any(sign.isalnum() for sign in told.get("name", "")):
            return None
        texts: dict[str, Any] = {field: text for field, text in told.items() if field not in _NUMBERS}
        details = {title: text[:LONGEST_DETAIL] for title, text in self._others(line)}
        if is_rounded(told.get("phone", "")):
            # A number without its last digits rings at somebody else's.
            details[self._titles[self._mapping["phone"]]] = texts.pop("phone")
        return FoundLead(
            source=self.name,
            source_id=_identity(told),
            licence=LICENCE,
            source_url="",
            seen_on=self._seen_on,
            rating=_rating(told.get("rating", "")),
            review_count=_count(told.get("review_count", "")),
            details=details,
            **texts,
        )

    def _others(self, line: Line) -> Iterator[tuple[str, str]]:
        """Yield what no field takes, under its own title."""
        taken = set(self._mapping.values())
        for column, text in enumerate(line.cells):
            if text and column not in taken:
                yield self._titles.get(column) or _letters(column), text

    def _doubts(self, line: Line, lead: FoundLead) -> set[str]:
        doubts = set(line.warnings)
        if any(len(text) > LONGEST_DETAIL for _, text in self._others(line)):
            doubts.add("cell_cut")
        if lead.email and not _EMAIL.search(lead.email):
            doubts.add(ODD_EMAIL)
        if "phone" in self._mapping and is_rounded(_at(line, self._mapping["phone"])):
            doubts.add(ROUNDED_PHONE)
        if lead.rating is None and "rating" in self._mapping and _at(line, self._mapping["rating"]):
            doubts.add(ODD_RATING)
        if self._sheet.header and len(line.cells) > len(self._sheet.header):
            doubts.add(WIDER)
        return doubts


def _titles(sheet: Sheet, taken: set[int]) -> dict[int, str]:
    """Return the title of each column, its letters beside where two say the same, or alone where none does."""
    titles: dict[int, str] = {}
    for column, title in enumerate(sheet.header):
        name = title[:50] or _letters(column)
        titles[column] = f"{name} ({_letters(column)})" if name in titles.values() else name
    return titles | {column: _letters(column) for column in taken - titles.keys()}


def _letters(column: int) -> str:
    """Name a column as spreadsheets do: A, B… Z, AA."""
    return (_letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def _at(line: Line, column: int) -> str:
    return line.cells[column] if 0 <= column < len(line.cells) else ""


def _identity(told: Mapping[str, str]) -> str:
    """Return the same id for the same row of the same file, whenever it comes again."""
    said = "|".join(fold(told.get(field, "")) for field in _IDENTITY)
    return f"row:{hashlib.sha256(said.encode()).hexdigest()[:32]}"


def _rating(raw: str) -> float | None:
    """Read « 4,5 », « 4.5/5 » or « 4,5 étoiles »; None for anything that is no mark out of 5."""
    found = re.match(r"\s*(\d(?:[.,]\d+)?)(?![\d.,])(?!\s*/\s*(?!5\b))(?!\s*%)", raw)
    value = float(found[1].replace(",", ".")) if found else -1.0
    return value if 0 <= value <= 5 else None


def _count(raw: str) -> int | None:
    """Read « 1 234 », « 1,234 » or « (57 avis) »."""
    digits = re.sub(r"(?<=\d)[\s.,\u00a0\u202f](?=\d{3}\b)", "", raw)
    found = re.search(r"\d{1,7}", digits)
    return int(found[0]) if found else None
