"""What is said of imports."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.i18n import _, _l, counted, number
from app.domains.leads.models import LeadImport

UNREADABLE = {
    "empty": _l("Ce fichier est vide. Choisissez-en un autre, ou collez vos lignes."),
    "too_large": _l("Ce fichier est trop lourd\u00a0: 12 Mo au plus. Coupez-le en deux."),
    "too_many_rows": _l("Ce fichier a plus de 50 000 lignes. Coupez-le en deux."),
    "old_excel": _l("C’est un ancien fichier Excel (.xls). Enregistrez-le en .xlsx ou en CSV, puis recommencez."),
    "locked": _l("Ce fichier Excel est protégé par un mot de passe. Retirez la protection, puis recommencez."),
    "bomb": _l("Ce fichier Excel grossit de façon anormale quand on l’ouvre. Enregistrez-le en CSV, puis recommencez."),
    "not_a_table": _l("Ce fichier n’est pas un tableau. Choisissez un fichier Excel (.xlsx) ou CSV."),
    "broken": _l("Ce fichier ne s’ouvre pas. Enregistrez-le de nouveau en .xlsx ou en CSV, puis recommencez."),
}
NOTHING_GIVEN = _l("Choisissez un fichier, ou collez des lignes.")
NOT_KEPT = _l("Le fichier n’a pas pu être gardé. Réessayez dans une minute.")
NAME_COLUMN_NEEDED = _l("Dites quelle colonne contient le nom des commerces.")
COLUMN_TWICE = _l("Cette colonne est déjà choisie pour autre chose.")
REJECTS = {
    "no_name": _l("Aucun nom de commerce sur cette ligne"),
    "twice": _l("Même ligne déjà présente plus haut"),
    "above_header": _l("Ligne placée au-dessus des titres de colonnes"),
    "header_again": _l("Titres de colonnes répétés"),
    "line": _l("Ligne"),
    "why": _l("Pourquoi"),
}
REJECTS_FILE = _l("Télécharger les lignes laissées de côté")
REMARKS_FILE = _l("Télécharger les remarques")
STATES = {
    "mapping": _l("À confirmer"),
    "due": _l("En attente"),
    "running": _l("En cours"),
    "done": _l("Terminée"),
    "failed": _l("Interrompue"),
    "undone": _l("Annulée"),
}
NO_CAMPAIGN = _l("Aucune pour l’instant")
NO_COLUMN = _l("Aucune colonne")
LAUNCHED = _l("L’importation commence.")
UNDONE = _l("L’importation est annulée\u00a0: les prospects qu’elle avait ajoutés sont retirés.")
PASTED = _l("lignes collées")
FIELDS = {
    "name": _l("Nom du commerce"),
    "phone": _l("Téléphone"),
    "email": _l("Courriel"),
    "website": _l("Site Web"),
    "address": _l("Adresse"),
    "city": _l("Ville"),
    "postal_code": _l("Code postal"),
    "category": _l("Type d’établissement"),
    "legal_name": _l("Nom légal"),
    "opening_hours": _l("Heures d’ouverture"),
    "rating": _l("Note sur 5"),
    "review_count": _l("Nombre d’avis"),
}
# Beside each row of which one value was not read.
_UNREAD = _l("Prospect gardé sans ce que dit la colonne «\u00a0%(column)s\u00a0», illisible")
_IN_A_SENTENCE = {"phone": _l("téléphone"), "email": _l("courriel"), "rating": _l("note")}


def rejects() -> dict[str, str]:
    """Return why each row, or one of its values, was left aside."""
    unread = {f"unread_{name}": _UNREAD % {"column": label} for name, label in {**FIELDS, **_IN_A_SENTENCE}.items()}
    return {code: str(words) for code, words in REJECTS.items()} | unread


def column(at: int, title: str, samples: Sequence[str]) -> str:
    """Name a column by its title and its first value."""
    named = title or _("Colonne %(number)s", number=at + 1)
    return f"{named} ({samples[0]})" if samples else named


def outcome(row: LeadImport) -> str:
    """Say what an import brought."""
    counts = row.counts
    said = [counted(counts.get("added", 0), "prospect ajouté", "prospects ajoutés")]
    if known := counts.get("known", 0):
        said.append(counted(known, "déjà connu et complété", "déjà connus et complétés"))
    if rejected := counts.get("rejected", 0):
        said.append(counted(rejected, "ligne laissée de côté", "lignes laissées de côté"))
    if unread := counts.get("unread", 0):
        said.append(counted(unread, "valeur illisible laissée de côté", "valeurs illisibles laissées de côté"))
    return f"{', '.join(said)}."


def remarks(row: LeadImport) -> str:
    """Name the file of what an import did not take."""
    return REJECTS_FILE if row.counts.get("rejected", 0) else REMARKS_FILE


def progress(row: LeadImport) -> str:
    """Say how far an import has gone."""
    rows = row.counts.get("rows", 0)
    return _("%(read)s sur %(rows)s", read=counted(min(row.next_row, rows), "ligne", "lignes"), rows=number(rows))
