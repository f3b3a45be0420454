"""What the pages of webhooks say."""

from __future__ import annotations

from app.core.i18n import _l
from app.domains.webhooks.states import Event, MessageState

EVENTS = {
    Event.LEADS_READY: _l("Les prospects d’une campagne sont prêts"),
    Event.CONTENT_READY: _l("Une publication est rédigée"),
    Event.CONTENT_APPROVED: _l("Une publication est approuvée"),
    Event.CONTENT_REJECTED: _l("Une publication est rejetée"),
    Event.CONTENT_PUBLISHED: _l("Une publication est parue"),
    Event.DELIVERY_REFUSED: _l("Un réseau a refusé un envoi"),
    Event.DELIVERY_UNCONFIRMED: _l("Un envoi est resté sans réponse"),
    Event.TEST: _l("Essai"),
}
STATES = {
    MessageState.DUE: (_l("En attente"), "wait"),
    MessageState.SENDING: (_l("En route"), "wait"),
    MessageState.SENT: (_l("Reçu"), "good"),
    MessageState.FAILED: (_l("Échoué"), "bad"),
}
REASONS = {
    "refused": _l("Le logiciel a refusé le message."),
    "timeout": _l("Le logiciel n’a pas répondu en dix secondes."),
    "forbidden": _l("Cette adresse mène à un réseau privé."),
    "disabled": _l("Ce logiciel n’était plus prévenu."),
}
UNREACHED = _l("Le logiciel ne répond pas.")
BAD_URL = _l("Donnez une adresse publique qui commence par https://.")
BAD_EVENTS = _l("Choisissez au moins un évènement de la liste.")
TOO_MANY = _l("Vous prévenez déjà 10 logiciels. Supprimez-en un d’abord.")
DEMO = _l("Une démonstration ne prévient personne.")
IS_DISABLED = _l("Ce logiciel n’est plus prévenu. Réactivez-le d’abord.")
UNDER_WAY = _l("Ce message est déjà en route.")
ADDED = _l("Logiciel ajouté. Copiez son secret maintenant\u00a0: il ne sera plus montré.")
ROTATED = _l("Nouveau secret créé. L’ancien signe encore pendant 24 heures.")
CHANGED = _l("Logiciel enregistré.")
REMOVED = _l("Logiciel supprimé.")
TRIED = _l("Essai envoyé. Sa réponse paraît dans le journal.")
REPLAYED = _l("Le message repart.")
