"""A sentence with the place it was found at, and what makes one French."""

from __future__ import annotations

import re
from typing import NamedTuple

# What stands in a sentence where a value will: neither a fault nor a word of any rule.
VALUE = "Xyz"
_PLACEHOLDERS = re.compile(r"%\(\w+\)[sd]|\{\w*(?::[^{}]*)?\}")
_SIGNS = re.compile(r"[àâçéèêëîïôùûœÀÂÇÉÈÊËÎÏÔÙÛŒ’«»\u00a0]|\b(?:[cdjlmnst]|qu)'\w", re.IGNORECASE)
_WORDS = re.compile(
    r"\b(?:le|la|les|un|une|des|du|de|ce|cette|ces|vous|votre|vos|nous|est|sont|pour|avec|sans|dans|sur|par|et|ou|"
    r"qui|que|il|elle|en|au|aux|pas|plus)\b",
    re.IGNORECASE,
)


class Sentence(NamedTuple):
    """Words a person may read; `where` is a file and a line."""

    where: str
    words: str


def filled(words: str) -> str:
    """Return a sentence with its placeholders replaced by a value."""
    return _PLACEHOLDERS.sub(VALUE, words)


def is_french(words: str) -> bool:
    """Tell whether a string of the sources is French prose rather than a code, a pattern, an address or English."""
    if not re.search(r"[^\W\d_]{2}", words) or re.search(r"\\[bdsSwW]|\(\?|^[/.#<]|://", words):
        return False
    found = {word.lower() for word in _WORDS.findall(words)}
    return bool(_SIGNS.search(words)) or len(found) > 1 or (len(found) == 1 and len(words.split()) < 8)


def is_label(words: str) -> bool:
    """Tell whether a string is a short label: « Courriel », « Voir la liste »; neither a code nor an abbreviation."""
    return bool(re.match(r"[A-ZÀ-Ý][a-zà-ÿ’]+(?:[ -][\w’]+)*[.!?…]?$", words))
