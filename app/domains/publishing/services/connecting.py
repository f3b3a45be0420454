"""Open and close the door of a network."""

from __future__ import annotations

from sqlalchemy import select, update

from app.core import clock, crypto, logs, states
from app.core.db import changed, db
from app.core.errors import Conflict
from app.core.events import emit
from app.domains.audit import services as audit
from app.domains.publishing import accounts, connection_words, network, queries
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.networks import LINKEDIN, NETWORKS, label_of
from app.domains.publishing.services.planning import plan_waiting
from app.domains.publishing.states import CONNECTION_MOVES, ConnectionState, DeliveryState
from app.providers.contracts import Account, Grant
from app.providers.errors import PermissionMissing, ProviderError

log = logs.get("publishing")


def begin_connection(state: str, name: str = LINKEDIN, verifier: str = "", *, for_pages: bool = False) -> str:
    """Return the address of a network that asks the person for her consent.

    Args:
        state: what the return has to bring back.
        name: the network.
        verifier: PKCE's; sent only where the network's contract has it.
        for_pages: whether to ask for what publishing as a page needs.
    """
    proof = verifier if NETWORKS[name].has_pkce else ""
    return network.authorizer(name).authorization_url(network.redirect_uri(name), state, proof, for_pages=for_pages)


def finish_connection(workspace_id: int, code: str, name: str = LINKEDIN, verifier: str = "") -> Connection:
    """Trade the code for a sealed token, remember whose account it is, and commit.

    The first living account of a network receives what is approved; a further one waits to be asked to.

    Raises:
        ProviderError: the network refused, or granted less than publishing needs.
    """
    door = network.authorizer(name)
    grant = door.exchange(code, network.redirect_uri(name), verifier if NETWORKS[name].has_pkce else "")
    account = door.account(grant.access_token)
    connection = remember(workspace_id, name, grant, account)
    if not network.may_publish(connection):
        db.session.rollback()
        raise PermissionMissing("publishing was not granted", code="permission_missing")
    announce(connection)
    db.session.commit()
    return connection


def announce(connection: Connection) -> None:
    """Say that an account was opened, in the present transaction."""
    audit.record("connection.opened", workspace_id=connection.workspace_id, subject=_named(connection))
    emit("connection.opened", connection.id, workspace_id=connection.workspace_id,
         payload={"network": connection.network})  # fmt: skip


def _named(connection: Connection) -> str:
    return f"{label_of(connection.network)}, {connection.account_name}"


def remember(workspace_id: int, name: str, grant: Grant, account: Account) -> Connection:
    """Keep an account and its sealed tokens, in the present transaction."""
    queries.hold_accounts(workspace_id)
    others = [each for each in accounts.connections(workspace_id, name) if each.account_urn != account.urn]
    statement = select(Connection).where(
        Connection.workspace_id == workspace_id, Connection.network == name, Connection.account_urn == account.urn
    )
    connection = db.session.scalar(statement)
    if connection is None:
        connection = Connection(
            workspace_id=workspace_id, network=name, account_urn=account.urn, kind=account.kind, is_target=not others
        )
        db.session.add(connection)
    elif not others:
        connection.is_target = True
    connection.account_name = account.name[:160]
    connection.state, connection.reason = ConnectionState.ACTIVE, ""
    connection.sealed_access_token = crypto.seal(grant.access_token)
    connection.sealed_refresh_token = crypto.seal(grant.refresh_token) if grant.refresh_token else ""
    connection.scopes = list(grant.scopes)
    connection.granted_by = crypto.fingerprint(grant.person_id) if grant.person_id else ""
    connection.expires_at = grant.expires_at
    connection.connected_at = connection.synchronised_at = clock.now()
    db.session.flush()
    return connection


def _close(connection: Connection) -> None:
    states.claim(
        connection, ConnectionState.DISCONNECTED, moves=CONNECTION_MOVES, reason="disconnected",
        sealed_access_token="", sealed_refresh_token="", scopes=[], granted_by="",
    )  # fmt: skip


def target(connection: Connection) -> None:
    """Have an account receive what is approved from now on, and what no account was there for; commit."""
    connection.is_target = True
    audit.record("connection.target_added", workspace_id=connection.workspace_id, subject=_named(connection))
    db.session.commit()
    plan_waiting(connection.id)


def untarget(connection: Connection) -> None:
    """Have an account receive nothing more, and commit; what is planned on it leaves all the same.

    Raises:
        Conflict: no other account would receive anything.
    """
    queries.hold_accounts(connection.workspace_id)
    if all(each.id == connection.id for each in accounts.targets(connection.workspace_id)):
        db.session.rollback()
        raise Conflict("last_target", connection_words.LAST_TARGET)
    connection.is_target = False
    audit.record("connection.target_removed", workspace_id=connection.workspace_id, subject=_named(connection))
    db.session.commit()


def disconnect(connection: Connection, *, is_known_there: bool = False) -> int:
    """Forget the tokens, hold what was planned, commit, then tell the network, unless it is where this comes from.

    Returns:
        How many planned deliveries it holds.
    """
    token = _opened(connection.sealed_access_token)
    # The pages a member opened together share them: they are given back with the last of them.
    others = [each for each in accounts.connections(connection.workspace_id, connection.network)
              if each.id != connection.id]  # fmt: skip
    if any(_tokens(connection) & _tokens(each) for each in others):
        token = ""
    _close(connection)
    audit.record("connection.closed", workspace_id=connection.workspace_id, subject=_named(connection))
    held = changed(
        update(Delivery)
        .where(Delivery.connection_id == connection.id, Delivery.state == DeliveryState.SCHEDULED)
        .values(state=DeliveryState.BLOCKED, reason="disconnected")
    )
    db.session.commit()
    if token and not is_known_there:
        _give_back(connection, token)
    return held


def _give_back(connection: Connection, token: str) -> None:
    try:
        network.authorizer(connection.network).revoke(token)
    except ProviderError as error:
        # Ours is forgotten all the same; the network's own page lists what remains.
        log.warning("token not revoked", connection_id=connection.id, reason=error.code)


def _tokens(connection: Connection) -> set[str]:
    return {_opened(connection.sealed_access_token), _opened(connection.sealed_refresh_token)} - {""}


def _opened(sealed: str) -> str:
    try:
        return crypto.unseal(sealed) if sealed else ""
    except crypto.UnreadableSecret:
        # Sealed with a key that is gone: there is nothing left to give back.
        return ""
