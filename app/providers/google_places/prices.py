"""What Google bills, by price line: the highest tier its mask touches, per request.

US cents per 1,000 requests at the first volume band
(https://developers.google.com/maps/billing-and-pricing/pricing; notes of 2026-11-21).
Only Text Search Enterprise was confirmed, in public code of 2026-09-16; the others are not verified
for November 2026. Free requests a month, by line, are not subtracted: Essentials 10,000,
Pro 5,000 (not verified), Enterprise 1,000.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

TEXT_SEARCH, PLACE_DETAILS = "text_search_enterprise", "place_details_enterprise"
CENTS_PER_THOUSAND = {
    TEXT_SEARCH: 3_500,
    "text_search_pro": 3_200,  # not verified
    "text_search_enterprise_atmosphere": 4_000,  # not verified
    "place_details_essentials": 500,  # not verified
    "place_details_pro": 1_700,  # not verified
    PLACE_DETAILS: 2_000,  # not verified
    "place_details_enterprise_atmosphere": 2_500,  # not verified
}


def cost_cents(billed: Mapping[str, int]) -> Decimal:
    """Return what these requests cost at list price, in US cents; a line nobody knows costs nothing."""
    return sum((Decimal(CENTS_PER_THOUSAND.get(line, 0)) * count / 1_000 for line, count in billed.items()), Decimal(0))
