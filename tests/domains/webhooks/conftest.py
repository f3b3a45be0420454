"""A program that listens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.domains.webhooks import receiver


@pytest.fixture
def program() -> Iterator[receiver.Receiver]:
    with receiver.running() as found:
        yield found
