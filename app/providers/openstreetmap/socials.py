"""Pages on social networks, written as addresses or as bare names (https://wiki.openstreetmap.org/wiki/Key:contact)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from app.providers.openstreetmap.tags import Tags, values

# Longer is no page's address (https://wiki.openstreetmap.org/wiki/Any_tags_you_like: values have 255 signs at most).
_LONGEST = 255
# Where a bare name leads.
PAGES: Mapping[str, str] = {
    "facebook": "https://www.facebook.com/{}",
    "instagram": "https://www.instagram.com/{}",
    "twitter": "https://x.com/{}",
    "linkedin": "https://www.linkedin.com/company/{}",
    "youtube": "https://www.youtube.com/@{}",
    "tiktok": "https://www.tiktok.com/@{}",
    "pinterest": "https://www.pinterest.com/{}",
}
_HOSTS: Mapping[str, str] = {
    "facebook.com": "facebook", "fb.com": "facebook", "fb.me": "facebook", "instagram.com": "instagram",
    "instagr.am": "instagram", "twitter.com": "twitter", "x.com": "twitter", "linkedin.com": "linkedin",
    "youtube.com": "youtube", "youtu.be": "youtube", "tiktok.com": "tiktok", "pinterest.com": "pinterest",
    "pinterest.ca": "pinterest",
}  # fmt: skip
_NAME = re.compile(r"@?[A-Za-z0-9][A-Za-z0-9_.\-]*(?:/[A-Za-z0-9_.\-]+)*/?")
_LOOKS_LIKE_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S+", re.IGNORECASE)
_KEYS: Mapping[str, tuple[str, ...]] = {
    name: (f"contact:{name}", name, *(("contact:x",) if name == "twitter" else ())) for name in PAGES
}
_WEBSITES = ("website", "contact:website", "url", "website:fr")


def pages(tags: Tags) -> dict[str, str]:
    """Return the page of each network, those given as sites included."""
    found: dict[str, str] = {}
    told = [(name, value) for name, keys in _KEYS.items() for value in values(tags, *keys)]
    for name, value in [*told, *(("", value) for value in values(tags, *_WEBSITES))]:
        address = _address(name, value)
        where = network_of(address) or name
        if where and address and not _is_a_person(address):
            found.setdefault(where, address)
    return found


def network_of(address: str) -> str:
    """Return which network an address is on, nothing for a site of one's own."""
    return _HOSTS.get(".".join(_host(address).split(".")[-2:]), "")


def website(tags: Tags) -> str:
    """Return the first site that is the business's own, and not a page of a network."""
    return next((value for value in values(tags, *_WEBSITES) if not network_of(value)), "")


def _address(name: str, value: str) -> str:
    if len(value) > _LONGEST:
        return ""
    if value.startswith(("http://", "https://")):
        return value if "." in _host(value) and not any(sign.isspace() for sign in value) else ""
    if _LOOKS_LIKE_HOST.fullmatch(value) and network_of(value):
        return f"https://{value}"
    # A name with blanks is what the page is called, not where it is; the network alone is nobody's page.
    if not name or not _NAME.fullmatch(value) or value.lower() in {"yes", "no", "none"} or network_of(value):
        return ""
    return PAGES[name].format(value.lstrip("@").rstrip("/"))


def _host(address: str) -> str:
    try:
        return urlsplit(address if "://" in address else f"https://{address}").hostname or ""
    except ValueError:
        return ""


def _is_a_person(address: str) -> bool:
    """Tell whether this is somebody's own profile: a member of LinkedIn is never a prospect's page."""
    return network_of(address) == "linkedin" and urlsplit(address).path.startswith(("/in/", "/pub/"))
