"""What a reader sees: plain text on both networks, nothing to escape."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

FACEBOOK_LENGTH = 63_206
INSTAGRAM_LENGTH = 2200
INSTAGRAM_HASHTAGS = 30
_HASHTAG = re.compile(r"#\w+")


def compose(text: str, hashtags: Sequence[str] = ()) -> str:
    """Return what a reader sees: the approved text, a blank line, the hashtags."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    line = " ".join(f"#{tag}" for tag in (each.lstrip("#") for each in hashtags) if tag)
    return "\n\n".join(part for part in (plain, line) if part)


def hashtag_count(composed: str) -> int:
    """Return how many hashtags Instagram will count."""
    return len(_HASHTAG.findall(composed))


def comparable(composed: str) -> str:
    """Return a text as two readings of the same publication have it in common."""
    return " ".join(unicodedata.normalize("NFC", composed).split())
