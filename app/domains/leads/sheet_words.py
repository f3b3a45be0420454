"""What the page of a prospect and its forms say."""

from __future__ import annotations

from app.core.i18n import _, _l, counted, number
from app.domains.leads import hours, wording
from app.domains.leads.models import LeadEvent

NAME_NEEDED = _l("Écrivez le nom du commerce.")
NAME_TOO_LONG = _l("Raccourcissez le nom\u00a0: 255 caractères au plus.")
TOO_LONG = _l("C’est trop long. Gardez l’essentiel.")
BAD_PHONE = _l("Écrivez un numéro à dix chiffres. Exemple\u00a0: 418 822-5555")
BAD_EMAIL = _l("Vérifiez le courriel. Exemple\u00a0: info@cafebleu.ca")
BAD_WEBSITE = _l("Vérifiez l’adresse du site. Exemple\u00a0: cafebleu.ca")
BAD_POSTAL_CODE = _l("Vérifiez le code postal. Exemple\u00a0: G6V 3V9")
SAVED = _l("C’est noté. Aucune recherche n’écrasera vos corrections.")
UNCHANGED = _l("Rien n’a changé.")
GIVEN_BACK = _l("Votre correction est retirée\u00a0: la valeur trouvée revient.")
ADDED = _l("Prospect ajouté.")
ALREADY_THERE = _l("Ce commerce était déjà parmi vos prospects. Ce que vous avez écrit l’a complété.")
WEIGHED = _l("C’est noté. Les scores se recalculent\u00a0: quelques secondes suffisent.")
BAD_POINTS = _l("Écrivez un nombre de 0 à 60.")
EVENTS = {
    "added": _l("Ajouté à la main"),
    "edited": _l("Corrigé à la main"),
    "given_back": _l("Correction retirée"),
    "merged": _l("Réuni avec un autre prospect"),
    "merge_undone": _l("Séparé de l’autre prospect"),
    "visited": _l("Site Web visité"),
    "imported": _l("Importé d’un fichier"),
    "refreshed": _l("Relu sur Google"),
}
OUTCOMES: dict[str, str] = {
    "read": "",
    "robots": _l("le site demande aux robots de ne pas le lire"),
    "unreachable": _l("le site ne répond pas"),
    "forbidden": _l("l’adresse du site n’est pas publique"),
    "unusable": _l("le site est illisible"),
    "forgotten": _l("l’adresse du site n’est plus connue"),
}
MERGED = _l("Les deux prospects sont réunis. Vous pouvez les séparer au bas de la page.")
APART = _l("C’est noté\u00a0: ce sont deux commerces.")
PARTED = _l("Les deux prospects sont de nouveau séparés.")
VISIT_ORDERED = _l("La visite du site commence. Ce qu’il dit s’ajoutera ici.")
NO_SITE = _l("Ce prospect n’a pas de site Web à visiter. Ajoutez-en un, puis recommencez.")
REFRESHED = _l("Voici ce que Google en dit aujourd’hui.")
GONE = _l("Google ne connaît plus ce commerce.")
NOT_REFRESHED = _l("Google ne répond pas. Ce que vous aviez est gardé\u00a0: réessayez dans une minute.")
WHY_SAME = {
    "phone": _l("même téléphone"),
    "domain": _l("même site Web"),
    "name": _l("même nom"),
    "place": _l("nom semblable, même adresse"),
    "merge": _l("réunis puis séparés"),
}


def event(row: LeadEvent) -> str:
    """Say what happened."""
    said = EVENTS.get(row.kind) or wording.LEAVING_EVENTS.get(row.kind) or row.kind
    fields = [wording.FIELDS[name].lower() for name in row.told.get("fields", ()) if name in wording.FIELDS]
    outcome = OUTCOMES.get(row.told.get("outcome", ""), "")
    more = ", ".join(fields) or str(outcome)
    return _("%(said)s\u00a0: %(more)s", said=said, more=more) if more else str(said)


def rated(rating: float, reviews: int | None) -> str:
    """Say what people think of a business."""
    opinion = _("%(rating)s sur 5", rating=number(rating, 1))
    return ", ".join((opinion, counted(reviews, "avis", "avis"))) if reviews else opinion


def hours_lines(value: str) -> list[str]:
    """Write opening hours as one says them, a line a group of days."""
    return hours.shown(value)


def bad_total(total: int) -> str:
    """Say by how much the points miss a hundred."""
    missing = 100 - total
    if missing > 0:
        return _(
            "Il reste %(points)s à donner\u00a0: le total fait %(total)s.",
            points=counted(missing, "point", "points"),
            total=total,
        )
    return _(
        "Retirez %(points)s\u00a0: le total fait %(total)s.", points=counted(-missing, "point", "points"), total=total
    )
