"""What people write above their columns, in French, English and Spanish: without case, accents or punctuation."""

from __future__ import annotations

import unicodedata

# Within a field, what says it best comes first: of « Nom » and « Entreprise », the second names the business.
WORDS: dict[str, tuple[str, ...]] = {
    "name": ("nom du commerce", "nom de l entreprise", "nom de la compagnie", "nom de l etablissement",
             "nom commercial", "nom entreprise", "nom du restaurant", "nom de la clinique", "nom d affaires",
             "business name",
             "company name", "account name", "store name", "organization name", "nombre de la empresa",
             "nombre del negocio", "nombre comercial", "entreprise", "commerce", "compagnie", "societe",
             "etablissement", "business", "company", "organization", "organisation", "empresa", "negocio", "comercio",
             "raison sociale", "restaurant", "restaurante", "clinique", "clinica", "nom", "name", "nombre", "client",
             "cliente", "account", "prospect", "title", "titre"),
    "legal_name": ("nom legal", "denomination sociale", "nom legal de l entreprise", "legal name",
                   "legal business name", "razon social"),
    "phone": ("telephone", "tel", "numero de telephone", "no de telephone", "n de telephone", "no tel",
              "no de tel", "phone",
              "phone number", "telephone number", "business phone", "main phone", "work phone", "office phone",
              "telefono", "numero de telefono", "fono", "mobile", "cellulaire", "cell", "cell phone", "movil",
              "celular", "numero"),
    "email": ("courriel", "adresse courriel", "adresse de courriel", "courriels", "email", "e mail", "email address",
              "e mail address", "adresse email", "adresse e mail", "adresse electronique", "emails",
              "correo", "correo electronico", "mail"),
    "website": ("site web", "site internet", "adresse web", "website", "web site", "sitio web", "pagina web", "site",
                "url", "web", "homepage", "web address", "domaine", "domain"),
    "address": ("adresse civique", "adresse complete", "adresse", "street address", "address", "address 1",
                "address line 1", "adresse 1", "adresse ligne 1", "direccion", "adresse postale", "mailing address",
                "rue", "street", "calle", "domicilio"),
    "city": ("ville", "municipalite", "localite", "city", "town", "ciudad", "localidad", "municipio"),
    "postal_code": ("code postal", "cp", "c p", "postal code", "zip code", "zip", "postcode", "codigo postal"),
    "category": ("categorie", "genre", "type de commerce", "type d entreprise", "type d etablissement",
                 "secteur", "secteur d activite",
                 "activite", "domaine d activite", "category", "industry", "business type", "categoria", "rubro",
                 "sector", "type", "tipo"),
    "rating": ("note", "note moyenne", "note sur 5", "evaluation", "cote", "rating", "average rating", "stars",
               "etoiles", "calificacion", "puntuacion"),
    "review_count": ("nombre d avis", "nb avis", "nb d avis", "avis", "review count", "number of reviews",
                     "reviews count", "reviews", "resenas", "numero de resenas", "opiniones"),
    "opening_hours": ("heures d ouverture", "heures", "horaire", "horaires", "opening hours", "business hours",
                      "hours", "horario", "horario de atencion"),
}  # fmt: skip
# Columns of persons, or of machines: never a business's own number or name, whatever they look like.
OTHERS = frozenset(
    ("prenom", "nom de famille", "nom du contact", "nom contact", "contact", "contact name", "first name", "last name",
     "given name", "surname", "full name", "nom complet", "apellido", "apellidos", "fax", "telecopieur", "no de fax",
     "numero de fax", "fax number", "id", "identifiant", "neq")
)  # fmt: skip
# What may follow, and changes nothing: « Courriel (général) », « Téléphone principal », « Adresse 1 ».
_QUALIFIERS = frozenset(
    ("general", "principal", "principale", "main", "primary", "1", "bureau", "travail", "work", "office", "business",
     "commerce", "entreprise", "commercial", "commerciale", "public", "publique", "du", "de", "des", "d", "l")
)  # fmt: skip
_RANKED = {word: (field, rank) for field, words in WORDS.items() for rank, word in enumerate(words)}
_LONGEST = 40


def fold(text: str) -> str:
    """Return a title without case, accents or punctuation."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign if sign.isalnum() else " " for sign in spread if not unicodedata.combining(sign))
    return " ".join(bare.split())


def known(title: str) -> tuple[str, int] | None:
    """Return the field a title names, and its rank among the titles of that field, 0 for the best."""
    if len(title) > _LONGEST:
        return None
    words = fold(title)
    if words in _RANKED:
        return _RANKED[words]
    first, _, rest = words.partition(" ")
    field, rank = _RANKED.get(first, ("name", 0))
    # « Restaurant Principal » is a business, not a title.
    is_title = field != "name" and rest and _QUALIFIERS.issuperset(rest.split())
    return (field, rank + len(WORDS[field])) if is_title else None
