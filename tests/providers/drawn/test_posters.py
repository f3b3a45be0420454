"""Whatever the business is called and whatever its colours, its poster can be read."""

from __future__ import annotations

from io import BytesIO
from itertools import chain

import pytest
from PIL import Image, ImageChops

from app.providers.contracts import ImageMaker, PictureRequest
from app.providers.drawn.compositions import COMPOSITIONS
from app.providers.drawn.maker import MAX_BYTES, DrawnPictures
from app.providers.drawn.motifs import MOTIFS
from app.providers.drawn.palette import MIN_CONTRAST, contrast
from app.providers.drawn.poster import Poster, compose, stage_of
from app.providers.drawn.typeset import Line
from app.providers.errors import Refused
from tests.providers.drawn.posters import ALL_LAYOUTS, poster_of

CAFE = PictureRequest("Le Café Bleu", "Lévis", "restaurant", "#1a2240", "#b93a12", seed=7)
SIZES = ((1200, 627), (1080, 1080), (1080, 1920))
EDGE = 24


def _lines(poster: Poster) -> list[Line]:
    return [*poster.name, *poster.city]


def _box(line: Line, air: int = 0) -> tuple[int, int, int, int]:
    ink = line.ink
    return int(ink.left) - air, int(ink.top) - air, int(ink.right + 1) + air, int(ink.bottom + 1) + air


@pytest.mark.long
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_word_leaves_its_place_or_touches_another(width: int, height: int) -> None:
    for seed in range(ALL_LAYOUTS if width == 1200 else 21):
        poster = compose(poster_of(seed, width, height))
        place = poster.words.box
        for line in _lines(poster):
            assert line.ink.left >= EDGE and line.ink.right <= width - EDGE, seed
            assert line.ink.top >= EDGE and line.ink.bottom <= height - EDGE, seed
            assert line.ink.top >= place.top - 1 and line.ink.bottom <= place.bottom + 1, seed
            assert line.ink.right <= place.right + 1, seed
        for above, below in zip(_lines(poster), _lines(poster)[1:], strict=False):
            assert above.ink.bottom < below.ink.top, seed


def test_the_ink_really_drawn_is_where_it_was_measured_so_no_accent_is_cut() -> None:
    for seed in range(0, ALL_LAYOUTS, 4):
        poster = compose(poster_of(seed))
        blank = poster.canvas.reduce(poster.scale)
        drawn = ImageChops.difference(poster.written(), blank)
        for line in _lines(poster):
            drawn.paste((0, 0, 0), _box(line, air=3))
        assert drawn.getbbox() is None, seed


@pytest.mark.long
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_word_contrasts_with_everything_under_it(width: int, height: int) -> None:
    for seed in range(0, ALL_LAYOUTS, 1 if width == 1200 else 4):
        poster = compose(poster_of(seed, width, height))
        ground = poster.canvas.reduce(poster.scale)
        inks = chain(
            ((line, poster.palette.ink) for line in poster.name), ((line, poster.palette.soft) for line in poster.city)
        )
        for line, ink in inks:
            for _, colour in ground.crop(_box(line)).getcolors(100_000) or []:
                assert isinstance(colour, tuple)
                assert contrast(ink, (colour[0], colour[1], colour[2])) >= MIN_CONTRAST, seed


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_picture_is_light_and_has_the_size_asked_for(width: int, height: int) -> None:
    for seed in range(0, 24, 1 if width == 1200 else 3):
        picture = DrawnPictures().make(poster_of(seed, width, height))
        assert len(picture.content) < MAX_BYTES
        with Image.open(BytesIO(picture.content)) as opened:
            assert opened.size == (width, height) == (picture.width, picture.height)
            assert opened.get_format_mimetype() == picture.media_type


def test_the_same_request_gives_the_same_picture_and_the_next_one_another() -> None:
    maker: ImageMaker = DrawnPictures()
    assert maker.make(CAFE).content == maker.make(CAFE).content
    first, second = compose(poster_of(1)), compose(poster_of(2))
    assert first.canvas.tobytes() != second.canvas.tobytes()


def test_there_are_enough_compositions_and_motifs_to_vary() -> None:
    assert len(COMPOSITIONS) >= 6
    # Not six: with three moods and seven compositions, some meetings would never come up.
    assert all(len(motifs) in (5, 7) for motifs in MOTIFS.values())
    assert len(set(chain.from_iterable(MOTIFS.values()))) >= 20


@pytest.mark.parametrize("industry", MOTIFS)
def test_each_composition_meets_each_motif_of_the_trade(industry: str) -> None:
    met = set()
    for seed in range(len(COMPOSITIONS) * len(MOTIFS[industry])):
        motif = stage_of(PictureRequest("Ô", "", industry, "", "", seed), 0.02).motif
        met.add((seed % len(COMPOSITIONS), motif))
    assert len(met) == len(COMPOSITIONS) * len(MOTIFS[industry])


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_an_endless_word_breaks_rather_than_turn_tiny(width: int, height: int) -> None:
    for seed in range(len(COMPOSITIONS)):
        poster = compose(PictureRequest("abcdefghij" * 6, "Lévis", "other", "#1a2240", "#b93a12", seed, width, height))
        assert "".join(line.text for line in poster.name) == "abcdefghij" * 6
        assert poster.name[0].size >= 40


@pytest.mark.parametrize(
    ("industry", "title"),
    [("restaurant", "Restaurant"), ("dentist", "Clinique dentaire"), ("real_estate", "Immobilier"),
     ("", "Entreprise d’ici")],
)  # fmt: skip
@pytest.mark.parametrize("name", ["مطعم بيروت", "🍕🍕", "\u202e\u202c", "東京", "", "((!))"])
def test_a_name_lato_cannot_write_leaves_the_words_of_the_trade(name: str, industry: str, title: str) -> None:
    poster = compose(PictureRequest(name, "Laval", industry, "#1a2240", "#b93a12", seed=3))
    assert " ".join(line.text for line in poster.name) == title
    assert [line.text for line in poster.city] == ["Laval"]


def test_a_long_name_is_whole_and_larger_than_its_town() -> None:
    name = "Restaurant familial Chez Ti-Père et ses fils de la Côte-de-Beaupré, depuis Noël"
    for seed in range(len(COMPOSITIONS)):
        poster = compose(PictureRequest(name, "Lévis", "other", "#1a2240", "#b93a12", seed))
        assert " ".join(line.text for line in poster.name).replace("- ", "-") == name
        assert poster.name[0].size > poster.city[0].size


def test_an_impossible_size_is_refused() -> None:
    with pytest.raises(Refused):
        DrawnPictures().make(PictureRequest("Ô", "Lévis", "other", "#000000", "#ffffff", 1, 20_000, 20_000))
