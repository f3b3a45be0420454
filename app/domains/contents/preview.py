"""A publication as LinkedIn folds it in its feed."""

from __future__ import annotations

from dataclasses import dataclass

# LinkedIn shows about this much before « … voir plus » (feed of November 2026, desktop).
FOLD_SIGNS, FOLD_LINES = 210, 3


@dataclass(frozen=True)
class Folded:
    """What shows before the fold, and whether something follows."""

    shown: str
    is_cut: bool


def fold(text: str) -> Folded:
    """Return the beginning of a text: three lines or 210 characters, cut between two words where it can be."""
    whole = text.replace("\r\n", "\n").strip()
    shown = "\n".join(whole.split("\n")[:FOLD_LINES])
    if len(shown) > FOLD_SIGNS:
        head = shown[: FOLD_SIGNS + 1]
        cut = max(head.rfind(" "), head.rfind("\n"))
        # A word longer than half the fold is cut where it stands.
        shown = shown[: cut if cut > FOLD_SIGNS // 2 else FOLD_SIGNS]
    shown = shown.rstrip()
    return Folded(shown, len(shown) < len(whole))
