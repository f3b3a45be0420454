"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, REMOVED, ADDED = "same", "removed", "added"
# A word with the blank that follows it: joined again, the pieces are the text, sign for sign.
_WORDS = re.compile(r"\s+|[^\s]+[ \u00a0]?")


@dataclass(frozen=True)
class Segment:
    """A run of words: `kind` is same, removed or added."""

    kind: str
    text: str


def diff(before: str, after: str) -> list[Segment]:
    """Return the runs that make `before` (same and removed) and `after` (same and added), in reading order."""
    ours, theirs = _WORDS.findall(before), _WORDS.findall(after)
    found: list[Segment] = []
    for tag, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Segment(SAME, "".join(ours[i:j])))
            continue
        if i < j:
            found.append(Segment(REMOVED, "".join(ours[i:j])))
        if k < m:
            found.append(Segment(ADDED, "".join(theirs[k:m])))
    return found
