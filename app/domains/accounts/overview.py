"""What keeps an account safe, at one glance: where it stands, and the one thing to do next."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, or_, select

from app.core import clock
from app.core.db import db
from app.core.i18n import _, counted
from app.domains.accounts import passkeys
from app.domains.accounts.devices import LIFE
from app.domains.accounts.models import ApiToken, Device, Passkey, TwoSteps, User


@dataclass(frozen=True)
class Counts:
    """What a person has, in one query."""

    devices: int
    passkeys: int
    tokens: int
    has_two_steps: bool


@dataclass(frozen=True)
class Glance:
    """Where the account stands, and the one thing to do next; `is_letter` is done by a POST."""

    sentence: str
    tone: str
    verb: str = ""
    address: str = ""
    is_letter: bool = False


@dataclass(frozen=True)
class Line:
    """One part of the account's safety, and where it is seen to."""

    title: str
    sentence: str
    icon: str
    address: str


def counts_of(user: User) -> Counts:
    """Count what a person has."""
    living = Device.created_at > clock.now() - LIFE
    lives = or_(ApiToken.expires_at.is_(None), ApiToken.expires_at > clock.now())
    found = db.session.execute(
        select(
            select(func.count(Device.id)).where(Device.user_id == user.id, living).scalar_subquery(),
            select(func.count(Passkey.id)).where(Passkey.user_id == user.id).scalar_subquery(),
            select(func.count(ApiToken.id))
            .where(ApiToken.user_id == user.id, ApiToken.revoked_at.is_(None), lives)
            .scalar_subquery(),
            select(func.count(TwoSteps.id))
            .where(TwoSteps.user_id == user.id, TwoSteps.confirmed_at.is_not(None))
            .scalar_subquery(),
        )
    ).one()
    return Counts(found[0], found[1], found[2], bool(found[3]))


def glance(user: User, counts: Counts) -> Glance:
    """Return where an account stands."""
    if user.verified_at is None:
        sentence = _("Confirmez votre adresse\u00a0: c’est par elle que vous reprenez votre compte.")
        return Glance(sentence, "wait", _("M’envoyer le lien"), "/profil/courriel/verification", is_letter=True)
    if not counts.has_two_steps and not counts.passkeys:
        sentence = _("Votre compte ne tient qu’à un mot de passe.")
        return Glance(sentence, "wait", _("Activer la connexion en deux étapes"), "/securite/deux-etapes")
    return Glance(_("Votre compte est bien protégé. Rien à faire."), "good")


def lines(user: User, counts: Counts) -> list[Line]:
    """Return each part of an account's safety, in words."""
    on, off = _("Activée"), _("Désactivée")
    tokens = counted(counts.tokens, "jeton d’accès en service", "jetons d’accès en service")
    found = [
        Line(_("Adresse"), user.email, "envelope", "/profil/courriel"),
        Line(_("Mot de passe"), tokens if counts.tokens else _("Le changer"), "key", "/profil/mot-de-passe"),
        Line(_("Connexion en deux étapes"), on if counts.has_two_steps else off, "shield-check",
             "/securite/deux-etapes"),
        Line(_("Appareils connectés"), counted(counts.devices, "appareil", "appareils"), "device-phone-mobile",
             "/securite/appareils"),
    ]  # fmt: skip
    if passkeys.is_offered():
        number_of = counted(counts.passkeys, "clé d’accès", "clés d’accès") if counts.passkeys else _("Aucune")
        found.insert(2, Line(_("Clés d’accès"), number_of, "finger-print", "/securite/cles-d-acces"))
    return found
