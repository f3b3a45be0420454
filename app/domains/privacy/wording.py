"""What the pages of privacy say of those who answer, and of where information goes."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.i18n import _, _l


@dataclass(frozen=True)
class Words:
    """What is said of one destination; an empty place is the operator's own."""

    name: str
    place: str
    purpose: str
    sent: str


OPERATOR_UNNAMED = _l("[nom de l’exploitant à préciser]")
OPERATOR_UNPLACED = _l("[adresse postale à préciser]")
OFFICER_UNNAMED = _l("[personne responsable à préciser]")
HOSTING_UNSAID = _l("[lieu d’hébergement à préciser]")
THE_OWNER = _l("La personne propriétaire de l’entreprise")
UNITED_STATES = _l("États-Unis")
EUROPE = _l("Union européenne")
ANYWHERE = _l("Là où chaque site est hébergé")
BY_OPERATOR = _l("Chez le fournisseur choisi par l’exploitant")

DESTINATIONS = {
    "hosting": Words(
        _l("Hébergement"),
        "",
        _l("Faire fonctionner le service et garder vos renseignements."),
        _l("Tout ce que le service garde. Les clés des réseaux y sont chiffrées."),
    ),
    "storage": Words(
        _l("Stockage des images"),
        BY_OPERATOR,
        _l("Garder les images des publications, les logos et les fichiers importés."),
        _l("Ces fichiers seulement."),
    ),
    "gemini": Words(
        _l("Gemini (Google)"),
        UNITED_STATES,
        _l("Rédiger les publications et dessiner leurs images."),
        _l(
            "Le nom du commerce présenté, sa rue, sa ville, son métier et l’adresse de son site; le nom et le ton de "
            "votre commerce. Jamais de courriel, de téléphone ni de nom de client."
        ),
    ),
    "linkedin": Words(
        _l("LinkedIn"),
        UNITED_STATES,
        _l("Publier ce que vous approuvez et en lire les résultats."),
        _l("Le texte et l’image approuvés, et votre clé d’accès."),
    ),
    "meta": Words(
        _l("Facebook et Instagram (Meta)"),
        UNITED_STATES,
        _l("Publier ce que vous approuvez et en lire les résultats."),
        _l("Le texte et l’image approuvés, et votre clé d’accès."),
    ),
    "mail": Words(
        _l("Serveur de courriel"),
        BY_OPERATOR,
        _l("Vous écrire quand quelque chose vous attend."),
        _l("Votre adresse de courriel et le texte du message. Aucun pistage."),
    ),
    "push": Words(
        _l("Avis sur le téléphone"),
        _l("Chez le fabricant de votre navigateur"),
        _l("Afficher un avis quand vous l’avez permis."),
        _l("Un message chiffré pour votre navigateur, qui ne nomme personne."),
    ),
    "openstreetmap": Words(
        _l("OpenStreetMap"),
        EUROPE,
        _l("Trouver les commerces d’une ville."),
        _l("Un métier et une ville. Aucun renseignement personnel."),
    ),
    "google": Words(
        _l("Google Places"),
        UNITED_STATES,
        _l("Trouver les commerces d’une ville."),
        _l("Un métier et une ville. Ce que Google répond s’efface en 24\u00a0heures."),
    ),
    "hunter": Words(
        _l("Hunter"),
        EUROPE,
        _l("Trouver l’adresse générale d’une entreprise quand son site n’en montre pas."),
        _l("Le nom de domaine de l’entreprise."),
    ),
    "sites": Words(
        _l("Sites Web des commerces"),
        ANYWHERE,
        _l("Lire ce qu’un commerce publie lui-même."),
        _l("La demande d’une page. Rien de vous ni de vos clients."),
    ),
}
SAVED = _l("Enregistré.")
KINDS = {
    "access": _l("Voir mes renseignements"),
    "rectification": _l("Les faire corriger"),
    "deletion": _l("Les faire effacer"),
    "portability": _l("Les emporter"),
}
REQUEST_STATES = {
    "unconfirmed": _l("À confirmer"),
    "open": _l("À traiter"),
    "answered": _l("Répondue"),
    "refused": _l("Refusée"),
}
ANSWERED = _l("Réponse notée. L’horloge est arrêtée.")
NOT_NOW = _l("Cette demande a déjà une réponse.")
ANSWER_NEEDED = _l("Écrivez en quelques mots ce qui a été fait.")
ASKED_HERE = _l("Vous recevez ce courriel parce que cette adresse a servi à faire une demande.")
YOU_ANSWER = _l("Vous recevez ce courriel parce que vous répondez des renseignements personnels de cette entreprise.")
ASKED_BY_META = _l("Une personne, par Facebook ou Instagram")


def accesses_erased(names: str) -> str:
    """Say which accesses went."""
    return _("Les accès à ces comptes ont été effacés d’eux-mêmes\u00a0: %(names)s.", names=names)
