"""What a campaign has already said, so that the next text says something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from app.providers.offline.slots import Slots

_SLOT = re.compile(r"\{\w+\}")


class Memory:
    """The latest texts of a campaign, searched sentence by sentence."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._said = "\n".join(texts)

    def times(self, template: str, slots: Slots) -> int:
        """Count the texts that hold a sentence: its longest stretch of fixed words tells it, whatever the names."""
        if not self._said:
            return 0
        return self._said.count(max(_SLOT.split(slots.addressed(template)), key=len).strip())

    def least_said(self, templates: Sequence[str], slots: Slots, draw: Random) -> str:
        """Choose what was never said while there is some, then in the half that came back least often.

        Always the very least would make all texts turn together.
        """
        times = sorted((self.times(each, slots), at) for at, each in enumerate(templates))
        middle = times[(len(times) - 1) // 2][0] if times[0][0] else 0
        return templates[draw.choice([at for count, at in times if count <= middle])]
