"""Mend a text by one touch: put a word in the place of another, or take a sentence away."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from app.domains.contents.gate.claims import meets, spans_of
from app.domains.contents.gate.flags import REMOVE_SENTENCE, REPLACE, Flag
from app.domains.contents.gate.sentences import sentence_spans


def apply_fix(text: str, flag: Flag, names: Collection[str] = ()) -> str:
    """Return a text with one flag's fault mended; the same text when its passage is no longer there.

    What lies inside one of `names` is left alone.
    """
    if not flag.excerpt.strip():
        return text
    if flag.fix == REPLACE:
        return _replaced(text, flag, names)
    if flag.fix == REMOVE_SENTENCE:
        return _without_sentences(text, flag, names)
    return text


def apply_all(text: str, flags: Iterable[Flag], names: Collection[str] = ()) -> str:
    """Return a text with every fault mended that one touch mends."""
    # A replaced word could hide the passage of a sentence to remove: sentences go first.
    for flag in sorted(flags, key=lambda flag: flag.fix != REMOVE_SENTENCE):
        text = apply_fix(text, flag, names)
    return text


def _replaced(text: str, flag: Flag, names: Collection[str]) -> str:
    pieces: list[str] = []
    reached = 0
    for start, end in _passages(text, flag.excerpt, names):
        pieces += (text[reached:start], flag.replacement)
        reached = end
    return "".join((*pieces, text[reached:]))


def _without_sentences(text: str, flag: Flag, names: Collection[str]) -> str:
    passages = _passages(text, flag.excerpt, names)
    for start, end in reversed(sentence_spans(text, names)):
        if meets(start, end, passages):
            text = _joined(text[:start], text[end:])
    return text


def _joined(before: str, after: str) -> str:
    """Put together what stood around a sentence: one blank, or the wider of the two ends of line."""
    left, right = before.rstrip(), after.lstrip()
    blanks = (before[len(left) :], after[: len(after) - len(right)])
    if not left or not right:
        return left + right
    lines = max(blank.count("\n") for blank in blanks)
    return left + ("\n" * min(lines, 2) if lines else " ") + right


def _passages(text: str, excerpt: str, names: Collection[str]) -> list[tuple[int, int]]:
    closed = spans_of(text, names)
    found = (match.span() for match in _pattern(excerpt).finditer(text))
    return [
        (start, end) for start, end in found
        if not any(there <= start and end <= there_ends for there, there_ends in closed)
    ]  # fmt: skip


def _pattern(excerpt: str) -> re.Pattern[str]:
    # A blank may have become another since (no-break, end of line); a word is never mended inside another.
    pattern = re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(excerpt))
    before = r"(?<!\w)" if excerpt[0].isalnum() else ""
    after = r"(?!\w)" if excerpt[-1].isalnum() else ""
    return re.compile(before + pattern + after)
