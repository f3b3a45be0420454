"""Renew an access without its owner, once, where the network gave a refresh token."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import or_, update

from app.core import clock, crypto, logs
from app.core.db import changed, db
from app.domains.publishing import network
from app.domains.publishing.models import Connection
from app.domains.publishing.states import ConnectionState
from app.providers.contracts import Grant
from app.providers.errors import ProviderError

# One renewal an hour: a network that refuses what it has just renewed is not asked again without end.
APART = timedelta(hours=1)
# Longer than the call of another worker takes.
BUSY = timedelta(minutes=1)

log = logs.get("publishing")


class Renewal(StrEnum):
    """What came of it."""

    RENEWED = "renewed"
    WAIT = "wait"
    DEAD = "dead"


def renew(connection: Connection, sealed: str) -> Renewal:
    """Renew the access whose sealed token was `sealed`, and commit; no transaction is open during the call.

    Returns:
        RENEWED also when somebody else did, WAIT when it is being done or the network did not answer.
    """
    db.session.refresh(connection)
    if connection.sealed_access_token != sealed:
        db.session.commit()
        return Renewal.RENEWED if connection.state == ConnectionState.ACTIVE else Renewal.DEAD
    door = network.renewer(connection)
    if door is None or not connection.sealed_refresh_token:
        db.session.commit()
        return Renewal.DEAD
    tried = connection.renewed_at
    won = _take(connection)
    db.session.commit()
    if not won:
        return Renewal.WAIT if tried is not None and tried > clock.now() - BUSY else Renewal.DEAD
    try:
        grant = door.renew(crypto.unseal(connection.sealed_refresh_token))
    except (ProviderError, crypto.UnreadableSecret) as error:
        log.warning("access not renewed", connection_id=connection.id, error=type(error).__name__)
        if isinstance(error, ProviderError) and not error.permanent:
            _set(connection, sealed, renewed_at=None)
            return Renewal.WAIT
        return Renewal.DEAD
    _keep(connection, sealed, grant)
    return Renewal.RENEWED


def _take(connection: Connection) -> bool:
    free = or_(Connection.renewed_at.is_(None), Connection.renewed_at <= clock.now() - APART)
    statement = (
        update(Connection)
        .where(Connection.id == connection.id, Connection.state == ConnectionState.ACTIVE, free)
        .values(renewed_at=clock.now())
        .execution_options(synchronize_session=False)
    )
    won = changed(statement) == 1
    db.session.refresh(connection)
    return won


def _keep(connection: Connection, sealed: str, grant: Grant) -> None:
    # Its refresh token lives on where none came with the answer.
    more = {"sealed_refresh_token": crypto.seal(grant.refresh_token)} if grant.refresh_token else {}
    _set(
        connection, sealed, sealed_access_token=crypto.seal(grant.access_token), expires_at=grant.expires_at,
        synchronised_at=clock.now(), **more,
    )  # fmt: skip


def _set(connection: Connection, sealed: str, **values: Any) -> None:
    # A reconnection that came meanwhile keeps its own.
    statement = update(Connection).where(Connection.id == connection.id, Connection.sealed_access_token == sealed)
    db.session.execute(statement.values(**values).execution_options(synchronize_session=False))
    db.session.refresh(connection)
    db.session.commit()
