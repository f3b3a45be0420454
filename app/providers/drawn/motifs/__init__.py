"""Trade motifs: at least five a trade, so that a campaign's pictures differ.

Five or seven, not six: with three moods and seven compositions, every meeting of the three then comes up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.providers.drawn.motifs import dentist, other, real_estate, restaurant
from app.providers.drawn.motifs.inks import Inks, Motif

MOTIFS: Mapping[str, Sequence[Motif]] = {
    "restaurant": (
        restaurant.cup,
        restaurant.bowl,
        restaurant.plate,
        restaurant.pot,
        restaurant.cloche,
        restaurant.pancakes,
        restaurant.bread,
    ),
    "dentist": (dentist.tooth, dentist.brush, dentist.tube, dentist.tumbler, dentist.apple),
    "real_estate": (real_estate.house, real_estate.street, real_estate.key, real_estate.door, real_estate.chalet),
    "other": (
        other.shopfront,
        other.sprig,
        other.river,
        other.vase,
        other.lighthouse,
        other.sailboat,
        other.bag,
    ),
}

__all__ = ["MOTIFS", "Inks", "Motif", "motifs_of"]


def motifs_of(industry: str) -> Sequence[Motif]:
    """Return the motifs of a trade; an unknown trade gets those that suit anyone."""
    return MOTIFS.get(industry, MOTIFS["other"])
