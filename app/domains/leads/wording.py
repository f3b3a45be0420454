"""What is said of prospects and places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.core.i18n import _, _l, counted, day, number
from app.domains.leads.models import Lead
from app.domains.leads.queries import Fact

SOURCES = {
    "openstreetmap": "OpenStreetMap",
    "google_places": _l("Google"),
    "website": _l("son site Web"),
    "hunter": _l("Hunter"),
    "import": _l("votre fichier"),
    "manual": _l("ajouté à la main"),
    "search": _l("la recherche"),
    "demonstration": _l("Démonstration"),
}
OUTSIDE_QUEBEC = _l("AstroGrowth sert le Québec pour l’instant.")
CITY_NEEDED = _l("Écrivez le nom d’une ville du Québec. Exemple\u00a0: Trois-Rivières")

SAME_LEAD = _l("Choisissez deux prospects différents.")
ALREADY_MERGED = _l("Ce prospect vient d’être réuni à un autre. Actualisez la page.")

STATES = {
    "new": _l("Nouveau"),
    "enriching": _l("Recherche de coordonnées"),
    "ready": _l("Prêt"),
    "writing": _l("Rédaction en cours"),
    "written": _l("Publication rédigée"),
    "waiting_quota": _l("Rédaction en attente"),
    "writing_failed": _l("Rédaction impossible"),
}
NATURES = {
    "generic": _l("adresse générale de l’entreprise"),
    "role": _l("adresse d’une fonction"),
    "personal": _l("adresse d’une personne"),
    "unknown": "",
}
FIELDS = {
    "name": _l("Nom"),
    "address": _l("Adresse"),
    "city": _l("Ville"),
    "postal_code": _l("Code postal"),
    "phone": _l("Téléphone"),
    "email": _l("Courriel"),
    "website": _l("Site Web"),
    "category": _l("Type d’établissement"),
    "rating": _l("Note"),
    "review_count": _l("Avis"),
    "brand": _l("Bannière"),
    "legal_name": _l("Nom légal"),
    "opening_hours": _l("Heures d’ouverture"),
    "socials": _l("Réseaux"),
}
CATEGORIES = {
    "restaurant": _l("Restaurant"),
    "cafe": _l("Café"),
    "fast_food": _l("Restauration rapide"),
    "bar": _l("Bar"),
    "pub": _l("Pub"),
    "dentist": _l("Clinique dentaire"),
    "estate_agent": _l("Agence immobilière"),
}
_KNOWN = {"email": _l("Courriel connu"), "phone": _l("Téléphone connu"), "website": _l("Site Web connu")}
_MISSING = {
    "email": _l("Aucun courriel connu"),
    "phone": _l("Aucun téléphone connu"),
    "website": _l("Aucun site Web connu"),
}


# Whether one may contact a prospect, and what to do (the codes of contact.judge).
REACH = {
    "email": _l("Joignable par courriel. Parlez de ses activités, dites qui vous êtes et comment se désabonner."),
    "phone": _l("Joignable par téléphone. Appelez, ou cherchez le courriel de l’entreprise."),
    "do_not_contact": _l("À ne plus contacter. N’appelez pas et n’écrivez pas."),
    "refusal": _l("Son site refuse la sollicitation. N’écrivez pas\u00a0: attendez que l’entreprise vous fasse signe."),
    "personal": _l(
        "Son courriel est celui d’une personne. Cherchez l’adresse générale ou le téléphone de l’entreprise."
    ),
    "nothing": _l("Aucune coordonnée connue. Ajoutez un téléphone ou le courriel de l’entreprise."),
}
NOT_JUDGED = _l("Pas encore vérifié. Attendez la fin de la recherche de coordonnées.")
SILENCED = _l("C’est noté\u00a0: ce prospect n’est plus à contacter.")
HEARD = _l("Ce prospect peut de nouveau être contacté.")
FORGOTTEN = _l("Ce prospect est oublié. Ni une recherche ni une importation ne le ramènera.")
SILENCE_STANDS = {
    "unsubscribed": _l(
        "Cette entreprise s’est désabonnée elle-même\u00a0: seule une demande de sa part peut y changer."
    ),
    "erased": _l("Ce prospect, ou un autre qui partage ses coordonnées, a été oublié pour de bon."),
}
LEAVING_EVENTS = {
    "silenced": _l("Mis sur la liste à ne plus contacter"),
    "heard": _l("Retiré de la liste à ne plus contacter"),
}
OPENSTREETMAP_RIGHTS = "https://www.openstreetmap.org/copyright"
_LICENCES = {
    "openstreetmap": _l("Données OpenStreetMap, licence {licence}"),
    "website": _l("Données de son site Web, pages publiques"),
    "hunter": _l("Données Hunter, pages publiques citées"),
    "demonstration": _l("Données de démonstration"),
}
# What a source asks to be said wherever its facts show or leave.
ATTRIBUTIONS = {
    "openstreetmap": _l(
        "© les contributeurs d’OpenStreetMap, licence ODbL 1.0 (https://www.openstreetmap.org/copyright)"
    ),
    "demonstration": _l("Données de démonstration"),
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
    return _(
        "Nous ne trouvons pas «\u00a0%(name)s\u00a0» au Québec. Vérifiez l’orthographe, ou choisissez "
        "une ville voisine.",
        name=shown,
    )


def place_unavailable(name: str) -> str:
    """Say that a town outside the table cannot be looked up now, and what is safe."""
    shown = name if len(name) <= 60 else name[:57] + "…"
    return _(
        "«\u00a0%(name)s\u00a0» n’est pas dans notre liste, et OpenStreetMap ne répond pas pour la "
        "vérifier. Vos réponses sont gardées. Réessayez dans une minute, ou choisissez une ville voisine.",
        name=shown,
    )


def source_name(source: str) -> str:
    """Return a source's name as people know it."""
    return str(SOURCES.get(source, source))


def origin(fact: Fact) -> str:
    """Say where a fact comes from, when it was seen, and which other sources agree."""
    seen = day(date.fromisoformat(fact.seen_on))
    by_hand = {
        "manual": _("Écrit par vous le %(day)s", day=seen),
        "import": _("Importé par vous le %(day)s", day=seen),
    }
    source = source_name(fact.source)
    named = _("%(source)s, vu le %(day)s", source=source[:1].upper() + source[1:], day=seen)
    said = by_hand.get(fact.source, named)
    if not fact.also:
        return said
    return _("%(said)s; aussi selon %(sources)s", said=said, sources=", ".join(map(source_name, fact.also)))


def licences(told: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Say under which licence each source, given with its licence, lets its facts be used; once, with its address.

    The address is empty where there is none; what a person gave herself needs no licence.
    """
    said = {source: _LICENCES.get(source, "").format(licence=licence) for source, licence in told}
    return [(words, OPENSTREETMAP_RIGHTS if source == "openstreetmap" else "")
            for source, words in said.items() if words]  # fmt: skip


def category_name(category: str) -> str:
    """Name a kind of business, or nothing when we have no word for it."""
    return CATEGORIES.get(category.rpartition("=")[2], "")


def category_in_french(category: str) -> str:
    """Name a kind of business as a publication would, whoever reads the page."""
    return str.__str__(category_name(category))


def reason(fact: str, points: int) -> str:
    """Say what one fact brings to the score."""
    words = _KNOWN[fact] if points else _MISSING[fact]
    return _("%(words)s\u00a0: %(points)s", words=words, points=_points(points))


def opinion_reason(rating: float | None, reviews: int, points: int) -> str:
    """Say what ratings and reviews bring to the score."""
    if rating is None:
        return _("Aucune note connue\u00a0: %(points)s", points=_points(points))
    return _(
        "Note de %(rating)s sur 5, %(reviews)s\u00a0: %(points)s",
        rating=number(rating, 1),
        reviews=counted(reviews, "avis", "avis"),
        points=_points(points),
    )


def shared_out(source: str) -> str:
    """Say why the weights differ where a source has no ratings."""
    if source == "openstreetmap":
        return _("OpenStreetMap n’a ni notes ni avis\u00a0: leurs points vont aux autres critères")
    return _("Ni note ni avis à garder\u00a0: leurs points vont aux autres critères")


def total_reason(total: int) -> str:
    """Say that the points add up."""
    return _("Total\u00a0: %(total)s sur 100", total=total)


def _points(points: int) -> str:
    return counted(points, "point", "points")
