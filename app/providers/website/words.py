"""Texts compared without accents, signs or capitals."""

from __future__ import annotations

import re
import unicodedata


def folded(text: str) -> str:
    """Return a text's words in lower case, without accents or signs."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain.lower().replace("œ", "oe").replace("æ", "ae")).split())
