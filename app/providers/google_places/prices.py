"""What Google bills, by price line."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

# US cents per 1,000 requests at the first volume band
# (https://developers.google.com/maps/billing-and-pricing/pricing, read 2026-09-16; details unverified).
CENTS_PER_THOUSAND = {"text_search_enterprise": 3_500, "place_details_enterprise": 2_000}


def cost_cents(billed: Mapping[str, int]) -> Decimal:
    """Return what these requests cost, in US cents."""
    return sum((Decimal(CENTS_PER_THOUSAND.get(line, 0)) * count / 1_000 for line, count in billed.items()), Decimal(0))
