"""A process that dies is started again within 3 s; told to end, it ends, and so do its watchers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.supervisor import processes
from app.supervisor.processes import Child

SLEEP = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"


@pytest.fixture
def child() -> Iterator[Callable[[str], Child]]:
    made: list[Child] = []

    def make(script: str) -> Child:
        made.append(Child("essai", [sys.executable, "-c", script], dict(os.environ)))
        made[-1].start()
        return made[-1]

    yield make
    for each in made:
        if each.process is not None:
            each.process.kill()
            each.process.wait(5)


def until(fact: Callable[[], object], seconds: float = 5) -> float:
    began = time.monotonic()
    while not fact():
        assert time.monotonic() - began < seconds, "it never came"
        time.sleep(0.02)
    return time.monotonic() - began


def test_a_process_killed_is_started_again_within_three_seconds(child: Callable[[str], Child]) -> None:
    watched = child(SLEEP)
    assert watched.process is not None
    first = watched.process.pid
    assert not watched.keep_alive(), "it lives: nothing to do"
    os.kill(first, signal.SIGKILL)
    watched.process.wait(5)
    assert until(watched.keep_alive) < 3
    assert watched.process.pid != first
    assert watched.process.poll() is None
    assert watched.restarts == 1


def test_one_that_keeps_dying_is_tried_less_and_less_often_but_always_within_three_seconds() -> None:
    watched = Child("essai", [sys.executable, "-c", ""], dict(os.environ))
    watched.start()
    for _ in range(8):
        assert watched.process is not None
        watched.process.wait(5)
        watched.keep_alive()
        watched.again_at = time.monotonic()  # the wait itself is read below, not lived
        assert watched.keep_alive()
    assert watched.process is not None
    watched.process.wait(5)
    assert 1 < watched.wait < 2.8


def test_one_that_lived_long_is_started_again_at_once(child: Callable[[str], Child]) -> None:
    watched = child(SLEEP)
    assert watched.process is not None
    watched.wait, watched.started_at = processes.LONGEST_WAIT_SECONDS, time.monotonic() - 60
    watched.process.kill()
    watched.process.wait(5)
    assert until(watched.keep_alive) < 1


def test_told_to_end_it_ends_and_stays_ended(child: Callable[[str], Child]) -> None:
    watched = child(SLEEP)
    watched.stop()
    assert watched.process is not None
    assert watched.process.returncode == -signal.SIGTERM
    watched.stop()


def test_one_that_will_not_end_is_made_to(child: Callable[[str], Child], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "STOP_SECONDS", 0.3)
    watched = child(STUBBORN)
    time.sleep(0.2)
    watched.stop()
    assert watched.process is not None
    assert watched.process.returncode is not None


@pytest.mark.skipif(sys.platform != "linux", reason="prctl(2) is Linux's")
def test_a_supervisor_killed_leaves_no_orphan(tmp_path: Path) -> None:
    script = (
        "import os, sys, time\n"
        "from app.supervisor.processes import Child\n"
        f"child = Child('essai', [sys.executable, '-c', {SLEEP!r}], dict(os.environ))\n"
        "child.start(); print(child.process.pid, flush=True); time.sleep(60)"
    )
    supervisor = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert supervisor.stdout is not None
    orphan = psutil.Process(int(supervisor.stdout.readline()))
    supervisor.kill()
    supervisor.communicate(timeout=5)
    until(lambda: not orphan.is_running() or orphan.status() == psutil.STATUS_ZOMBIE)


def test_what_it_started_ends_with_it(child: Callable[[str], Child], tmp_path: Path) -> None:
    note = tmp_path / "pid"
    script = (
        "import subprocess, sys, time; "
        f"other = subprocess.Popen([sys.executable, '-c', {STUBBORN!r}], stdout=subprocess.PIPE); "
        f"other.stdout.readline(); open({str(note)!r}, 'w').write(str(other.pid)); time.sleep(60)"
    )
    watched = child(script)
    until(lambda: note.exists() and note.read_text())
    left = psutil.Process(int(note.read_text()))
    watched.stop()
    until(lambda: not left.is_running() or left.status() == psutil.STATUS_ZOMBIE)
