"""What is said of campaigns and their searches."""

from __future__ import annotations

from app.core.i18n import NBSP, counted, soon
from app.domains.campaigns.models import Campaign, CampaignSearch
from app.domains.leads.models import Lead

STATES = {
    "draft": "Brouillon",
    "scraping": "Recherche",
    "generating": "Rédaction",
    "publishing": "En cours",
    "completed": "Terminée",
    "paused": "En pause",
    "failed": "À reprendre",
}
TONES = {"scraping": "wait", "generating": "wait", "completed": "good", "failed": "bad"}

TRADES = {
    "restaurant": "Restaurants et cafés",
    "dentist": "Cliniques dentaires",
    "real_estate": "Courtiers immobiliers",
    "other": "Autre commerce",
}
PROVINCES = {
    "QC": "Québec",
    "AB": "Alberta",
    "BC": "Colombie-Britannique",
    "PE": "Île-du-Prince-Édouard",
    "MB": "Manitoba",
    "NB": "Nouveau-Brunswick",
    "NS": "Nouvelle-Écosse",
    "NU": "Nunavut",
    "ON": "Ontario",
    "SK": "Saskatchewan",
    "NL": "Terre-Neuve-et-Labrador",
    "NT": "Territoires du Nord-Ouest",
    "YT": "Yukon",
}

NAME_NEEDED = "Donnez un nom à la campagne. Exemple\u00a0: Cafés de Lévis"
NAME_TOO_LONG = "Raccourcissez le nom\u00a0: 120 caractères au plus."
TRADE_NEEDED = "Choisissez un type de commerces dans la liste."
WORDS_NEEDED = "Dites lesquels. Exemple\u00a0: fleuriste"
WORDS_TOO_LONG = "Raccourcissez\u00a0: 80 caractères au plus."

ALREADY_LAUNCHED = "Cette campagne est déjà lancée."
LAUNCHED = "Campagne lancée! Vous recevrez une notification quand les prospects seront prêts."
SEARCHING_MORE = "La recherche reprend. Les nouveaux prospects s’ajouteront ici."
WRITING_ORDERED = "La rédaction commence. Les publications apparaîtront ici."
RETRIED = "Nouvel essai en cours."
PAUSED = "Campagne en pause. Rien n’est perdu."
RESUMED = "La campagne reprend."
DELETED = "Campagne supprimée."

DEMO = "C’est une démonstration\u00a0: rien n’y part pour de vrai. Créez votre compte pour lancer vos campagnes."
INCOMPLETE = "Il manque une réponse avant de lancer la campagne."
NOT_LAUNCHED = "Cette campagne n’est pas encore lancée."
IS_PAUSED = "La campagne est en pause. Reprenez-la d’abord."
STILL_SEARCHING = "La recherche n’est pas finie. La rédaction suivra d’elle-même."
NOTHING_LEFT = "Chaque prospect a déjà sa publication. Trouvez d’abord plus de prospects."
NOT_RUNNING = "Cette campagne n’a rien en cours à mettre en pause."
SENDING_NOW = "Une publication est en train de partir. Réessayez dans une minute."
NO_CAMPAIGN = "Ce prospect n’est dans aucune campagne lancée."
CHOOSE_CAMPAIGN = "Choisissez une de vos campagnes."
MERGED_AWAY = "Ce prospect a été réuni à un autre. C’est l’autre qu’il faut ajouter à la campagne."
JOINED = "C’est noté\u00a0: ce prospect est dans la campagne."
NO_CAMPAIGN_CHOICE = "Aucune campagne pour l’instant"
NO_NAME = "Le nom de ce prospect n’est pas encore connu de son propre site. Écrivez-le, puis recommencez."
MERGED = "Ce prospect a été réuni à un autre. C’est l’autre que présentera la publication."
HAS_ITS_CONTENT = "Ce prospect a déjà sa publication dans cette campagne."

SAFE = "Vos réponses sont gardées, et ce qui a déjà été trouvé ou rédigé l’est aussi."

FAILURES = {
    "nothing_found": (
        "Aucun commerce trouvé",
        "OpenStreetMap ne connaît aucun commerce de ce genre à cet endroit.",
        "Essayez une ville voisine, plus grande, ou un autre genre de commerces.",
    ),
    "nothing_to_write": (
        "Aucune publication à rédiger",
        "Les prospects trouvés ont déjà leur publication.",
        "Cherchez plus de prospects, ou lancez une campagne dans une autre ville.",
    ),
    "writing_failed": (
        "La rédaction n’a pas abouti",
        "Vos prospects sont gardés; aucune publication n’a pu être rédigée.",
        "Relancez la rédaction. Si cela se répète, écrivez-nous.",
    ),
    "refused": (
        "OpenStreetMap a refusé la recherche",
        "Vos réponses sont gardées. Le problème vient de notre demande, pas de vous.",
        "Réessayez plus tard. Si cela se répète, écrivez-nous.",
    ),
    "unavailable": (
        "OpenStreetMap ne répond pas",
        "Nous avons essayé plusieurs fois. Vos réponses sont gardées, comme ce qui est déjà trouvé.",
        "Réessayez maintenant, ou revenez dans une heure.",
    ),
}

DROPPED = {
    "unnamed": ("sans nom", "sans nom"),
    "unreadable": ("illisible", "illisibles"),
    "closed": ("fermé", "fermés"),
    "outside_quebec": ("hors du Québec", "hors du Québec"),
    "elsewhere": ("trop loin de la ville", "trop loin de la ville"),
}


def trade(row: Campaign | Lead) -> str:
    """Name the trade a campaign looks for, or a prospect is of."""
    words = getattr(row, "industry_words", "")
    if row.industry == "other" and words:
        return words[:1].upper() + words[1:]
    return TRADES.get(row.industry, "")


def place(campaign: Campaign) -> str:
    """Name the place a campaign looks in: « Lévis (Québec) »."""
    if not campaign.city:
        return ""
    return campaign.city if campaign.city == "Québec" else f"{campaign.city} ({PROVINCES['QC']})"


def state(campaign: Campaign) -> str:
    """Name a campaign's state."""
    return STATES.get(campaign.state, campaign.state)


def tone(campaign: Campaign) -> str:
    """Return the tone of a campaign's badge."""
    return TONES.get(campaign.state, "")


def waiting(search: CampaignSearch) -> str:
    """Say that the source is waited for, and until when."""
    what = "OpenStreetMap demande de patienter" if search.reason == "rate_limited" else "OpenStreetMap ne répond pas"
    return f"{what}. Nouvel essai {soon(search.next_try_at).removeprefix('aujourd’hui ')}."


def too_soon(search: CampaignSearch) -> str:
    """Say that the source forbids an earlier try."""
    return f"OpenStreetMap demande d’attendre. L’essai se fera seul {soon(search.next_try_at)}."


def failure(reason: str) -> tuple[str, str, str]:
    """Return what happened, what is safe and what to do."""
    return FAILURES.get(reason, FAILURES["unavailable"])


def dropped(counts: dict[str, int]) -> list[str]:
    """Say what was left aside and why, in words."""
    sentences = []
    for reason, count in counts.items():
        one, many = DROPPED.get(reason, ("inutilisable", "inutilisables"))
        if count:
            sentences.append(f"{counted(count, 'élément', 'éléments')} {one if count < 2 else many}")
    return sentences


def deletion(contents: int, leads: int) -> str:
    """Say what deleting a campaign takes away."""
    gone = f"{counted(leads, 'prospect', 'prospects')} et {counted(contents, 'publication', 'publications')}"
    return (
        f"Seront effacés{NBSP}: {gone}, sauf les prospects qui servent à une autre campagne. "
        "Ce qui n’est pas encore parti ne partira pas. Les publications déjà envoyées restent sur LinkedIn, "
        "mais leurs chiffres quittent votre tableau de bord."
    )
