"""Started while the one before is ending, it waits for its place; taken for good, it says by whom."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.embedded import redis_socket
from app.supervisor.room import wait_for_room


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        monkeypatch.setenv("PORT", str(held.getsockname()[1]))
        monkeypatch.setenv("RUN_SANDBOX", "0")
        yield held


def test_it_waits_for_a_port_that_is_about_to_be_free(taken: socket.socket, tmp_path: Path) -> None:
    threading.Timer(0.5, taken.close).start()
    assert wait_for_room(tmp_path, seconds=20) == ""


def test_a_port_that_stays_taken_is_named_with_another_to_try(taken: socket.socket, tmp_path: Path) -> None:
    port = taken.getsockname()[1]
    assert (
        wait_for_room(tmp_path, seconds=0) == f"Le port {port} est déjà pris. Essayez\u00a0: PORT={port + 100} make run"
    )


def test_a_folder_that_is_in_use_says_so_before_its_ports(taken: socket.socket, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as redis:
        redis.bind(str(redis_socket(tmp_path)))
        redis.listen()
        assert "tourne déjà" in wait_for_room(tmp_path, seconds=0)
