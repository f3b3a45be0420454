"""One sandbox for these tests, as good as new before each."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from app.sandbox.server import RunningSandbox
from app.sandbox.state import Settings
from tests.sandbox.outside import Outside


@pytest.fixture(scope="session")
def own_sandbox() -> Iterator[RunningSandbox]:
    """Run a sandbox apart from the application's."""
    with RunningSandbox() as server:
        yield server


@pytest.fixture
def sandbox(own_sandbox: RunningSandbox) -> RunningSandbox:
    """Give the sandbox, empty, well-behaved and on time."""
    own_sandbox.state.settings = Settings()
    own_sandbox.state.now = time.time
    own_sandbox.state.reset()
    return own_sandbox


@pytest.fixture
def outside(sandbox: RunningSandbox) -> Outside:
    """Speak to the sandbox as programs do."""
    return Outside(sandbox)
