"""Twins that are told how strict to be, and left as they were found."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.sandbox.server import RunningSandbox
from tests.sandbox.meta.outside import OutsideMeta


@pytest.fixture
def meta(sandbox: RunningSandbox) -> Iterator[OutsideMeta]:
    """Speak to the Graph's twin as programs do."""
    kept, sandbox.state.settings = sandbox.state.settings, replace(sandbox.state.settings)
    yield OutsideMeta(sandbox)
    sandbox.state.settings, sandbox.state.now = kept, time.time
