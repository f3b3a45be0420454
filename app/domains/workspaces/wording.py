"""What the profile says; names of trades, for every page."""

from __future__ import annotations

INDUSTRIES = {
    "restaurant": "Restaurant",
    "dentist": "Dentiste",
    "real_estate": "Courtier immobilier",
    "other": "Autre",
}
PLURAL_INDUSTRIES = {
    "restaurant": "Restaurants et cafés",
    "dentist": "Dentistes",
    "real_estate": "Courtiers immobiliers",
    "other": "Autres commerces",
}
BUSINESS_NAME_NEEDED = "Écrivez le nom de votre entreprise (120 caractères au plus)."
INDUSTRY_NEEDED = "Choisissez un métier dans la liste."
INDUSTRY_WORDS_NEEDED = "Dites en quelques mots ce que vous faites. Exemple\u00a0: fleuriste"
TONES = {"warm": "Chaleureux", "sober": "Sobre"}
APPROVAL_RULES = {
    "none": ("Toute personne qui rédige", "Les éditeurs approuvent aussi, d’un geste."),
    "one": ("Une personne", "Propriétaire, gestionnaire ou client."),
    "two": ("Deux personnes", "L’une après l’autre. Rien n’est alors approuvé automatiquement."),
}
TWO_NEEDED = (
    "Deux approbations demandent deux personnes qui peuvent approuver. Votre espace n’en compte qu’une pour l’instant."
)
TOO_LONG_NAME = "Écrivez 120 caractères au plus."
TOO_LONG_TITLE = "Écrivez 80 caractères au plus."
BAD_COLOUR = "Choisissez une couleur, par exemple #1a2240."
BAD_PHONE = "Ce numéro ne semble pas complet. Exemple\u00a0: 418\u00a0822-5555"
BAD_WEBSITE = "Écrivez une adresse complète. Exemple\u00a0: https://exemple.ca"
BAD_THRESHOLD = "Choisissez un nombre entre 50 et 100."
UNKNOWN_CITY = "Cette ville n’est pas dans notre liste du Québec. Vérifiez l’orthographe."
SAVED = "Profil enregistré."


def industry_name(industry: str, words: str = "") -> str:
    """Return a trade's name, or the person's own words for « autre »."""
    return words if industry == "other" and words else INDUSTRIES.get(industry, INDUSTRIES["other"])
