"""What `python worker.py` is: one process that keeps two at work, the one that does the jobs and the ringer."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from ctypes import c_double
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from multiprocessing.sharedctypes import RawValue
from types import FrameType
from typing import Any

from flask import Flask
from sqlalchemy.orm import configure_mappers

from app.core import background, logs, ringer, schema, templating, workers
from app.core.db import db

# On a machine that the site shares, whoever waits for a page goes before what nobody watches.
NICER_BY = 5
LOOK_SECONDS, STEP_SECONDS = 1.0, 0.05
# RQ ends a job at its time-out from within. One deaf to that, in a library's loop, loses its process this much later.
DEAF_SECONDS = 30
# One that ends as soon as it is started is not started again at once, and ever less soon.
YOUNG_SECONDS, AGAIN_SECONDS, LONGEST_WAIT_SECONDS = 2.0, 0.3, 10.0
_TO_END = (signal.SIGTERM, signal.SIGINT)

log = logs.get("keeping")


class Keeper:
    """The two processes, and whether they were told to end."""

    def __init__(self, app: Flask, names: Sequence[str], *, burst: bool) -> None:
        self.app, self.names, self.burst = app, names, burst
        self.began: c_double = RawValue(c_double, 0)
        self.told_to_end = False
        self.jobs: BaseProcess | None = None
        self.ringer: BaseProcess | None = None

    def end(self, signum: int = 0, frame: FrameType | None = None) -> None:
        """Let the present job finish, and no other begin; told twice, drop it."""
        self.told_to_end = True
        if self.jobs is not None and self.jobs.is_alive():
            self.jobs.terminate()

    def keep(self) -> None:
        """Keep both at work until told to end, or until the queues are empty in a burst."""
        for signum in _TO_END:
            signal.signal(signum, self.end)
        wait = AGAIN_SECONDS
        while not self.told_to_end:
            self.began.value, born = 0, time.monotonic()
            self.jobs = _fork(workers.work, self.app, self.names, burst=self.burst, began=self.began)
            self._watch(self.jobs)
            if self.jobs.exitcode and not self.told_to_end:
                log.error("the process of the jobs died", exit_code=self.jobs.exitcode)
            elif self.burst:
                return
            wait = AGAIN_SECONDS if time.monotonic() - born > YOUNG_SECONDS else min(wait * 2, LONGEST_WAIT_SECONDS)
            self._rest(wait)

    def _rest(self, seconds: float) -> None:
        # In steps: a lock's own wait, told to end by a signal in the same thread, could wait for itself.
        over = time.monotonic() + seconds
        while not self.told_to_end and time.monotonic() < over:
            time.sleep(STEP_SECONDS)

    def _watch(self, jobs: BaseProcess) -> None:
        """Return once the process of the jobs has ended; end it where it is deaf, and never leave it without bells."""
        if self.told_to_end:  # in the moment it was started
            jobs.terminate()
        while jobs.is_alive():
            if not (self.burst or self.told_to_end or (self.ringer is not None and self.ringer.is_alive())):
                self.ringer = self._ringer_again()
            jobs.join(LOOK_SECONDS)
            began = self.began.value  # once: the job may end meanwhile
            if began and time.monotonic() - began > background.JOB_TIMEOUT_SECONDS + DEAF_SECONDS:
                log.error("a job is deaf to its time-out, its process is killed")
                jobs.kill()

    def _ringer_again(self) -> BaseProcess:
        if self.ringer is not None:
            log.error("the ringer died", exit_code=self.ringer.exitcode)
        return _fork(ringer.ring_forever, self.app)


def _fork(work: Callable[..., None], *args: Any, **kwargs: Any) -> BaseProcess:
    """Start a process that ends with this one, and is told to end in its own way only."""

    parent = os.getpid()

    def end_with_parent() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK_SECONDS)
        os.kill(os.getpid(), signal.SIGTERM)

    def begin() -> None:
        for signum in _TO_END:
            signal.signal(signum, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _TO_END)
        threading.Thread(target=end_with_parent, name="parent-watch", daemon=True).start()
        work(*args, **kwargs)

    process = get_context("fork").Process(target=begin, daemon=True)
    # Told to end in that very moment, the child would run its parent's answer.
    signal.pthread_sigmask(signal.SIG_BLOCK, _TO_END)
    process.start()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _TO_END)
    return process


def run_worker(app: Flask, names: Sequence[str], *, burst: bool) -> None:
    """Work on the queues `names`, in that order of preference, until told to stop.

    Raises:
        SystemExit: the database is not one this code can run on; the message says what to run.
    """
    trouble = schema.refusal(app)
    if trouble:
        raise SystemExit(trouble)
    os.nice(NICER_BY)
    _prepare_to_fork(app)
    Keeper(app, names, burst=burst).keep()


def _prepare_to_fork(app: Flask) -> None:
    """Do once what each process would do again, and keep what is shared out of its collector's way."""
    configure_mappers()
    templating.compile_all(app, "emails/")
    with app.app_context():
        db.engine.dispose()
    gc.collect()
    gc.freeze()
