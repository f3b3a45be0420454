"""`flask doctor`: each part on one line, and why when it is not offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

import click
import redis
from flask import current_app
from sqlalchemy.exc import SQLAlchemyError

from app import readiness
from app.backups.databases import tool_of
from app.core import background, ringer, schema, storage
from app.core.db import db
from app.core.i18n import counted, number
from app.core.resealing import count_seals
from app.core.schema import Fit
from app.domains.contents.writers import writer_in_use
from app.domains.leads import usage, wording
from app.domains.privacy import facts
from app.settings import Settings

DAYS = 30
PUSH_ABSENT = "VAPID_PRIVATE_KEY est absent (flask --app wsgi push key en fait une)"


@dataclass(frozen=True)
class Finding:
    """One part of the product. `ok` is None when the part is optional and absent."""

    part: str
    ok: bool | None
    words: str


def examine(settings: Settings) -> Iterator[Finding]:
    """Look at every part once."""
    yield _database()
    yield from _bells()
    yield _storage()
    yield _optional("Courriel", settings.smtp_url, "SMTP_URL est absent\u00a0: aucun courriel ne part")
    if settings.smtp_url and not settings.mail_identity:
        yield Finding("Identité", None, "MAIL_IDENTITY est absent\u00a0: la loi veut un nom et une adresse postale")
    yield _privacy(settings)
    yield _optional("Avis", settings.vapid_private_key, f"{PUSH_ABSENT}\u00a0: rien ne s’affiche sur les téléphones")
    yield Finding("Prospects", True, f"OpenStreetMap, par {', '.join(settings.overpass_url)}")
    yield _optional(
        "Google", settings.google_places_api_key, "GOOGLE_PLACES_API_KEY est absent\u00a0: OpenStreetMap seul cherche"
    )
    yield from _costs()
    yield _optional("Hunter", settings.hunter_api_key, "HUNTER_API_KEY est absent\u00a0: les sites seuls sont visités")
    yield Finding("Rédaction", True, writer_in_use())
    yield _optional("Gemini", settings.gemini_api_key, "GEMINI_API_KEY est absent\u00a0: la rédaction intégrée écrit")
    client = settings.linkedin_client_id and settings.linkedin_client_secret
    yield _optional("LinkedIn", client, "LINKEDIN_CLIENT_ID ou LINKEDIN_CLIENT_SECRET est absent")
    yield from _keys()
    yield from _meta(settings)
    yield from _tools()
    yield from (Finding(*line) for line in readiness.lines(settings))


def _optional(part: str, value: str, absent: str) -> Finding:
    return Finding(part, True, "prêt") if value else Finding(part, None, absent)


def _privacy(settings: Settings) -> Finding:
    absent = facts.missing(settings)
    if not absent:
        return Finding("Vie privée", True, "les pages publiques disent qui répond, et où")
    words = f"{', '.join(absent)}\u00a0: les pages /confidentialite et /conditions ont des trous"
    return Finding("Vie privée", False if settings.app_env == "production" else None, words)


def _meta(settings: Settings) -> Iterator[Finding]:
    keys = settings.meta_app_id and settings.meta_app_secret
    yield _optional("Facebook", keys, "META_APP_ID ou META_APP_SECRET est absent")
    if not keys:
        yield Finding("Instagram", None, "META_APP_ID ou META_APP_SECRET est absent")
    elif _is_nearby(settings.public_url) and not _is_nearby(settings.meta_graph_url):
        words = f"Meta vient chercher les images à PUBLIC_URL et ne peut pas joindre {settings.public_url}"
        yield Finding("Instagram", False, words)
    else:
        yield Finding("Instagram", True, "prêt, tant que Meta peut joindre PUBLIC_URL pour y prendre les images")


def _is_nearby(address: str) -> bool:
    """Tell whether an address is of this computer or of a network of one's own."""
    host = urlsplit(address).hostname or ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".localhost", ".local", ".internal", ".test", ".example"))


def _database() -> Finding:
    try:
        found = schema.standing()
    except SQLAlchemyError as error:
        return Finding("Base de données", False, f"injoignable ({type(error).__name__})")
    if found.fit is Fit.BEHIND:
        return Finding("Base de données", False, "migrations à faire\u00a0: flask --app wsgi db upgrade")
    if found.fit is Fit.FOREIGN:
        return Finding("Base de données", False, f"d’une version plus récente (révision {found.here})")
    return Finding("Base de données", True, f"{db.engine.dialect.name}, à jour")


def _bells() -> Iterator[Finding]:
    try:
        beat = background.connection().get(ringer.HEARTBEAT_KEY)
    except redis.RedisError as error:
        yield Finding("Redis", False, f"injoignable ({type(error).__name__})")
        return
    yield Finding("Redis", True, "répond")
    yield Finding("Worker", bool(beat), "travaille" if beat else "absent\u00a0: python worker.py")


def _costs() -> Iterator[Finding]:
    try:
        costs = usage.last_days(DAYS)
    except SQLAlchemyError:
        # The database already said so, above.
        return
    for cost in costs:
        each, in_all = number(cost.dollars_a_search, 3), number(cost.dollars, 2)
        words = f"{counted(cost.searches, 'recherche', 'recherches')} en {DAYS} jours, {in_all} $ US, {each} $ chacune"
        yield Finding(f"Coût de {wording.source_name(cost.source)}", True, words)


def _keys() -> Iterator[Finding]:
    try:
        seals = count_seals()
    except SQLAlchemyError:
        return
    if seals.unreadable:
        words = f"{counted(seals.unreadable, 'jeton illisible', 'jetons illisibles')}\u00a0: TOKEN_KEYS a perdu une clé"
        yield Finding("Clés", False, words)
    elif seals.old:
        words = counted(seals.old, "jeton encore sous une ancienne clé", "jetons encore sous une ancienne clé")
        yield Finding("Clés", True, f"{words}\u00a0: gardez-la dans TOKEN_KEYS jusqu’à zéro")
    else:
        yield Finding("Clés", True, "tous les jetons sont sous la première clé")


def _tools() -> Iterator[Finding]:
    dialect = db.engine.dialect.name
    absent = tool_of(dialect)
    if absent:
        yield Finding("Sauvegarde", False, f"{absent} n’est pas sur le PATH\u00a0: installez le client de PostgreSQL")
    else:
        yield Finding("Sauvegarde", True, f"flask backup CHEMIN, de {dialect}")


def _storage() -> Finding:
    return _try("Images", lambda: storage.store().put("doctor/probe.txt", b"ok", "text/plain"))


def _try(part: str, action: Callable[[], object]) -> Finding:
    try:
        action()
    except storage.StorageError as error:
        return Finding(part, False, str(error))
    return Finding(part, True, "écriture possible")


@click.command("doctor")
def doctor() -> None:
    """Say what is ready, what is not offered, and why."""
    marks = {True: "✓", False: "✗", None: "–"}
    findings = list(examine(current_app.config["SETTINGS"]))
    for finding in findings:
        click.echo(f"{marks[finding.ok]} {finding.part}\u00a0: {finding.words}")
    if any(finding.ok is False for finding in findings):
        raise SystemExit(1)
