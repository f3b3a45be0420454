"""A brand's colours are corrected, not trusted."""

from __future__ import annotations

from random import Random

import pytest

from app.providers.drawn.palette import MIN_CONTRAST, Mood, contrast, from_oklch, palette_of, to_oklch


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("mood", Mood)
def test_any_two_colours_give_words_that_can_be_read(mood: Mood) -> None:
    chance = Random(3)
    for _ in range(150):
        palette = palette_of(f"#{chance.randrange(1 << 24):06x}", f"#{chance.randrange(1 << 24):06x}", mood)
        for ground in (palette.ground, palette.shade):
            assert contrast(palette.ink, ground) >= MIN_CONTRAST
            assert contrast(palette.soft, ground) >= MIN_CONTRAST
        assert contrast(palette.paper, palette.stage) > 2


def test_colours_survive_the_journey_through_oklch() -> None:
    for colour in ((26, 34, 64), (185, 58, 18), (255, 255, 0), (128, 128, 128)):
        assert all(abs(a - b) <= 1 for a, b in zip(from_oklch(*to_oklch(colour)), colour, strict=True))
