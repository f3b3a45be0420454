"""The Graph's twin, as good as new before each test."""

from __future__ import annotations

import pytest

from app.sandbox.server import RunningSandbox
from tests.sandbox.meta.outside import OutsideMeta


@pytest.fixture
def meta(sandbox: RunningSandbox) -> OutsideMeta:
    """Speak to the Graph as programs do."""
    return OutsideMeta(sandbox)


@pytest.fixture
def token(meta: OutsideMeta) -> str:
    """Give the token of a Page, made from a long-lived one."""
    return meta.page_token()
