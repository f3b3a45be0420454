"""Little text: how the network reads a commentary, and where it cuts one silently (contract 05)."""

from __future__ import annotations

import re
from dataclasses import dataclass

RESERVED = frozenset("\\|{}@[]()<>#*_~")
LONGEST = 3000
_ESCAPED = r"(?:\\[\\|{}@\[\]()<>#*_~]|[^\\|{}@\[\]()<>#*_~])"
_TEMPLATE = re.compile(r"\{hashtag\|\\?#\|(" + _ESCAPED + r"+)\}")
_MENTION = re.compile(r"@\[(" + _ESCAPED + r"+)\]\((urn:li:(?:organization|person):[A-Za-z0-9]+)\)")
_HASHTAG = re.compile(r"#([^\W_]+)")


@dataclass(frozen=True)
class Shown:
    """What readers see of a commentary."""

    text: str
    hashtags: list[str]
    truncated: bool


def shown(commentary: str) -> Shown:
    """Read a commentary as the network does: an unescaped reserved character ends it."""
    text: list[str] = []
    hashtags: list[str] = []
    position = 0
    while position < len(commentary):
        letter = commentary[position]
        if letter not in RESERVED:
            text.append(letter)
            position += 1
            continue
        if letter == "\\" and commentary[position + 1 : position + 2] in RESERVED and position + 1 < len(commentary):
            text.append(commentary[position + 1])
            position += 2
            continue
        piece, length, hashtag = _markup(commentary, position)
        if not length:
            return Shown("".join(text), hashtags, truncated=True)
        text.append(piece)
        hashtags.extend([hashtag] if hashtag else [])
        position += length
    return Shown("".join(text), hashtags, truncated=False)


def _markup(commentary: str, position: int) -> tuple[str, int, str]:
    """Read markup at a position: what is shown, its length (0 where there is none), its hashtag."""
    if template := _TEMPLATE.match(commentary, position):
        word = _unescaped(template[1])
        return f"#{word}", len(template[0]), word
    if mention := _MENTION.match(commentary, position):
        return _unescaped(mention[1]), len(mention[0]), ""
    if hashtag := _HASHTAG.match(commentary, position):
        return hashtag[0], len(hashtag[0]), hashtag[1]
    return "", 0, ""


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
