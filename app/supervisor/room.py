"""Whether there is room to start: free ports, and nobody else in the folder."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from pathlib import Path

from app.core.embedded import redis_socket
from app.supervisor.environment import ports, wants_sandbox

# The one before may still be ending: its site answers what it had begun, its workers end their job.
WAIT_SECONDS = 12.0
EVERY_SECONDS = 0.2


def wait_for_room(instance: Path, *, seconds: float = WAIT_SECONDS) -> str:
    """Wait until the ports and the folder are free, at most `seconds`; return what is in the way, or nothing."""
    deadline = time.monotonic() + seconds
    trouble = _trouble(instance)
    if trouble and seconds:
        print("La place n’est pas encore libre. Un instant…", flush=True)
    while trouble and time.monotonic() < deadline:
        time.sleep(EVERY_SECONDS)
        trouble = _trouble(instance)
    return trouble


def _trouble(instance: Path) -> str:
    port, sandbox_port, smtp_port = ports(os.environ)
    wanted = [port, sandbox_port, smtp_port] if wants_sandbox(os.environ) else [port]
    # The folder first: while both are taken, the one that runs here is the better answer.
    with socket.socket(socket.AF_UNIX) as probe, contextlib.suppress(OSError):
        probe.connect(str(redis_socket(instance)))
        return "AstroGrowth tourne déjà dans ce dossier."
    for number in wanted:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", number))
            except OSError:
                return f"Le port {number} est déjà pris. Essayez\u00a0: PORT={port + 100} make run"
    return ""
