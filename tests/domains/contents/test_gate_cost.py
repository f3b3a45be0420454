"""A text made to wear the gate out costs what any text of its length does."""

from __future__ import annotations

import time

import pytest

from app.domains.contents.gate.facts import claims
from app.domains.contents.gate.fixing import apply_all
from app.domains.contents.judging import Subject, judged
from app.providers.contracts import BusinessFacts, LeadFacts

SUBJECT = Subject(LeadFacts("Chez Roy", "dentist", "Alma"), BusinessFacts("Immo Roy", "real_estate", "Alma"))
SHORT, TIMES = 600, 8
# Proportional work takes TIMES as long, its square TIMES² = 64.
MOST = 3 * TIMES
HOSTILE = [
    "Aa ",
    "A.",
    "1 ",
    "1\u00a0",
    "12 ",
    "«a",
    "« a b c ",
    "dit : « ",
    "“",
    "a. ",
    "\n",
    "deux ",
    "Le ",
    "🎉",
    "A-",
]


def cost(text: str) -> float:
    """Return the processor's time for a text, the best of three."""
    found: list[float] = []
    for _ in range(3):
        began = time.process_time()
        claims(text, SUBJECT)
        found.append(time.process_time() - began)
    return min(found)


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_cost_of_a_text_follows_its_length(piece: str) -> None:
    text = piece * (SHORT // len(piece))
    assert cost(text * TIMES) < MOST * max(cost(text), 0.002)


@pytest.mark.parametrize("piece", HOSTILE)
def test_mending_a_hostile_text_ends(piece: str) -> None:
    text = piece * (3000 // len(piece))
    assert len(apply_all(text, judged(text, [], SUBJECT, by_machine=True))) <= 2 * len(text)
