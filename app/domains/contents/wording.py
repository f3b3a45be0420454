"""What is said of publications and of their writing."""

from __future__ import annotations

from app.core.i18n import NBSP, _, _l

STATES = {
    "draft": _l("Brouillon"),
    "pending": _l("À approuver"),
    "approved": _l("Approuvée"),
    "rejected": _l("Rejetée"),
    "published": _l("Publiée"),
}
TONES = {"pending": "wait", "published": "good"}

DEMO = _l("C’est une démonstration\u00a0: créez votre compte pour rédiger vos propres publications.")
ALREADY = {
    "approved": ("already_approved", _l("Déjà approuvée.")),
    "rejected": ("already_rejected", _l("Déjà rejetée.")),
    "published": ("already_published", _l("Déjà publiée\u00a0: elle ne peut plus changer ici.")),
    "draft": ("draft", _l("Cette publication est encore un brouillon.")),
    "pending": ("pending", _l("Cette publication attend déjà votre décision.")),
}
TEXT_CHANGED = _l("Le texte a changé, relisez-le.")
NEAR_DUPLICATE = _l(
    "Ce texte ressemble beaucoup à une publication récente. "
    "Modifiez-le, ou confirmez que vous voulez l’envoyer quand même."
)
TEXT_EMPTY = _l("Écrivez le texte de la publication.")
TEXT_UNREADABLE = _l("Le texte contient un caractère qui ne peut pas être envoyé. Retapez-le.")
ALT_TEXT_TOO_LONG = _l("Raccourcissez la description de l’image\u00a0: 500 caractères au plus.")

NOTHING_TO_FIX = _l("Ce passage n’est plus dans le texte.")
NO_VERSION = _l("Cette version n’existe plus.")
BAD_MOMENT = _l("Choisissez un moment à venir, d’ici un an.")
NOT_FOR_TRADE = _l("Les règles d’un des deux métiers ne permettent pas ce genre de publication.")
OFFER_WORDS_NEEDED = _l("Dites l’offre en vos mots\u00a0: rien n’en est inventé.")
TOO_MANY_VARIANTS = _l("Il y a déjà trois versions\u00a0: rejetez-en une pour en demander une autre.")
NO_PROSPECT = _l("Cette publication est la vôtre\u00a0: modifiez-la vous-même.")
BEING_WRITTEN = _l("Un autre texte est déjà en cours de rédaction.")

GEMINI = _l("Gemini")
OFFLINE = _l("Rédaction intégrée d’AstroGrowth")
NO_WRITER = _l("Aucune rédaction\u00a0: ni clé Gemini, ni rédaction intégrée")
WITH_FALLBACK = _l("{label}, et la rédaction intégrée quand il ne répond pas")

WRITTEN_BY = {
    "gemini": _l("Rédigée par Gemini."),
    "offline": _l("Rédigée par AstroGrowth, sans intelligence artificielle."),
    "person": _l("Texte modifié par une personne."),
}
# Why the offline writer wrote in Gemini's place.
NOTES = {
    "gemini_unavailable": _l("Gemini ne répondait pas"),
    "quota": _l("Gemini demandait de patienter"),
    "quota_day": _l("le quota du jour de Gemini était atteint"),
    "blocked": _l("Gemini a refusé la demande"),
    "safety": _l("Gemini a retenu son texte"),
    "refused": _l("Gemini a refusé la demande"),
    "empty": _l("Gemini n’a rendu aucun texte"),
    "max_tokens": _l("le texte de Gemini était coupé"),
    "malformed": _l("la réponse de Gemini était illisible"),
    "key_invalid": _l("la clé Gemini est refusée"),
    "permission_missing": _l("la clé Gemini n’a pas ce droit"),
    "model_missing": _l("le modèle Gemini choisi n’existe plus"),
    "gate_length": _l("le texte de Gemini n’avait pas la bonne longueur"),
    "gate_name": _l("le texte de Gemini ne nommait pas le prospect"),
    "gate_too_long": _l("le texte de Gemini dépassait la longueur acceptée"),
    "gate_fact": _l("le texte de Gemini affirmait ce que rien ne prouve"),
    "gate_alike": _l("le texte de Gemini répétait une autre publication"),
    "gate_trade": _l("le texte de Gemini allait contre les règles d’un métier"),
}
# Why the picture is drawn in the model's place.
PICTURE_NOTES = {
    "gemini_unavailable": _l("Gemini ne répondait pas"),
    "timeout": _l("l’image de Gemini tardait trop"),
    "quota": _l("Gemini demandait de patienter"),
    "quota_day": _l("le quota d’images du jour de Gemini était atteint"),
    "quota_none": _l("le forfait de la clé Gemini ne comprend aucune image"),
    "blocked": _l("Gemini a refusé la demande d’image"),
    "safety": _l("Gemini a retenu son image"),
    "refused": _l("Gemini a refusé la demande d’image"),
    "no_image": _l("Gemini n’a rendu aucune image"),
    "malformed": _l("l’image de Gemini était illisible"),
    "key_invalid": _l("la clé Gemini est refusée"),
    "permission_missing": _l("la clé Gemini n’a pas le droit de créer des images"),
    "model_missing": _l("le modèle d’images choisi n’existe plus"),
}
PICTURED_BY = {
    "drawn": _l("Image dessinée par AstroGrowth."),
    "model": _l("Image créée par Gemini."),
    "photo": _l("Votre photo."),
}
PHOTO_ERRORS = {
    "too_heavy": _l("Cette photo dépasse 12\u00a0Mo. Réduisez-la, puis envoyez-la de nouveau."),
    "too_many_pixels": _l("Cette photo compte trop de pixels. Enregistrez-la en JPEG de 12 mégapixels ou moins."),
    "too_small": _l("Cette photo est trop petite\u00a0: il faut au moins 200 pixels de côté."),
    "not_a_photo": _l("Ce fichier n’est pas une photo. Choisissez une image JPEG, PNG ou WebP."),
    "svg": _l("Un dessin SVG ne peut pas servir de photo. Choisissez une image JPEG, PNG ou WebP."),
    "heic": _l("Ce format de téléphone (HEIC ou AVIF) n’est pas accepté. Enregistrez la photo en JPEG."),
    "animated": _l("Cette image bouge. Choisissez une photo fixe."),
    "corrupt": _l("Ce fichier est abîmé ou incomplet. Envoyez la photo de nouveau."),
}
# What the model is told when it is asked to write a text again.
FAULTS = {
    "gate_length": "Le texte doit compter de 150 à 300 mots.",
    "gate_name": "Le nom du prospect doit paraître mot à mot, tel qu’il est donné.",
    "gate_too_long": "Le texte dépasse la longueur acceptée\u00a0: raccourcissez-le.",
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
    return _(
        "Raccourcissez le texte\u00a0: il compte %(length)s caractères, et %(most)s au plus sont acceptés.",
        length=length,
        most=most,
    )


def written_by(writer: str, note: str = "") -> str:
    """Say who wrote a publication, and why when it was not the model."""
    if writer == "offline" and note in NOTES:
        return _("Rédigée par AstroGrowth\u00a0: %(why)s.", why=NOTES[note])
    return WRITTEN_BY.get(writer, "")


def pictured_by(kind: str, note: str = "") -> str:
    """Say where a picture comes from, and why when it is not the model's."""
    if kind == "drawn" and note in PICTURE_NOTES:
        return _("Image dessinée par AstroGrowth\u00a0: %(why)s.", why=PICTURE_NOTES[note])
    return PICTURED_BY.get(kind, "")


def photo_alt(name: str, city: str) -> str:
    """Say what is known of a photo nobody described: whom it presents."""
    shown = f"Photo choisie pour présenter «{NBSP}{' '.join(name.split())}{NBSP}»"
    return f"{shown} ({city.strip()})" if city.strip() else shown
