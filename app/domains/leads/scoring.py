"""How promising a prospect is, 0–100, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domains.leads import wording

WEIGHTS = {"email": 30, "phone": 20, "rating": 20, "reviews": 15, "website": 15}
_UNRATED = ("rating", "reviews")
BEST_RATING = 5.0
MANY_REVIEWS = 100


@dataclass(frozen=True)
class Known:
    """What the score looks at. `rating` is out of 5."""

    email: str = ""
    phone: str = ""
    website: str = ""
    rating: float | None = None
    review_count: int | None = None


@dataclass(frozen=True)
class Score:
    """A total, and at most five French sentences whose points add up to it."""

    total: int
    reasons: list[str]


def score(known: Known, *, has_ratings: bool, source: str, most: Mapping[str, int] | None = None) -> Score:
    """Score a prospect; `has_ratings` says whether its sources know ratings at all.

    `most` are the workspace's own weights, where it has set some.
    """
    most = weights(has_ratings=has_ratings, own=most)
    points = {name: most[name] if getattr(known, name) else 0 for name in ("email", "phone", "website")}
    reasons = [wording.reason(name, points[name]) for name in points]
    if has_ratings:
        opinion = _opinion_points(known, most)
        points["opinion"] = opinion
        reasons.append(wording.opinion_reason(known.rating, known.review_count or 0, opinion))
    else:
        reasons.append(wording.shared_out(source))
    total = sum(points.values())
    return Score(total, [*reasons, wording.total_reason(total)])


def weights(*, has_ratings: bool, own: Mapping[str, int] | None = None) -> dict[str, int]:
    """Return the points of each fact; without ratings, theirs are shared out in proportion. They sum to 100."""
    given = dict(own or WEIGHTS)
    if has_ratings:
        return given
    kept = {name: weight for name, weight in given.items() if name not in _UNRATED}
    whole = sum(kept.values())
    if not whole:
        # Everything rests on ratings, and there are none.
        return dict.fromkeys(kept, 0)
    shares = {name: weight * 100 // whole for name, weight in kept.items()}
    # Largest remainders take what rounding down left.
    for name in sorted(kept, key=lambda name: -(kept[name] * 100 % whole))[: 100 - sum(shares.values())]:
        shares[name] += 1
    return shares


def _opinion_points(known: Known, most: dict[str, int]) -> int:
    rating = min(max(known.rating or 0.0, 0.0), BEST_RATING) / BEST_RATING
    reviews = min(known.review_count or 0, MANY_REVIEWS) / MANY_REVIEWS
    return round(most["rating"] * rating) + round(most["reviews"] * reviews)
