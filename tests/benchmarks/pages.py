"""Pages under load, beside a bare Flask page, in turn."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from app import create_app
from app.domains.accounts import services as accounts
from tests import servers
from tests.benchmarks import load
from tests.benchmarks.rows import fill
from tests.benchmarks.visits import PASSWORD

EMAIL = "mesure@exemple.ca"
USERS, REQUESTS_EACH, ROUNDS = 20, 40, 3
COMPARED = ("/tableau-de-bord", "/campagnes", "/contenus")


def speed(instance: Path) -> Iterator[str]:
    """Compare three pages, with 1,000 prospects and 200 publications, to the bare page."""
    env = servers.clean_environment(instance, REDIS_URL="redis://127.0.0.1:1/0")
    servers.flask(env, "db", "upgrade")
    subprocess.run(
        [sys.executable, "-c", "from tests.benchmarks.pages import fill_once; fill_once()"], env=env, check=True
    )
    ours, bare = servers.free_port(), servers.free_port()
    bare_env = {**env, "BARE_DATABASE": f"sqlite:///{instance / 'astrogrowth.db'}"}
    with (
        servers.running(servers.gunicorn("wsgi:app", ours), env, f"http://127.0.0.1:{ours}/healthz"),
        servers.running(servers.gunicorn("tests.benchmarks.bare:app", bare), bare_env, f"http://127.0.0.1:{bare}/"),
    ):
        cookie = servers.sign_in(f"http://127.0.0.1:{ours}", EMAIL, PASSWORD)
        for page in COMPARED:
            yield _compare(f"http://127.0.0.1:{ours}{page}", f"http://127.0.0.1:{bare}/", cookie)


def _compare(page: str, bare: str, cookie: str) -> str:
    load.run(page, users=4, requests_each=5, cookie=cookie)
    pairs = []
    for _ in range(ROUNDS):
        ours = load.run(page, users=USERS, requests_each=REQUESTS_EACH, cookie=cookie)
        pairs.append((ours, load.run(bare, users=USERS, requests_each=REQUESTS_EACH)))
    ours, theirs = sorted(pairs, key=lambda pair: pair[0].p95 / pair[1].p95)[ROUNDS // 2]
    return (
        f"{'/' + page.rsplit('/', 1)[-1]:18} {ours.per_second:6.0f} req/s  p50 {ours.p50 * 1000:4.0f} ms"
        f"  p95 {ours.p95 * 1000:4.0f} ms  {ours.errors} errors | bare {theirs.per_second:6.0f} req/s"
        f"  p95 {theirs.p95 * 1000:4.0f} ms | p95 ratio {ours.p95 / theirs.p95:.2f}"
    )


def fill_once() -> None:
    """Fill the database of the environment; run in a process of its own."""
    with create_app().app_context():
        fill(accounts.create_user(EMAIL, PASSWORD, verified=True), leads=1000, contents=200)
