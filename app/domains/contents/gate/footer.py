"""What a broker's publication ends with: the name of the permit, the title, the agency and its mention."""

from __future__ import annotations

import re

from app.domains.contents.gate.flags import PROFILE, Flag
from app.domains.contents.gate.wording import BROKER_IDENTITY
from app.domains.contents.hashtags import folded
from app.providers.contracts import BusinessFacts

REAL_ESTATE = "real_estate"
# Words of a publication, which is in French.
BROKER, AGENCY, ALONE = "courtier immobilier", "agence immobilière", "à son compte"


def footer(business: BusinessFacts) -> str:
    """Return the identity a broker owes its readers, on two lines at most; empty for others and when unknown."""
    name = " ".join(business.permit_name.split())
    if business.industry != REAL_ESTATE or not name:
        return ""
    title = " ".join(business.permit_title.split()) or BROKER
    agency = " ".join(business.agency_name.split())
    if agency and folded(AGENCY) not in folded(agency):
        agency = f"{agency}, {AGENCY}"
    return "\n".join(filter(None, (f"{name}, {title}", agency)))


def with_footer(text: str, business: BusinessFacts) -> str:
    """Return a text that ends with its author's identity; a text that holds it already is left as it is."""
    owed = footer(business)
    if not owed or f" {_words(owed)} " in f" {_words(text)} ":
        return text
    return f"{text.rstrip()}\n\n{owed}"


def identity_flags(business: BusinessFacts) -> list[Flag]:
    """Say what a broker's profile lacks for its publications to be signed as they must; nothing for others."""
    if business.industry != REAL_ESTATE:
        return []
    is_alone = folded(ALONE) in folded(business.permit_title)
    if business.permit_name.strip() and (business.agency_name.strip() or is_alone):
        return []
    return [Flag("broker_identity", BROKER_IDENTITY, blocking=False, fix=PROFILE)]


def _words(text: str) -> str:
    """Return the words of a text, one blank between them: two ways of typing an identity are the same."""
    return " ".join(re.findall(r"[^\W_]+", folded(text)))
