"""What can be mended in the French of a text without asking: each repair, why, and the text that results.

Applied to a machine's text; only ever proposed for a person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.domains.compliance.french import lint, repair
from app.domains.compliance.french_mending import mend_words
from app.domains.contents.gate.flags import Subject
from app.domains.contents.gate.wording import REPAIRED

_PIECES = re.compile(r"\s+|\S+")
Change = tuple[int, int, int, int]  # where in the former text, where in the new one


@dataclass(frozen=True)
class Repair:
    """A passage put right: `start` and `end` are its offsets in the former text; the reason is French."""

    before: str
    after: str
    reason: str
    start: int
    end: int


def repaired(text: str, subject: Subject, *, words: bool) -> str:
    """Return a text with its typography mended, and its unambiguous words too when `words`."""
    names = subject.names
    better = repair(text, names)
    return repair(mend_words(better, names), names) if words else better


def repairs(text: str, subject: Subject, *, words: bool) -> list[Repair]:
    """List what `repaired` changes, in reading order, each with its reason."""
    better = repaired(text, subject, words=words)
    if better == text:
        return []
    faults = lint(text, subject.names)
    found = []
    for start, end, there, there_ends in _changes(text, better):
        reasons = dict.fromkeys(fault.reason for fault in faults if fault.start <= end and start <= fault.end)
        reason = " ".join(reasons) or REPAIRED
        found.append(Repair(text[start:end], better[there:there_ends], reason, start, end))
    return found


def _changes(before: str, after: str) -> list[Change]:
    """Pair the passages that differ, word by word; those that only blanks part are one."""
    ours, theirs = (list(_PIECES.finditer(each)) for each in (before, after))
    joined: list[Change] = []
    for start, end, there, there_ends in _differing(ours, theirs):
        if joined and before[joined[-1][1] : start].isspace():
            first = joined.pop()
            joined.append((first[0], end, first[2], there_ends))
        else:
            joined.append((start, end, there, there_ends))
    return joined


def _differing(ours: list[re.Match[str]], theirs: list[re.Match[str]]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [each.group() for each in ours], [each.group() for each in theirs], autojunk=False)
    for tag, first, last, there, there_last in matcher.get_opcodes():
        if tag != "equal":
            yield (*_span(ours, first, last), *_span(theirs, there, there_last))


def _span(pieces: list[re.Match[str]], first: int, last: int) -> tuple[int, int]:
    start = pieces[first].start() if first < len(pieces) else (pieces[-1].end() if pieces else 0)
    return start, pieces[last - 1].end() if last > first else start
