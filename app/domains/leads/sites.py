"""Whose site an address is: the business's own, or a page on somebody else's platform."""

from __future__ import annotations

from urllib.parse import urlsplit

# A page there is not a site of one's own, and the host says nothing of whose it is.
PLATFORMS = frozenset({
    "facebook.com", "fb.com", "instagram.com", "linkedin.com", "twitter.com", "x.com", "tiktok.com", "youtube.com",
    "linktr.ee", "google.com", "goo.gl", "g.page", "business.site", "maps.app.goo.gl", "yelp.com", "yelp.ca",
    "tripadvisor.com", "tripadvisor.ca", "restomontreal.ca", "restoquebec.ca", "pagesjaunes.ca", "yellowpages.ca",
    "ubereats.com", "doordash.com", "skipthedishes.com", "order.online", "toasttab.com", "opentable.ca",
    "opentable.com", "libroreserve.com", "bit.ly", "canpages.ca", "centris.ca", "wikipedia.org",
})  # fmt: skip


def host(website: str) -> str:
    """Return the host of an address in lower case, without « www. », or an empty text."""
    try:
        found = (urlsplit(website).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""
    return found.removeprefix("www.")[:253]


def domain(website: str) -> str:
    """Return the host of a business's own site, or an empty text for a platform's page."""
    found = host(website)
    parts = found.split(".")
    tails = {".".join(parts[at:]) for at in range(len(parts))}
    return "" if tails & PLATFORMS else found
