"""What the gallery says: how many it shows, in which order, and what came of a gesture made on many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from app.core.i18n import NBSP, _, _l, _n, counted

SORTS = (("recent", _l("Les plus récentes")), ("note", _l("Les mieux notées")), ("ancien", _l("Les plus anciennes")))
NOTHING_CHOSEN = _l("Choisissez d’abord au moins une publication.")
GONE = _l("Elle n’existe plus.")
MOVED_SINCE = _l("Quelqu’un en a décidé autrement depuis.")
_DONE = {
    "approuver": _n("approuvée", "approuvées"),
    "rejeter": _n("rejetée", "rejetées"),
    "premiere": _n("approuvée une première fois", "approuvées une première fois"),
    "rouvrir": _n("remise à approuver", "remises à approuver"),
}
_LEFT = _n("laissée", "laissées")
_SHORT = {
    "near_duplicate": _l("trop semblable à une publication récente"),
    "changed": _l("le texte a changé"),
    "second_person_needed": _l("une autre personne doit l’approuver"),
    "already_approved": _l("déjà approuvée"),
    "already_rejected": _l("déjà rejetée"),
    "already_published": _l("déjà publiée"),
    "already_leaving": _l("déjà en route"),
    "gone": _l("introuvable"),
    "moved": _l("décidée autrement depuis"),
}
EXCERPT, _SLACK = 120, 5
_TO_MEND = _l("un passage à corriger")


class Said(Protocol):
    """What is told of a publication that was left."""

    @property
    def code(self) -> str:
        """Return the code of its reason."""


def count(total: int) -> str:
    """Say how many publications there are."""
    return counted(total, "publication", "publications")


def excerpt(text: str) -> tuple[str, bool]:
    """Return the beginning of a text, cut between two words, and whether something follows."""
    whole = text.strip()
    if len(whole) <= EXCERPT + _SLACK:
        return whole, False
    return whole[: EXCERPT + 1].rpartition(" ")[0].rstrip(f" {NBSP},;:.") or whole[:EXCERPT], True


def summary(done: Sequence[tuple[str, int]], left: Sequence[Said]) -> str:
    """Say what came of it: « 12 approuvées, 2 laissées : un passage à corriger. »."""
    parts = [counted(number, *_DONE[verb]) for verb, number in done if number]
    if not left:
        return ", ".join(parts) + "."
    parts.append(counted(len(left), *_LEFT))
    reasons = Counter(_SHORT.get(one.code, _TO_MEND) for one in left).most_common()
    told = [str(reason) if len(reasons) == 1 else f"{reason} ({number})" for reason, number in reasons]
    return _("%(parts)s\u00a0: %(told)s.", parts=", ".join(parts), told=", ".join(told))
