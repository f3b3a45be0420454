"""Erase a person as a worker does."""

from __future__ import annotations

from app.core.db import db
from app.domains.privacy import erasing
from app.domains.privacy.erasing import Person
from app.domains.privacy.models import Erasure


def erase_person(who: Person, *, by_id: int) -> Erasure:
    """Have a person erased, and let a worker carry it out; return the erasure as it stands then."""
    row = erasing.ask(who, by_id=by_id)
    erasing.erase(row.id)
    return db.session.get_one(Erasure, row.id, populate_existing=True)
