"""What most of these tests begin with."""

from __future__ import annotations

import pytest

from app.domains.publishing.models import Connection
from app.sandbox.server import RunningSandbox
from tests.factories import publishing
from tests.people import Person


@pytest.fixture
def connection(alice: Person, sandbox: RunningSandbox) -> Connection:
    """Alice's LinkedIn, opened through the consent page."""
    return publishing.connect(alice)
