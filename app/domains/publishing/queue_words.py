"""What « À venir » says."""

from __future__ import annotations

from datetime import datetime

from app.core import i18n

BAD_MOMENT = "Choisissez un moment à venir, d’ici un an."
PAUSED = "Les envois sont en pause. Rien ne part avant que vous les repreniez."
RESUMED = "Les envois reprennent. Ceux qui attendaient partent l’un après l’autre, espacés."
CANCELLED = "Envoi annulé. La publication attend de nouveau votre décision."


def moved(at: datetime) -> str:
    """Say when a moved delivery leaves."""
    return f"Envoi déplacé\u00a0: {i18n.soon(at)}."
