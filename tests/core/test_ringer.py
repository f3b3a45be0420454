"""Of several ringers, one rings."""

from __future__ import annotations

import os

import pytest
from flask import Flask

from app.core import background, ringer


def test_of_two_ringers_one_rings_and_the_other_takes_over(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    client = background.connection()
    assert ringer._holds_lease(client)
    assert ringer._holds_lease(client), "it keeps its lease"
    monkeypatch.setattr(os, "getpid", lambda: 1)
    assert not ringer._holds_lease(client)
    client.delete(ringer.LEASE_KEY)
    assert ringer._holds_lease(client)
