"""What is said of a fault, and on the button that mends it."""

from __future__ import annotations

import re

from app.core.i18n import NBSP
from app.domains.contents.gate.flags import PROFILE, REMOVE_SENTENCE, REPLACE, Flag

LONGEST_SHOWN = 60
BLANK_LEFT = f"Ce passage reste à remplir{NBSP}: dites-le en vos mots, ou retirez-le."
_UNPROVED = "ne figure ni dans la fiche du prospect ni dans votre profil"
# What a passage claims that nothing proves: why, and what to do.
FACTS = {
    "fact_number": f"Ce nombre {_UNPROVED}{NBSP}: retirez la phrase, ou vérifiez le nombre à sa source.",
    "fact_date": f"Cette date ou cette heure {_UNPROVED}{NBSP}: retirez la phrase, ou vérifiez-la.",
    "fact_price": f"Ce prix {_UNPROVED}{NBSP}: retirez la phrase, ou vérifiez-le auprès de l’entreprise.",
    "fact_quote": f"Rien ne dit que ces mots ont été dits{NBSP}: retirez la phrase, ou ayez l’accord de leur auteur.",
    "fact_name": f"Ce nom {_UNPROVED}{NBSP}: retirez la phrase, ou vérifiez qu’il est exact.",
}
BROKER, AGENCY, ALONE = "courtier immobilier", "agence immobilière", "à son compte"
BROKER_IDENTITY = (
    "Un courtier signe chaque publication du nom de son permis, de son titre et du nom de son agence"
    f"{NBSP}: ajoutez-les à votre profil, ils paraîtront d’eux-mêmes."
)
HASHTAG_MALFORMED = "Ce mot-clic serait coupé à la publication. Écrivez-le en lettres et en chiffres, sans espace."
_BLANKS = re.compile(r"[ \t\n]+")


def quoted(excerpt: str, message: str) -> str:
    """Say what a passage is reproached with."""
    return f"«{NBSP}{_BLANKS.sub(' ', excerpt.strip())}{NBSP}»{NBSP}: {message}"


def button(flag: Flag) -> str:
    """Name what one touch does; empty when a person must choose."""
    if flag.fix == REPLACE and flag.replacement:
        return f"Remplacer par «{NBSP}{_clipped(flag.replacement)}{NBSP}»"
    if flag.fix == REPLACE:
        return "Retirer ce passage"
    return {REMOVE_SENTENCE: "Retirer cette phrase", PROFILE: "Compléter mon profil"}.get(flag.fix, "")


def _clipped(words: str) -> str:
    return words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 1].rstrip() + "…"
