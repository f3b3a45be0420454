"""What one scene is: the words for the model, and those for a person who cannot see the picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scene:
    """One scene of a trade; `shown` completes « une image générée : » in an alternative text."""

    prompt: str
    shown: str
