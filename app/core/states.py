"""A life is a table of moves; a move is a claim, and the row count says who won."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, update

from app.core import clock
from app.core.db import Row, changed, db


class ForgedMove(ValueError):
    """A move that its table of moves does not hold."""


def sources(moves: Mapping[Any, Iterable[Any]], to: StrEnum) -> list[StrEnum]:
    """Return the states from which `to` can be reached."""
    return [state for state, targets in moves.items() if to in targets]


def claim(
    row: Row,
    to: StrEnum,
    *,
    moves: Mapping[Any, Iterable[Any]],
    only_from: StrEnum | None = None,
    where: Iterable[ColumnElement[bool]] = (),
    **values: Any,
) -> bool:
    """Move `row` to the state `to`, setting `values`, if nobody moved it first.

    Returns:
        True for the one caller whose UPDATE found the row in an allowed state.

    Raises:
        ForgedMove: `only_from` → `to` is not in `moves`, or nothing leads to `to`.
    """
    allowed = sources(moves, to)
    if only_from is not None:
        allowed = [state for state in allowed if state == only_from]
    if not allowed:
        raise ForgedMove(f"{type(row).__name__}: {only_from or 'any'} → {to}")
    model = cast(Any, type(row))
    statement = (
        update(model)
        .where(model.id == row.id, model.state.in_([str(state) for state in allowed]), *where)
        .values(state=str(to), **values)
        .execution_options(synchronize_session=False)
    )
    won = changed(statement) == 1
    db.session.refresh(row)
    return won


def free(rows: Select[Any], held: StrEnum, to: StrEnum, *, moves: Mapping[Any, Iterable[Any]], **values: Any) -> int:
    """Move to `to`, setting `values`, those of `rows` that somebody holds whose lease is over; return how many."""
    model: Any = rows.column_descriptions[0]["entity"]
    over = (model.state == str(held), model.lease_until < clock.now())
    return sum(
        claim(row, to, moves=moves, only_from=held, where=over[1:], **values | {"lease_until": None})
        for row in db.session.scalars(rows.where(*over)).all()
    )
