"""What is said of campaigns and their searches."""

from __future__ import annotations

from app.core.i18n import _, _l, counted, soon
from app.domains.campaigns.models import Campaign, CampaignSearch
from app.domains.leads.models import Lead

STATES = {
    "draft": _l("Brouillon"),
    "scraping": _l("Recherche"),
    "generating": _l("Rédaction"),
    "publishing": _l("En cours"),
    "completed": _l("Terminée"),
    "paused": _l("En pause"),
    "failed": _l("À reprendre"),
}
TONES = {"scraping": "wait", "generating": "wait", "completed": "good", "failed": "bad"}

TRADES = {
    "restaurant": _l("Restaurants et cafés"),
    "dentist": _l("Cliniques dentaires"),
    "real_estate": _l("Courtiers immobiliers"),
    "other": _l("Autre commerce"),
}
PROVINCES = {
    "QC": _l("Québec"),
    "AB": _l("Alberta"),
    "BC": _l("Colombie-Britannique"),
    "PE": _l("Île-du-Prince-Édouard"),
    "MB": _l("Manitoba"),
    "NB": _l("Nouveau-Brunswick"),
    "NS": _l("Nouvelle-Écosse"),
    "NU": _l("Nunavut"),
    "ON": _l("Ontario"),
    "SK": _l("Saskatchewan"),
    "NL": _l("Terre-Neuve-et-Labrador"),
    "NT": _l("Territoires du Nord-Ouest"),
    "YT": _l("Yukon"),
}

NAME_NEEDED = _l("Donnez un nom à la campagne. Exemple\u00a0: Cafés de Lévis")
NAME_TOO_LONG = _l("Raccourcissez le nom\u00a0: 120 caractères au plus.")
TRADE_NEEDED = _l("Choisissez un type de commerces dans la liste.")
WORDS_NEEDED = _l("Dites lesquels. Exemple\u00a0: fleuriste")
WORDS_TOO_LONG = _l("Raccourcissez\u00a0: 80 caractères au plus.")

ALREADY_LAUNCHED = _l("Cette campagne est déjà lancée.")
LAUNCHED = _l("Campagne lancée! Vous recevrez une notification quand les prospects seront prêts.")
SEARCHING_MORE = _l("La recherche reprend. Les nouveaux prospects s’ajouteront ici.")
WRITING_ORDERED = _l("La rédaction commence. Les publications apparaîtront ici.")
RETRIED = _l("Nouvel essai en cours.")
PAUSED = _l("Campagne en pause. Rien n’est perdu.")
RESUMED = _l("La campagne reprend.")
DELETED = _l("Campagne supprimée.")

DEMO = _l("C’est une démonstration\u00a0: rien n’y part pour de vrai. Créez votre compte pour lancer vos campagnes.")
INCOMPLETE = _l("Il manque une réponse avant de lancer la campagne.")
NOT_LAUNCHED = _l("Cette campagne n’est pas encore lancée.")
IS_PAUSED = _l("La campagne est en pause. Reprenez-la d’abord.")
STILL_SEARCHING = _l("La recherche n’est pas finie. La rédaction suivra d’elle-même.")
NOTHING_LEFT = _l("Chaque prospect a déjà sa publication. Trouvez d’abord plus de prospects.")
NOT_RUNNING = _l("Cette campagne n’a rien en cours à mettre en pause.")
SENDING_NOW = _l("Une publication est en train de partir. Réessayez dans une minute.")
NO_CAMPAIGN = _l("Ce prospect n’est dans aucune campagne lancée.")
CHOOSE_CAMPAIGN = _l("Choisissez une de vos campagnes.")
MERGED_AWAY = _l("Ce prospect a été réuni à un autre. C’est l’autre qu’il faut ajouter à la campagne.")
JOINED = _l("C’est noté\u00a0: ce prospect est dans la campagne.")
NO_CAMPAIGN_CHOICE = _l("Aucune pour l’instant")
NO_NAME = _l("Le nom de ce prospect n’est pas encore connu de son propre site. Écrivez-le, puis recommencez.")
MERGED = _l("Ce prospect a été réuni à un autre. C’est l’autre que présentera la publication.")
HAS_ITS_CONTENT = _l("Ce prospect a déjà sa publication dans cette campagne.")

SAFE = _l("Vos réponses sont gardées, et ce qui a déjà été trouvé ou rédigé l’est aussi.")

FAILURES = {
    "nothing_found": (
        _l("Aucun commerce trouvé"),
        _l("OpenStreetMap ne connaît aucun commerce de ce genre à cet endroit."),
        _l("Essayez une ville voisine, plus grande, ou un autre genre de commerces."),
    ),
    "nothing_to_write": (
        _l("Aucune publication à rédiger"),
        _l("Les prospects trouvés ont déjà leur publication."),
        _l("Cherchez plus de prospects, ou lancez une campagne dans une autre ville."),
    ),
    "writing_failed": (
        _l("La rédaction n’a pas abouti"),
        _l("Vos prospects sont gardés; aucune publication n’a pu être rédigée."),
        _l("Relancez la rédaction. Si cela se répète, écrivez-nous."),
    ),
    "refused": (
        _l("OpenStreetMap a refusé la recherche"),
        _l("Vos réponses sont gardées. Le problème vient de notre demande, pas de vous."),
        _l("Réessayez plus tard. Si cela se répète, écrivez-nous."),
    ),
    "unavailable": (
        _l("OpenStreetMap ne répond pas"),
        _l("Nous avons essayé plusieurs fois. Vos réponses sont gardées, comme ce qui est déjà trouvé."),
        _l("Réessayez maintenant, ou revenez dans une heure."),
    ),
}

DROPPED = {
    "unnamed": (_l("sans nom"), _l("sans nom")),
    "unreadable": (_l("illisible"), _l("illisibles")),
    "closed": (_l("fermé"), _l("fermés")),
    "outside_quebec": (_l("hors du Québec"), _l("hors du Québec")),
    "elsewhere": (_l("trop loin de la ville"), _l("trop loin de la ville")),
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
    what = (
        _("OpenStreetMap demande de patienter") if search.reason == "rate_limited" else _("OpenStreetMap ne répond pas")
    )
    when = soon(search.next_try_at).removeprefix(_("aujourd’hui") + " ")
    return _("%(what)s. Nouvel essai %(when)s.", what=what, when=when)


def too_soon(search: CampaignSearch) -> str:
    """Say that the source forbids an earlier try."""
    return _("OpenStreetMap demande d’attendre. L’essai se fera seul %(when)s.", when=soon(search.next_try_at))


def failure(reason: str) -> tuple[str, str, str]:
    """Return what happened, what is safe and what to do."""
    return FAILURES.get(reason, FAILURES["unavailable"])


def dropped(counts: dict[str, int]) -> list[str]:
    """Say what was left aside and why, in words."""
    sentences = []
    for reason, count in counts.items():
        one, many = DROPPED.get(reason, (_("inutilisable"), _("inutilisables")))
        if count:
            sentences.append(f"{counted(count, 'élément', 'éléments')} {one if count < 2 else many}")
    return sentences


def deletion(contents: int, leads: int) -> str:
    """Say what deleting a campaign takes away."""
    return _(
        "Seront effacés\u00a0: %(leads)s et %(contents)s, sauf les prospects qui servent à une autre campagne. Ce qui "
        "n’est pas encore parti ne partira pas. Les publications déjà envoyées restent en ligne, mais leurs "
        "chiffres quittent votre tableau de bord.",
        leads=counted(leads, "prospect", "prospects"),
        contents=counted(contents, "publication", "publications"),
    )
