"""The texts a publication has had, and what each changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import select

from app.core.db import db
from app.domains.accounts.models import User
from app.domains.contents import queries
from app.domains.contents.diff import SAME, Segment, diff
from app.domains.contents.models import ContentVersion


@dataclass(frozen=True)
class Change:
    """A version, who made it (empty for a writer), and its text beside the one before."""

    version: ContentVersion
    by: str
    segments: Sequence[Segment]
    is_first: bool = False


def changes(content_id: int) -> list[Change]:
    """Return a publication's versions, newest first; two queries."""
    found = queries.versions(content_id)
    authors = _authors({each.by_id for each in found if each.by_id is not None})
    told = [
        Change(newer, authors.get(newer.by_id or 0, ""), diff(older.text, newer.text))
        for newer, older in pairwise(found)
    ]
    if found:
        first = found[-1]
        told.append(Change(first, authors.get(first.by_id or 0, ""), [Segment(SAME, first.text)], is_first=True))
    return told


def _authors(ids: set[int]) -> dict[int, str]:
    if not ids:
        return {}
    return {row.id: row.email for row in db.session.execute(select(User.id, User.email).where(User.id.in_(ids)))}
