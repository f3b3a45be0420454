"""Which known prospects an element could be: looked up by what two descriptions of one business share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from app.core.db import db
from app.domains.leads.models import Lead
from app.domains.leads.sameness import MOST_NAMES, Marks
from app.domains.leads.services.chunks import chunks

_COLUMNS = [getattr(Lead, name) for name in ("id", "name", "name_key", "loose_key", "phone", "other_phones", "domain",
                                             "website", "postal_code", "address", "latitude", "longitude")]  # fmt: skip


@dataclass
class Candidates:
    """Known prospects by each of their keys."""

    marks: dict[int, Marks] = field(default_factory=dict)
    by_key: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))

    def of(self, marks: Marks) -> Iterable[tuple[int, Marks]]:
        """Return the prospects that share a key with `marks`, oldest first."""
        ids: set[int] = set()
        for kind, value in marks.shared_keys():
            found = self.by_key.get((kind, value), set())
            # A number or a site that many names share ties nobody.
            if kind in ("name_key", "loose_key") or len(found) <= MOST_NAMES:
                ids |= found
        return [(lead_id, self.marks[lead_id]) for lead_id in sorted(ids)]


def candidates(workspace_id: int, wanted: Sequence[Marks]) -> Candidates:
    """Read the prospects that share a key with any of `wanted`, in a few statements."""
    found = Candidates()
    keys: dict[str, set[str]] = defaultdict(set)
    for marks in wanted:
        for kind, value in marks.shared_keys():
            keys[kind].add(value)
    for kind, values in keys.items():
        column = getattr(Lead, kind)
        for chunk in chunks(sorted(values)):
            statement = select(*_COLUMNS).where(
                Lead.workspace_id == workspace_id, Lead.merged_into_id.is_(None), column.in_(chunk)
            )
            for row in db.session.execute(statement):
                _add(found, row)
    return found


def _add(found: Candidates, row: Any) -> None:
    if row.id in found.marks:
        return
    marks = Marks.of(dict(row._mapping))
    found.marks[row.id] = marks
    for key in marks.shared_keys():
        found.by_key[key].add(row.id)


def marks_of(workspace_id: int, lead_ids: Sequence[int]) -> dict[int, Marks]:
    """Return the marks of prospects that were not merged."""
    found: dict[int, Marks] = {}
    for chunk in chunks(list(lead_ids)):
        mine = (Lead.workspace_id == workspace_id, Lead.id.in_(chunk), Lead.merged_into_id.is_(None))
        statement = select(*_COLUMNS).where(*mine, Lead.name != "")
        found |= {row.id: Marks.of(dict(row._mapping)) for row in db.session.execute(statement)}
    return found
