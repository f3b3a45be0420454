"""Rows that leave for the outside in their turn: due, taken by one worker under a lease, put back when it died."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import ColumnElement, SQLColumnExpression, func, or_, select

from app.core import background, clock, states
from app.core.background import QueueName
from app.core.db import Row, db
from app.domains.workspaces.models import Workspace

LEASE_SECONDS = 60
Errand = TypeVar("Errand", bound=Row)


def _soon(_row: Row) -> QueueName:
    return "soon"


@dataclass(frozen=True, eq=False)
class Errands(Generic[Errand]):
    """The rows of one table, which has `workspace_id`, `state`, `tries`, `next_try_at` and `lease_until`.

    They go from `due` to `taken` by a job, and never for a demonstration. One row of each `whose` is rung before a
    second of any, in the order of `first`; `queue` says where.
    """

    model: type[Errand]
    job: str
    due: StrEnum
    taken: StrEnum
    moves: Mapping[Any, Iterable[Any]]
    whose: SQLColumnExpression[Any]
    first: Sequence[SQLColumnExpression[Any]]
    queue: Callable[[Errand], QueueName] = _soon

    def claim(self, row: Errand) -> bool:
        """Take a row whose moment has come, for the length of a lease."""
        table: Any = self.model
        is_time = table.next_try_at <= clock.now()
        again: dict[str, Any] = {"tries": table.tries + 1, "lease_until": clock.in_seconds(LEASE_SECONDS)}
        return states.claim(row, self.taken, moves=self.moves, where=[self._is_real(), is_time], **again)

    def ring_due(self, limit: int) -> int:
        """Put back the rows whose worker died, ring for all that are due, and commit; return how many."""
        table, rows = cast(Any, self.model), cast(Sequence[Any], self.waiting(limit))
        for row in rows:
            if row.state == self.taken:
                # Another sweep may have put it back, and a worker have taken it again: its lease is looked at anew.
                over = [table.lease_until < clock.now()]
                states.claim(row, self.due, moves=self.moves, only_from=self.taken, where=over, lease_until=None)
        db.session.commit()
        return sum(background.ring(self.job, row.id, on=self.queue(row)) for row in rows)

    def waiting(self, limit: int) -> Sequence[Errand]:
        """Return the rows to ring for: due, or past their lease."""
        table: Any = self.model
        now = clock.now()
        is_due = (table.state == self.due) & (table.next_try_at <= now)
        is_stuck = (table.state == self.taken) & (table.lease_until < now)
        turn = func.row_number().over(partition_by=self.whose, order_by=self.first).label("turn")
        found = select(table.id, turn).where(is_due | is_stuck, self._is_real()).subquery()
        statement = select(self.model).join(found, found.c.id == table.id).order_by(found.c.turn, *self.first)
        return db.session.scalars(statement.limit(limit)).all()

    def _is_real(self) -> ColumnElement[bool]:
        table: Any = self.model
        demos = select(Workspace.id).where(Workspace.is_demo)
        return or_(table.workspace_id.is_(None), table.workspace_id.not_in(demos))
