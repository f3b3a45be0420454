"""Texts made comparable: without case, accents or punctuation."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "&": " et ", "+": " et "})
_NOT_WORD = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile(r"[’'`´ʼ]")


def words(text: str) -> list[str]:
    """Split a text into words without case, accents or punctuation."""
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    bare = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return [word for word in _NOT_WORD.split(_APOSTROPHES.sub(" ", bare)) if word]


def fold(name: str) -> str:
    """Return the key of a business's name: « Chez l’Ami » and « CHEZ L'AMI » share one.

    Blanks go too, so that « Tim Horton's » meets « Tim Hortons ».
    """
    return ("".join(words(name)) or name.casefold().strip())[:255]
