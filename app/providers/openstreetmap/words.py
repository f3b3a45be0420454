"""Words made safe and forgiving for an Overpass regular expression."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
_NOT_WORD = re.compile(r"[^\w]+|_+")
_ACCENTS = {
    "a": "aàâäáãAÀÂÄÁ",
    "c": "cçCÇ",
    "e": "eéèêëEÉÈÊË",
    "i": "iîïíIÎÏÍ",
    "n": "nñNÑ",
    "o": "oôöóOÔÖÓ",
    "u": "uùûüúUÙÛÜÚ",
    "y": "yÿY",
}
_SHORT = {
    "st": "(saint|st\\\\.?)",
    "saint": "(saint|st\\\\.?)",
    "ste": "(sainte|ste\\\\.?)",
    "sainte": "(sainte|ste\\\\.?)",
    "mt": "(mont|mt)",
    "mont": "(mont|mt)",
}


def bare(text: str) -> list[str]:
    """Split a text into words of plain letters and digits: no case, no accent, no sign is left."""
    spread = unicodedata.normalize("NFKD", text[:LONGEST].casefold().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return [word for word in _NOT_WORD.split(letters) if word]


def singular(word: str) -> str:
    """Return a French word without its plural mark."""
    if len(word) > 4 and word.endswith("aux") and not word.endswith("eaux"):
        return word[:-3] + "al"
    return word[:-1] if len(word) > 3 and word.endswith(("s", "x")) else word


def stem(word: str) -> str:
    """Return what singular and plural share: « travaux » and « travail », « bateaux » and « bateau »."""
    return word[:-2] if len(word) > 4 and word.endswith("aux") else singular(word)


def pattern(words: list[str], *, plural: bool = False) -> str:
    """Return a regular expression of these bare words, whatever their accents and the signs between them.

    `plural` forgives the mark of each word, given as its stem. Alternatives rather than brackets for
    accents: a server may match byte by byte.
    """
    between = ("(s|x|l|il|ux)?" if plural else "") + "[^a-zA-Z0-9]+"
    return between.join(_SHORT.get(word) or "".join(_letter(sign) for sign in word) for word in words)


def _letter(sign: str) -> str:
    forms = _ACCENTS.get(sign)
    return f"({'|'.join(forms)})" if forms else sign
