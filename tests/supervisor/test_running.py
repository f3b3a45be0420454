"""`make run` from an empty folder: everything starts, what dies comes back, and all of it stops."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app import ROOT
from app.core.embedded import read_running_environment

pytestmark = pytest.mark.long


def free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    found = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return found


def until(fact: Callable[[], object], seconds: float) -> None:
    began = time.monotonic()
    while not fact():
        assert time.monotonic() - began < seconds, "it never came"
        time.sleep(0.05)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


class Site:
    """The whole product, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        port, sandbox, smtp = free_ports(3)
        self.folder, self.url = folder, f"http://127.0.0.1:{port}"
        known = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
        self.env = known | {
            "PORT": str(port), "SANDBOX_PORT": str(sandbox), "SANDBOX_SMTP_PORT": str(smtp),
            "INSTANCE_FOLDER": str(folder),
        }  # fmt: skip
        self.process = self.launch()
        self.printed: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def launch(self) -> subprocess.Popen[str]:
        """Start a supervisor here."""
        command = [sys.executable, "-m", "app.supervisor"]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.printed.extend(self.process.stdout)

    def processes(self, word: str) -> list[psutil.Process]:
        """Return the children whose command line holds `word`."""
        found = []
        for each in psutil.Process(self.process.pid).children():
            with contextlib.suppress(psutil.NoSuchProcess):  # one that has just died
                found += [each] if word in " ".join(each.cmdline()) else []
        return found


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    folder = Path(tempfile.mkdtemp(prefix="ag-"))
    running = Site(folder)
    try:
        until(lambda: any("Ctrl-C" in line for line in running.printed) or running.process.poll() is not None, 60)
        assert running.process.poll() is None, "".join(running.printed)
        yield running
    finally:
        family = psutil.Process(running.process.pid).children(recursive=True) if running.process.poll() is None else []
        running.process.terminate()
        try:
            running.process.wait(30)
        finally:
            for each in [one for one in family if one.is_running()]:
                each.kill()
            running.process.kill()
            shutil.rmtree(folder, ignore_errors=True)


def test_it_prints_the_address_and_the_demonstration_login(site: Site) -> None:
    printed = "".join(site.printed)
    assert site.url in printed
    assert "mot de passe" in printed


def test_it_becomes_ready(site: Site) -> None:
    until(lambda: answers(f"{site.url}/readyz"), 20)


def test_other_commands_reach_the_same_services(site: Site) -> None:
    env = {name: value for name, value in site.env.items() if "PORT" not in name}
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "doctor"]
    told = subprocess.run(command, cwd=ROOT, env=env, text=True, capture_output=True, timeout=30)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "Redis\u00a0: répond" in told.stdout


def test_a_second_one_in_the_same_folder_says_why_not(site: Site) -> None:
    second = site.launch()
    output, _ = second.communicate(timeout=20)
    assert second.returncode == 1
    assert "déjà" in output
    assert "Traceback" not in output
    assert answers(f"{site.url}/healthz")
    assert read_running_environment(site.folder), "it did not take the first one's words away"


def test_two_workers_run_and_only_they_say_worker(site: Site) -> None:
    assert len(site.processes("worker.py")) == 2


@pytest.mark.parametrize("word", ["worker.py", "redis", "app.sandbox"])
def test_what_is_killed_comes_back_within_three_seconds(site: Site, word: str) -> None:
    before = site.processes(word)
    before[0].kill()
    until(lambda: before[0].pid not in [each.pid for each in site.processes(word)], 1)
    until(lambda: len(site.processes(word)) == len(before), 3)
    until(lambda: answers(f"{site.url}/readyz"), 20)


def test_it_stops_whole_and_forgets_what_it_set(site: Site) -> None:
    family = psutil.Process(site.process.pid).children(recursive=True)
    site.process.send_signal(signal.SIGINT)
    assert site.process.wait(30) == 0
    until(lambda: not [each for each in family if each.is_running() and each.status() != psutil.STATUS_ZOMBIE], 5)
    assert read_running_environment(site.folder) == {}
    assert "Traceback" not in "".join(site.printed)
