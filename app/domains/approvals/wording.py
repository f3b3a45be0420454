"""What the pages of a link say."""

from __future__ import annotations

from datetime import datetime

from app.core import clock, i18n
from app.core.i18n import _, _l
from app.domains.approvals.standing import Opened, Standing

REFUSALS = {
    "decided": _l("Une décision a déjà été prise sur cette publication."),
    "first_kept": _l("Vous l’avez déjà approuvée. Il faut maintenant l’approbation d’une autre personne."),
    "used": _l("Ce lien a déjà servi."),
    "changed": _l("Le texte a changé, relisez-le."),
    "expired": _l("Ce lien n’est plus valable."),
    "not_asked": _l("Cette décision ne vous est plus demandée."),
    "too_late": _l("Trop tard pour annuler d’ici. Ouvrez la publication dans l’application."),
    "no_gesture": _l("Touchez «\u00a0Approuver\u00a0» ou «\u00a0Rejeter\u00a0»."),
}
FORGED = (
    _l("Ce lien n’est pas valable"),
    _l(
        "L’adresse est incomplète, ou la publication n’existe plus. Rien n’a changé. "
        "Touchez de nouveau le bouton du courriel, ou ouvrez l’application."
    ),
)
_SENTENCES = {
    Standing.FIRST_KEPT: (
        _l("Première approbation gardée"),
        _l("Il en faut une seconde, d’une autre personne. Elle a reçu le même courriel que vous."),
    ),
    Standing.USED: (
        _l("La publication attend de nouveau une décision"),
        _l("Ce lien a déjà servi, et il ne sert qu’une fois. Décidez dans l’application, ou demandez un nouveau lien."),
    ),
    Standing.CHANGED: (
        _l("Le texte a changé, relisez-le"),
        _l(
            "La publication a été modifiée après l’envoi de ce courriel. Demandez un nouveau lien pour lire le texte "
            "d’aujourd’hui, ou ouvrez l’application."
        ),
    ),
    Standing.EXPIRED: (
        _l("Ce lien n’est plus valable"),
        _l(
            "Un lien sert pendant 72\u00a0heures. Rien n’a changé entre-temps. Demandez-en un nouveau, ou "
            "ouvrez l’application."
        ),
    ),
    Standing.NOT_ASKED: (
        _l("Cette décision ne vous est plus demandée"),
        _l(
            "Votre rôle a changé depuis l’envoi de ce courriel. La personne propriétaire de l’espace peut vous le "
            "redonner."
        ),
    ),
}
_DECIDED = {
    "approved": (_l("Déjà approuvée"), _l("Déjà approuvée %(at)s")),
    "rejected": (_l("Déjà rejetée"), _l("Déjà rejetée %(at)s")),
    "published": (_l("Déjà approuvée, puis publiée"), _l("Déjà approuvée %(at)s, puis publiée")),
}
LINK_SENT = _l("C’est noté. Si la publication attend encore une décision, un nouveau courriel part dans un instant.")


def closed(opened: Opened) -> tuple[str, str]:
    """Return the title and the sentence of a link that decides nothing more."""
    standing = opened.standing
    if standing != Standing.DECIDED:
        return _SENTENCES[standing]
    content = opened.content
    is_hers, is_rejected = opened.undo_until is not None, content.state == "rejected"
    stays = _("Elle ne partira pas.") if is_rejected else ""
    if is_hers:
        return _("Rejetée") if is_rejected else _("Approuvée"), " ".join(filter(None, (_("C’est noté."), stays)))
    undated, dated = _DECIDED[content.state]
    return dated % {"at": _at(content.decided_at)} if content.decided_at else undated, stays


def _at(moment: datetime) -> str:
    if moment.astimezone(clock.QUEBEC).date() == clock.today():
        return _("à %(hour)s", hour=i18n.hour(moment))
    return i18n.soon(moment)
