"""A score explains itself."""

from __future__ import annotations

import itertools
import re

import pytest

from app.domains.leads import scoring
from app.domains.leads.scoring import Known

FACTS = {"email": "a@b.ca", "phone": "+14188225555", "website": "https://b.ca"}


def points(reasons: list[str]) -> int:
    """Add up the points of every reason but the total."""
    return sum(int(found[1]) for reason in reasons if (found := re.search(r": (\d+)\spoints?$", reason)))


def test_the_weights_are_those_of_the_brief_and_sum_to_a_hundred_without_ratings_too() -> None:
    assert scoring.weights(has_ratings=True) == {"email": 30, "phone": 20, "rating": 20, "reviews": 15, "website": 15}
    assert scoring.weights(has_ratings=False) == {"email": 46, "phone": 31, "website": 23}


@pytest.mark.parametrize("known", [set(names) for size in range(4) for names in itertools.combinations(FACTS, size)])
@pytest.mark.parametrize("has_ratings", [True, False])
def test_at_most_five_reasons_add_up_to_the_score_and_say_so(known: set[str], has_ratings: bool) -> None:
    facts = {name: value for name, value in FACTS.items() if name in known}
    result = scoring.score(Known(**facts, rating=4.3, review_count=57), has_ratings=has_ratings, source="openstreetmap")
    assert len(result.reasons) <= 5
    assert points(result.reasons) == result.total
    assert result.reasons[-1] == f"Total\u00a0: {result.total} sur 100"


def test_a_source_without_ratings_says_where_their_points_went() -> None:
    result = scoring.score(Known(**FACTS), has_ratings=False, source="openstreetmap")
    assert result.total == 100
    assert "OpenStreetMap n’a ni notes ni avis" in " ".join(result.reasons)


def test_everything_known_is_worth_a_hundred_and_nothing_known_nothing() -> None:
    best = Known(**FACTS, rating=5, review_count=400)
    assert scoring.score(best, has_ratings=True, source="google_places").total == 100
    assert scoring.score(Known(), has_ratings=True, source="google_places").total == 0
