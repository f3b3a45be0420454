"""The score agrees with the person who sorted the texts, on those it was set with and on those it was not."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product
from statistics import median

import pytest

from tests.domains.contents.labelling import scores
from tests.labelled import CLASSES, HALVES, labelled

THUMB, HALF_GOOD = 70, 50


def test_each_class_and_trade_has_its_share_of_both_halves() -> None:
    counts = Counter((one.label, one.half, one.facts["industry"]) for one in labelled())
    assert len(counts) == 3 * 2 * 4
    assert set(counts.values()) == {3}


@pytest.mark.parametrize("half", HALVES)
def test_good_texts_deserve_a_thumb_and_faulty_ones_never(half: str) -> None:
    good, faulty = scores("good", half), scores("faulty", half)
    assert {name: score for name, score in good.items() if score < THUMB} == {}
    assert {name: score for name, score in faulty.items() if score >= HALF_GOOD} == {}


@pytest.mark.parametrize("half", ["", *HALVES])
def test_the_order_of_the_classes_is_kept_in_nearly_every_pair(half: str) -> None:
    by_class = {label: list(scores(label, half).values()) for label in CLASSES}
    pairs = [pair for one, other in combinations(CLASSES, 2) for pair in product(by_class[one], by_class[other])]
    kept = sum(better > worse for better, worse in pairs) / len(pairs)
    spans = {label: (min(found), median(found), max(found)) for label, found in by_class.items()}
    print(f"\n{half or 'both halves'}: {kept:.1%} of {len(pairs)} pairs; least, median, most {spans}")
    assert kept >= 0.95


def test_a_generic_text_is_told_from_one_that_deserves_a_thumb() -> None:
    """A mediocre text may pass the bar; on the whole they stand well under the good ones."""
    good, mediocre = scores("good").values(), scores("mediocre").values()
    assert median(good) - median(mediocre) >= 20
