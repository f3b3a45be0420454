"""Which line names the columns, and which field each column holds: by its words, then by what is under it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# French, English, Spanish; without case, accents or punctuation.
WORDS: dict[str, tuple[str, ...]] = {
    "name": ("nom", "nom du commerce", "nom commercial", "entreprise", "nom de l entreprise", "nom entreprise",
             "commerce", "compagnie", "societe", "raison sociale", "etablissement", "restaurant", "clinique", "client",
             "name", "business", "business name", "company", "company name", "organization", "organisation",
             "account", "account name", "title", "nombre", "empresa", "nombre de la empresa", "negocio"),
    "legal_name": ("nom legal", "denomination sociale", "legal name", "razon social"),
    "phone": ("telephone", "tel", "no de telephone", "numero de telephone", "numero", "phone", "phone number",
              "telephone number", "business phone", "main phone", "mobile", "cellulaire", "cell", "telefono", "fono"),
    "email": ("courriel", "adresse courriel", "email", "e mail", "mail", "email address", "adresse email",
              "adresse electronique", "correo", "correo electronico", "courriels", "emails"),
    "website": ("site", "site web", "site internet", "web", "url", "adresse web", "website", "web site", "homepage",
                "domain", "domaine", "sitio web", "pagina web"),
    "address": ("adresse", "rue", "adresse civique", "adresse postale", "address", "street", "street address",
                "address 1", "address line 1", "direccion", "calle", "domicilio"),
    "city": ("ville", "municipalite", "localite", "city", "town", "ciudad", "localidad"),
    "postal_code": ("code postal", "cp", "postal code", "zip", "zip code", "postcode", "codigo postal"),
    "category": ("categorie", "type", "secteur", "activite", "genre", "category", "industry", "categoria", "rubro"),
    "rating": ("note", "evaluation", "cote", "rating", "stars", "etoiles", "calificacion"),
    "review_count": ("avis", "nombre d avis", "nb avis", "reviews", "review count", "number of reviews", "resenas"),
    "opening_hours": ("heures", "heures d ouverture", "horaire", "hours", "opening hours", "horario"),
}  # fmt: skip
_BY_WORD = {word: field for field, words in WORDS.items() for word in words}
_LOOKS: dict[str, re.Pattern[str]] = {
    "email": re.compile(r"^\S+@\S+\.\w{2,}$"),
    "website": re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE),
    "postal_code": re.compile(r"^[A-Za-z]\d[A-Za-z][ -]?\d[A-Za-z]\d$"),
    "phone": re.compile(r"^\+?[\d(][\d ().-]{8,}(?:\s*(?:x|ext|poste)\.?\s*\d+)?$", re.IGNORECASE),
}


def fold(text: str) -> str:
    """Return a header without case, accents or punctuation."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign if sign.isalnum() else " " for sign in spread if not unicodedata.combining(sign))
    return " ".join(bare.split())


def find(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which of the first rows names the columns, None when none does."""
    for at, row in enumerate(rows):
        known = [cell for cell in row if _field(cell)]
        # A title above the table is one cell; a row of values holds an address or a number.
        if len(known) >= 2 or len(known) == 1 and len([cell for cell in row if cell]) <= 2:
            return at
        if any(look.match(cell) for cell in row for look in _LOOKS.values()):
            return None
    return None


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the column of each field one recognises, each column once."""
    found: dict[str, int] = {}
    for column, cell in enumerate(header):
        field = _field(cell)
        if field and field not in found:
            found[field] = column
    width = max([len(header), *(len(row) for row in rows)], default=0)
    for field in _LOOKS.keys() - found.keys():
        shares = {column: _share(rows, column, _LOOKS[field]) for column in range(width)
                  if column not in found.values()}  # fmt: skip
        best = max(shares, key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= 0.5:
            found[field] = best
    # Without a header, a column of names is told by its neighbours: numbers, addresses, sites.
    if found and "name" not in found and not header:
        free = [column for column in range(width) if column not in found.values()]
        found |= {"name": free[0]} if free else {}
    return found


def _field(cell: str) -> str:
    words = fold(cell)
    if words in _BY_WORD:
        return _BY_WORD[words]
    # « Courriel (général) », « Téléphone principal »: the first words say it.
    first = words.partition(" ")[0]
    return _BY_WORD.get(first, "") if len(words) <= 30 else ""


def _share(rows: Sequence[Sequence[str]], column: int, look: re.Pattern[str]) -> float:
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    return sum(bool(look.match(cell)) for cell in cells) / len(cells) if cells else 0.0
