"""What Google bills, by price line: the highest tier its mask touches, per request."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

TEXT_SEARCH, PLACE_DETAILS = "text_search_enterprise", "place_details_enterprise"
# US cents per 1,000 requests at the first volume band, seen in public code of September 2026;
# the second is not confirmed (https://developers.google.com/maps/billing-and-pricing/pricing).
CENTS_PER_THOUSAND = {TEXT_SEARCH: 3_500, PLACE_DETAILS: 2_000}


def cost_cents(billed: Mapping[str, int]) -> Decimal:
    """Return what these requests cost, in US cents."""
    return sum((Decimal(CENTS_PER_THOUSAND.get(line, 0)) * count / 1_000 for line, count in billed.items()), Decimal(0))
