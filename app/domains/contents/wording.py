"""What is said of publications and of their writing."""

from __future__ import annotations

from app.core.i18n import NBSP

STATES = {
    "draft": "Brouillon",
    "pending": "À approuver",
    "approved": "Approuvée",
    "rejected": "Rejetée",
    "published": "Publiée",
}
TONES = {"pending": "wait", "published": "good"}

DEMO = "C’est une démonstration\u00a0: créez votre compte pour rédiger vos propres publications."
ALREADY = {
    "approved": ("already_approved", "Déjà approuvée."),
    "rejected": ("already_rejected", "Déjà rejetée."),
    "published": ("already_published", "Déjà publiée\u00a0: elle ne peut plus changer ici."),
    "draft": ("draft", "Cette publication est encore un brouillon."),
    "pending": ("pending", "Cette publication attend déjà votre décision."),
}
TEXT_CHANGED = "Le texte a changé, relisez-le."
NEAR_DUPLICATE = (
    "Ce texte ressemble beaucoup à une publication récente. "
    "Modifiez-le, ou confirmez que vous voulez l’envoyer quand même."
)
TEXT_EMPTY = "Écrivez le texte de la publication."
TEXT_UNREADABLE = "Le texte contient un caractère qui ne peut pas être envoyé. Retapez-le."
ALT_TEXT_TOO_LONG = "Raccourcissez la description de l’image\u00a0: 500 caractères au plus."

NOTHING_TO_FIX = "Ce passage n’est plus dans le texte."
NO_VERSION = "Cette version n’existe plus."
BAD_MOMENT = "Choisissez un moment à venir, d’ici un an."
NOT_FOR_TRADE = "Les règles d’un des deux métiers ne permettent pas ce genre de publication."
OFFER_WORDS_NEEDED = "Dites l’offre en vos mots\u00a0: rien n’en est inventé."
TOO_MANY_VARIANTS = "Il y a déjà trois versions\u00a0: rejetez-en une pour en demander une autre."
NO_PROSPECT = "Cette publication est la vôtre\u00a0: modifiez-la vous-même."
BEING_WRITTEN = "Un autre texte est déjà en cours de rédaction."

GEMINI = "Gemini"
OFFLINE = "Rédaction intégrée d’AstroGrowth"
NO_WRITER = "Aucune rédaction\u00a0: ni clé Gemini, ni rédaction intégrée"
WITH_FALLBACK = "{label}, et la rédaction intégrée quand il ne répond pas"

WRITTEN_BY = {
    "gemini": "Rédigée par Gemini.",
    "offline": "Rédigée par AstroGrowth, sans intelligence artificielle.",
    "person": "Texte modifié par une personne.",
}
# Why the offline writer wrote in Gemini's place.
NOTES = {
    "gemini_unavailable": "Gemini ne répondait pas",
    "quota": "Gemini demandait de patienter",
    "quota_day": "le quota du jour de Gemini était atteint",
    "blocked": "Gemini a refusé la demande",
    "safety": "Gemini a retenu son texte",
    "refused": "Gemini a refusé la demande",
    "empty": "Gemini n’a rendu aucun texte",
    "max_tokens": "le texte de Gemini était coupé",
    "malformed": "la réponse de Gemini était illisible",
    "key_invalid": "la clé Gemini est refusée",
    "permission_missing": "la clé Gemini n’a pas ce droit",
    "model_missing": "le modèle Gemini choisi n’existe plus",
    "gate_length": "le texte de Gemini n’avait pas la bonne longueur",
    "gate_name": "le texte de Gemini ne nommait pas le prospect",
    "gate_too_long": "le texte de Gemini dépassait ce que LinkedIn accepte",
    "gate_fact": "le texte de Gemini affirmait ce que rien ne prouve",
    "gate_alike": "le texte de Gemini répétait une autre publication",
    "gate_trade": "le texte de Gemini allait contre les règles d’un métier",
}
# Why the picture is drawn in the model's place.
PICTURE_NOTES = {
    "gemini_unavailable": "Gemini ne répondait pas",
    "timeout": "l’image de Gemini tardait trop",
    "quota": "Gemini demandait de patienter",
    "quota_day": "le quota d’images du jour de Gemini était atteint",
    "quota_none": "le forfait de la clé Gemini ne comprend aucune image",
    "blocked": "Gemini a refusé la demande d’image",
    "safety": "Gemini a retenu son image",
    "refused": "Gemini a refusé la demande d’image",
    "no_image": "Gemini n’a rendu aucune image",
    "malformed": "l’image de Gemini était illisible",
    "key_invalid": "la clé Gemini est refusée",
    "permission_missing": "la clé Gemini n’a pas le droit de créer des images",
    "model_missing": "le modèle d’images choisi n’existe plus",
}
PICTURED_BY = {"drawn": "Image dessinée par AstroGrowth.", "model": "Image créée par Gemini.", "photo": "Votre photo."}
PHOTO_ERRORS = {
    "too_heavy": "Cette photo dépasse 12\u00a0Mo. Réduisez-la, puis envoyez-la de nouveau.",
    "too_many_pixels": "Cette photo compte trop de pixels. Enregistrez-la en JPEG de 12 mégapixels ou moins.",
    "too_small": "Cette photo est trop petite\u00a0: il faut au moins 200 pixels de côté.",
    "not_a_photo": "Ce fichier n’est pas une photo. Choisissez une image JPEG, PNG ou WebP.",
    "svg": "Un dessin SVG ne peut pas servir de photo. Choisissez une image JPEG, PNG ou WebP.",
    "heic": "Ce format de téléphone (HEIC ou AVIF) n’est pas accepté. Enregistrez la photo en JPEG.",
    "animated": "Cette image bouge. Choisissez une photo fixe.",
    "corrupt": "Ce fichier est abîmé ou incomplet. Envoyez la photo de nouveau.",
}
# What the model is told when it is asked to write a text again.
FAULTS = {
    "gate_length": "Le texte doit compter de 150 à 300 mots.",
    "gate_name": "Le nom du prospect doit paraître mot à mot, tel qu’il est donné.",
    "gate_too_long": "Le texte dépasse ce que LinkedIn accepte\u00a0: raccourcissez-le.",
    "gate_alike": "Le texte ressemble trop à une autre publication de la campagne\u00a0: prenez un autre angle.",
}
# What a hashtag list is completed with, the town apart.
TAGS = {
    "restaurant": ("AchatLocal", "Restaurant", "Québec"),
    "dentist": ("SantéDentaire", "Dentiste", "Québec"),
    "real_estate": ("Immobilier", "CourtierImmobilier", "Québec"),
    "other": ("AchatLocal", "CommerceLocal", "Québec"),
}


def state(content_state: str) -> str:
    """Name a publication's state."""
    return STATES.get(content_state, content_state)


def too_long(length: int, most: int) -> str:
    """Say that a text cannot be sent, and by how much."""
    return f"Raccourcissez le texte{NBSP}: LinkedIn en compte {length} caractères, et n’en accepte que {most}."


def written_by(writer: str, note: str = "") -> str:
    """Say who wrote a publication, and why when it was not the model."""
    if writer == "offline" and note in NOTES:
        return f"Rédigée par AstroGrowth{NBSP}: {NOTES[note]}."
    return WRITTEN_BY.get(writer, "")


def pictured_by(kind: str, note: str = "") -> str:
    """Say where a picture comes from, and why when it is not the model's."""
    if kind == "drawn" and note in PICTURE_NOTES:
        return f"Image dessinée par AstroGrowth{NBSP}: {PICTURE_NOTES[note]}."
    return PICTURED_BY.get(kind, "")


def photo_alt(name: str, city: str) -> str:
    """Say what is known of a photo nobody described: whom it presents."""
    shown = f"Photo choisie pour présenter «{NBSP}{' '.join(name.split())}{NBSP}»"
    return f"{shown} ({city.strip()})" if city.strip() else shown


def quoted(excerpt: str, message: str) -> str:
    """Say what a passage is reproached with."""
    return f"«{NBSP}{excerpt}{NBSP}»{NBSP}: {message}"
