"""The season shows on the ground, never under or over the words."""

from __future__ import annotations

import dataclasses

import pytest
from PIL import Image, ImageChops

from app.providers.contracts import PictureRequest
from app.providers.drawn.lettering import Lettering
from app.providers.drawn.poster import compose
from app.providers.drawn.seasons import TOKENS
from app.providers.occasions import OCCASIONS

PLAIN = PictureRequest("Le Café Bleu", "Lévis", "restaurant", "#1a2240", "#b93a12", seed=2)


def _changed(occasion: str, seed: int) -> Image.Image:
    plain = dataclasses.replace(PLAIN, seed=seed)
    seasonal = compose(dataclasses.replace(plain, occasion=occasion))
    return ImageChops.difference(seasonal.written(), compose(plain).written())


def test_every_token_belongs_to_an_occasion_of_the_calendar() -> None:
    assert set(TOKENS) <= {occasion.key for occasion in OCCASIONS}


@pytest.mark.parametrize("occasion", ["holidays", "sugar", "mothers_day", "valentine"])
@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_the_season_is_seen_around_the_words_and_not_on_them(occasion: str, seed: int) -> None:
    poster = compose(dataclasses.replace(PLAIN, seed=seed))
    words = Lettering(poster.name, poster.city, None).box
    changed = _changed(occasion, seed)
    assert changed.getbbox() is not None
    box = (int(words.left), int(words.top), int(words.right), int(words.bottom))
    assert changed.crop(box).getbbox() is None


@pytest.mark.parametrize("occasion", ["labour_day", "no such feast"])
def test_other_days_leave_the_poster_as_it_is(occasion: str) -> None:
    assert _changed(occasion, 2).getbbox() is None
