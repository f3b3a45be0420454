"""« Reconnectez LinkedIn »: one mail for each step of an access that ends, and for each token."""

from __future__ import annotations

from app.core import clock
from app.core.db import db
from app.domains.notifications import outbox, telling
from app.domains.notifications.kinds import Kind
from app.domains.publishing import access, access_words, wording
from app.domains.publishing.access import Held
from app.domains.publishing.models import Connection
from app.domains.publishing.services.telling import step_moment
from app.domains.workspaces.services import workspace_by_id


def tell(connection_id: int) -> None:
    """Put the reminder an access has reached in the outbox, once per owner."""
    connection = db.session.get(Connection, connection_id)
    if connection is None or workspace_by_id(connection.workspace_id).is_demo or not connection.reminded:
        return
    token, _, step = connection.reminded.partition(":")
    held = access.held_by([connection.id]).get(connection.id, Held())
    # A person who reconnected meanwhile, or closed the account, is not told to.
    is_told = token == f"{connection.expires_at.timestamp():.0f}" and connection.state != "disconnected"
    if not is_told or not _is_worth_it(connection, int(step), held):
        return
    news = telling.News(connection.workspace_id, Kind.RECONNECT, f"{connection.id}:{connection.reminded}")
    telling.tell(news, **_words(connection, held))
    db.session.commit()


def _is_worth_it(connection: Connection, step: int, held: Held) -> bool:
    if step <= 0:
        return True
    # Days after the end, only somebody whose publications wait is written to.
    end = access.lost_since(connection) or connection.expires_at
    return held.since is not None and held.since <= step_moment(end, step)


def _words(connection: Connection, held: Held) -> dict[str, object]:
    since = access.lost_since(connection)
    network = access_words.network_name(connection)

    def sentence() -> str:
        if since is None:
            return access_words.ends(connection, held.count)
        return access_words.ended(connection, since, held.count, held.since, held.late)

    def cause() -> str:
        return wording.reason(connection.reason, network) if since is not None and connection.reason else ""

    return {
        "network": network,
        "end": connection.expires_at,
        "days_left": (connection.expires_at.astimezone(clock.QUEBEC).date() - clock.today()).days,
        "is_lost": since is not None,
        "sentence": sentence,
        "cause": cause,
        "held": held,
        "address": outbox.page(connection.workspace_id, "/profil#linkedin"),
    }
