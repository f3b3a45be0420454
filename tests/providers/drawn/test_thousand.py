"""Businesses with the worst of names: every poster can be read, whole and light.

One in four of the thousand here; `python -m tests.providers.drawn.thousand` draws them all.
"""

from __future__ import annotations

import pytest

from app.providers.drawn.maker import MAX_BYTES, DrawnPictures
from tests.providers.drawn.names import businesses
from tests.providers.drawn.thousand import faults, sketch, stray_ink

pytestmark = pytest.mark.long

# Long lines whose ink once ran several pixels past its box come first.
RENDERED = (22, 179, 489, 578, *range(0, 1000, 26))
SKETCHED = frozenset([*RENDERED, *range(0, 1000, 4)])


def test_no_name_is_clipped_loses_a_glyph_or_cannot_be_read() -> None:
    wrong = {number: faults(sketch(request)) for number, request in enumerate(businesses()) if number in SKETCHED}
    assert {number: said for number, said in wrong.items() if said} == {}


@pytest.mark.parametrize("number", RENDERED)
def test_a_rendered_sample_is_light_and_keeps_its_ink_in_place(number: int) -> None:
    request = businesses(number + 1)[number]
    assert len(DrawnPictures().make(request).content) < MAX_BYTES
    assert not stray_ink(request)
