"""A visit as plain values, so that it can be kept between two slices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from app.providers.contracts import SiteFact, SiteFindings, SiteVisit


def to_json(visit: SiteVisit) -> dict[str, Any]:
    """Return a visit as values JSON can hold."""
    return asdict(visit)


def from_json(kept: Mapping[str, Any]) -> SiteVisit:
    """Return the visit `to_json` kept."""
    found = kept.get("findings", {})
    lists = {name: tuple(SiteFact(**one) for one in found.get(name, ()))
             for name in ("emails", "phones", "names", "refusals")}  # fmt: skip
    hours = found.get("opening_hours")
    findings = SiteFindings(
        **lists,
        socials={network: SiteFact(**one) for network, one in found.get("socials", {}).items()},
        opening_hours=SiteFact(**hours) if hours else None,
    )
    return SiteVisit(tuple(kept.get("waiting", ())), tuple(kept.get("read", ())), findings, kept.get("ended", ""))
