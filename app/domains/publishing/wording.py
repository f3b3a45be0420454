"""What publishing says: where a publication stands, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from app.core import clock, i18n
from app.core.i18n import _, _l, _n
from app.domains.contents import wording as contents
from app.domains.contents.models import Content
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.networks import label_of

TOO_LATE = _l("Trop tard\u00a0: cette publication est en train de partir.")
MAYBE_OUT = _l("Cette publication est peut-être déjà partie. Répondez d’abord à la question.")
NOT_LATE = _l("Cette publication n’attend pas de nouvelle approbation.")
NO_QUESTION = _l("Cette question a déjà reçu une réponse.")

# With a delivery, its state says more than the content's.
_DELIVERY_STATES = {
    "scheduled": (_l("Planifiée"), "wait"),
    "sending": (_l("En cours d’envoi"), "wait"),
    "published": (_l("Publiée"), "good"),
    "unconfirmed": (_l("À confirmer"), "bad"),
    "blocked": (_l("En attente de reconnexion"), "bad"),
    "refused": (_l("Refusée par {network}"), "bad"),
}

_IN_SHORT = {
    "scheduled": _n("planifiée", "planifiées"),
    "sending": _n("en cours d’envoi", "en cours d’envoi"),
    "published": _n("publiée", "publiées"),
    "unconfirmed": _n("à confirmer", "à confirmer"),
    "blocked": _n("en attente", "en attente"),
    "refused": _n("refusée", "refusées"),
}
_TO_MEND = (_l("À corriger"), "bad")
_LATE = (_l("En retard"), "bad")

REASONS = {
    "": "",
    "pace": _l("Elle attend son tour\u00a0: les envois sont espacés."),
    "interrupted": _l("L’envoi a été interrompu avant de partir\u00a0: il reprend."),
    "renewing": _l("Votre accès vient d’être renouvelé\u00a0: nouvel essai sous peu."),
    "storage": _l("L’image n’a pas pu être lue\u00a0: nouvel essai sous peu."),
    "timeout": _l("{network} n’a pas répondu à temps\u00a0: nouvel essai sous peu."),
    "unavailable": _l("{network} ne répond pas\u00a0: nouvel essai sous peu."),
    "malformed": _l("{network} a donné une réponse illisible\u00a0: nouvel essai sous peu."),
    "too_large": _l("{network} a donné une réponse illisible\u00a0: nouvel essai sous peu."),
    "media_waiting": _l("{network} prépare l’image\u00a0: nouvel essai sous peu."),
    "media_lost": _l("{network} a perdu l’image en route\u00a0: nouvel essai sous peu."),
    "quota": _l("{network} demande de patienter\u00a0: la publication partira ensuite."),
    "quota_day": _l("{network} n’en accepte plus aujourd’hui\u00a0: la publication partira demain."),
    "version_retired": _l("{network} a changé ses règles techniques. Notre équipe est avertie, la publication attend."),
    "outcome_unknown": _l("{network} n’a pas répondu. Voyez-vous cette publication sur votre profil?"),
    "access_revoked": _l("{network} ne reconnaît plus votre accès. Reconnectez {network} dans votre profil."),
    "access_expired": _l("Votre accès à {network} est échu. Reconnectez {network} dans votre profil."),
    "permission_missing": _l("{network} ne nous permet pas de publier. Reconnectez-vous et acceptez la publication."),
    "disconnected": _l("{network} est déconnecté. Reconnectez-le dans votre profil pour que la publication parte."),
    "late": _l("Elle a plus de 24 heures de retard\u00a0: relisez-la, puis approuvez-la de nouveau."),
    "duplicate": _l("{network} dit avoir déjà cette publication. Changez le texte, puis approuvez de nouveau."),
    "too_long": _l("Le texte dépasse ce que {network} accepte. Raccourcissez-le, puis approuvez de nouveau."),
    "too_many_hashtags": _l("{network} accepte au plus 30 mots-clics. Retirez-en, puis approuvez de nouveau."),
    "picture_needed": _l("{network} ne publie rien sans image. Ajoutez-en une, puis approuvez de nouveau."),
    "policy": _l("{network} juge cette publication contraire à ses règles. Changez-la, puis approuvez de nouveau."),
    "media_failed": _l("{network} n’a pas pu lire l’image. Modifiez la publication, puis approuvez de nouveau."),
    "unsafe_address": _l("{network} a donné une adresse non sûre pour l’image\u00a0: rien n’a été envoyé."),
}
OTHER_REASON = _l("{network} a refusé cette publication. Modifiez-la, puis approuvez de nouveau.")

TABS = (
    ("pending", _l("À approuver")),
    ("approved", _l("Approuvées")),
    ("published", _l("Publiées")),
    ("rejected", _l("Rejetées")),
    ("", _l("Toutes")),
)
APPROVED = _l("Publication approuvée.")
APPROVED_AGAIN = _l("Publication approuvée de nouveau.")
REJECTED = _l("Publication rejetée.")
REOPENED = _l("La publication attend de nouveau votre décision.")
EDITED = _l("Texte enregistré. Relisez la publication, puis approuvez-la.")
EDITED_FLAWED = _l("Texte enregistré. Il reste un passage à corriger avant de l’approuver.")
ANSWERED = {
    "oui": _l("Merci! La publication est comptée comme envoyée."),
    "non": _l("Merci! La publication repartira dans un moment."),
}
PROFILE_SAVED = _l("Profil enregistré.")
DEMO_HELD = _l("C’est une démonstration\u00a0: rien n’y part, rien n’y est à annuler.")


def reason(code: str, network: str) -> str:
    """Return the sentence of a reason, with what to do; `network` is the name people know it by."""
    return REASONS.get(code, OTHER_REASON).format(network=network)


def reason_of(delivery: Delivery) -> str:
    """Return the sentence of a delivery's reason, with what to do."""
    return reason(delivery.reason, label(delivery))


def label(delivery: Delivery) -> str:
    """Return what people call the network a delivery goes to."""
    return label_of(delivery.connection.network)


def account(connection: Connection) -> str:
    """Name an account among others: « LinkedIn, Camille Tremblay »."""
    return f"{label_of(connection.network)}, {connection.account_name}"


def state_words(content: Content, delivery: Delivery | None) -> tuple[str, str]:
    """Return a badge's label and tone."""
    if delivery is not None and delivery.state in _DELIVERY_STATES and content.state in ("approved", "published"):
        if delivery.state == "blocked" and delivery.reason == "late":
            return _LATE
        words, tone = _DELIVERY_STATES[delivery.state]
        return words.format(network=label(delivery)), tone
    if content.state == "pending" and content.is_flawed:
        return _TO_MEND
    return contents.STATES[content.state], contents.TONES.get(content.state, "")


def deliveries_line(deliveries: Sequence[Delivery]) -> str:
    """Say where a publication stands on all its accounts, the most pressing first in the list."""
    if len(deliveries) == 1:
        return delivery_line(deliveries[0])
    tally = Counter(_IN_SHORT[each.state] for each in deliveries)
    told = ", ".join(i18n.counted(count, *words) for words, count in tally.items())
    moments = [each.scheduled_at for each in deliveries if each.state == "scheduled"]
    line = _("%(count)s comptes\u00a0: %(told)s.", count=len(deliveries), told=told)
    return f"{line} {next_departure(min(moments))}" if moments else line


def content_state(content: Content, delivery: Delivery | None = None) -> str:
    """Return a badge's label."""
    return state_words(content, delivery)[0]


def content_tone(content: Content, delivery: Delivery | None = None) -> str:
    """Return a badge's tone."""
    return state_words(content, delivery)[1]


def next_departure(at: datetime) -> str:
    """Say when the next publication leaves; past its hour, as soon as it can."""
    when = _("dès que possible") if at < clock.now() else i18n.soon(at)
    return _("Prochain envoi\u00a0: %(when)s.", when=when)


def delivery_line(delivery: Delivery) -> str:
    """Say where a delivery stands, in one sentence."""
    if delivery.state == "published" and delivery.published_at is not None:
        return _("Publiée %(when)s.", when=i18n.moment(delivery.published_at))
    if delivery.state == "scheduled":
        return f"{next_departure(delivery.scheduled_at)} {reason_of(delivery)}".strip()
    if delivery.state == "sending":
        return _("La publication part en ce moment.")
    return reason_of(delivery)


def alternatives(names: Sequence[str]) -> str:
    """Name what one can choose between: « LinkedIn, Facebook ou Instagram »."""
    *others, last = names
    return _("%(others)s ou %(last)s", others=", ".join(others), last=last) if others else last
