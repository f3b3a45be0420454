"""What the API says: its refusals, and the French of its document."""

from __future__ import annotations

from app.core.i18n import NBSP

MALFORMED = "Le corps de la demande n’est pas du JSON lisible."
REQUIRED = "Ce champ est obligatoire."
NOT_NULL = "Ce champ ne peut pas être nul."
UNKNOWN_FIELD = "Ce champ n’existe pas."
NOT_OBJECT = "Envoyez un objet JSON."
NOT_TEXT = "Envoyez un texte."
NOT_BOOLEAN = "Envoyez true ou false."
NOT_LIST = "Envoyez une liste de textes."
NOT_INTEGER = "Envoyez un nombre entier."
BAD_LIMIT = "Choisissez un nombre entre 1 et 100."
LIMIT_MEANING = "Au plus 100 par page; au-delà, la page en compte 100."
BAD_AFTER = f"Reprenez la valeur de «{NBSP}next{NBSP}» de la page précédente."
BAD_STATE = "Cet état n’existe pas."
FILE_NEEDED = "Joignez un fichier CSV ou Excel, dans le champ file."
KEY_TOO_LONG = "La clé d’idempotence a plus de 200 caractères."
KEY_REUSED = "Cette clé d’idempotence a déjà servi à une autre demande."
CHANGED_SINCE = "Quelqu’un l’a modifiée depuis que vous l’avez lue. Relisez-la, puis refaites votre changement."
IN_PROGRESS = "La même demande est en cours. Réessayez dans un instant."

SCOPE_MISSING = f"Ce jeton n’a pas le droit «{NBSP}%(scope)s{NBSP}»."

TITLE = "AstroGrowth"
DESCRIPTION = (
    "Trouver des prospects, faire rédiger des publications, les approuver et suivre leurs envois. "
    f"Chaque demande porte l’en-tête «{NBSP}Authorization: Bearer …{NBSP}» avec votre jeton."
)
TOKENS = "Un jeton se crée dans votre profil, avec les droits et la durée de votre choix."
SIGNATURES = "Vérifier un message (webhook)"
RULES = (
    "Les exemples lisent dans l’environnement l’adresse du site (SITE), votre jeton (TOKEN) et les identifiants.",
    f"Un refus est un «{NBSP}application/problem+json{NBSP}» (RFC 9457){NBSP}: un titre en français, un code stable.",
    f"Une liste rend ses éléments, et «{NBSP}next{NBSP}» à redonner dans «{NBSP}after{NBSP}» pour lire la suite.",
    "Chaque lecture porte un ETag; redonnez-le dans If-None-Match, et rien n’est renvoyé si rien n’a changé (304).",
    "Avec If-Match, une modification est refusée (412) si quelqu’un d’autre est passé avant.",
    "Les en-têtes RateLimit et X-RateLimit disent ce qu’il reste; après un 429, attendez Retry-After secondes.",
    "Une écriture répétée avec la même Idempotency-Key redonne la même réponse sans refaire le geste.",
)
HOOKS = (
    "Chaque message porte l’en-tête AstroGrowth-Signature. Vérifiez-le avant de lire le corps, tel que reçu.",
    "Répondez 2xx en moins de dix secondes. Sinon, nous réessayons pendant 24 heures, de plus en plus rarement.",
    "L’ordre n’est pas promis, et un message peut arriver deux fois, avec le même identifiant; gardez ceux déjà reçus.",
)
REFUSAL = "Un refus, avec un titre en français et un code stable."
KEY_MEANING = "Répétée avec la même clé et le même corps, la demande redonne la même réponse sans refaire le geste."
TAGS = {
    "campaigns": "Campagnes",
    "leads": "Prospects",
    "contents": "Publications",
    "deliveries": "Envois",
    "metrics": "Chiffres",
    "webhooks": "Logiciels prévenus (webhooks)",
}
OPERATIONS = {
    "list_campaigns": "Lister les campagnes, la plus récente d’abord",
    "create_campaign": "Créer une campagne, et la lancer si on le demande",
    "show_campaign": "Lire une campagne et ses chiffres",
    "delete_campaign": "Supprimer une campagne et ce qu’elle seule contient",
    "launch_campaign": "Lancer une campagne",
    "pause_campaign": "Mettre une campagne en pause",
    "resume_campaign": "Reprendre une campagne en pause",
    "create_search": "Chercher plus de prospects",
    "list_leads": "Lister les prospects d’une campagne, le meilleur score d’abord",
    "show_lead": "Lire un prospect",
    "import_leads": "Importer un fichier de prospects dans une campagne",
    "show_import": "Lire une importation",
    "create_content": "Faire rédiger une publication pour un prospect",
    "list_contents": "Lister les publications, la plus récente d’abord",
    "show_content": "Lire une publication",
    "edit_content": "Modifier une publication; le texte est gardé tel quel",
    "approve_content": "Approuver une publication",
    "reject_content": "Rejeter une publication",
    "list_deliveries": "Lister les envois, le plus ancien d’abord",
    "undo_delivery": "Annuler un envoi qui n’est pas parti",
    "resolve_delivery": "Dire si un envoi resté sans réponse a été publié",
    "list_webhooks": "Lister les logiciels prévenus",
    "create_webhook": "Ajouter un logiciel prévenu; son secret n’est montré que cette fois",
    "show_webhook": "Lire un logiciel prévenu",
    "edit_webhook": "Modifier un logiciel prévenu, cesser de le prévenir ou recommencer",
    "delete_webhook": "Supprimer un logiciel prévenu et son journal",
    "rotate_webhook_secret": "Changer le secret; l’ancien signe encore pendant 24 heures",
    "test_webhook": "Envoyer un essai",
    "list_webhook_messages": "Lire le journal d’un logiciel prévenu, le plus récent d’abord",
    "replay_webhook_message": "Rejouer un message, avec le même identifiant",
    "show_metrics": "Lire les chiffres de l’espace",
}
