"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Collection

from app.domains.contents.gate.claims import spans_of

# « M. Roy », « Dr. Roy » and « boul. Talbot » end no sentence.
_SHORTENED = re.compile(r"\b(?:M|MM|Mme|Mlle|Dr|Dre|Me|St|Ste|boul|av|ch|inc|ltée|etc|no|p\. ex|[A-Z])\.$")
_STOP = re.compile(r"[.!?…]+[\s\u00a0]*[»”\")\]]*(?=\s)|\n+")


def sentence_spans(text: str, names: Collection[str] = ()) -> list[tuple[int, int]]:
    """Return where each sentence begins and ends, blanks around it apart; a stop inside one of `names` ends none."""
    closed = spans_of(text, names)
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if not stop.group().startswith("\n") and _goes_on(text, stop, closed):
            continue
        _add(spans, text, start, stop.end())
        start = stop.end()
    _add(spans, text, start, len(text))
    return spans


def _goes_on(text: str, stop: re.Match[str], closed: Collection[tuple[int, int]]) -> bool:
    if any(start <= stop.start() < end for start, end in closed):
        return True
    following = text[stop.end() : stop.end() + 3].lstrip()
    if following[:1].islower():
        return True
    return stop.group() == "." and _SHORTENED.search(text[max(0, stop.start() - 8) : stop.end()]) is not None


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if piece.strip():
        before = len(piece) - len(piece.lstrip())
        spans.append((start + before, start + len(piece.rstrip())))
