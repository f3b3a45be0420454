"""One publication per gap and per connection: Redis first, the database as the judge.

Redis may be wiped or stopped at any moment; the claim on the connection's own row may not.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, cast

import redis
from sqlalchemy import CursorResult, or_, update

from app.core import background, clock
from app.core.db import db
from app.domains.publishing import queries
from app.domains.publishing.models import Connection

# Takes the turn, or returns the moment (ms) it comes; our clock, not Redis', so that both agree.
_TAKE = """
local free_at = tonumber(redis.call('GET', KEYS[1]) or '0')
if free_at > tonumber(ARGV[1]) then return free_at end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 0
"""


def take_turn(connection: Connection) -> datetime | None:
    """Take the connection's turn to publish, in the present transaction.

    Returns:
        None for the one caller who has it; for the others, the moment to try again.
    """
    now = clock.now()
    free_at = now + queries.gap()
    wait = _ask_redis(connection.id, now, free_at)
    if wait is not None:
        return wait
    statement = (
        update(Connection)
        .where(Connection.id == connection.id, or_(Connection.next_free_at.is_(None), Connection.next_free_at <= now))
        .values(next_free_at=free_at)
        .execution_options(synchronize_session=False)
    )
    won = cast("CursorResult[Any]", db.session.execute(statement)).rowcount == 1
    db.session.refresh(connection)
    return None if won else (connection.next_free_at or free_at)


def give_back(connection: Connection) -> None:
    """Let the next one go at once: nothing was created in this turn."""
    connection.next_free_at = None
    try:
        background.connection().delete(_key(connection.id))
    except redis.RedisError:
        return


def rest(connection: Connection, length: timedelta) -> datetime:
    """Keep a connection quiet for `length`, as its network asked; return the end."""
    until = clock.now() + length
    if connection.next_free_at is None or connection.next_free_at < until:
        connection.next_free_at = until
    return connection.next_free_at


def _key(connection_id: int) -> str:
    return f"astrogrowth:turn:{connection_id}"


def _ask_redis(connection_id: int, now: datetime, free_at: datetime) -> datetime | None:
    length = max(1, int((free_at - now).total_seconds() * 1000))
    try:
        answer: Any = background.connection().eval(
            _TAKE, 1, _key(connection_id), str(_ms(now)), str(_ms(free_at)), str(length)
        )
    except redis.RedisError:
        return None
    return datetime.fromtimestamp(int(answer) / 1000, UTC) if int(answer) else None


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
