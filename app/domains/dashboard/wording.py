"""What the home page says."""

from __future__ import annotations

from app.core.i18n import _l, _n

UNCONFIRMED = (
    _l("Une publication est-elle bien partie?"),
    _l("Le réseau n’a pas répondu. Regardez votre compte et dites-nous si elle y est."),
    _l("Répondre"),
)
NOBODY_RECEIVES = (
    _l("Aucun compte ne reçoit vos publications"),
    _l("{account} est connecté, mais ne publie rien. Un geste suffit pour y publier ce que vous approuvez."),
    _l("Publier ici"),
)
RECONNECT = (
    _l("Un compte est à reconnecter"),
    _l("Vos publications approuvées attendent. Rien n’est perdu\u00a0: elles partiront après la reconnexion."),
    _l("Reconnecter le compte"),
)
LATE = _n("publication en retard", "publications en retard")
LATE_DETAIL = (
    _l("Plus de 24 heures ont passé depuis l’heure prévue. Rien ne part sans une nouvelle approbation."),
    _l("Relire et approuver"),
)
WAIT_FOR_THUMB = _n("publication attend votre pouce", "publications attendent votre pouce")
SEE_CONTENTS = _l("Voir les publications")
FIRST_CAMPAIGN = (
    _l("Lancez votre première campagne"),
    _l("Un nom, un métier, une ville\u00a0: nous trouvons les commerces et rédigeons les publications."),
    _l("Nouvelle campagne"),
)
CONNECT = (
    _l("Connectez un compte"),
    _l("Vos publications approuvées pourront partir toutes seules, à un rythme poli."),
    _l("Connecter un compte"),
)
NOTHING_WAITS = _l("Rien ne vous attend")
NEXT_CAMPAIGN = _l("Tout est en ordre. Une nouvelle campagne vous ferait connaître ailleurs.")
CONNECT_LATER = _l("Deux minutes suffisent. Rien ne part sans votre accord.")

FIGURES = {
    "leads": (_l("Prospects trouvés"), _l("commerces à présenter")),
    "contents": (_l("Publications rédigées"), _l("textes et images prêts")),
    "published": (_l("Publications envoyées"), _l("parties sur vos comptes")),
    "engagement": (_l("Interactions"), _l("mentions J’aime, commentaires, partages")),
}
THANKS = _l("Merci! C’est noté.")
SAME = _l("comme il y a 7 jours")
CHANGE = _l("{sign}{count} en 7 jours")


def change(count: int) -> str:
    """Say what seven days changed."""
    if not count:
        return SAME
    return CHANGE.format(sign="+" if count > 0 else "−", count=abs(count))


APPLICATION = _l(
    "Vos voisins sur vos réseaux, en français d’ici\u00a0: trouver, rédiger, approuver, lire les résultats."
)
SHORTCUTS = (
    ("/contenus?etat=pending", _l("Publications à approuver")),
    ("/campagnes/nouvelle", _l("Nouvelle campagne")),
    ("/a-venir", _l("À venir")),
)

WELCOMED = _l("C’est noté. Il ne reste qu’à lancer votre première campagne.")
# What a new account goes through: the step, why it is worth it, the way there, where the guide tells it.
START = {
    "profile": (_l("Présenter votre commerce"), _l("Quelques questions, une demi-minute."),
                "/bienvenue", "/aide#campagne"),
    "campaign": (_l("Lancer une première campagne"), _l("Un métier, une ville\u00a0: nous cherchons."),
                 "/campagnes/nouvelle", "/aide#campagne"),
    "approval": (_l("Approuver une publication"), _l("Vous lisez, vous levez le pouce."), "/contenus?etat=pending",
                 "/aide#approuver"),
    "linkedin": (_l("Connecter un compte"), _l("Sans cela, rien ne part."), "/profil#linkedin", "/aide#linkedin"),
}  # fmt: skip
DETAILS = {
    "reactions": _n("mention J’aime", "mentions J’aime"),
    "comments": _n("commentaire", "commentaires"),
    "shares": _n("partage", "partages"),
    "impressions": _n("affichage", "affichages"),
}
