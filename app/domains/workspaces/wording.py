"""What the profile says; names of trades, for every page."""

from __future__ import annotations

from app.core.i18n import _l

INDUSTRIES = {
    "restaurant": _l("Restaurant"),
    "dentist": _l("Dentiste"),
    "real_estate": _l("Courtier immobilier"),
    "other": _l("Autre"),
}
BUSINESS_NAME_NEEDED = _l("Écrivez le nom de votre commerce (120 caractères au plus).")
INDUSTRY_NEEDED = _l("Choisissez un métier dans la liste.")
INDUSTRY_WORDS_NEEDED = _l("Dites en quelques mots ce que vous faites. Exemple\u00a0: fleuriste")
VOICE_NEEDED = _l("Choisissez «\u00a0vous\u00a0» ou «\u00a0tu\u00a0».")
TONES = {"warm": _l("Chaleureux"), "sober": _l("Sobre")}
APPROVAL_RULES = {
    "none": (_l("Toute personne qui rédige"), _l("Les éditeurs approuvent aussi, d’un geste.")),
    "one": (_l("Une personne"), _l("Propriétaire, gestionnaire ou client.")),
    "two": (_l("Deux personnes"), _l("L’une après l’autre. Rien n’est alors approuvé automatiquement.")),
}
TWO_NEEDED = _l(
    "Deux approbations demandent deux personnes qui peuvent approuver. Votre espace n’en compte qu’une pour l’instant."
)
TOO_LONG_NAME = _l("Écrivez 120 caractères au plus.")
TOO_LONG_TITLE = _l("Écrivez 80 caractères au plus.")
TOO_LONG_HOURS = _l("Écrivez 200 caractères au plus.")
LOGO_KEPT = _l("Logo enregistré.")
LOGO_REMOVED = _l("Logo retiré.")
LOGO_NOT_KEPT = _l("Nous n’avons pas pu enregistrer l’image. Rien n’a changé\u00a0: réessayez dans un moment.")
LOGO_NEEDED = _l("Choisissez d’abord une image.")
LOGO_ERRORS = {
    "": _l("Nous n’arrivons pas à lire cette image. Choisissez un PNG, un JPEG ou un WebP."),
    "svg": _l("Les images SVG ne sont pas acceptées. Enregistrez votre logo en PNG."),
    "heic": _l("Les photos HEIC ne sont pas acceptées. Enregistrez votre logo en PNG."),
    "too_heavy": _l("Cette image est trop lourde. Choisissez-en une de moins de 12\u00a0Mo."),
    "too_many_pixels": _l("Cette image est trop grande. Réduisez-la, puis réessayez."),
    "too_small": _l("Cette image est trop petite. Il lui faut au moins 32\u00a0pixels de côté."),
}
BAD_COLOUR = _l("Choisissez une couleur, par exemple #1a2240.")
BAD_PHONE = _l("Ce numéro ne semble pas complet. Exemple\u00a0: 418\u00a0822-5555")
BAD_WEBSITE = _l("Écrivez une adresse complète. Exemple\u00a0: https://exemple.ca")
BAD_THRESHOLD = _l("Choisissez un nombre entre 50 et 100.")
UNKNOWN_CITY = _l("Cette ville n’est pas dans notre liste du Québec. Vérifiez l’orthographe.")
OTHER_WORKSPACE = _l(
    "Cette page est d’un autre espace que celui où vous êtes. Rien n’a été changé\u00a0: rechargez-la."
)
VISIT_REFUSED = _l("C’est une démonstration\u00a0: rien n’y change. Créez votre compte pour le faire pour vrai.")
SAVED = _l("Profil enregistré.")
