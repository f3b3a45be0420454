"""The business's own pages on social networks, told from buttons that share and from posts."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

NETWORKS = {
    "facebook.com": "facebook", "fb.com": "facebook", "fb.me": "facebook", "instagram.com": "instagram",
    "linkedin.com": "linkedin", "tiktok.com": "tiktok", "youtube.com": "youtube", "twitter.com": "x", "x.com": "x",
}  # fmt: skip
# Pages there are somebody's, but the host is never the business's own.
PLATFORMS = frozenset({
    *NETWORKS, "linktr.ee", "youtu.be", "google.com", "goo.gl", "g.page", "yelp.com", "yelp.ca", "tripadvisor.com",
    "tripadvisor.ca", "pagesjaunes.ca", "yellowpages.ca", "ubereats.com", "doordash.com", "skipthedishes.com",
    "opentable.ca", "opentable.com", "pinterest.com", "wikipedia.org", "restomontreal.ca", "restoquebec.ca",
})  # fmt: skip
_OWN = {
    "facebook": re.compile(
        r"/(?:profile\.php\?id=\d+|(?:pages|people|p|pg)/[^/]+/?[^/]*|[A-Za-z0-9.\-_%]{2,100})/?(?:\?.*)?$"
    ),
    "instagram": re.compile(r"/[A-Za-z0-9._]{2,40}/?(?:\?.*)?$"),
    "linkedin": re.compile(r"/(?:company|in|school|showcase)/[^/?]+"),
    "tiktok": re.compile(r"/@[^/?]+/?(?:\?.*)?$"),
    "youtube": re.compile(r"/(?:@[^/?]+|channel/[^/?]+|c/[^/?]+|user/[^/?]+)"),
    "x": re.compile(r"/@?[A-Za-z0-9_]{2,20}/?(?:\?.*)?$"),
}
_NOBODYS = frozenset({
    "about", "accounts", "ads", "business", "dialog", "events", "explore", "facebook", "godaddy", "groups",
    "hashtag", "help", "home", "i", "instagram", "intent", "legal", "linkedin", "login", "login.php", "marketplace",
    "media", "permalink.php", "photo.php", "plugins", "policies", "policy", "privacy", "reel", "search", "settings",
    "share", "share.php", "sharer", "sharer.php", "shopify", "squarespace", "stories", "story.php", "terms",
    "tiktok", "tr", "twitter", "watch", "weebly", "wix", "wordpress", "wordpressdotcom", "x", "youtube",
})  # fmt: skip


def host_of(url: str) -> str:
    """Return an address's host in lower case, without « www. » or « m. »."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
    return re.sub(r"^(?:www|m|web|fr|fr-ca|en|ca|mobile)\.(?=[^.]+\.[^.]+)", "", host)


def is_platform(url: str) -> bool:
    """Tell whether an address is on somebody else's platform."""
    parts = host_of(url).split(".")
    return any(".".join(parts[at:]) in PLATFORMS for at in range(len(parts)))


def own_page(url: str) -> tuple[str, str] | None:
    """Return the network an address is a business's page of, and the page; None for anything else."""
    network = NETWORKS.get(host_of(url))
    if network is None:
        return None
    parts = urlsplit(url)
    asked = parts.path + (f"?{parts.query}" if parts.path == "/profile.php" else "")
    first = parts.path.strip("/").partition("/")[0].lower()
    if not first or first in _NOBODYS or not _OWN[network].match(asked):
        return None
    return network, f"https://{parts.netloc.lower()}{asked.rstrip('/')}"[:300]
