"""E-mail addresses of businesses: their form, and whom they reach."""

from __future__ import annotations

from collections.abc import Iterator

from email_validator import EmailNotValidError, validate_email

from app.domains.leads import email_forms, email_junk, naming, sites

GENERIC, ROLE, PERSONAL, UNKNOWN = "generic", "role", "personal", "unknown"

_FREE = frozenset({
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.ca", "hotmail.fr", "outlook.com", "outlook.fr", "live.com",
    "live.ca", "msn.com", "yahoo.com", "yahoo.ca", "yahoo.fr", "icloud.com", "me.com", "mac.com", "aol.com",
    "videotron.ca", "videotron.qc.ca", "sympatico.ca", "bell.net", "cgocable.ca", "globetrotter.net",
    "protonmail.com", "proton.me", "gmx.com", "tlb.sympatico.ca", "cogeco.ca", "cogeco.net", "sogetel.net",
    "mail.com", "ymail.com", "rocketmail.com", "hotmail.co.uk", "outlook.ca", "live.fr", "yahoo.co.uk", "pm.me",
    "b2b2c.ca", "qc.aira.com", "oricom.ca", "ntic.qc.ca", "xplornet.com", "xplornet.ca", "telus.net", "shaw.ca",
    "rogers.com", "eastlink.ca", "maskatel.net", "sogetel.com", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net",
    "gmx.fr", "gmx.net", "yandex.com", "qq.com", "163.com", "hey.com", "fastmail.com", "tutanota.com",
    "axion.ca", "derytele.com", "cooptel.qc.ca", "telwarwick.net", "ebox.ca", "teksavvy.com",
})  # fmt: skip
_NOBODYS = frozenset({email_junk.MASKED, email_junk.FILE, email_junk.VERSION, email_junk.GLUED, email_junk.PLACEHOLDER})
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


def clean(raw: str) -> str:
    """Return the first address of `raw` in lower case, mended, or an empty text; hints and file names are none."""
    return next((address for address in _whole(raw) if junk_reason(address) not in _NOBODYS), "")


def usable(raw: str) -> str:
    """Return the first address of `raw` that may be a business's own, in lower case, or an empty text."""
    return next((address for address in _whole(raw) if not junk_reason(address)), "")


def junk_reason(address: str, *, page_host: str = "", around: str = "") -> str:
    """Return why an address is not its page's business's (a code of `email_junk`), or an empty text.

    `page_host` is the host of the page that shows it, and `around` the words beside it there.
    """
    standing = relation(address, page_host)
    is_own, is_free = standing == "same", standing == "free"
    reason = (
        email_junk.of_form(address)
        or email_junk.of_hint(address, is_free=is_free, is_own=is_own)
        or email_junk.of_outsider(address, is_free=is_free, is_own=is_own)
    )
    if reason or is_own or not page_host:
        return reason
    trade = "" if is_free else email_junk.of_relation(address)
    return trade or (email_junk.AGENCY if email_junk.is_credit(around) else "")


def relation(address: str, website: str) -> str:
    """Tell how an address's domain stands to a site or host: same, free (a public mail service) or other."""
    domain = address.rpartition("@")[2].lower().strip()
    if domain in _FREE:
        return "free"
    host = sites.host(website if "//" in website else f"//{website}")
    if not host or "." not in domain:
        return "other"
    theirs, ours = email_forms.registered(domain), email_forms.registered(host)
    name = theirs.partition(".")[0]
    # One name under two endings is one business; a short one may be anybody's.
    return "same" if theirs == ours or (len(name) > 3 and name == ours.partition(".")[0]) else "other"


def _whole(raw: str) -> Iterator[str]:
    for candidate in email_forms.candidates(raw):
        if email_junk.of_form(candidate):
            continue
        try:
            # `.test` and `.example` are the names the sandbox may use (RFC 2606).
            checked = validate_email(candidate, check_deliverability=False, test_environment=True)
        except EmailNotValidError:
            continue
        yield str(checked.normalized).lower()


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
