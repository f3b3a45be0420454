"""What a person is known by, wherever it is written: her addresses, her numbers in every form, her name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from app.core.db import db
from app.core.i18n import NBSP
from app.domains.leads import folding
from app.domains.leads.models import Lead
from app.domains.leads.services import silencing
from app.domains.leads.services.chunks import chunks

# « Le Café » is in everybody's texts: a name is looked for when it is long, or made of several words.
LONG_NAME = 8
# Looked for in one statement, three ways each: SQLite takes a thousand of them joined by OR, and no more
# (https://sqlite.org/limits.html, SQLITE_MAX_EXPR_DEPTH).
MOST_WORDS = 200
GONE = "[effacé]"


@dataclass(frozen=True)
class Needles:
    """The words that identify one person, in lower case."""

    words: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.words, key=lambda word: (-len(word), word))
        return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest_first), re.IGNORECASE)

    def are_in(self, value: Any) -> bool:
        """Tell whether a text or a document names the person."""
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        return bool(self.words) and self._pattern.search(text) is not None

    def without(self, value: Any) -> Any:
        """Return a text or a document without the person."""
        if isinstance(value, str):
            return self._pattern.sub(GONE, value) if self.words else value
        if isinstance(value, list):
            return [self.without(each) for each in value]
        if isinstance(value, dict):
            return {self.without(name): self.without(each) for name, each in value.items()}
        return value

    def written(self) -> set[str]:
        """Return the words as columns may hold them: plain, and escaped as in a document."""
        return {form for word in self.words for form in (word, json.dumps(word)[1:-1].lower())}


def of(leads: Iterable[Lead], typed: str = "") -> Needles:
    """Return what these prospects, and what was typed, are known by."""
    words: set[str] = set()
    for lead in leads:
        marks = silencing.own_marks(lead)
        words |= {*marks["emails"], *marks["domains"]}
        words |= {form for number in marks["phones"] for form in phone_forms(number)}
        words |= {name for name in (lead.name, lead.legal_name) if is_telling(name)}
    typed = typed.strip()
    number = phone_of(typed)
    if number:
        words |= phone_forms(number)
    elif "@" in typed or is_telling(typed):
        words.add(typed)
    return Needles(frozenset(word.lower() for word in words if len(word) > 3))


def known(workspace_id: int, leads: Iterable[Lead], typed: str = "") -> Needles:
    """Return what these prospects of a workspace are known by, but for the names that others bear too.

    « Chez Ulric » is also in « Cantine chez Ulric »: looked for by itself, it would lead to somebody else.
    """
    mine = list(leads)
    found = of(mine, typed)
    ids = [lead.id for lead in mine]
    others = select(Lead.name, Lead.legal_name).where(
        Lead.workspace_id == workspace_id, Lead.id.not_in(ids),
        or_(Lead.merged_into_id.is_(None), Lead.merged_into_id.not_in(ids)),
    )  # fmt: skip
    shared: set[str] = set()
    for piece in chunks(sorted(found.words), MOST_WORDS):
        bearing = others.where(or_(*(way for word in piece for way in _bearing(word))))
        names = {name for row in db.session.execute(bearing) for name in row if name}
        shared |= {word for word in piece if any(map(Needles(frozenset({word})).are_in, names))}
    return Needles(found.words - shared)


def _bearing(word: str) -> Iterator[ColumnElement[bool]]:
    """Yield the ways in which a prospect's names may hold a word."""
    yield Lead.name_key.contains(folding.fold(word), autoescape=True)
    yield func.lower(Lead.name).contains(word, autoescape=True)
    yield func.lower(Lead.legal_name).contains(word, autoescape=True)


def is_telling(name: str) -> bool:
    """Tell whether a name is looked for by itself."""
    return len(name.split()) > 1 or len(name.strip()) >= LONG_NAME


def phone_of(typed: str) -> str:
    """Return the E.164 number a text is, empty for what is none."""
    digits = re.sub(r"\D", "", typed)
    if re.search(r"[A-Za-z@]", typed) or len(digits) not in (10, 11):
        return ""
    return f"+1{digits[-10:]}"


def phone_forms(number: str) -> set[str]:
    """Return a number as people write it."""
    if not (number.startswith("+1") and len(number) == 12):
        return {number}
    area, first, last = number[2:5], number[5:8], number[8:]
    glued = {f"{area}{sign}{first}-{last}" for sign in (" ", NBSP, "-")}
    return {number, number[1:], number[2:], *glued, f"({area}) {first}-{last}", f"{area}.{first}.{last}",
            f"{area} {first} {last}"}  # fmt: skip
