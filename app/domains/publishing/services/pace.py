"""One publication per gap and per connection: Redis first, the database as the judge.

Redis may be wiped or stopped at any moment; the claim on the connection's own row may not.
"""

from __future__ import annotations

import math
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import redis
from flask import current_app
from sqlalchemy import ColumnElement, or_, update

from app.core import background, clock
from app.core.db import changed, db
from app.domains.publishing import queries
from app.domains.publishing.models import Connection

# Why a delivery that waits its turn is put off.
REASON = "pace"
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
    end = now + queries.gap()
    wait = _ask_redis(connection.id, now, end)
    if wait is not None:
        return wait
    if _set_free_at(connection, end, or_(Connection.next_free_at.is_(None), Connection.next_free_at <= now)):
        return None
    until = connection.next_free_at or end
    # A wiped Redis granted a turn nobody takes: it must not delay the true one.
    _tell_redis(connection.id, now, until)
    return until


def free_at(connection: Connection) -> datetime | None:
    """Return when a connection that rests may publish again; None when it may now. Takes nothing."""
    moment = connection.next_free_at
    return moment if moment is not None and moment > clock.now() else None


def rests_until(connection: Connection) -> datetime | None:
    """Return when a connection that rests, or has had its day, may publish again; None when it may now."""
    return capped_until(connection.id) or free_at(connection)


def capped_until(connection_id: int) -> datetime | None:
    """Return the end of the day of a connection that has published enough for one; None otherwise."""
    most = current_app.config["SETTINGS"].daily_deliveries_per_connection
    return tomorrow() if queries.sent_today(connection_id) >= most else None


def tomorrow() -> datetime:
    """Return the next midnight in Québec."""
    local = clock.now().astimezone(clock.QUEBEC) + timedelta(days=1)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def give_back(connection: Connection) -> None:
    """Let the next one go at once: nothing was created in the turn this caller took."""
    mine = Connection.next_free_at == connection.next_free_at
    if _set_free_at(connection, None, mine):
        with suppress(redis.RedisError):
            background.connection().delete(_key(connection.id))


def rest(connection: Connection, length: timedelta) -> datetime:
    """Keep a connection quiet for `length`, as its network asked; return the end."""
    until = clock.now() + length
    _set_free_at(connection, until, or_(Connection.next_free_at.is_(None), Connection.next_free_at < until))
    return connection.next_free_at or until


def _set_free_at(connection: Connection, moment: datetime | None, where: ColumnElement[bool]) -> bool:
    statement = (
        update(Connection)
        .where(Connection.id == connection.id, where)
        .values(next_free_at=moment)
        .execution_options(synchronize_session=False)
    )
    won = changed(statement) == 1
    db.session.refresh(connection)
    return won


def _key(connection_id: int) -> str:
    return f"astrogrowth:turn:{connection_id}"


def _ask_redis(connection_id: int, now: datetime, end: datetime) -> datetime | None:
    length = max(1, _ms(end) - _ms(now))
    try:
        answer: Any = background.connection().eval(
            _TAKE, 1, _key(connection_id), str(_ms(now)), str(_ms(end)), str(length)
        )
    except redis.RedisError:
        return None
    return datetime.fromtimestamp(int(answer) / 1000, UTC) if int(answer) else None


def _tell_redis(connection_id: int, now: datetime, until: datetime) -> None:
    with suppress(redis.RedisError):
        background.connection().set(_key(connection_id), str(_ms(until)), px=max(1, _ms(until) - _ms(now)))


def _ms(moment: datetime) -> int:
    # Rounded up: whoever comes back at Redis' moment must not be early for the row's.
    return math.ceil(moment.timestamp() * 1000)
