"""What the page of tokens says."""

from __future__ import annotations

from app.core.i18n import _l
from app.domains.tokens.scopes import Scope

SCOPES = {
    Scope.READ: (_l("Lire"), _l("Campagnes, prospects, publications, envois et chiffres.")),
    Scope.CAMPAIGNS: (_l("Gérer les campagnes"), _l("Créer, lancer, chercher, importer, supprimer.")),
    Scope.CONTENTS: (_l("Écrire des publications"), _l("Faire rédiger et modifier les textes.")),
    Scope.APPROVE: (_l("Approuver et rejeter"), _l("Décider de ce qui part, et annuler un envoi planifié.")),
    Scope.DELIVERIES: (_l("Suivre les envois"), _l("Dire si un envoi resté sans réponse a été publié.")),
    Scope.WEBHOOKS: (_l("Gérer les logiciels prévenus"), _l("Choisir où vos logiciels sont prévenus.")),
}
EVERYTHING = _l("Tous les droits")
LASTS = {
    "30": _l("30 jours"),
    "90": _l("90 jours"),
    "365": _l("Un an"),
    "": _l("Toujours"),
}
UNNAMED = _l("Jeton sans nom")
NAME_NEEDED = _l("Donnez un nom à ce jeton, par exemple celui du logiciel qui s’en servira.")
NAME_TOO_LONG = _l("Choisissez un nom d’au plus 80 caractères.")
SCOPE_NEEDED = _l("Choisissez au moins un droit.")
TOO_MANY = _l("Vous avez déjà 50 jetons. Révoquez-en un d’abord.")
CREATED = _l("Jeton créé. Copiez-le maintenant\u00a0: il ne sera plus montré.")
REVOKED = _l("Jeton révoqué. Les logiciels qui s’en servaient n’entrent plus.")
