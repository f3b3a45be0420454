"""Writing with a model that takes a second: one post from its click, fifty by two workers."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests import servers
from tests.benchmarks import talking

PATIENCE_SECONDS = 180
MODEL_SECONDS = 1.0
MANY = 50


def measure(instance: Path) -> Iterator[str]:
    """Order posts of `make run`'s own processes, with the model's twin in front of them."""
    port, smtp, sandbox = (servers.free_port() for _ in range(3))
    env = servers.clean_environment(instance, PORT=str(port), SANDBOX_PORT=str(sandbox), SANDBOX_SMTP_PORT=str(smtp),
                                    SANDBOX_GEMINI="1")  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    with servers.running([sys.executable, "-m", "app.supervisor"], env, f"{base}/healthz"):
        servers.flask(env, "user", "create", "textes@exemple.ca", "--password", "une phrase assez longue")
        door = talking.Door(base, servers.flask(env, "token", "create", "textes@exemple.ca").strip().splitlines()[-1])
        wanted = {"name": "Mesure", "industry": "restaurant", "city": "Lévis", "province": "QC", "launch": True}
        campaign = door.ask("/api/v1/campaigns", wanted)
        _wait(door, campaign["id"], 10)
        _until_visited(door, campaign["id"])
        leads = _unwritten(door, campaign["id"])
        slow = {"service": "gemini", "what": "slow", "times": -1, "seconds": MODEL_SECONDS}
        talking.order_sandbox(sandbox, "behave", slow)
        yield f"one post, {MODEL_SECONDS:.0f} s of model: {_ordered(door, campaign['id'], leads[:1])}"
        yield f"{MANY} posts, two workers: {_ordered(door, campaign['id'], leads[1 : MANY + 1])}"
        yield f"written by: {_writers(door, campaign['id'])}"


def _until_visited(door: talking.Door, campaign_id: int) -> None:
    """Wait until no site is being read any more: a visit holds a worker for ten seconds."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        states, after = set(), ""
        while after is not None:
            page = door.ask(f"/api/v1/campaigns/{campaign_id}/leads?limit=100&after={after}")
            states |= {lead["state"] for lead in page["items"]}
            after = page["next"]
        if not states & {"new", "enriching"}:
            return
        time.sleep(1)


def _unwritten(door: talking.Door, campaign_id: int) -> list[int]:
    page = door.ask(f"/api/v1/campaigns/{campaign_id}/leads?limit=100")
    return [lead["id"] for lead in page["items"] if lead["state"] in {"ready", "new"} and lead["name"]]


def _ordered(door: talking.Door, campaign_id: int, leads: list[int]) -> str:
    before = _count(door, campaign_id)
    started = time.monotonic()
    for lead_id in leads:
        door.ask(f"/api/v1/leads/{lead_id}/contents", {})
    ended = _wait(door, campaign_id, before + len(leads))
    return f"{time.monotonic() - started:.1f} s" if ended else f"not within {PATIENCE_SECONDS} s"


def _wait(door: talking.Door, campaign_id: int, wanted: int) -> bool:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if _count(door, campaign_id) >= wanted:
            return True
        # As seldom as a page asks: a closer watch would take the workers' time.
        time.sleep(0.4)
    return False


def _count(door: talking.Door, campaign_id: int) -> int:
    found: int = door.ask(f"/api/v1/campaigns/{campaign_id}")["metrics"]["contents"]
    return found


def _writers(door: talking.Door, campaign_id: int) -> dict[str, int]:
    items: list[dict[str, Any]] = door.ask(f"/api/v1/contents?campaign_id={campaign_id}&limit=100")["items"]
    told: dict[str, int] = {}
    for each in items:
        told[each["writer"]] = told.get(each["writer"], 0) + 1
    return told
