"""Whatever is sent, nothing crashes, and every answer is one the document announces: `make fuzz` sends thousands."""

from __future__ import annotations

import os
from typing import Any

import pytest
from flask import Flask

from tests.api.fuzzing import fuzz
from tests.api.live import served
from tests.people import Person
from tests.test_every_route import rows_of

CASES = int(os.environ.get("FUZZ_CASES", "150"))


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_no_request_crashes_and_every_answer_is_announced(
    app: Flask, alice: Person, sandbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    ids = rows_of(alice)
    with served(app) as url:
        tally = fuzz(url, alice.token, ids, CASES)
    print(f"\n{tally.cases} requests: {dict(sorted(tally.statuses.items()))}")
    assert tally.cases >= CASES
    assert not tally.wrong, "\n\n".join(tally.wrong[:20])
