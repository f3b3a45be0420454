"""The services of the harness: a PostgreSQL cluster, a Redis and a sandbox of its own, ended by their pid."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import ROOT
from tests.servers import clean_environment, free_port, running


def binaries() -> Path | None:
    """Return the folder of PostgreSQL's programs, the newest version's; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


class PostgreSQL:
    """A cluster made in a folder, on a socket only, that may be killed and started again.

    `durable` has it wait for the disk at each commit, as a product's own does.
    """

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        programs = binaries()
        if programs is None:
            raise FileNotFoundError("no initdb on this machine")
        self.folder, self.cluster, self._programs = folder, folder / "cluster", programs
        self._fsync = "on" if durable else "off"
        self.url = f"postgresql+psycopg://crash@/postgres?host={folder}"
        self._server: subprocess.Popen[bytes] | None = None
        folder.mkdir()
        owner = None
        if os.geteuid() == 0:
            # PostgreSQL refuses to run as root.
            owner = next(name for name in ("postgres", "nobody") if name in {each.pw_name for each in pwd.getpwall()})
            shutil.chown(folder, owner)
        self._quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "user": owner, "cwd": folder}
        command = [programs / "initdb", "-D", self.cluster, "-U", "crash", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(command, check=True, **self._quiet)

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [self._programs / "postgres", "-D", self.cluster, "-k", self.folder,
                   "-c", "listen_addresses=", "-c", f"fsync={self._fsync}"]  # fmt: skip
        self._server = subprocess.Popen(command, **self._quiet)
        for _ in range(200):
            asked = [self._programs / "pg_isready", "-q", "-h", self.folder]
            if subprocess.run(asked, check=False).returncode == 0:
                return
            if self._server.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError("the PostgreSQL of the harness did not start")

    @property
    def pid(self) -> int | None:
        """Return the process that accepts connections, None where it has ended."""
        return self._server.pid if self._server is not None and self._server.poll() is None else None

    def kill(self) -> None:
        """End it at once, whatever it was doing: its next start repairs what that left."""
        self._end(signal.SIGQUIT)

    def stop(self) -> None:
        """End it."""
        self._end(signal.SIGINT)

    def _end(self, how: signal.Signals) -> None:
        if self._server is None:
            return
        self._server.send_signal(how)
        try:
            self._server.wait(10)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()
        self._server = None


@contextmanager
def postgresql(folder: Path, *, durable: bool = False) -> Iterator[PostgreSQL]:
    """Run a cluster made in `folder`, and end it."""
    cluster = PostgreSQL(folder, durable=durable)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()


@contextmanager
def sandbox(folder: Path) -> Iterator[tuple[str, str]]:
    """Run the twins in a process of their own; give their address, and their mail server's."""
    port, smtp_port = free_port(), free_port()
    command = [sys.executable, "-m", "app.sandbox", "--port", str(port), "--smtp-port", str(smtp_port)]
    url = f"http://127.0.0.1:{port}"
    with running(command, clean_environment(folder, PYTHONPATH=str(ROOT)), f"{url}/_sandbox/posts"):
        yield url, f"smtp://127.0.0.1:{smtp_port}"
