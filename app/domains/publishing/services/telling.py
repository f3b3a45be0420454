"""Tell of an end, or of a trouble whoever the error table names, and close an account nothing leaves by any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select, update

from app.core import clock, states
from app.core.db import changed, db
from app.core.events import emit
from app.domains.publishing.access import lost_since
from app.domains.publishing.error_table import Told, line_of
from app.domains.publishing.models import ENDING, Connection, Delivery
from app.domains.publishing.states import CONNECTION_MOVES, ConnectionState
from app.domains.workspaces.models import Workspace

# Days before, and after, the end of an access.
STEPS = (-14, -7, -1, 0, 3, 10)
_LONGEST = timedelta(days=STEPS[-1] + 2)


def tell(delivery: Delivery, code: str) -> None:
    """Emit what has mails written for a trouble, in the present transaction; a lost account is told by `lose`."""
    line = line_of(code)
    told = frozenset() if line.loses else line.told
    payload = {"delivery_id": delivery.id, "reason": code}
    if Told.MAIL in told:
        emit("delivery.needs_person", delivery.id, workspace_id=delivery.workspace_id, payload=payload)
    if Told.OPERATOR in told:
        emit("delivery.needs_operator", delivery.id, workspace_id=delivery.workspace_id, payload=payload)


def announce_end(delivery: Delivery) -> None:
    """Tell that a delivery is over, in the present transaction."""
    payload = {"delivery_id": delivery.id, "content_id": delivery.content_id, "state": delivery.state}
    emit("delivery.ended", delivery.id, workspace_id=delivery.workspace_id, payload=payload)


def lose(connection: Connection, reason: str, *where: ColumnElement[bool]) -> bool:
    """Mark an account as to be reopened by its owner and have her told, in the present transaction.

    Returns:
        False when it was no longer open, or no longer as `where` says.
    """
    won = states.claim(
        connection, ConnectionState.NEEDS_RECONNECTION, moves=CONNECTION_MOVES, where=where, reason=reason,
        lost_at=clock.now(),
    )  # fmt: skip
    if won:
        remind(connection)
    return won


def remind(connection: Connection) -> bool:
    """Have the owners reminded of the step an access has reached, once a step and token; in the present transaction.

    A clock that jumped over steps takes the last one.
    """
    mark = mark_of(connection)
    if mark == connection.reminded:
        return False
    statement = (
        update(Connection)
        .where(Connection.id == connection.id, Connection.reminded == connection.reminded)
        .values(reminded=mark)
        .execution_options(synchronize_session=False)
    )
    won = changed(statement) == 1
    db.session.refresh(connection)
    if won:
        emit("connection.ending", connection.id, workspace_id=connection.workspace_id, payload={"mark": mark})
    return won


def remind_all() -> int:
    """Remind of every access that reached a step, and commit; return of how many."""
    now = clock.now()
    recent = or_(Connection.expires_at > now - _LONGEST, Connection.lost_at > now - _LONGEST)
    statement = (
        select(Connection)
        .join(Workspace, Workspace.id == Connection.workspace_id)
        .where(
            Connection.state != ConnectionState.DISCONNECTED,
            Workspace.is_demo.is_(False),
            recent,
            or_(Connection.expires_at <= now + ENDING, Connection.state == ConnectionState.NEEDS_RECONNECTION),
        )
        .order_by(Connection.id)
    )
    told = 0
    for connection in db.session.scalars(statement).all():
        told += remind(connection)
        db.session.commit()
    return told


def mark_of(connection: Connection) -> str:
    """Return "token:step" for the step an access has reached; what it bears already before the first one."""
    step = step_of(connection)
    return connection.reminded if step is None else f"{connection.expires_at.timestamp():.0f}:{step}"


def step_of(connection: Connection) -> int | None:
    """Return the last step an access has reached, in days from its end; None before the first."""
    end = lost_since(connection) or connection.expires_at
    return max((step for step in STEPS if step_moment(end, step) <= clock.now()), default=None)


def step_moment(end: datetime, step: int) -> datetime:
    """Return when a step of an access that ends at `end` is reached."""
    return end + timedelta(days=step)
