"""Which pages of a site are worth one of the five: where a business says how to reach it, or not to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import unquote, urlsplit

from app.providers.website.addresses import registered
from app.providers.website.pages import Link
from app.providers.website.words import folded

MOST_PAGES = 5
_WORTH = (
    (100, re.compile(r"\b(?:contact\w*|joindre|joignez|rejoindre|nousjoindre|coordonnees|ecrivez nous|reach us)\b")),
    (60, re.compile(r"\b(?:a propos\w*|apropos|about\w*|qui sommes|notre histoire|our story|qui suis)\b")),
    (50, re.compile(r"\b(?:equipe|team|personnel|staff|courtiers?|dentistes?)\b")),
    (45, re.compile(r"\b(?:mentions? legales?|legal\w*|avis|notice)\b")),
    (40, re.compile(r"\b(?:infos?|informations?|heures|horaires?|hours|nous trouver|visit\w*|localisation|acces)\b")),
    (35, re.compile(r"\b(?:reservations?|rendez vous|booking|soumission)\b")),
    (30, re.compile(r"\b(?:confidentialite|politique|privacy|conditions|vie privee)\b")),
)  # fmt: skip
_UNWANTED = re.compile(
    r"\b(?:emplois?|carrieres?|careers?|jobs?|panier|cart|checkout|login|connexion|compte|blogue?|nouvelles)\b"
)
_NO_PAGE = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|webp|svg|zip|docx?|xlsx?|mp[34]|ics|vcf|xml|json|css|js|rss|ico|avif|mov|avi)$",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"^/en(?:[-_]ca)?(?:/|$)", re.IGNORECASE)
_LONGEST = 500


def is_same_site(url: str, other: str) -> bool:
    """Tell whether two addresses are of one site: one registered domain, or one host where none is registered."""
    ours, theirs = urlsplit(url).hostname or "", urlsplit(other).hostname or ""
    return bool(ours) and registered(ours) == registered(theirs)


def worth_reading(links: Sequence[Link], frames: Iterable[str], page_url: str) -> list[str]:
    """Return the addresses of the site's pages that are worth reading, best first."""
    best: dict[str, tuple[int, int, int, str]] = {}
    everything = [(link.url, link.words) for link in links] + [(url, "contact") for url in frames]
    for order, (url, words) in enumerate(everything):
        bare = url.partition("#")[0]
        score, kind = _score(bare, words, page_url)
        place = key(bare)
        if score > 0 and (place not in best or score > -best[place][0]):
            best[place] = (-score, order, kind, bare)
    best.pop(key(page_url), None)
    # The best of each kind before the second of any: many contact pages would hide the notices.
    turns: Counter[int] = Counter()
    ranked: list[tuple[int, int, str]] = []
    for place_in_all, (_, _, kind, url) in enumerate(sorted(best.values())):
        turns[kind] += 1
        ranked.append((turns[kind], place_in_all, url))
    return [url for _, _, url in sorted(ranked)]


def _score(url: str, words: str, page_url: str) -> tuple[int, int]:
    """Return what a page is worth, and the worth of its kind."""
    try:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or len(url) > _LONGEST or not is_same_site(url, page_url):
            return 0, 0
    except ValueError:
        return 0, 0
    if _NO_PAGE.search(parts.path):
        return 0, 0
    said = f"{folded(words)} / {folded(unquote(parts.path))}"
    score = kind = next((worth for worth, pattern in _WORTH if pattern.search(said)), 0)
    if _UNWANTED.search(said):
        score -= 60
    if _ENGLISH.match(parts.path):
        score -= 30
    return score - min(20, parts.path.count("/") * 2 + len(parts.query) // 20), kind


def key(url: str) -> str:
    """Return what two addresses of one page have in common."""
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}".lower()
