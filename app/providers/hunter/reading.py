"""From a domain's answer to its addresses: generic first, each with the page that publishes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.providers.contracts import SiteFact
from app.providers.errors import ProviderError
from app.providers.hunter import wording

HOW = "hunter"
MOST_SNIPPET = 200
_ADDRESS = re.compile(r"[^\s@<>,;\"']{1,64}@[^\s@<>,;\"']{1,190}\.[^\s@<>,;\"'.]{2,63}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def addresses(answer: Mapping[str, Any]) -> list[SiteFact]:
    """Return the addresses that a public page shows, best first.

    Raises:
        ProviderError: code "malformed".
    """
    told = answer.get("data")
    listed = told.get("emails") if isinstance(told, dict) else None
    if not isinstance(told, dict) or not isinstance(listed, list):
        raise ProviderError("Hunter gave no list of addresses", code="malformed", status=200)
    if told.get("webmail") is True or told.get("disposable") is True:
        # Everybody's domain: the addresses there are of other people.
        return []
    usable = sorted((each for each in listed if _is_usable(each)), key=_rank)
    found = [fact for each in usable if (fact := _fact(each)) is not None]
    return list({fact.value: fact for fact in reversed(found)}.values())[::-1]


def _is_usable(email: Any) -> bool:
    if not isinstance(email, dict) or not _ADDRESS.fullmatch(str(email.get("value") or "")):
        return False
    verification = email.get("verification")
    return not (isinstance(verification, dict) and verification.get("status") == "invalid")


def _rank(email: Mapping[str, Any]) -> tuple[bool, float]:
    confidence = email.get("confidence")
    sure = confidence if isinstance(confidence, int | float) and not isinstance(confidence, bool) else 0
    return email.get("type") != "generic", -sure


def _fact(email: Mapping[str, Any]) -> SiteFact | None:
    listed = email.get("sources")
    sources = [each for each in listed if _is_page(each)] if isinstance(listed, list) else []
    if not sources:
        # Without the page there is no proof that anybody published it.
        return None
    best = max(sources, key=_freshness)
    value = str(email["value"]).lower()
    snippet = wording.seen(value, _day(best, "extracted_on"), _day(best, "last_seen_on"))
    return SiteFact(value, str(best["uri"])[:500], snippet[:MOST_SNIPPET], HOW)


def _is_page(source: Any) -> bool:
    return isinstance(source, dict) and str(source.get("uri") or "").startswith(("https://", "http://"))


def _freshness(source: Mapping[str, Any]) -> tuple[bool, str, str]:
    return source.get("still_on_page") is not False, _day(source, "last_seen_on"), _day(source, "extracted_on")


def _day(source: Mapping[str, Any], name: str) -> str:
    found = str(source.get(name) or "")
    return found if _DAY.fullmatch(found) else ""
