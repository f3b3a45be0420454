"""Among versions that are out, one is said to have done best only when it is not chance."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core import clock
from app.domains.publishing.contest import winner
from app.domains.publishing.models import Delivery


def out(reactions: int, *, hours: float = 72, state: str = "published") -> Delivery:
    moment = clock.now() - timedelta(hours=hours)
    return Delivery(state=state, published_at=moment, reactions=reactions, comments=0, shares=0)


@pytest.mark.parametrize(
    ("deliveries", "expected"),
    [
        ({1: out(30), 2: out(12)}, 1),
        ({1: out(12), 2: out(15), 3: out(40)}, 3),
        ({1: out(12), 2: out(11)}, None),
        ({1: out(9), 2: out(2)}, None),
        ({1: out(90)}, None),
        ({1: out(90), 2: out(5, hours=3)}, None),
        ({1: out(90), 2: out(5, state="refused")}, None),
    ],
)
def test_the_best_version_is_named_only_when_there_is_enough_to_tell(
    deliveries: dict[int, Delivery], expected: int | None
) -> None:
    assert winner({content_id: [row] for content_id, row in deliveries.items()}, [1, 2, 3]) == expected


def test_a_version_on_two_accounts_counts_what_it_brought_on_both() -> None:
    assert winner({1: [out(12), out(15)], 2: [out(14), out(90, hours=3)]}, [1, 2]) == 1
