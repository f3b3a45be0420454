"""The loop, from `make run`'s own processes: memory, and seconds from launch to prospects and posts."""

from __future__ import annotations

import json
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil

from tests import servers

PATIENCE_SECONDS = 120


def measure(instance: Path) -> Iterator[str]:
    """Launch one campaign on the sandbox and watch it."""
    port = servers.free_port()
    smtp, sandbox = servers.free_port(), servers.free_port()
    env = servers.clean_environment(instance, PORT=str(port), SANDBOX_PORT=str(sandbox), SANDBOX_SMTP_PORT=str(smtp))
    base = f"http://127.0.0.1:{port}"
    with servers.running([sys.executable, "-m", "app.supervisor"], env, f"{base}/healthz") as supervisor:
        servers.flask(env, "user", "create", "boucle@exemple.ca", "--password", "une phrase assez longue")
        token = servers.flask(env, "token", "create", "boucle@exemple.ca").strip().splitlines()[-1]
        started = time.monotonic()
        wanted = {"name": "Mesure", "industry": "dentist", "city": "Trois-Rivières", "province": "QC", "launch": True}
        campaign = _ask(base, token, "/api/v1/campaigns", wanted)
        for name, count, words in (("leads", 50, "50 scored prospects"), ("contents", 10, "10 written posts")):
            seconds = _until(base, token, campaign["id"], name, count, started)
            yield f"from launch to {words}: {seconds}"
        yield _memory(supervisor.pid)


def _until(base: str, token: str, campaign_id: int, name: str, wanted: int, started: float) -> str:
    while time.monotonic() - started < PATIENCE_SECONDS:
        found = _ask(base, token, f"/api/v1/campaigns/{campaign_id}")["metrics"][name]
        if found >= wanted:
            return f"{time.monotonic() - started:.1f} s"
        time.sleep(0.1)
    return f"not within {PATIENCE_SECONDS} s"


def _ask(base: str, token: str, path: str, body: object = None) -> dict:  # type: ignore[type-arg]
    request = urllib.request.Request(
        base + path,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.loads(answer.read())


def _memory(pid: int) -> str:
    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    # Proportional size: what processes share is counted once.
    total = sum(process.memory_full_info().pss for process in family if process.is_running())
    return f"memory of all {len(family)} processes (proportional): {total / 1024**2:.0f} MB"
