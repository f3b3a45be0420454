"""What the outside charges: one table, each price with where it was read and when.

Prices are at the first volume band, without what is free each month; the doubtful ones are said to be.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_READ_ON = date(2026, 11, 21)
_GEMINI = "https://ai.google.dev/gemini-api/docs/pricing"
_GOOGLE = "https://developers.google.com/maps/billing-and-pricing/pricing"
_HUNTER = "https://hunter.io/pricing"


@dataclass(frozen=True)
class Price:
    """What `per` units of one operation cost, in millionths of a US dollar; `is_sure` where it was confirmed."""

    provider: str
    operation: str
    unit: str
    micros: int
    per: int
    source: str
    read_on: date = _READ_ON
    is_sure: bool = False

    def of(self, units: int) -> float:
        """Return what so many units cost, in millionths of a dollar."""
        return self.micros * units / self.per


def _tokens(model: str, given: int, received: int) -> list[Price]:
    # Thoughts are billed as output.
    return [Price("gemini", f"{model} in", "token", given, 1_000_000, _GEMINI),
            Price("gemini", f"{model} out", "token", received, 1_000_000, _GEMINI)]  # fmt: skip


TABLE = (
    *_tokens("gemini-3.8-flash", 750_000, 3_750_000),  # called promotional
    *_tokens("gemini-3.6-flash", 1_500_000, 7_500_000),
    *_tokens("gemini-3.5-flash-lite", 300_000, 2_500_000),
    *_tokens("gemini-3.5-flash", 1_500_000, 9_000_000),
    Price("gemini", "gemini-nano-banana-2.1", "image", 34_000, 1, _GEMINI),
    Price("gemini", "gemini-3.1-flash-lite-image", "image", 34_000, 1, _GEMINI),
    Price("gemini", "gemini-3-pro-image", "image", 134_000, 1, _GEMINI),
    Price("google_places", "text_search_pro", "request", 32_000_000, 1_000, _GOOGLE),
    # Confirmed in public code of 2026-09-16.
    Price("google_places", "text_search_enterprise", "request", 35_000_000, 1_000, _GOOGLE, is_sure=True),
    Price("google_places", "text_search_enterprise_atmosphere", "request", 40_000_000, 1_000, _GOOGLE),
    Price("google_places", "place_details_essentials", "request", 5_000_000, 1_000, _GOOGLE),
    Price("google_places", "place_details_pro", "request", 17_000_000, 1_000, _GOOGLE),
    Price("google_places", "place_details_enterprise", "request", 20_000_000, 1_000, _GOOGLE),
    Price("google_places", "place_details_enterprise_atmosphere", "request", 25_000_000, 1_000, _GOOGLE),
    # A plan of 500 searches a month at 49 US$; one that finds nothing is free.
    Price("hunter", "domain_search", "search", 98_000, 1, _HUNTER),
)
_BY_NAME = {(each.provider, each.operation): each for each in TABLE}


def price(provider: str, operation: str) -> Price | None:
    """Return the price of an operation, None where nobody knows it."""
    return _BY_NAME.get((provider, operation))


def micros(provider: str, operation: str, units: int) -> int:
    """Return what so many units cost, in millionths of a dollar; nothing for what nobody charges."""
    found = price(provider, operation)
    return round(found.of(units)) if found else 0
