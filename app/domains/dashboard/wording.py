"""What the home page says."""

from __future__ import annotations

UNCONFIRMED = (
    "Une publication est-elle bien partie?",
    "LinkedIn n’a pas répondu. Regardez votre profil et dites-nous si elle y est.",
    "Répondre",
)
RECONNECT = (
    "LinkedIn est à reconnecter",
    "Vos publications approuvées attendent. Rien n’est perdu\u00a0: elles partiront après la reconnexion.",
    "Reconnecter LinkedIn",
)
WAIT_FOR_THUMB = ("publication attend votre pouce", "publications attendent votre pouce")
SEE_CONTENTS = "Voir les publications"
FIRST_CAMPAIGN = (
    "Lancez votre première campagne",
    "Un nom, un métier, une ville\u00a0: nous trouvons les commerces et rédigeons les publications.",
    "Nouvelle campagne",
)
CONNECT = (
    "Connectez LinkedIn",
    "Vos publications approuvées pourront partir toutes seules, à un rythme poli.",
    "Connecter LinkedIn",
)
NOTHING_WAITS = "Rien ne vous attend"
NEXT_CAMPAIGN = "Tout est en ordre. Une nouvelle campagne vous ferait connaître ailleurs."
CONNECT_LATER = "Deux minutes suffisent. Rien ne part sans votre accord."

FIGURES = {
    "leads": ("Prospects trouvés", "commerces à présenter"),
    "contents": ("Publications rédigées", "textes et images prêts"),
    "published": ("Publications envoyées", "parties sur LinkedIn"),
    "engagement": ("Interactions", "mentions J’aime, commentaires, partages"),
}
SAME = "comme il y a 7 jours"
CHANGE = "{sign}{count} en 7 jours"


def change(count: int) -> str:
    """Say what seven days changed."""
    if not count:
        return SAME
    return CHANGE.format(sign="+" if count > 0 else "−", count=abs(count))
