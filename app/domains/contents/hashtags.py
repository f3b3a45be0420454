"""Mots-clics: three to five, letters and digits, the town among them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from app.domains.contents import wording

FEWEST, MOST = 3, 5
LONGEST_TAG = 40


def normalised(tags: Iterable[str], city: str, industry: str) -> list[str]:
    """Return a machine's mots-clics made fit to send: no sign, no double, 3 to 5, the town kept or added."""
    town = joined(city)
    wished = [tag for tag in map(joined, tags) if _is_tag(tag)]
    if town and not any(folded(town) in folded(tag) for tag in wished):
        wished.insert(0, town)
    kept = _distinct(wished)
    for extra in wording.TAGS.get(industry, wording.TAGS["other"]):
        if len(kept) < FEWEST:
            kept = _distinct([*kept, extra])
    return _cut(kept, town)


def typed(tags: Iterable[str]) -> list[str]:
    """Return a person's mots-clics as typed, without the sign, blanks around them, empty ones and doubles."""
    return _distinct(tag for tag in (tag.strip().lstrip("#").strip() for tag in tags) if tag)


def joined(words: str) -> str:
    """Join words into one mot-clic, accents kept: « Trois-Rivières » → « TroisRivières »."""
    kept = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", words))
    return "".join(word[:1].upper() + word[1:] for word in kept)


def folded(tag: str) -> str:
    """Return the key under which two spellings of a mot-clic are the same."""
    plain = unicodedata.normalize("NFD", tag.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def is_well_formed(tag: str) -> bool:
    """Tell whether networks take a mot-clic whole: letters and digits, not digits only, forty signs at most."""
    composed = unicodedata.normalize("NFC", tag)
    return composed.isalnum() and _is_tag(composed)


def spread(tags: Sequence[str]) -> str:
    """Write mots-clics as words, one a line, so that the rules for texts read them too."""
    return "\n".join(re.sub(r"(?<=[^\W\d_])(?=[A-ZÀ-Ü])", " ", tag) for tag in tags)


def _is_tag(tag: str) -> bool:
    return 0 < len(tag) <= LONGEST_TAG and not tag.isdigit()


def _distinct(tags: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for tag in tags:
        kept.setdefault(folded(tag), tag)
    return list(kept.values())


def _cut(tags: list[str], town: str) -> list[str]:
    if len(tags) <= MOST or not town:
        return tags[:MOST]
    named = next(tag for tag in tags if folded(town) in folded(tag))
    first = tags[:MOST]
    return first if named in first else [*first[:-1], named]
