"""Redis dies in the middle of a campaign: pages answer, the work waits, and ends by itself."""

from __future__ import annotations

import json
import signal
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests import servers

PATIENCE_SECONDS = 75


def _ask(base: str, token: str, path: str, body: object = None) -> Any:
    request = urllib.request.Request(
        f"{base}/api/v1{path}",
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.loads(answer.read())


def _redis_of(pid: int) -> psutil.Process:
    family = psutil.Process(pid).children(recursive=True)
    return next(child for child in family if "redis-server" in child.name())


@pytest.mark.long
@pytest.mark.timeout(180)
def test_a_campaign_ends_though_redis_is_killed_twice_meanwhile(tmp_path: Path) -> None:
    port, sandbox, smtp = servers.free_port(), servers.free_port(), servers.free_port()
    env = servers.clean_environment(tmp_path, PORT=str(port), SANDBOX_PORT=str(sandbox), SANDBOX_SMTP_PORT=str(smtp))
    base = f"http://127.0.0.1:{port}"
    with servers.running([sys.executable, "-m", "app.supervisor"], env, f"{base}/healthz") as supervisor:
        servers.flask(env, "user", "create", "panne@exemple.ca", "--password", "une phrase assez longue")
        token = servers.flask(env, "token", "create", "panne@exemple.ca").strip().splitlines()[-1]
        _redis_of(supervisor.pid).send_signal(signal.SIGKILL)
        wanted = {"name": "Panne", "industry": "dentist", "city": "Trois-Rivières", "province": "QC", "launch": True}
        campaign = _ask(base, token, "/campaigns", wanted)
        deadline, killed = time.monotonic() + PATIENCE_SECONDS, False
        while True:
            found = _ask(base, token, f"/campaigns/{campaign['id']}")["metrics"]
            if found["contents"] >= 2 and not killed:
                _redis_of(supervisor.pid).send_signal(signal.SIGKILL)
                killed = True
            if found["contents"] == 10:
                break
            assert time.monotonic() < deadline, found
            time.sleep(0.2)
        assert killed
        assert len(_ask(base, token, f"/contents?campaign_id={campaign['id']}")["items"]) == 10
