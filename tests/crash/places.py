"""The services of the harness: a PostgreSQL cluster, a Redis and a sandbox of its own, ended by their pid."""

from __future__ import annotations

import os
import pwd
import shutil
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


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Run a cluster made in `folder`, on a socket only; give its address."""
    programs = binaries()
    if programs is None:
        raise FileNotFoundError("no initdb on this machine")
    folder.mkdir()
    owner = None
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        owner = next(name for name in ("postgres", "nobody") if name in {each.pw_name for each in pwd.getpwall()})
        shutil.chown(folder, owner)
    cluster = folder / "cluster"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "user": owner, "cwd": folder}
    subprocess.run(
        [programs / "initdb", "-D", cluster, "-U", "crash", "-A", "trust", "-E", "UTF8", "--no-sync"],
        check=True, **quiet,
    )  # fmt: skip
    server = subprocess.Popen(
        [programs / "postgres", "-D", cluster, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"], **quiet
    )
    try:
        _wait(programs, folder, server)
        yield f"postgresql+psycopg://crash@/postgres?host={folder}"
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(programs: Path, folder: Path, server: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        ready = subprocess.run([programs / "pg_isready", "-q", "-h", folder], check=False).returncode == 0
        if ready:
            return
        if server.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError("the PostgreSQL of the harness did not start")


@contextmanager
def sandbox(folder: Path) -> Iterator[str]:
    """Run the twins in a process of their own; give their address."""
    port, smtp_port = free_port(), free_port()
    command = [sys.executable, "-m", "app.sandbox", "--port", str(port), "--smtp-port", str(smtp_port)]
    url = f"http://127.0.0.1:{port}"
    with running(command, clean_environment(folder, PYTHONPATH=str(ROOT)), f"{url}/_sandbox/posts"):
        yield url
