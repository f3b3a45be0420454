"""What the operator's page says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from app.core import i18n
from app.core.i18n import _l
from app.core.language import said
from app.domains.operations import alarm_words
from app.domains.operations.failures import Failure
from app.domains.operations.outside import Health
from app.domains.publishing import wording as publishing_words
from app.providers.wording import LABELS

KINDS = {
    "deliveries": _l("Envois"),
    "writings": _l("Rédactions"),
    "searches": _l("Recherches"),
    "mails": _l("Courriels"),
}
RETRY = {"deliveries": _l("Chercher sur le réseau")}
RETRY_OTHERS = _l("Réessayer")
STATES = {
    "refused": _l("Refusé"),
    "unconfirmed": _l("Sans réponse"),
    "blocked": _l("Attend son propriétaire"),
    "failed": _l("Abandonné"),
}
PARTS = {
    "database": _l("Base de données"),
    "redis": _l("Redis"),
    "worker": _l("Worker"),
    "sweep": _l("Balayage"),
}
RETRIED = _l("C’est reparti. Le résultat paraîtra ici dans un moment.")
NOTHING_LEFT = _l("Il n’y a plus rien à réessayer.")
NETWORK = _l("le réseau")
NO_FIGURE = "–"


def reason(kind: str, failure: Failure) -> str:
    """Return why a row failed: as its owner reads it for a delivery, the word of the code for the rest."""
    if kind == "deliveries":
        said = str(publishing_words.reason(failure.reason, str(NETWORK))) or str(STATES[failure.state])
        return said[:1].upper() + said[1:]
    return failure.reason or STATES[failure.state]


def check(name: str, said: str) -> str:
    """Return what is unwell, and what to do about it."""
    what, todo = alarm_words.trouble(alarm_words.part(name, said))
    return f"{what} {todo}"


def never_called(services: Sequence[Health]) -> str:
    """Name the services nobody called in a day."""
    return ", ".join(service(each.provider) for each in services if not each.calls)


def service(name: str) -> str:
    """Return the name of an outside service."""
    return said(LABELS[name])


def dollars(micros: int) -> str:
    """Return millionths of a US dollar as dollars and cents."""
    return f"{i18n.number(micros / 1_000_000, 2)}{i18n.NBSP}${i18n.NBSP}US"


def retry_label(kind: str) -> str:
    """Return what the button says."""
    return RETRY.get(kind, RETRY_OTHERS)


def age(seconds: int) -> str:
    """Return how long the oldest job has waited."""
    return i18n.wait(timedelta(seconds=seconds)) if seconds else NO_FIGURE


def share(value: float | None) -> str:
    """Return a share as a percentage, or a dash."""
    return NO_FIGURE if value is None else i18n.percent(value * 100)


def hours(value: float | None) -> str:
    """Return a length in hours, or a dash."""
    return NO_FIGURE if value is None else i18n.wait(timedelta(hours=value))


def mean(value: float | None) -> str:
    """Return a mean of one decimal, or a dash."""
    return NO_FIGURE if value is None else i18n.number(value, 1)
