"""What the page of a prospect and its forms say."""

from __future__ import annotations

from app.core.i18n import NBSP, counted, number
from app.domains.leads import hours, wording
from app.domains.leads.models import LeadEvent

NAME_NEEDED = "Écrivez le nom du commerce."
NAME_TOO_LONG = "Raccourcissez le nom\u00a0: 255 caractères au plus."
TOO_LONG = "C’est trop long. Gardez l’essentiel."
BAD_PHONE = "Écrivez un numéro à dix chiffres. Exemple\u00a0: 418 822-5555"
BAD_EMAIL = "Vérifiez le courriel. Exemple\u00a0: info@cafebleu.ca"
BAD_WEBSITE = "Vérifiez l’adresse du site. Exemple\u00a0: cafebleu.ca"
BAD_POSTAL_CODE = "Vérifiez le code postal. Exemple\u00a0: G6V 3V9"
SAVED = "C’est noté. Aucune recherche n’écrasera vos corrections."
UNCHANGED = "Rien n’a changé."
GIVEN_BACK = "Votre correction est retirée\u00a0: la valeur trouvée revient."
ADDED = "Prospect ajouté."
ALREADY_THERE = "Ce commerce était déjà parmi vos prospects. Ce que vous avez écrit l’a complété."
WEIGHED = "C’est noté. Les scores se recalculent\u00a0: quelques secondes suffisent."
BAD_POINTS = "Écrivez un nombre de 0 à 60."
EVENTS = {
    "added": "Ajouté à la main",
    "edited": "Corrigé à la main",
    "given_back": "Correction retirée",
    "merged": "Réuni avec un autre prospect",
    "merge_undone": "Séparé de l’autre prospect",
    "visited": "Site Web visité",
    "imported": "Importé d’un fichier",
    "refreshed": "Relu sur Google",
}
OUTCOMES = {
    "read": "",
    "robots": "le site demande aux robots de ne pas le lire",
    "unreachable": "le site ne répond pas",
    "forbidden": "l’adresse du site n’est pas publique",
    "unusable": "le site est illisible",
    "forgotten": "l’adresse du site n’est plus connue",
}
MERGED = "Les deux prospects sont réunis. Vous pouvez les séparer au bas de la page."
APART = "C’est noté\u00a0: ce sont deux commerces."
PARTED = "Les deux prospects sont de nouveau séparés."
VISIT_ORDERED = "La visite du site commence. Ce qu’il dit s’ajoutera ici."
NO_SITE = "Ce prospect n’a pas de site Web à visiter. Ajoutez-en un, puis recommencez."
REFRESHED = "Voici ce que Google en dit aujourd’hui."
GONE = "Google ne connaît plus ce commerce."
NOT_REFRESHED = "Google ne répond pas. Ce que vous aviez est gardé\u00a0: réessayez dans une minute."
WHY_SAME = {
    "phone": "même téléphone",
    "domain": "même site Web",
    "name": "même nom",
    "place": "nom semblable, même adresse",
    "merge": "réunis puis séparés",
}


def event(row: LeadEvent) -> str:
    """Say what happened."""
    said = EVENTS.get(row.kind) or wording.LEAVING_EVENTS.get(row.kind, row.kind)
    fields = [wording.FIELDS[name].lower() for name in row.told.get("fields", ()) if name in wording.FIELDS]
    outcome = OUTCOMES.get(row.told.get("outcome", ""), "")
    more = ", ".join(fields) or outcome
    return f"{said}{NBSP}: {more}" if more else said


def rated(rating: float, reviews: int | None) -> str:
    """Say what people think of a business."""
    opinion = f"{number(rating, 1)} sur 5"
    return f"{opinion}, {counted(reviews, 'avis', 'avis')}" if reviews else opinion


def hours_lines(value: str) -> list[str]:
    """Write opening hours as one says them, a line a group of days."""
    return hours.shown(value)


def bad_total(total: int) -> str:
    """Say by how much the points miss a hundred."""
    missing = 100 - total
    if missing > 0:
        return f"Il reste {counted(missing, 'point', 'points')} à donner{NBSP}: le total fait {total}."
    return f"Retirez {counted(-missing, 'point', 'points')}{NBSP}: le total fait {total}."
