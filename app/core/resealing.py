"""A key is replaced without a pause: what an older one sealed is sealed again by the first, in the background.

A column whose name begins with `sealed_` always holds a seal; one whose `info` names `sealed_if` does where that
column of its row says so. Whoever adds such a column has nothing else to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import InstrumentedAttribute

from app.core import crypto, logs
from app.core.db import Base, changed, db

BATCH = 200

log = logs.get("resealing")


@dataclass(frozen=True)
class Seals:
    """How many values an older key sealed, and how many no present key opens."""

    old: int = 0
    unreadable: int = 0


@dataclass(frozen=True)
class Sealed:
    """A column that holds seals, the key of its rows, and where it does."""

    value: InstrumentedAttribute[str]
    row_id: InstrumentedAttribute[int]
    where: tuple[ColumnElement[bool], ...] = ()


def reseal() -> None:
    """Reseal, as a job."""
    reseal_all()


def reseal_all() -> Seals:
    """Seal again what the first key did not, and commit each; return how many were, or cannot be."""
    done = unreadable = 0
    for column, row_id, sealed in not_by_first():
        try:
            fresh = crypto.reseal(sealed)
        except crypto.UnreadableSecret:
            unreadable += 1
            continue
        done += replace(column, row_id, sealed, fresh)
        db.session.commit()
    if done or unreadable:
        log.info("sealed again", values=done, unreadable=unreadable)
    return Seals(done, unreadable)


def count_seals() -> Seals:
    """Count the values that the first key did not seal."""
    old = unreadable = 0
    for _column, _id, sealed in not_by_first():
        try:
            crypto.unseal(sealed)
            old += 1
        except crypto.UnreadableSecret:
            unreadable += 1
    return Seals(old, unreadable)


def columns() -> list[Sealed]:
    """Return every column that holds seals, table by table."""
    found = []
    for mapper in sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__):
        row_id = getattr(mapper.class_, mapper.primary_key[0].name)
        for attribute in mapper.column_attrs:
            value, condition = getattr(mapper.class_, attribute.key), attribute.columns[0].info.get("sealed_if")
            if condition:
                found.append(Sealed(value, row_id, (getattr(mapper.class_, condition).is_(True),)))
            elif attribute.key.startswith("sealed_"):
                found.append(Sealed(value, row_id))
    return found


def not_by_first() -> Iterator[tuple[Sealed, int, str]]:
    """Yield each value that the first key did not seal, with its column and its row."""
    for column in columns():
        last = 0
        while True:
            statement = select(column.row_id, column.value).where(column.row_id > last, *column.where)
            rows = db.session.execute(statement.order_by(column.row_id).limit(BATCH)).all()
            # Nothing is held while values are opened and sealed.
            db.session.commit()
            for row_id, sealed in rows:
                if sealed and not crypto.is_sealed_by_first(sealed):
                    yield column, row_id, sealed
            if len(rows) < BATCH:
                break
            last = rows[-1][0]


def replace(column: Sealed, row_id: int, sealed: str, fresh: str) -> bool:
    """Put a fresh seal in the place of an old one; False where another value came meanwhile, which stays."""
    statement = (
        update(column.value.class_)
        .where(column.row_id == row_id, column.value == sealed)
        .values({column.value: fresh})
        .execution_options(synchronize_session=False)
    )
    return changed(statement) == 1
