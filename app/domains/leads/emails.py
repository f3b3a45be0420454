"""E-mail addresses of businesses: their form, and whom they reach."""

from __future__ import annotations

import re

from email_validator import EmailNotValidError, validate_email

from app.domains.leads import naming, sites

GENERIC, ROLE, PERSONAL, UNKNOWN = "generic", "role", "personal", "unknown"

_FREE = frozenset({
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.ca", "hotmail.fr", "outlook.com", "outlook.fr", "live.com",
    "live.ca", "msn.com", "yahoo.com", "yahoo.ca", "yahoo.fr", "icloud.com", "me.com", "mac.com", "aol.com",
    "videotron.ca", "videotron.qc.ca", "sympatico.ca", "bell.net", "cgocable.ca", "globetrotter.net",
    "protonmail.com", "proton.me", "gmx.com", "tlb.sympatico.ca", "cogeco.ca", "cogeco.net", "sogetel.net",
})  # fmt: skip
_GENERIC = frozenset({
    "info", "infos", "information", "bonjour", "allo", "salut", "hello", "contact", "contactez", "contacteznous",
    "courriel", "mail", "email", "reservation", "reservations", "resto", "restaurant", "cafe", "bar", "bistro",
    "accueil", "reception", "clinique", "clinic", "dentiste", "bureau", "office", "commande", "commandes",
    "order", "orders", "service", "services", "serviceclient", "support", "evenements", "events", "traiteur",
    "admin", "administration", "rendezvous", "rdv", "general", "boutique", "magasin", "courtier", "agence",
})  # fmt: skip
_ROLE = frozenset({
    "direction", "directeur", "directrice", "gerant", "gerante", "gestion", "comptabilite", "facturation", "ventes",
    "vente", "sales", "marketing", "communications", "rh", "emplois", "emploi", "cv", "jobs", "chef", "cuisine",
    "president", "proprietaire", "manager", "adjointe", "secretariat", "achats", "medias", "presse", "dr", "dre",
})  # fmt: skip
# A source's placeholder, or a picture's name taken for an address.
_JUNK = re.compile(
    r"\*|@(?:domain|domaine|example|exemple|mysite|email)\.com$|\.(?:png|jpe?g|gif|webp|svg)$", re.IGNORECASE
)


def clean(raw: str) -> str:
    """Return the first whole address of `raw` in lower case, or an empty text."""
    for part in re.split(r"[;,\s]+", raw[:500]):
        candidate = part.strip("<>()").removeprefix("mailto:").partition("?")[0]
        if "@" not in candidate or _JUNK.search(candidate):
            continue
        try:
            # `.test` and `.example` are the names the sandbox may use (RFC 2606).
            checked = validate_email(candidate, check_deliverability=False, test_environment=True)
        except EmailNotValidError:
            continue
        return str(checked.normalized).lower()
    return ""


def nature(email: str, business_name: str) -> str:
    """Tell whom an address reaches: generic, role, personal or unknown.

    An address of a free service is taken for a person's own, unless it says otherwise: never writing
    to a person by mistake is worth losing a few businesses.
    """
    if not email:
        return UNKNOWN
    local, _, domain = email.partition("@")
    parts = naming.words(local)
    joined = "".join(parts)
    if joined in _GENERIC or any(part in _GENERIC for part in parts):
        return GENERIC
    if any(part in _ROLE for part in parts):
        return ROLE
    if domain in _FREE:
        return GENERIC if _says_the_business(joined, business_name) else PERSONAL
    if joined and (joined in naming.fold(domain.rpartition(".")[0]) or _says_the_business(joined, business_name)):
        return GENERIC
    # A named person at the business's own domain is reached in her role.
    return ROLE if len(parts) == 2 and all(part.isalpha() for part in parts) else UNKNOWN


def _says_the_business(joined: str, business_name: str) -> bool:
    whole = naming.fold(business_name)
    if whole and (whole in joined or (len(joined) >= 5 and joined in whole)):
        return True
    return any(len(word) >= 5 and word in joined for word in naming.words(business_name))


def usable(raw: str) -> str:
    """Return the address of `raw` in the form it is kept in, or an empty text."""
    return clean(raw)


def junk_reason(address: str, *, page_host: str = "") -> str:
    """Return why an address is nobody's here (a code), or an empty text."""
    return "junk" if _JUNK.search(address) else ""


def relation(address: str, website: str) -> str:
    """Tell how an address's domain stands to a site: same, free or other."""
    domain = address.rpartition("@")[2]
    if domain in _FREE:
        return "free"
    return "same" if sites.host(website).endswith(domain) else "other"
