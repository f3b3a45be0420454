"""A claim: a passage that says something no given fact holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True)
class Claim:
    """A passage of a text, and the code of what it claims."""

    code: str
    start: int
    end: int


@dataclass(frozen=True)
class Known:
    """What may be said: the given facts, their words and their figures, and the present year."""

    facts: tuple[str, ...]
    words: frozenset[str]
    numbers: frozenset[str]
    year: int


def spans_of(text: str, names: Iterable[str]) -> list[Span]:
    """Return where the given names stand in a text."""
    return [match.span() for name in names if name.strip() for match in re.finditer(re.escape(name.strip()), text)]


def meets(start: int, end: int, spans: Collection[Span]) -> bool:
    """Tell whether a passage meets one of the spans."""
    return any(start < there_ends and there < end for there, there_ends in spans)
