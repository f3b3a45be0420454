"""A prospect as a phone's address book takes it: vCard 3.0 (RFC 2426), the version every phone reads."""

from __future__ import annotations

from collections.abc import Iterable

import vobject

from app.domains.leads import wording
from app.domains.leads.models import Lead

COUNTRY = "Canada"


def vcard(lead: Lead, sources: Iterable[str]) -> str:
    """Return the card of a business, with what may be kept of it and what its sources ask to be said."""
    card = vobject.vCard()
    name = lead.name or lead.domain or lead.email or lead.phone
    card.add("n").value = vobject.vcard.Name(family=name)
    card.add("fn").value = name
    card.add("org").value = [name]
    for phone in filter(None, (lead.phone, *lead.other_phones)):
        line = card.add("tel")
        line.value, line.type_param = phone, ["WORK", "VOICE"]
    for kind, value in (("email", lead.email), ("url", lead.website), ("note", _note(sources))):
        if value:
            card.add(kind).value = value
    if lead.address or lead.city:
        place = card.add("adr")
        place.type_param = "WORK"
        place.value = vobject.vcard.Address(street=lead.address, city=lead.city, region=lead.province,
                                            code=lead.postal_code, country=COUNTRY)  # fmt: skip
    text: str = card.serialize()
    return text


def _note(sources: Iterable[str]) -> str:
    return "\n".join(map(str, wording.attributions(sources)))
