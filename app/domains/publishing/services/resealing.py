"""A key is replaced without a pause: tokens an older one sealed are sealed again by the first, in the background."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import InstrumentedAttribute

from app.core import crypto, logs
from app.core.db import changed, db
from app.domains.publishing.models import Connection

BATCH = 200
SEALED: Sequence[InstrumentedAttribute[str]] = (Connection.sealed_access_token, Connection.sealed_refresh_token)

log = logs.get("publishing")


@dataclass(frozen=True)
class Seals:
    """How many tokens an older key sealed, and how many no present key opens."""

    old: int = 0
    unreadable: int = 0


def reseal_all() -> Seals:
    """Seal again what the first key did not, batch by batch, and commit each; return how many were, or cannot be."""
    done = unreadable = 0
    for column, row_id, sealed in _not_by_first():
        try:
            fresh = crypto.reseal(sealed)
        except crypto.UnreadableSecret:
            unreadable += 1
            continue
        done += _replace(column, row_id, sealed, fresh)
        db.session.commit()
    if done or unreadable:
        log.info("tokens sealed again", tokens=done, unreadable=unreadable)
    return Seals(done, unreadable)


def count_seals() -> Seals:
    """Count the tokens that the first key did not seal."""
    old = unreadable = 0
    for _column, _id, sealed in _not_by_first():
        try:
            crypto.unseal(sealed)
            old += 1
        except crypto.UnreadableSecret:
            unreadable += 1
    return Seals(old, unreadable)


def _not_by_first() -> Iterator[tuple[InstrumentedAttribute[str], int, str]]:
    last = 0
    while True:
        statement = select(Connection.id, *SEALED).where(Connection.id > last).order_by(Connection.id).limit(BATCH)
        rows = db.session.execute(statement).all()
        # Nothing is held while tokens are opened and sealed.
        db.session.commit()
        for row_id, *values in rows:
            for column, sealed in zip(SEALED, values, strict=True):
                if sealed and not crypto.is_sealed_by_first(sealed):
                    yield column, row_id, sealed
        if len(rows) < BATCH:
            return
        last = rows[-1][0]


def _replace(column: InstrumentedAttribute[str], row_id: int, sealed: str, fresh: str) -> bool:
    # A reconnection that came meanwhile has another value, and keeps it.
    statement = (
        update(Connection)
        .where(Connection.id == row_id, column == sealed)
        .values({column: fresh})
        .execution_options(synchronize_session=False)
    )
    return changed(statement) == 1
