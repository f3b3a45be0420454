"""What is said of a fault, and on the button that mends it."""

from __future__ import annotations

from app.core.i18n import _, _l
from app.domains.contents.gate.flags import PROFILE, REMOVE_SENTENCE, REPLACE, Flag

LONGEST_SHOWN = 60
BLANK_LEFT = _l("Ce passage reste à remplir\u00a0: dites-le en vos mots, ou retirez-le.")
# What a passage claims that nothing proves: why, and what to do.
FACTS = {
    "fact_number": _l(
        "Ce nombre ne figure ni dans la fiche du prospect ni dans votre profil\u00a0: retirez la phrase, "
        "ou vérifiez le nombre à sa source."
    ),
    "fact_date": _l(
        "Cette date ou cette heure ne figure ni dans la fiche du prospect ni dans votre profil\u00a0: "
        "retirez la phrase, ou vérifiez-la."
    ),
    "fact_price": _l(
        "Ce prix ne figure ni dans la fiche du prospect ni dans votre profil\u00a0: retirez la phrase, "
        "ou vérifiez-le auprès de l’entreprise."
    ),
    "fact_quote": _l(
        "Rien ne dit que ces mots ont été dits\u00a0: retirez la phrase, ou ayez l’accord de leur auteur."
    ),
    "fact_name": _l(
        "Ce nom ne figure ni dans la fiche du prospect ni dans votre profil\u00a0: retirez la phrase, "
        "ou vérifiez qu’il est exact."
    ),
}
BROKER_IDENTITY = _l(
    "Un courtier signe chaque publication du nom de son permis, de son titre et du nom de son agence\u00a0: "
    "ajoutez-les à votre profil, ils paraîtront d’eux-mêmes."
)
HASHTAG_MALFORMED = _l("Ce mot-clic serait coupé à la publication. Écrivez-le en lettres et en chiffres, sans espace.")
_BUTTONS = {REMOVE_SENTENCE: _l("Retirer cette phrase"), PROFILE: _l("Compléter mon profil")}


def button(flag: Flag) -> str:
    """Name what one touch does; empty when a person must choose."""
    if flag.fix == REPLACE and flag.replacement:
        return _("Remplacer par «\u00a0%(words)s\u00a0»", words=_clipped(flag.replacement))
    if flag.fix == REPLACE:
        return _("Retirer ce passage")
    return str(_BUTTONS.get(flag.fix, ""))


def _clipped(words: str) -> str:
    return words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 1].rstrip() + "…"
