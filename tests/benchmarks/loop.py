"""The loop, from `make run`'s own processes: memory, and seconds from launch to prospects and posts."""

from __future__ import annotations

import sys
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import psutil

from tests import servers
from tests.benchmarks import talking

PATIENCE_SECONDS = 120
PAGE_SECONDS = 0.3


def measure(instance: Path) -> Iterator[str]:
    """Launch one campaign on the sandbox and watch it."""
    port = servers.free_port()
    smtp, sandbox = servers.free_port(), servers.free_port()
    env = servers.clean_environment(instance, PORT=str(port), SANDBOX_PORT=str(sandbox), SANDBOX_SMTP_PORT=str(smtp))
    base = f"http://127.0.0.1:{port}"
    with servers.running([sys.executable, "-m", "app.supervisor"], env, f"{base}/healthz") as supervisor:
        servers.flask(env, "user", "create", "boucle@exemple.ca", "--password", "une phrase assez longue")
        door = talking.Door(base, servers.flask(env, "token", "create", "boucle@exemple.ca").strip().splitlines()[-1])
        talking.order_sandbox(sandbox, "settings", {"site_seconds": PAGE_SECONDS})
        started = time.monotonic()
        wanted = {"name": "Mesure", "industry": "dentist", "city": "Trois-Rivières", "province": "QC", "launch": True}
        campaign = door.ask("/api/v1/campaigns", wanted)
        for name, count, words in (("leads", 50, "50 scored prospects"), ("contents", 10, "10 written posts")):
            seconds = _until(door, campaign["id"], name, count, started)
            yield f"from launch to {words}: {seconds}"
        yield f"from launch to the last site visited: {_visited(door, campaign['id'], started)}"
        yield _politeness(sandbox)
        yield f"10,000 rows imported and scored: {_imported(door, campaign['id'])}"
        yield _memory(supervisor.pid)


def _until(door: talking.Door, campaign_id: int, name: str, wanted: int, started: float) -> str:
    while time.monotonic() - started < PATIENCE_SECONDS:
        found = door.ask(f"/api/v1/campaigns/{campaign_id}")["metrics"][name]
        if found >= wanted:
            return f"{time.monotonic() - started:.1f} s"
        time.sleep(0.1)
    return f"not within {PATIENCE_SECONDS} s"


def _visited(door: talking.Door, campaign_id: int, started: float) -> str:
    while time.monotonic() - started < PATIENCE_SECONDS:
        time.sleep(0.5)
        states, after = [], ""
        while True:
            page = door.ask(f"/api/v1/campaigns/{campaign_id}/leads?limit=100&after={after}")
            states += [lead["state"] for lead in page["items"]]
            after = page["next"]
            if not after:
                break
        if not {"new", "enriching"} & set(states):
            return f"{time.monotonic() - started:.1f} s, {len(states)} prospects, {PAGE_SECONDS * 1000:.0f} ms a page"
    return f"not within {PATIENCE_SECONDS} s"


def _politeness(port: int) -> str:
    asked: dict[str, list[float]] = defaultdict(list)
    for line in talking.read(urllib.request.Request(f"http://127.0.0.1:{port}/_sandbox/requests"))["items"]:
        if line["service"] == "sites":
            asked[line["host"]].append(line["began"])
    gaps = [later - sooner for moments in asked.values()
            for sooner, later in zip(sorted(moments), sorted(moments)[1:], strict=False)]  # fmt: skip
    most = max((len(moments) for moments in asked.values()), default=0)
    return (f"politeness: {len(asked)} hosts, at most {most} requests each (robots.txt included), "
            f"at least {min(gaps, default=0):.2f} s between two")  # fmt: skip


def _imported(door: talking.Door, campaign_id: int) -> str:
    rows = ["Nom;Téléphone;Courriel;Site Web;Ville"]
    rows += [f"Commerce {number:05};514 {200 + number // 10_000:03} {number % 10_000:04};info@c{number}.ca;;Laval"
             for number in range(10_000)]  # fmt: skip
    body = "\r\n".join(["--part", 'Content-Disposition: form-data; name="file"; filename="p.csv"', "",
                        "\n".join(rows), "--part--", ""]).encode()  # fmt: skip
    started = time.monotonic()
    headers = {"Authorization": f"Bearer {door.token}", "Content-Type": "multipart/form-data; boundary=part"}
    row = talking.read(
        urllib.request.Request(f"{door.base}/api/v1/campaigns/{campaign_id}/leads/import", body, headers)
    )
    while time.monotonic() - started < PATIENCE_SECONDS:
        told = door.ask(f"/api/v1/imports/{row['id']}")
        if told["state"] == "done":
            return f"{time.monotonic() - started:.1f} s, {told['added']:,} added"
        time.sleep(0.3)
    return f"not within {PATIENCE_SECONDS} s"


def _memory(pid: int) -> str:
    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    # Proportional size: what processes share is counted once.
    total = sum(process.memory_full_info().pss for process in family if process.is_running())
    return f"memory of all {len(family)} processes (proportional): {total / 1024**2:.0f} MB"
