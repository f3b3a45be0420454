"""Look at each access once a day, at the hour it was opened: who lost it hears of it before a publication is due."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select, update

from app.core import background, clock, crypto, logs
from app.core.db import changed, db
from app.domains.publishing import network
from app.domains.publishing.models import ENDING, Connection
from app.domains.publishing.services import telling
from app.domains.publishing.services.renewing import Renewal, renew
from app.domains.publishing.states import ConnectionState
from app.domains.workspaces.models import Workspace
from app.providers.errors import AccessRevoked, ProviderError

CHECK_JOB = "app.domains.publishing.jobs.check"
EVERY = timedelta(days=1)
# A network that did not answer is asked again after this.
AFTER_SILENCE = timedelta(hours=1)
BATCH = 200

log = logs.get("publishing")


def ring_checks() -> int:
    """Ring for the accesses nobody looked at for a day; return how many."""
    statement = (
        select(Connection.id)
        .join(Workspace, Workspace.id == Connection.workspace_id)
        .where(_is_due(), Workspace.is_demo.is_(False))
        .order_by(_looked_at())
        .limit(BATCH)
    )
    ids = db.session.scalars(statement).all()
    db.session.commit()
    return sum(background.ring(CHECK_JOB, connection_id, on="bulk") for connection_id in ids)


def check(connection_id: int) -> None:
    """Ask the network whom an access speaks for, once a day whoever rings, and commit. Silence disconnects nobody."""
    connection = db.session.get(Connection, connection_id)
    if connection is None or not _take(connection):
        db.session.rollback()
        return
    db.session.commit()
    if connection.expires_at <= clock.now() + ENDING + EVERY:
        # Before its owner is reminded of an end that need not come.
        renew(connection, connection.sealed_access_token)
    sealed = connection.sealed_access_token
    try:
        network.authorizer(connection.network).account(crypto.unseal(sealed))
    except (AccessRevoked, crypto.UnreadableSecret):
        _lose(connection, sealed)
    except ProviderError as error:
        log.warning("access not checked", connection_id=connection_id, reason=error.code)
        _note(connection, sealed, checked_at=clock.now() - EVERY + AFTER_SILENCE)
    else:
        _note(connection, sealed, synchronised_at=clock.now())


def _lose(connection: Connection, sealed: str) -> None:
    if renew(connection, sealed) == Renewal.DEAD:
        reason = "access_expired" if connection.expires_at <= clock.now() else "access_revoked"
        telling.lose(connection, reason, Connection.sealed_access_token == sealed)
    db.session.commit()


def _looked_at() -> ColumnElement[Any]:
    return func.coalesce(Connection.checked_at, Connection.connected_at, type_=Connection.connected_at.type)


def _is_due() -> ColumnElement[bool]:
    return (Connection.state == ConnectionState.ACTIVE) & (_looked_at() <= clock.now() - EVERY)


def _take(connection: Connection) -> bool:
    statement = update(Connection).where(Connection.id == connection.id, _is_due()).values(checked_at=clock.now())
    won = changed(statement.execution_options(synchronize_session=False))  # fmt: skip
    db.session.refresh(connection)
    return won == 1


def _note(connection: Connection, sealed: str, **values: Any) -> None:
    statement = update(Connection).where(Connection.id == connection.id, Connection.sealed_access_token == sealed)
    db.session.execute(statement.values(**values).execution_options(synchronize_session=False))
    db.session.commit()
