"""What publishing says: where a publication stands, and what to do about it."""

from __future__ import annotations

from datetime import datetime

from app.core import clock, i18n
from app.core.i18n import NBSP
from app.domains.contents import wording as contents
from app.domains.contents.models import Content
from app.domains.publishing.models import Delivery

TOO_LATE = "Trop tard\u00a0: cette publication est en train de partir."
MAYBE_OUT = "Cette publication est peut-être déjà partie. Répondez d’abord à la question."
NO_QUESTION = "Cette question a déjà reçu une réponse."

# With a delivery, its state says more than the content's.
_DELIVERY_STATES = {
    "scheduled": ("Planifiée", "wait"),
    "sending": ("En cours d’envoi", "wait"),
    "published": ("Publiée", "good"),
    "unconfirmed": ("À confirmer", "bad"),
    "blocked": ("En attente de reconnexion", "bad"),
    "refused": ("Refusée par LinkedIn", "bad"),
}

REASONS = {
    "": "",
    "pace": "Elle attend son tour\u00a0: les envois sont espacés.",
    "interrupted": "L’envoi a été interrompu avant de partir\u00a0: il reprend.",
    "storage": "L’image n’a pas pu être lue\u00a0: nouvel essai sous peu.",
    "timeout": "LinkedIn n’a pas répondu à temps\u00a0: nouvel essai sous peu.",
    "unavailable": "LinkedIn ne répond pas\u00a0: nouvel essai sous peu.",
    "malformed": "LinkedIn a donné une réponse illisible\u00a0: nouvel essai sous peu.",
    "media_waiting": "LinkedIn prépare l’image\u00a0: nouvel essai sous peu.",
    "quota": "LinkedIn demande de patienter\u00a0: la publication partira ensuite.",
    "quota_day": "La limite du jour de LinkedIn est atteinte\u00a0: la publication partira ensuite.",
    "version_retired": "LinkedIn a changé ses règles techniques. Notre équipe est avertie, la publication attend.",
    "outcome_unknown": "LinkedIn n’a pas répondu. Voyez-vous cette publication sur votre profil?",
    "access_revoked": "LinkedIn ne reconnaît plus votre accès. Reconnectez LinkedIn dans votre profil.",
    "access_expired": "Votre accès à LinkedIn est échu. Reconnectez LinkedIn dans votre profil.",
    "permission_missing": "LinkedIn ne nous permet pas de publier. Reconnectez-vous et acceptez la publication.",
    "disconnected": "LinkedIn est déconnecté. Reconnectez-le dans votre profil pour que la publication parte.",
    "late": "Elle a plus de 24 heures de retard\u00a0: relisez-la, puis approuvez-la de nouveau.",
    "duplicate": "LinkedIn dit avoir déjà cette publication. Changez le texte, puis approuvez de nouveau.",
    "too_long": "Le texte dépasse 3\u00a0000 caractères. Raccourcissez-le, puis approuvez de nouveau.",
    "media_failed": "LinkedIn n’a pas pu lire l’image. Modifiez la publication, puis approuvez de nouveau.",
    "unsafe_address": "LinkedIn a donné une adresse non sûre pour l’image\u00a0: rien n’a été envoyé.",
}
OTHER_REASON = "LinkedIn a refusé cette publication. Modifiez-la, puis approuvez de nouveau."

TABS = (("pending", "À approuver"), ("approved", "Approuvées"), ("published", "Publiées"), ("rejected", "Rejetées"),
        ("", "Toutes"))  # fmt: skip
APPROVED = "Publication approuvée."
REJECTED = "Publication rejetée."
REOPENED = "La publication attend de nouveau votre décision."
EDITED = "Texte enregistré. Relisez la publication, puis approuvez-la."
ANSWERED = {
    "oui": "Merci! La publication est comptée comme envoyée.",
    "non": "Merci! La publication repartira dans un moment.",
}
PROFILE_SAVED = "Profil enregistré."
DEMO_HELD = "C’est une démonstration\u00a0: rien n’y part, rien n’y est à annuler."
DEMO = "C’est une démonstration\u00a0: créez votre compte pour connecter LinkedIn."

CONNECTED = "LinkedIn est connecté."
DISCONNECTED = "LinkedIn est déconnecté. Vos publications attendent ici."
NOT_OFFERED = "LinkedIn n’est pas encore offert ici\u00a0: l’exploitant doit ajouter ses clés."
CANCELLED = "Vous avez annulé la connexion. Rien n’a changé."
STATE_LOST = "La demande de connexion a expiré. Touchez «\u00a0Connecter LinkedIn\u00a0» de nouveau."
CONNECTION_REASONS = {
    "permission_missing": "LinkedIn n’a pas accordé le droit de publier. Réessayez et acceptez la publication.",
    "authorization_refused": "LinkedIn a refusé la demande. Réessayez\u00a0: le lien n’est bon qu’une fois.",
    "client_refused": "LinkedIn refuse les clés de l’application. L’exploitant doit les vérifier.",
    "unauthorized_scope_error": "LinkedIn ne laisse pas encore l’application publier. L’exploitant doit le demander.",
}
CONNECTION_FAILED = "LinkedIn ne répond pas pour l’instant. Rien n’est perdu\u00a0: réessayez dans un moment."


def reason(code: str) -> str:
    """Return the sentence of a delivery's reason, with what to do."""
    return REASONS.get(code, OTHER_REASON)


def connection_failure(code: str) -> str:
    """Return why a connection could not be opened."""
    return CONNECTION_REASONS.get(code, CONNECTION_FAILED)


def no_consent(error: str) -> tuple[str, str]:
    """Return why LinkedIn sent the person back without a code, and its tone: her own choice is no failure."""
    if error.startswith("user_cancelled"):
        return CANCELLED, "wait"
    return CONNECTION_REASONS.get(error, CONNECTION_REASONS["authorization_refused"]), "bad"


def state_words(content: Content, delivery: Delivery | None) -> tuple[str, str]:
    """Return a badge's label and tone."""
    if delivery is not None and delivery.state in _DELIVERY_STATES and content.state in ("approved", "published"):
        return _DELIVERY_STATES[delivery.state]
    return contents.STATES[content.state], contents.TONES.get(content.state, "")


def content_state(content: Content, delivery: Delivery | None = None) -> str:
    """Return a badge's label."""
    return state_words(content, delivery)[0]


def content_tone(content: Content, delivery: Delivery | None = None) -> str:
    """Return a badge's tone."""
    return state_words(content, delivery)[1]


def next_departure(at: datetime) -> str:
    """Say when the next publication leaves; past its hour, as soon as it can."""
    return f"Prochain envoi{NBSP}: {'dès que possible' if at < clock.now() else i18n.soon(at)}."


def delivery_line(delivery: Delivery) -> str:
    """Say where a delivery stands, in one sentence."""
    if delivery.state == "published" and delivery.published_at is not None:
        return f"Publiée {i18n.moment(delivery.published_at)}."
    if delivery.state == "scheduled":
        return f"{next_departure(delivery.scheduled_at)} {reason(delivery.reason)}".strip()
    if delivery.state == "sending":
        return "La publication part en ce moment."
    return reason(delivery.reason)
