"""A sentence with its values, kept with the score it explains and said to each reader in her language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Union

from app.core.i18n import _, ngettext, number

Value = Union[str, int, "Sentence"]


@dataclass(frozen=True)
class Sentence:
    """`words` is French, as the catalogue knows it; with `many`, its plural, `num` counts."""

    words: str
    many: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        """Say it in the language spoken."""
        values = {name: number(each) if isinstance(each, int) else str(each) for name, each in self.values.items()}
        count = self.values.get("num")
        if self.many and isinstance(count, int):
            return ngettext(self.words, self.many, count, **values)
        return _(self.words, **values)

    def kept(self) -> list[Any]:
        """Return it as JSON keeps it."""
        values = {name: each.kept() if isinstance(each, Sentence) else each for name, each in self.values.items()}
        return [str.__str__(self.words), str.__str__(self.many), values]


def restored(kept: list[Any]) -> Sentence:
    """Return a sentence as it was kept."""
    words, many, values = kept
    return Sentence(
        words, many, {name: restored(each) if isinstance(each, list) else each for name, each in values.items()}
    )


def as_sentence(said: str | Sentence) -> Sentence:
    """Return a sentence of a constant that has no value to fill in."""
    return said if isinstance(said, Sentence) else Sentence(said)
