"""What is said of imports."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.i18n import NBSP, counted, number
from app.domains.leads.models import LeadImport

UNREADABLE = {
    "empty": "Ce fichier est vide. Choisissez-en un autre, ou collez vos lignes.",
    "too_large": "Ce fichier est trop lourd\u00a0: 12 Mo au plus. Coupez-le en deux.",
    "too_many_rows": "Ce fichier a plus de 50 000 lignes. Coupez-le en deux.",
    "old_excel": "C’est un ancien fichier Excel (.xls). Enregistrez-le en .xlsx ou en CSV, puis recommencez.",
    "locked": "Ce fichier Excel est protégé par un mot de passe. Retirez la protection, puis recommencez.",
    "bomb": "Ce fichier Excel grossit de façon anormale quand on l’ouvre. Enregistrez-le en CSV, puis recommencez.",
    "not_a_table": "Ce fichier n’est pas un tableau. Choisissez un fichier Excel (.xlsx) ou CSV.",
    "broken": "Ce fichier ne s’ouvre pas. Enregistrez-le de nouveau en .xlsx ou en CSV, puis recommencez.",
}
NOTHING_GIVEN = "Choisissez un fichier, ou collez des lignes."
NOT_KEPT = "Le fichier n’a pas pu être gardé. Réessayez dans une minute."
NAME_COLUMN_NEEDED = "Dites quelle colonne contient le nom des commerces."
COLUMN_TWICE = "Cette colonne est déjà choisie pour autre chose."
REJECTS = {
    "no_name": "Aucun nom de commerce sur cette ligne",
    "twice": "Même ligne déjà présente plus haut",
    "above_header": "Ligne placée au-dessus des titres de colonnes",
    "header_again": "Titres de colonnes répétés",
    "line": "Ligne",
    "why": "Pourquoi",
}
REJECTS_FILE = "Télécharger les lignes laissées de côté"
REMARKS_FILE = "Télécharger les remarques"
STATES = {
    "mapping": "À confirmer",
    "due": "En attente",
    "running": "En cours",
    "done": "Terminée",
    "failed": "Interrompue",
    "undone": "Annulée",
}
NO_CAMPAIGN = "Aucune campagne pour l’instant"
NO_COLUMN = "Aucune colonne"
LAUNCHED = "L’importation commence."
UNDONE = "L’importation est annulée\u00a0: les prospects qu’elle avait ajoutés sont retirés."
PASTED = "lignes collées"
FIELDS = {
    "name": "Nom du commerce",
    "phone": "Téléphone",
    "email": "Courriel",
    "website": "Site Web",
    "address": "Adresse",
    "city": "Ville",
    "postal_code": "Code postal",
    "category": "Type d’établissement",
    "legal_name": "Nom légal",
    "opening_hours": "Heures d’ouverture",
    "rating": "Note sur 5",
    "review_count": "Nombre d’avis",
}
# Beside each row of which one value was not read.
REJECTS |= {
    f"unread_{name}": f"Prospect gardé sans ce que dit la colonne «{NBSP}{label}{NBSP}», illisible"
    for name, label in {**FIELDS, "phone": "téléphone", "email": "courriel", "rating": "note"}.items()
}


def column(at: int, title: str, samples: Sequence[str]) -> str:
    """Name a column by its title and its first value."""
    named = title or f"Colonne {at + 1}"
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
    return f"{counted(min(row.next_row, rows), 'ligne', 'lignes')} sur {number(rows)}"
