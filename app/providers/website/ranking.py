"""Findings of several pages as one, best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from app.providers.contracts import SiteFact, SiteFindings
from app.providers.website import phones
from app.providers.website.addresses import registered
from app.providers.website.words import folded

_GENERIC = re.compile(
    r"(?:info|infos|information|bonjour|allo|salut|hello|contact\w*|courriel|mail|email|accueil|reception|bureau|office|"
    r"general|admin|administration|clinique|clinic|resto|restaurant|cafe|bistro|boutique|magasin|service|services)\d*"
)
_ROLE = re.compile(
    r"(?:reservations?|commandes?|orders?|traiteur|evenements?|events?|ventes?|sales|direction|gestion|rdv|rendezvous|"
    r"support|soumissions?|comptabilite|facturation|communications?|marketing)\d*"
)
# For other things than to be written to by a neighbour.
_APART = re.compile(
    r"(?:emplois?|cv|rh|jobs?|carrieres?|careers?|privacy|confidentialite|vieprivee|webmaster|abuse|noreply|nepasrepondre|"
    r"presse|media|medias|newsletter|infolettre|plaintes?|legal|dons?)\d*"
)
_HOW = {"json_ld": 0, "mailto": 0, "text": 1, "obfuscated": 1, "hunter": 0}
_MOST = 20
_SHORTEST_NAME = 4


def merged(first: SiteFindings, second: SiteFindings) -> SiteFindings:
    """Return what two pages say; the earlier page is believed where one answer is kept."""
    return SiteFindings(
        emails=_by(lambda fact: fact.value, first.emails, second.emails),
        phones=_by(lambda fact: phones.digits(fact.value), first.phones, second.phones),
        names=_by(lambda fact: folded(fact.value), first.names, second.names),
        socials={**second.socials, **first.socials},
        opening_hours=first.opening_hours or second.opening_hours,
        refusals=_by(lambda fact: fact.value, first.refusals, second.refusals),
    )


def ranked(findings: SiteFindings, site: str, business_name: str) -> SiteFindings:
    """Put the addresses of the site's own domain first, and generic ones before personal ones."""
    host = urlsplit(site).hostname or ""
    words = {word for word in folded(business_name).split() if len(word) >= _SHORTEST_NAME}

    def rank(fact: SiteFact) -> tuple[int, int, int]:
        return _distance(fact.value, host, words), _nature(fact.value), _HOW.get(fact.how, 1)

    return replace(findings, emails=tuple(sorted(findings.emails, key=rank)))


def _distance(address: str, host: str, words: set[str]) -> int:
    domain = address.rpartition("@")[2]
    ours, theirs = registered(host), registered(domain)
    name = theirs.partition(".")[0]
    # One name under two endings is one business; a short one may be anybody's.
    if ours == theirs or (len(name) >= _SHORTEST_NAME and name == ours.partition(".")[0]):
        return 0
    return 1 if any(word in folded(address).replace(" ", "") for word in words) else 2


def _nature(address: str) -> int:
    local = re.sub(r"[._\-]", "", address.partition("@")[0])
    if _APART.fullmatch(local):
        return 3
    return 0 if _GENERIC.fullmatch(local) else 1 if _ROLE.fullmatch(local) else 2


def _by(key: Callable[[SiteFact], str], *groups: Iterable[SiteFact]) -> tuple[SiteFact, ...]:
    kept: dict[str, SiteFact] = {}
    for group in groups:
        for fact in group:
            kept.setdefault(key(fact), fact)
    return tuple(kept.values())[:_MOST]
