"""The product as production runs it: PostgreSQL, Redis, the site, two workers, each started again when it ends."""

from __future__ import annotations

import secrets
import signal
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import requests
from cryptography.fernet import Fernet

from app.core.embedded import redis_binary
from app.supervisor.processes import Child
from tests import servers
from tests.crash import places
from tests.crash.places import PostgreSQL

SITE, REDIS, DATABASE = "site", "Redis", "PostgreSQL"
QUEUES = ("now,soon", "now,soon,bulk")
LOOK_SECONDS = 0.1
READY_SECONDS = 90
# Everybody comes from one address here, and each is quicker than a person.
LIMITS = {"SIGN_INS_PER_QUARTER_HOUR": "100000", "API_REQUESTS_PER_MINUTE": "1000000"}
# What is approved leaves at once, one after the other without rest: the pace has tests of its own.
PACE = {"UNDO_SECONDS": "0", "PUBLISH_GAP_SECONDS": "0", "DAILY_DELIVERIES_PER_CONNECTION": "1000000"}


@dataclass
class Product:
    """Its processes, by name, and where it answers."""

    url: str
    sandbox: str
    env: Mapping[str, str]
    cluster: PostgreSQL
    children: dict[str, Child] = field(default_factory=dict)

    def pids(self) -> dict[str, int]:
        """Return the first process of each part that lives."""
        found = {name: child.process.pid for name, child in self.children.items()
                 if child.process is not None and child.process.poll() is None}  # fmt: skip
        return found | ({DATABASE: self.cluster.pid} if self.cluster.pid else {})

    def kill(self, name: str) -> None:
        """End a part and all it started, without a word, as the end of its container does."""
        for process in tree(self.pids()[name]):
            with suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGKILL)

    def watch(self) -> None:
        """Start again what has ended, as `make run` and a container's restart do."""
        for child in self.children.values():
            child.keep_alive()
        if self.cluster.pid is None:
            # Its first tries may find what the one before left behind.
            with suppress(RuntimeError):
                self.cluster.start()

    def is_ready(self) -> bool:
        """Tell whether the site answers, and finds its database, its Redis, a worker and the sweep."""
        with suppress(OSError), urllib.request.urlopen(f"{self.url}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
        return False

    def watch_until_ready(self) -> None:
        """Watch until everything is well.

        Raises:
            RuntimeError: it never was.
        """
        deadline = time.monotonic() + READY_SECONDS
        while not self.is_ready():
            if time.monotonic() > deadline:
                raise RuntimeError(f"the product was not ready within {READY_SECONDS} s")
            self.watch()
            time.sleep(LOOK_SECONDS)


def tree(pid: int) -> list[psutil.Process]:
    """Return a process and all that descend from it."""
    with suppress(psutil.NoSuchProcess):
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    return []


@contextmanager
def started() -> Iterator[Product]:
    """Run the product in a folder of its own, and end it with the folder."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="load-")))
        folder.chmod(0o755)
        cluster = stack.enter_context(places.postgresql(folder / "postgresql", durable=True))
        twins = stack.enter_context(places.sandbox(folder))
        # It refuses nothing twice, so that a double would show.
        wanted = {"linkedin_posts_per_day": 1_000_000, "linkedin_refuses_duplicates": False}
        requests.post(f"{twins[0]}/_sandbox/settings", json=wanted, timeout=5).raise_for_status()
        port = servers.free_port()
        env = _environment(folder, f"http://127.0.0.1:{port}", cluster, twins)
        product = Product(env["PUBLIC_URL"], twins[0], env, cluster)
        stack.callback(_stop, product)
        _start_redis(product, folder)
        servers.flask(env, "db", "upgrade")
        _start_processes(product, port)
        product.watch_until_ready()
        yield product


def _environment(folder: Path, url: str, cluster: PostgreSQL, twins: tuple[str, str]) -> dict[str, str]:
    sandbox, smtp = twins
    return servers.clean_environment(
        folder / "instance", APP_ENV="production", SECRET_KEY=secrets.token_urlsafe(32),
        TOKEN_KEYS=Fernet.generate_key().decode(), DATABASE_URL=cluster.url, REDIS_URL=f"unix://{folder}/redis.sock",
        PUBLIC_URL=url, MEDIA_URL=str(folder / "media"), SMTP_URL=smtp, OVERPASS_URL=f"{sandbox}/api/interpreter",
        LINKEDIN_AUTH_URL=sandbox, LINKEDIN_API_URL=sandbox, LINKEDIN_CLIENT_ID="sandbox-client",
        LINKEDIN_CLIENT_SECRET="sandbox-secret", PYTHONUNBUFFERED="1", **LIMITS, **PACE,
    )  # fmt: skip


def _start_redis(product: Product, folder: Path) -> None:
    command = [
        redis_binary(),
        "--port",
        "0",
        "--unixsocket",
        str(folder / "redis.sock"),
        "--dir",
        str(folder),
        "--appendonly",
        "yes",
        "--save",
        "",
        "--loglevel",
        "warning",
        "--logfile",
        str(folder / "redis.log"),
    ]
    _start(product, REDIS, command)


def _start_processes(product: Product, port: int) -> None:
    for number, queues in enumerate(QUEUES, 1):
        _start(product, f"worker {number}", [sys.executable, "worker.py", "--queues", queues])
    _start(product, SITE, servers.gunicorn("wsgi:app", port, threads=4))


def _start(product: Product, name: str, command: list[str]) -> None:
    # What it says goes to a file of its own, beside its database.
    said = product.cluster.folder.parent / f"{name}.log"
    redirected = ["/bin/sh", "-c", 'exec "$@" >>"$0" 2>&1', str(said), *command]
    product.children[name] = Child(name, redirected, product.env)
    product.children[name].start()


def _stop(product: Product) -> None:
    for child in reversed(product.children.values()):
        child.stop()
