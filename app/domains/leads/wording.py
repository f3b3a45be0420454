"""What is said of prospects and places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.core.i18n import NBSP, counted, day, number
from app.domains.leads.models import Lead
from app.domains.leads.queries import Fact

SOURCES = {
    "openstreetmap": "OpenStreetMap",
    "google_places": "Google",
    "website": "son site Web",
    "hunter": "Hunter",
    "import": "votre fichier",
    "manual": "ajouté à la main",
    "search": "la recherche",
    "demonstration": "Démonstration",
}
OUTSIDE_QUEBEC = "AstroGrowth sert le Québec pour l’instant."
CITY_NEEDED = "Écrivez le nom d’une ville du Québec. Exemple\u00a0: Trois-Rivières"

SAME_LEAD = "Choisissez deux prospects différents."
ALREADY_MERGED = "Ce prospect vient d’être réuni à un autre. Actualisez la page."

STATES = {
    "new": "Nouveau",
    "enriching": "Recherche de coordonnées",
    "ready": "Prêt",
    "writing": "Rédaction en cours",
    "written": "Publication rédigée",
    "waiting_quota": "Rédaction en attente",
    "writing_failed": "Rédaction impossible",
}
NATURES = {
    "generic": "adresse générale de l’entreprise",
    "role": "adresse d’une fonction",
    "personal": "adresse d’une personne",
    "unknown": "",
}
FIELDS = {
    "name": "Nom",
    "address": "Adresse",
    "city": "Ville",
    "postal_code": "Code postal",
    "phone": "Téléphone",
    "email": "Courriel",
    "website": "Site Web",
    "category": "Type d’établissement",
    "rating": "Note",
    "review_count": "Avis",
    "brand": "Bannière",
    "legal_name": "Nom légal",
    "opening_hours": "Heures d’ouverture",
    "socials": "Réseaux",
}
CATEGORIES = {
    "restaurant": "Restaurant",
    "cafe": "Café",
    "fast_food": "Restauration rapide",
    "bar": "Bar",
    "pub": "Pub",
    "dentist": "Clinique dentaire",
    "estate_agent": "Agence immobilière",
}
_KNOWN = {"email": "Courriel connu", "phone": "Téléphone connu", "website": "Site Web connu"}
_MISSING = {"email": "Aucun courriel connu", "phone": "Aucun téléphone connu", "website": "Aucun site Web connu"}


# Whether one may contact a prospect, and what to do (the codes of contact.judge).
REACH = {
    "email": "Joignable par courriel. Parlez de ses activités, dites qui vous êtes et comment se désabonner.",
    "phone": "Joignable par téléphone. Appelez, ou cherchez le courriel de l’entreprise.",
    "do_not_contact": "À ne plus contacter. N’appelez pas et n’écrivez pas.",
    "refusal": "Son site refuse la sollicitation. N’écrivez pas\u00a0: attendez que l’entreprise vous fasse signe.",
    "personal": "Son courriel est celui d’une personne. Cherchez l’adresse générale ou le téléphone de l’entreprise.",
    "nothing": "Aucune coordonnée connue. Ajoutez un téléphone ou le courriel de l’entreprise.",
}
NOT_JUDGED = "Pas encore vérifié. Attendez la fin de la recherche de coordonnées."
SILENCED = "C’est noté\u00a0: ce prospect n’est plus à contacter."
HEARD = "Ce prospect peut de nouveau être contacté."
FORGOTTEN = "Ce prospect est oublié. Une nouvelle recherche ne le rendra pas joignable."
SILENCE_STANDS = {
    "unsubscribed": "Cette entreprise s’est désabonnée elle-même\u00a0: seule une demande de sa part peut y changer.",
    "erased": "Ce prospect, ou un autre qui partage ses coordonnées, a été oublié pour de bon.",
}
LEAVING_EVENTS = {"silenced": "Mis sur la liste à ne plus contacter", "heard": "Retiré de la liste à ne plus contacter"}
OPENSTREETMAP_RIGHTS = "https://www.openstreetmap.org/copyright"
_LICENCES = {
    "openstreetmap": "Données OpenStreetMap, licence {licence}",
    "website": "Données de son site Web, pages publiques",
    "hunter": "Données Hunter, pages publiques citées",
    "demonstration": "Données de démonstration",
}
# What a source asks to be said wherever its facts show or leave.
ATTRIBUTIONS = {
    "openstreetmap": f"© les contributeurs d’OpenStreetMap, licence ODbL 1.0 ({OPENSTREETMAP_RIGHTS})",
    "demonstration": "Données de démonstration",
}


def reach_sentence(lead: Lead) -> str:
    """Say whether one may contact a prospect, why, and what to do."""
    return REACH.get(lead.contact_reason, NOT_JUDGED)


def attributions(sources: Iterable[str]) -> list[str]:
    """Return what must be said of these sources, each once, in a lasting order."""
    present = set(sources)
    return [words for source, words in ATTRIBUTIONS.items() if source in present]


def unknown_place(name: str) -> str:
    """Say that no municipality of Québec has this name."""
    shown = name if len(name) <= 60 else name[:57] + "…"
    return (
        f"Nous ne trouvons pas «{NBSP}{shown}{NBSP}» au Québec. "
        "Vérifiez l’orthographe, ou choisissez une ville voisine."
    )


def place_unavailable(name: str) -> str:
    """Say that a town outside the table cannot be looked up now, and what is safe."""
    shown = name if len(name) <= 60 else name[:57] + "…"
    return (
        f"«{NBSP}{shown}{NBSP}» n’est pas dans notre liste, et OpenStreetMap ne répond pas pour la vérifier. "
        "Vos réponses sont gardées. Réessayez dans une minute, ou choisissez une ville voisine."
    )


def source_name(source: str) -> str:
    """Return a source's name as people know it."""
    return SOURCES.get(source, source)


def origin(fact: Fact) -> str:
    """Say where a fact comes from, when it was seen, and which other sources agree."""
    seen = day(date.fromisoformat(fact.seen_on))
    by_hand = {"manual": f"Écrit par vous le {seen}", "import": f"Importé par vous le {seen}"}
    source = source_name(fact.source)
    named = f"{source[:1].upper()}{source[1:]}, vu le {seen}"
    said = by_hand.get(fact.source, named)
    return f"{said}; aussi selon {', '.join(map(source_name, fact.also))}" if fact.also else said


def licences(told: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Say under which licence each source, given with its licence, lets its facts be used; once, with its address.

    The address is empty where there is none; what a person gave herself needs no licence.
    """
    said = {source: _LICENCES.get(source, "").format(licence=licence) for source, licence in told}
    return [(words, OPENSTREETMAP_RIGHTS if source == "openstreetmap" else "")
            for source, words in said.items() if words]  # fmt: skip


def category_name(category: str) -> str:
    """Return a kind of business in French, or nothing when we have no word for it."""
    return CATEGORIES.get(category.rpartition("=")[2], "")


def reason(fact: str, points: int) -> str:
    """Say what one fact brings to the score."""
    words = _KNOWN[fact] if points else _MISSING[fact]
    return f"{words}{NBSP}: {_points(points)}"


def opinion_reason(rating: float | None, reviews: int, points: int) -> str:
    """Say what ratings and reviews bring to the score."""
    if rating is None:
        return f"Aucune note connue{NBSP}: {_points(points)}"
    return f"Note de {number(rating, 1)} sur 5, {counted(reviews, 'avis', 'avis')}{NBSP}: {_points(points)}"


def shared_out(source: str) -> str:
    """Say why the weights differ where a source has no ratings."""
    known = "OpenStreetMap n’a ni notes ni avis" if source == "openstreetmap" else "Ni note ni avis à garder"
    return f"{known}{NBSP}: leurs points vont aux autres critères"


def total_reason(total: int) -> str:
    """Say that the points add up."""
    return f"Total{NBSP}: {total} sur 100"


def _points(points: int) -> str:
    return counted(points, "point", "points")
