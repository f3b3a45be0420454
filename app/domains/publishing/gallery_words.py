"""What the gallery says: how many it shows, in which order, and what came of a gesture made on many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from app.core.i18n import NBSP, counted

SORTS = (("recent", "Les plus récentes"), ("note", "Les mieux notées"), ("ancien", "Les plus anciennes"))
NOTHING_CHOSEN = "Choisissez d’abord au moins une publication."
GONE = "Elle n’existe plus."
MOVED_SINCE = "Quelqu’un en a décidé autrement depuis."
_DONE = {
    "approuver": ("approuvée", "approuvées"),
    "rejeter": ("rejetée", "rejetées"),
    "premiere": ("approuvée une première fois", "approuvées une première fois"),
    "rouvrir": ("remise à approuver", "remises à approuver"),
}
_LEFT = ("laissée", "laissées")
_SHORT = {
    "near_duplicate": "trop semblable à une publication récente",
    "changed": "le texte a changé",
    "second_person_needed": "une autre personne doit l’approuver",
    "already_approved": "déjà approuvée",
    "already_rejected": "déjà rejetée",
    "already_published": "déjà publiée",
    "already_leaving": "déjà en route",
    "gone": "introuvable",
    "moved": "décidée autrement depuis",
}
EXCERPT, _SLACK = 120, 5
_TO_MEND = "un passage à corriger"


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
    told = [reason if len(reasons) == 1 else f"{reason} ({number})" for reason, number in reasons]
    return f"{', '.join(parts)}{NBSP}: {', '.join(told)}."
