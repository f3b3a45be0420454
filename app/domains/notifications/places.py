"""The page a piece of news leads to."""

from __future__ import annotations

from app.domains.notifications.kinds import Kind

_PLACES = {
    Kind.TO_APPROVE: "/contenus?etat=pending",
    Kind.LATE: "/a-venir",
    Kind.RECONNECT: "/profil#linkedin",
    Kind.WEEKLY: "/resultats",
    Kind.WEBHOOK: "/profil/logiciels",
    Kind.ACCOUNT: "/profil#linkedin",
    Kind.PUBLISHED: "/contenus?etat=published",
}


def place(kind: str, content_id: int | None, campaign_id: int | None) -> str:
    """Return the page of what the news is about, else the page of its kind."""
    if content_id is not None:
        return f"/contenus/{content_id}"
    if campaign_id is not None:
        return f"/campagnes/{campaign_id}"
    return _PLACES.get(Kind(kind), "/tableau-de-bord")
