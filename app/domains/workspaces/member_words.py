"""What the pages of members, invitations and spaces say."""

from __future__ import annotations

from app.core.i18n import _l

# Each role, and what it lets one do, in a sentence.
ROLES = {
    "owner": (_l("Propriétaire"), _l("Peut tout faire, et gère les personnes et les réglages.")),
    "manager": (_l("Gestionnaire"), _l("Rédige, approuve, envoie, et tient le profil et les comptes connectés.")),
    "editor": (_l("Éditeur"), _l("Rédige les publications et gère les prospects, sans approuver.")),
    "analyst": (_l("Analyste"), _l("Lit les résultats, sans rien changer.")),
    "client": (_l("Client"), _l("Voit et approuve les publications, et lit les résultats.")),
}
ROLE_NEEDED = _l("Choisissez un rôle dans la liste.")
INVITED = _l("Invitation envoyée à %(email)s. Le lien est bon pour sept jours.")
INVITED_AGAIN = _l("Nouveau lien envoyé à %(email)s. L’ancien ne fonctionne plus.")
INVITATION_REVOKED = _l("Invitation retirée. Son lien ne fonctionne plus.")
INVITED_ALREADY = _l("Cette adresse a déjà une invitation en attente. Renvoyez-la plutôt.")
MEMBER_ALREADY = _l("Cette personne est déjà membre de l’espace.")
TOO_MANY = _l("Vingt invitations attendent déjà. Retirez-en une avant d’en envoyer une autre.")
TOO_SOON = _l("Un courriel vient de partir à cette adresse. Attendez dix minutes avant de le renvoyer.")
PROVE_FIRST = _l("Confirmez d’abord votre propre adresse\u00a0: ouvrez le lien que nous vous avons envoyé.")
NOT_YOURS = _l("Cette invitation est pour une autre adresse que la vôtre.")
CLOSED = _l("Cette invitation n’est plus valide. Demandez-en une nouvelle à la personne qui vous l’a envoyée.")
JOINED = _l("Bienvenue! Vous avez rejoint l’espace.")
OWNER_STAYS = _l("Le rôle de propriétaire change seulement par un transfert.")
OWNER_ALREADY = _l("Cette personne est déjà propriétaire.")
LAST_OWNER = _l("Vous êtes la seule personne propriétaire. Transférez d’abord la propriété à une autre personne.")
TWO_STILL_NEEDED = _l(
    "Deux approbations demandent deux personnes qui peuvent approuver. Changez d’abord la règle d’approbation."
)
GONE = _l("Cette personne n’est plus membre de l’espace.")
NOT_OFFERED = _l("Cette proposition n’est plus valable. Demandez-en une nouvelle.")
ROLE_CHANGED = _l("Rôle enregistré.")
REMOVED = _l("Personne retirée. Ses accès à cet espace sont fermés.")
LEFT = _l("Vous avez quitté l’espace.")
OFFERED = _l("Proposition envoyée. La propriété change quand l’autre personne accepte.")
WITHDRAWN = _l("Proposition retirée. Rien n’a changé.")
TAKEN = _l("Vous êtes maintenant propriétaire de l’espace.")
SWITCHED = _l("Vous êtes maintenant dans l’espace %(name)s.")
TOO_MANY_SPACES = _l("Vous avez déjà créé trois espaces aujourd’hui. Réessayez demain.")
