"""What is said of exports and erasures."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.i18n import _, _l, _n, counted, dotted
from app.domains.privacy.table_words import TABLES

NOBODY = _l("Écrivez un courriel, un téléphone ou un nom complet\u00a0: un mot seul effacerait trop.")
NOT_TICKED = _l("Cochez la personne à effacer. Les autres restent comme elles sont.")
IMPORTING = _l("Une importation est en cours. Attendez qu’elle finisse, puis réessayez.")
SENDING = _l("Une publication qui la nomme est en train de partir. Réessayez dans une minute.")
EXPORT_ASKED = _l("Nous préparons le fichier. Il reste ici sept jours.")
ERASED = _l("C’est effacé. L’attestation est prête.")
CLOSING = _l("La fermeture est prévue. Vous avez sept jours pour changer d’idée.")
KEPT_OPEN = _l("La fermeture est annulée. Rien n’a été effacé.")
TOO_LATE = _l("L’effacement a commencé\u00a0: il ne s’arrête plus.")
NAME_WRONG = _l("Ce n’est pas le nom de votre entreprise. Recopiez-le tel qu’il est écrit.")
CERTIFIED = _l("Vous recevez ce courriel parce que vous avez demandé la fermeture de cet espace.")
OWNED_ALONE = _l("Vous êtes la seule personne propriétaire d’un espace\u00a0: transférez-le ou fermez-le d’abord.")
ACCOUNT_CLOSING = _l("Votre compte se fermera dans sept jours. D’ici là, vous pouvez changer d’idée.")
ACCOUNT_KEPT = _l("La fermeture est annulée. Votre compte reste le même.")
ACCOUNT_CERTIFIED = _l("Vous recevez ce courriel parce que vous avez demandé la fermeture de votre compte.")
STATES = {
    "due": _l("En attente"),
    "running": _l("En préparation"),
    "done": _l("Prêt"),
    "failed": _l("Échoué"),
    "gone": _l("Effacé"),
}
ERASURES = {
    "waiting": _l("En attente"),
    "running": _l("En cours"),
    "done": _l("Fait"),
    "cancelled": _l("Abandonné"),
}
OTHERS = _n("autre ligne", "autres lignes")
# What tells one erasure from another at a glance; the certificate has the rest.
_LISTED = ("leads", "contents", "files")
NOTHING_KEPT = _l("Rien n’était gardé d’elle")
ASKER_GONE = _l("Demandé par une personne partie")


def reached(counts: Mapping[str, int]) -> str:
    """Say in a line what an erasure reached: « 1 prospect · 2 publications · 9 autres lignes »."""
    named = [counted(counts[name], *TABLES[name]) for name in _LISTED if counts.get(name)]
    rest = sum(count for name, count in counts.items() if name not in _LISTED)
    return dotted([*named, counted(rest, *OTHERS) if rest else ""]) or str(NOTHING_KEPT)


def asked_by(name: str | None) -> str:
    """Say who asked for an erasure; None for a person who has no account any more."""
    return _("Demandé par %(name)s", name=name) if name else str(ASKER_GONE)
