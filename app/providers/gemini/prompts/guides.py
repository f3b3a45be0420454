"""The form of a trade's guide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.providers.contracts import Intention


@dataclass(frozen=True)
class Guidance:
    """One intention in one trade, in French: what to do, what is forbidden, which given facts can carry it."""

    task: str
    forbidden: str
    carried_by: str


@dataclass(frozen=True)
class Guide:
    """A trade: its name as a fact, its rules, its intentions. Raise `version` whenever a word changes."""

    key: str
    version: str
    words: str
    rules: str
    intentions: Mapping[Intention, Guidance]

    @property
    def stamp(self) -> str:
        """Return the name and version that are kept with a text."""
        return f"{self.key}-{self.version}"
