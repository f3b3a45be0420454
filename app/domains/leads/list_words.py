"""What the list of prospects says, on the page and in its exports."""

from __future__ import annotations

from collections.abc import Sequence

from app.core import clock
from app.core.i18n import NBSP, _, _l, counted, number
from app.core.i18n import phone as phone_words
from app.domains.leads.filters import Filters, Sort
from app.domains.leads.listing import MOST_COUNTED, Listing
from app.domains.leads.models import Lead
from app.domains.leads.services.exporting import Exported
from app.domains.leads.wording import SOURCES, attributions, category_name, source_name

NAMELESS = _l("Prospect trouvé sur Google")
SORTS = {Sort.BEST: _l("Meilleur score"), Sort.NAME: _l("Nom"), Sort.NEWEST: _l("Plus récent")}
EITHER = (("", _l("Peu importe")), ("oui", _l("Oui")), ("non", _l("Non")))
CHAINS = (
    ("", _l("Toutes")),
    ("non", _l("Sans les chaînes")),
    ("oui", _l("Chaînes seulement")),
    ("groupe", _l("Une ligne par chaîne")),
)
# Short forms of REACH, the codes of contact.judge.
CONTACT = {
    "email": _l("Oui, par courriel"),
    "phone": _l("Oui, par téléphone"),
    "do_not_contact": _l("Non, à ne plus contacter"),
    "refusal": "Non, son site refuse",
    "personal": _l("Non, adresse d’une personne"),
    "nothing": _l("Non, aucune coordonnée"),
}
NOT_JUDGED = _l("Pas encore vérifié")
SHEET, CREDITS_SHEET = _l("Prospects"), _l("Sources")
HEADERS = (
    _l("Nom"), _l("Raison sociale"), _l("Adresse"), _l("Ville"), _l("Province"), _l("Code postal"), _l("Téléphone"),
    _l("Autres téléphones"), _l("Courriel"), _l("Site Web"), _l("Heures d’ouverture"), _l("Type d’établissement"),
    _l("Bannière"), _l("Chaîne"), _l("Score"), _l("Contactable"), _l("Précision"), _l("Latitude"), _l("Longitude"),
    _l("Ajouté le"), _l("Source"), _l("Licence"), _l("Vu le"), _l("Mention"),
)  # fmt: skip
_BETWEEN = " | "


def sources() -> list[tuple[str, str]]:
    """Return the sources one may choose from."""
    return [("", _("Toutes")), *((code, source_name(code)[:1].upper() + source_name(code)[1:]) for code in SOURCES
                              if code not in ("search", "demonstration"))]  # fmt: skip


def source_names(codes: Sequence[str]) -> str:
    """Name the sources of a prospect on one line."""
    names = ", ".join(source_name(code) for code in codes)
    return names[:1].upper() + names[1:]


def contact(reason: str) -> str:
    """Say in a few words whether one may contact a prospect, and how or why not."""
    return CONTACT.get(reason, NOT_JUDGED)


def count(page: Listing, asked: Filters) -> str:
    """Say how many prospects there are."""
    if page.count is None:
        return _("Suite de la liste")
    many = _("Plus de %(count)s\u00a0prospects", count=number(MOST_COUNTED))
    found = many if page.is_capped else counted(page.count, "prospect", "prospects")
    return _("%(found)s avec ces filtres", found=found) if asked.names else found


def values(prospect: Exported) -> list[str | int | float]:
    """Return a prospect's cells, in the order of HEADERS."""
    lead, records = prospect.lead, prospect.records
    return [
        lead.name, lead.legal_name, lead.address, lead.city, lead.province, lead.postal_code, phone(lead.phone),
        _BETWEEN.join(phone(each) for each in lead.other_phones), lead.email, lead.website, lead.opening_hours,
        category_name(lead.category), lead.brand, yes(lead.is_chain), lead.score, yes(lead.contactable),
        contact(lead.contact_reason), "" if lead.latitude is None else lead.latitude,
        "" if lead.longitude is None else lead.longitude, _day(lead),
        _BETWEEN.join(source_name(record.source) for record in records),
        _BETWEEN.join(record.licence for record in records),
        _BETWEEN.join(record.seen_on.isoformat() for record in records),
        _BETWEEN.join(map(str, attributions(record.source for record in records))),
    ]  # fmt: skip


def phone(e164: str) -> str:
    """Write a number as people do, with plain spaces: a file is read by other programs."""
    return phone_words(e164).replace(NBSP, " ") if e164 else ""


def yes(answer: bool) -> str:
    """Say yes or no."""
    return _("Oui") if answer else _("Non")


def _day(lead: Lead) -> str:
    return lead.created_at.astimezone(clock.QUEBEC).date().isoformat()
