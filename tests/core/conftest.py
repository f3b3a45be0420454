"""A Redis that a test may stop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.core import background
from tests.services import Redis


@pytest.fixture
def own_redis(app: Flask, tmp_path: Path) -> Iterator[Redis]:
    """Give the application a Redis of this test's own."""
    server = Redis(tmp_path)
    server.start()
    before = app.extensions["redis"]
    app.extensions["redis"] = background.connect(server.url)
    yield server
    app.extensions["redis"] = before
    server.stop()
