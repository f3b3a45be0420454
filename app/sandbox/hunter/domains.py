"""What Hunter knows of a domain: invented, the same each time, nothing of anybody real."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from app.sandbox.hunter import wording
from app.sandbox.sites.businesses import business_of

WEBMAIL = frozenset({"gmail.com", "hotmail.com", "outlook.com", "yahoo.ca", "videotron.ca", "icloud.com"})
UNKNOWN_SHARE = 0.3
_EARLIEST = date(2026, 1, 5)


@dataclass(frozen=True)
class Known:
    """A domain, whose it is, and its addresses."""

    domain: str
    organization: str | None
    emails: tuple[dict[str, Any], ...]


def known(domain: str, port: str) -> Known:
    """Return what is known of a domain: a business of the sandbox, or one drawn from its name."""
    low = domain.lower().removeprefix("www.")
    business = business_of(low.removesuffix(".localhost")) if low.endswith(".localhost") else None
    draw = Random(f"hunter/{low}")
    if low in WEBMAIL or not (business or low.endswith(".example")):
        return Known(low, None, ())
    if draw.random() < UNKNOWN_SHARE:
        return Known(low, None, ())
    mail_domain = business.email.rpartition("@")[2] if business else low
    page = f"http://{low}:{port}/nous-joindre" if business else f"https://{low}/nous-joindre"
    first, last = draw.choice(wording.FIRST_NAMES), draw.choice(wording.LAST_NAMES)
    generic = _address(business.email if business else f"info@{mail_domain}", page, draw)
    personal = _address(f"{first.lower()}.{last.lower()}@{mail_domain}", page, draw, (first, last))
    organization = business.name if business else mail_domain.partition(".")[0].replace("-", " ").title()
    # A person comes before the generic address as often as not.
    both = (personal, generic) if draw.random() < 0.5 else (generic, personal)
    return Known(low, organization, both[: draw.choice((1, 2, 2))])


def _address(value: str, page: str, draw: Random, person: tuple[str, str] | None = None) -> dict[str, Any]:
    found = _EARLIEST + timedelta(days=draw.randrange(120))
    seen = found + timedelta(days=draw.randrange(150))
    source = {"domain": page.split("/")[2].partition(":")[0], "uri": page, "extracted_on": found.isoformat(),
              "last_seen_on": seen.isoformat(), "still_on_page": draw.random() < 0.8}  # fmt: skip
    return {
        "value": value, "type": "personal" if person else "generic", "confidence": draw.randrange(70, 100),
        "sources": [source], "first_name": person[0] if person else None, "last_name": person[1] if person else None,
        "position": draw.choice(wording.POSITIONS) if person else None, "seniority": "executive" if person else None,
        "department": "management" if person else None, "linkedin": None, "twitter": None, "phone_number": None,
        "verification": {"date": seen.isoformat(), "status": draw.choice(("valid", "valid", "accept_all", "unknown"))},
    }  # fmt: skip
