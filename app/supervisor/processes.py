"""Processes that are started, watched, started again, and stopped."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

PR_SET_PDEATHSIG = 1
STOP_SECONDS = 8
INSIST_SECONDS = 3
FIRST_WAIT_SECONDS = 0.2
LONGEST_WAIT_SECONDS = 2.0


def _die_with_parent() -> None:
    # A supervisor that is killed leaves no orphan (Linux, prctl(2)).
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Child:
    """One process kept alive. `wait` grows while it keeps dying young, and never reaches 3 s."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    again_at: float = 0.0
    wait: float = FIRST_WAIT_SECONDS
    restarts: int = field(default=0)

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl-C reaches the supervisor alone."""
        self.process = subprocess.Popen(  # nosec B603  # our own processes
            list(self.command),
            env=dict(self.env),
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # no thread here yet
        )
        self.started_at = time.monotonic()
        self.again_at = 0.0

    def keep_alive(self) -> bool:
        """Start it again when it died; return whether it was."""
        if self.process is None or self.process.poll() is None:
            return False
        now = time.monotonic()
        if not self.again_at:
            self.wait = FIRST_WAIT_SECONDS if now - self.started_at > 20 else min(self.wait * 2, LONGEST_WAIT_SECONDS)
            self.again_at = now + self.wait
        if now < self.again_at:
            return False
        self.restarts += 1
        self.start()
        return True

    def stop(self) -> None:
        """Ask it to end, ask again, then insist; whatever it started ends with it."""
        if self.process is None:
            return
        # A worker told twice drops its job, which is taken up again at the next start.
        for seconds in (STOP_SECONDS, INSIST_SECONDS):
            if self._ended_within(seconds):
                break
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _ended_within(self, seconds: float) -> bool:
        assert self.process is not None
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True
