"""Thirty runs of the crash harness: `make crash` makes five hundred."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app import ROOT
from tests.crash import places


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_killed_workers_double_nothing_lose_nothing_and_leave_nothing_stuck(database: str) -> None:
    if database == "postgresql" and places.binaries() is None:
        pytest.skip("no initdb on this machine")
    command = [sys.executable, "-m", "tests.crash", "--runs", "15", "--seed", "2026", "--database", database]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr[-3000:]
    assert "clean" in ended.stdout
