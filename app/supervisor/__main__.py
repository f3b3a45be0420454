"""`python -m app.supervisor`: Redis, sandbox, two workers and the site, until Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

from app.core.embedded import redis_binary, redis_socket
from app.settings import instance_folder
from app.supervisor.environment import defaults, ports, publish, wants_sandbox
from app.supervisor.processes import Child
from app.supervisor.room import wait_for_room

ROOT = Path(__file__).resolve().parent.parent.parent
WORKERS = ("now,soon", "now,soon,bulk")
READY_SECONDS = 60


class Stop(Exception):
    """Someone asked for the end."""


def main() -> int:
    """Run everything; return the exit code."""
    os.chdir(ROOT)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _raise_stop)
    instance = instance_folder()
    try:
        trouble = wait_for_room(instance)
    except Stop:
        return 0
    if trouble:
        print(trouble, file=sys.stderr)
        return 1
    values = defaults(os.environ, instance)
    # `values` names only what the environment leaves out or blank.
    env = {**os.environ, **values, "PYTHONUNBUFFERED": "1"}
    published = publish(values, instance)
    children: list[Child] = []
    try:
        _run(children, env, instance)
    except Stop:
        print("\nAstroGrowth s’arrête…", flush=True)
    except subprocess.CalledProcessError as error:
        print(f"La commande a échoué\u00a0: {' '.join(error.cmd)}", file=sys.stderr)
        return 1
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        for child in reversed(children):
            child.stop()
        published.unlink(missing_ok=True)
    return 0


def _raise_stop(_number: int, _frame: FrameType | None) -> None:
    raise Stop


def _run(children: list[Child], env: Mapping[str, str], instance: Path) -> None:
    for child in _foundations(env, instance):
        children.append(child)
        child.start()
    _flask(env, "db", "upgrade")
    if wants_sandbox(env):
        _flask(env, "seed", "--if-empty")
    for child in _product(env):
        children.append(child)
        child.start()
    _wait_until_ready(ports(env)[0], children)
    _announce(env)
    while True:
        for child in children:
            if child.keep_alive():
                print(f"{child.name} : reparti", flush=True)
        time.sleep(0.2)


def _foundations(env: Mapping[str, str], instance: Path) -> list[Child]:
    found = []
    if env["REDIS_URL"] == f"unix://{redis_socket(instance)}":
        folder = instance / "redis"
        folder.mkdir(exist_ok=True)
        options = ["--port", "0", "--unixsocket", str(redis_socket(instance)), "--unixsocketperm", "700",
                   "--dir", str(folder), "--appendonly", "yes", "--save", "",
                   "--loglevel", "warning", "--logfile", str(folder / "redis.log")]  # fmt: skip
        found.append(Child("Redis", [redis_binary(), *options], env))
    if wants_sandbox(env):
        _port, sandbox_port, smtp_port = ports(env)
        options = ["--port", str(sandbox_port), "--smtp-port", str(smtp_port),
                   "--state", str(instance / "sandbox.json")]  # fmt: skip
        found.append(Child("Bac à sable", _python("-m", "app.sandbox", *options), env))
    return found


def _product(env: Mapping[str, str]) -> list[Child]:
    workers = [Child(f"Worker {queues}", _python("worker.py", "--queues", queues), env) for queues in WORKERS]
    # The rest is gunicorn.conf.py; a person who pressed Ctrl-C does not wait half a minute.
    site = _python("-m", "gunicorn", "--bind", f"127.0.0.1:{ports(env)[0]}", "--graceful-timeout", "5")
    return [*workers, Child("Site", site, env)]


def _python(*arguments: str) -> Sequence[str]:
    return [sys.executable, *arguments]


def _flask(env: Mapping[str, str], *arguments: str) -> None:
    subprocess.run(_python("-m", "flask", "--app", "wsgi", *arguments), env=dict(env), check=True)  # nosec B603  # our own commands


def _wait_until_ready(port: int, children: Sequence[Child]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2),  # nosec B310  # loopback
        ):
            return
        for child in children:
            child.keep_alive()
        time.sleep(0.1)
    raise subprocess.CalledProcessError(1, ["gunicorn"])


def _announce(env: Mapping[str, str]) -> None:
    print(f"\n  AstroGrowth est prêt\u00a0: {env['PUBLIC_URL']}")
    if wants_sandbox(env):
        from app.domains.dashboard.demonstration import EMAIL, PASSWORD

        print(f"  Compte de démonstration\u00a0: {EMAIL} · mot de passe\u00a0: {PASSWORD}")
        sandbox = env["SANDBOX_URL"]
        print(f"  Fil LinkedIn du bac à sable\u00a0: {sandbox}/feed · courriels\u00a0: {sandbox}/mailbox")
    print("  Ctrl-C pour arrêter.\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
