"""The faults of French, as flags: none of them blocks."""

from __future__ import annotations

from collections.abc import Collection

from app.domains.compliance.french import Finding, lint
from app.domains.contents.gate.flags import REPLACE, Flag

MOST_FLAGS = 20
_WIDEST = 40


def french_flags(text: str, names: Collection[str]) -> list[Flag]:
    """List the faults of a text, the first twenty; what lies inside one of `names` is quoted as it is."""
    return [_flag(text, fault) for fault in lint(text, names)[:MOST_FLAGS]]


def _flag(text: str, fault: Finding) -> Flag:
    start, end = _with_words_around(text, fault) if fault.mends else (fault.start, fault.end)
    excerpt = text[start:end]
    instead = text[start : fault.start] + fault.replacement + text[fault.end : end]
    is_mendable = fault.mends or bool(fault.replacement)
    return Flag(
        f"french_{fault.rule}",
        fault.reason,
        blocking=False,
        quote=excerpt,
        excerpt=excerpt,
        fix=REPLACE if is_mendable else "",
        replacement=instead if is_mendable else "",
    )


def _with_words_around(text: str, fault: Finding) -> tuple[int, int]:
    """Widen a fault of a sign or a blank to the words it stands between, so that a reader sees where it is."""
    start, end = fault.start, fault.end
    while start > 0 and fault.start - start < _WIDEST and not (text[start - 1].isspace() and start < fault.start):
        if text[start - 1] == "\n":
            break
        start -= 1
    while end < len(text) and end - fault.end < _WIDEST and not (text[end].isspace() and end > fault.end):
        if text[end] == "\n":
            break
        end += 1
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end
