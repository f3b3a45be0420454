"""What an operator needs and may have forgotten, for `flask doctor`."""

from __future__ import annotations

import os
from collections.abc import Iterator

import redis
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from app.core import queues
from app.core.db import db
from app.core.i18n import counted
from app.domains.accounts.models import User
from app.settings import Settings

Line = tuple[str, bool | None, str]


def lines(settings: Settings) -> Iterator[Line]:
    """Yield each part, whether it is well (None: optional and absent), and its words."""
    yield from _late_queues()
    yield from _operators()
    yield _told(settings)
    yield _said("Mesures", settings.metrics_token, "METRICS_TOKEN est absent\u00a0: rien n’est mesuré en production")
    yield _said("Sentry", settings.sentry_dsn, "SENTRY_DSN est absent\u00a0: les plantages restent dans les journaux")
    yield _proxies(settings)
    if settings.app_env == "production":
        sealed = os.environ.get("BACKUP_PASSPHRASE", "")
        yield _said("Sauvegardes", sealed, "BACKUP_PASSPHRASE est absente\u00a0: flask backup ne scelle rien")


def _said(part: str, value: str, absent: str) -> Line:
    return (part, True, "prêt") if value else (part, None, absent)


def _late_queues() -> Iterator[Line]:
    try:
        found = queues.backlogs()
    except redis.RedisError:
        # It said so already.
        return
    late = [each for each in found if each.is_late]
    for each in late:
        words = f"le plus vieux travail attend depuis {counted(each.oldest_seconds, 'seconde', 'secondes')}"
        yield f"File {each.queue}", False, f"{words}\u00a0: ajoutez un worker"
    if not late:
        yield "Files", True, counted(sum(each.length for each in found), "travail en attente", "travaux en attente")


def _operators() -> Iterator[Line]:
    try:
        count = db.session.scalar(select(func.count(User.id)).where(User.is_operator))
    except SQLAlchemyError:
        db.session.rollback()
        return
    absent = "personne ne voit /exploitation\u00a0: flask --app wsgi user operator COURRIEL"
    yield ("Exploitation", True, counted(count, "personne", "personnes")) if count else ("Exploitation", None, absent)


def _told(settings: Settings) -> Line:
    if not settings.operator_email:
        return "Alarmes", None, "OPERATOR_EMAIL est absent\u00a0: personne n’est prévenu quand tout va mal"
    if not settings.smtp_url:
        return "Alarmes", False, "SMTP_URL est absent\u00a0: aucune alarme ne part"
    return "Alarmes", True, "prêt, si /readyz est demandé chaque minute du dehors"


def _proxies(settings: Settings) -> Line:
    if settings.is_https and not settings.trusted_proxies:
        return (
            "Mandataires",
            None,
            "TRUSTED_PROXIES est à 0\u00a0: derrière un mandataire, tous partagent une même limite",
        )
    return "Mandataires", True, counted(settings.trusted_proxies, "mandataire de confiance", "mandataires de confiance")
