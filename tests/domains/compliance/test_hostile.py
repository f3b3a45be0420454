"""A text made to wear the linter out costs what any text of its length does."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from app.domains.compliance.french import lint, repair
from app.domains.compliance.trade_rules import trade_findings

SHORT, TIMES = 600, 8
# Proportional work takes TIMES as long, its square TIMES² = 64.
MOST = 3 * TIMES
HOSTILE = ["a", "a.", "a-", "a+", "1.", "_-", "1 ", "1\u00a0", "\u00ab\u00a0", "a@", "@a", "`", "! ", "10 $ ", "www."]


def cost(work: Callable[[str], object], text: str) -> float:
    """Return the processor's time for a text, the best of three."""
    found: list[float] = []
    for _ in range(3):
        began = time.process_time()
        work(text)
        found.append(time.process_time() - began)
    return min(found)


def trade(text: str) -> object:
    return trade_findings(text, {"restaurant", "dentist", "real_estate"}, ["Chez Alice"])


@pytest.mark.parametrize("work", [lambda text: lint(text, ["a", "!"]), lambda text: repair(text, ["a", "!"]), trade],
                         ids=["lint", "repair", "trade"])  # fmt: skip
@pytest.mark.parametrize("piece", HOSTILE)
def test_the_cost_of_a_text_follows_its_length(work: Callable[[str], object], piece: str) -> None:
    text = piece * (SHORT // len(piece))
    assert cost(work, text * TIMES) < MOST * max(cost(work, text), 0.002)
