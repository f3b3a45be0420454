"""Open and close the door of a network."""

from __future__ import annotations

from sqlalchemy import select, update

from app.core import clock, crypto, logs, states
from app.core.db import db
from app.core.events import emit
from app.domains.publishing import network
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.states import CONNECTION_MOVES, ConnectionState, DeliveryState
from app.providers.contracts import Account, Grant
from app.providers.errors import PermissionMissing, ProviderError

log = logs.get("publishing")


def begin_connection(state: str) -> str:
    """Return the address that asks the person for her consent."""
    return network.authorizer().authorization_url(network.redirect_uri(), state)


def finish_connection(workspace_id: int, code: str) -> Connection:
    """Trade the code for a sealed token, remember whose account it is, and commit.

    Raises:
        ProviderError: the network refused, or granted less than publishing needs.
    """
    door = network.authorizer()
    grant = door.exchange(code, network.redirect_uri())
    if network.WRITING_SCOPE not in grant.scopes:
        raise PermissionMissing("publishing was not granted", code="permission_missing")
    account = door.account(grant.access_token)
    connection = _remember(workspace_id, grant, account)
    _close_others(connection)
    emit("connection.opened", connection.id, workspace_id=workspace_id, payload={"network": network.LINKEDIN})
    db.session.commit()
    return connection


def _remember(workspace_id: int, grant: Grant, account: Account) -> Connection:
    statement = select(Connection).where(
        Connection.workspace_id == workspace_id,
        Connection.network == network.LINKEDIN,
        Connection.account_urn == account.urn,
    )
    connection = db.session.scalar(statement)
    if connection is None:
        connection = Connection(workspace_id=workspace_id, network=network.LINKEDIN, account_urn=account.urn)
        db.session.add(connection)
    connection.account_name = account.name[:160]
    connection.state, connection.reason = ConnectionState.ACTIVE, ""
    connection.sealed_access_token = crypto.seal(grant.access_token)
    connection.sealed_refresh_token = crypto.seal(grant.refresh_token) if grant.refresh_token else ""
    connection.scopes = list(grant.scopes)
    connection.expires_at = grant.expires_at
    connection.connected_at = connection.synchronised_at = clock.now()
    db.session.flush()
    return connection


def _close_others(opened: Connection) -> None:
    # One account a network: what was planned for another leaves by the one the page shows.
    statement = select(Connection).where(
        Connection.workspace_id == opened.workspace_id,
        Connection.network == opened.network,
        Connection.id != opened.id,
        Connection.state != ConnectionState.DISCONNECTED,
    )
    for other in db.session.scalars(statement).all():
        _close(other)


def _close(connection: Connection) -> None:
    states.claim(
        connection, ConnectionState.DISCONNECTED, moves=CONNECTION_MOVES, reason="disconnected",
        sealed_access_token="", sealed_refresh_token="", scopes=[],
    )  # fmt: skip


def disconnect(connection: Connection) -> None:
    """Forget the tokens, hold what was planned, commit, then tell the network."""
    token = _token(connection)
    _close(connection)
    db.session.execute(
        update(Delivery)
        .where(Delivery.connection_id == connection.id, Delivery.state == DeliveryState.SCHEDULED)
        .values(state=DeliveryState.BLOCKED, reason="disconnected")
    )
    db.session.commit()
    if not token:
        return
    try:
        network.authorizer().revoke(token)
    except ProviderError as error:
        # Ours is forgotten all the same; the network's own page lists what remains.
        log.warning("token not revoked", connection_id=connection.id, reason=error.code)


def _token(connection: Connection) -> str:
    try:
        return crypto.unseal(connection.sealed_access_token) if connection.sealed_access_token else ""
    except crypto.UnreadableSecret:
        # Sealed with a key that is gone: there is nothing left to give back.
        return ""
