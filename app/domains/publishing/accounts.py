"""Questions about the accounts of a workspace."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from app.core import crypto
from app.core.db import db
from app.domains.publishing.models import Connection
from app.domains.publishing.networks import FACEBOOK, INSTAGRAM, LINKEDIN
from app.domains.publishing.states import ConnectionState


def connections(workspace_id: int, network: str = "") -> Sequence[Connection]:
    """Return the connections that were not closed, of one network or of all, oldest first."""
    statement = select(Connection).where(
        Connection.workspace_id == workspace_id, Connection.state != ConnectionState.DISCONNECTED
    )
    if network:
        statement = statement.where(Connection.network == network)
    # As the table has them now: another click may have changed what this request has read already.
    return db.session.scalars(statement.order_by(Connection.id).execution_options(populate_existing=True)).all()


def connection(workspace_id: int, network: str = LINKEDIN) -> Connection | None:
    """Return the newest connection of a network that was not closed."""
    found = connections(workspace_id, network)
    return max(found, key=lambda each: (each.connected_at, each.id), default=None)


def last_closed(workspace_id: int, network: str) -> Connection | None:
    """Return the connection of a network that was opened last among those that were closed."""
    mine = (Connection.workspace_id == workspace_id, Connection.network == network)
    closed = select(Connection).where(*mine, Connection.state == ConnectionState.DISCONNECTED)
    return db.session.scalar(closed.order_by(Connection.connected_at.desc(), Connection.id.desc()).limit(1))


def connection_by_id(workspace_id: int, connection_id: int) -> Connection | None:
    """Return one connection of one workspace that was not closed."""
    return next((each for each in connections(workspace_id) if each.id == connection_id), None)


def opened_by(person_id: str) -> Sequence[Connection]:
    """Return the connections of Meta's networks that one person opened, in every workspace: Meta asks for her."""
    hers = select(Connection).where(
        Connection.granted_by == crypto.fingerprint(person_id), Connection.network.in_((FACEBOOK, INSTAGRAM))
    )
    return db.session.scalars(hers.order_by(Connection.id)).all()


def beside(workspace_id: int) -> Connection | None:
    """Return an open account that receives nothing, where no account does; the newest."""
    found = connections(workspace_id)
    if any(each.is_target for each in found):
        return None
    return next((each for each in reversed(found) if each.state == ConnectionState.ACTIVE), None)


def targets(workspace_id: int) -> Sequence[Connection]:
    """Return the connections that receive what is approved, one that waits to be reopened included, oldest first."""
    return [each for each in connections(workspace_id) if each.is_target]
