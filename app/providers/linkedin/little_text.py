"""LinkedIn's « little text »: what is plain to a person, escaped for the wire.

An unescaped reserved character cuts the publication there, with a 201 all the same
(https://learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format, 2026-11-21).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MAX_LENGTH = 3000
# A hashtag begins the text or follows a blank or an opening or closing sign, and holds a letter.
_HASHTAG = re.compile(r"(?:(?<=[\s(\[{<«“‘\"'’—–,;:.!?…*~-])|(?<!.))#(?=[^\W_]*[^\W\d_])", re.DOTALL)
_RESERVED = re.compile(r"[\\|{}@\[\]()<>*_~#]")
_HASHTAG_TEMPLATE = re.compile(r"\{hashtag\|\\?#\|((?:\\.|[^\\}])*)\}")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def compose(text: str, hashtags: Sequence[str] = ()) -> str:
    """Return what a reader sees: the approved text, a blank line, the hashtags."""
    tags = [tag.lstrip("#") for tag in hashtags]
    line = " ".join(f"#{tag}" for tag in tags if tag)
    return "\n\n".join(part for part in (_lines(text), line) if part)


def escape(text: str) -> str:
    """Escape what is reserved, and leave hashtags clickable."""
    plain = _lines(text)
    clickable = {found.start() for found in _HASHTAG.finditer(plain)}
    return _RESERVED.sub(lambda sign: sign[0] if sign.start() in clickable else f"\\{sign[0]}", plain)


def escaped_length(text: str, hashtags: Sequence[str] = ()) -> int:
    """Return the characters LinkedIn counts, at most MAX_LENGTH."""
    return len(escape(compose(text, hashtags)))


def plain(commentary: str) -> str:
    """Return what a commentary read back shows, hashtag templates included."""
    return _ESCAPED.sub(r"\1", _HASHTAG_TEMPLATE.sub(r"#\1", commentary))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
