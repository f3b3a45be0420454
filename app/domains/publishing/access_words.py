"""What the pages and the mails say of an access that ends."""

from __future__ import annotations

from datetime import datetime

from app.core import i18n
from app.core.i18n import _, _l, _n
from app.domains.publishing.models import Connection
from app.providers.wording import LABELS

PLANNED_AFTER = _n("publication est planifiée après cette date", "publications sont planifiées après cette date")
WAITS = _n("publication attend", "publications attendent")
NOTHING_LOST = _l("Rien n’est perdu.")
NOTHING_WAITS = _l("Rien n’attend pour l’instant.")


def network_name(connection: Connection) -> str:
    """Name the network of a connection."""
    return LABELS.get(connection.network, connection.network)


def ends(connection: Connection, planned: int) -> str:
    """Say when an access ends, and what is planned after it."""
    end = _(
        "L’accès à %(network)s (%(account)s) finit %(when)s.",
        network=network_name(connection),
        account=connection.account_name,
        when=i18n.moment(connection.expires_at),
    )
    after = f"{i18n.counted(planned, *PLANNED_AFTER)}." if planned else ""
    return " ".join(filter(None, (end, after, _("Reconnectez-vous avant\u00a0: une minute suffit."))))


def ended(connection: Connection, since: datetime, count: int, waiting_since: datetime | None, late: int) -> str:
    """Say since when an access is lost, and what waits for it."""
    lost = _(
        "%(network)s (%(account)s) n’est plus connecté depuis le %(day)s.",
        network=network_name(connection),
        account=connection.account_name,
        day=i18n.day(since),
    )
    return f"{lost} {waits(count, waiting_since, late)}"


def waits(count: int, since: datetime | None, late: int) -> str:
    """Say how many publications wait, since when, and how many will ask for a new approval."""
    if not count:
        return str(NOTHING_WAITS)
    held = i18n.counted(count, *WAITS)
    if since is not None:
        held = _("%(held)s depuis le %(day)s", held=held, day=i18n.day(since))
    if late:
        held = _("%(held)s, dont %(late)s à approuver de nouveau", held=held, late=i18n.number(late))
    return f"{held}. {NOTHING_LOST}"
