"""Texts a person has sorted: good (approved as is), mediocre (acceptable, and of anybody), faulty (refused).

One file a text: facts in the header, then `---`, then the text. The odd ones calibrate the score, the even ones are
held out: they are read by the tests, never by whoever sets the weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CLASSES = ("good", "mediocre", "faulty")
HALVES = ("calibration", "held_out")


@dataclass(frozen=True)
class Labelled:
    """One sorted text, with the facts known when it was written."""

    label: str
    name: str
    text: str
    facts: dict[str, str]

    @property
    def half(self) -> str:
        """Return the half of the set it belongs to."""
        return self.facts["half"]

    @property
    def hashtags(self) -> list[str]:
        """Return its mots-clics, without the sign."""
        return self.facts["hashtags"].split()


def labelled() -> list[Labelled]:
    """Read every text, class by class."""
    folder = Path(__file__).parent
    return [_read(label, path) for label in CLASSES for path in sorted((folder / label).glob("*.txt"))]


def _read(label: str, path: Path) -> Labelled:
    header, text = path.read_text(encoding="utf-8").split("\n---\n", 1)
    rows = (row.partition(":") for row in header.splitlines())
    return Labelled(label, path.stem, text.strip("\n"), {name: value.strip() for name, _, value in rows})
